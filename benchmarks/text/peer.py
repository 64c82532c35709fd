#!/usr/bin/env python3
"""One round of python3-jieba for each line of stdin, seconds of processor time on stdout: peer.py TEXT"""
import logging
import pathlib
import sys
import time

import jieba

jieba.setLogLevel(logging.WARNING)
jieba.initialize()
text = pathlib.Path(sys.argv[1]).read_bytes().decode("utf-8")
for _ in sys.stdin:
    start = time.process_time()
    jieba.lcut(text)
    print(time.process_time() - start, flush=True)
