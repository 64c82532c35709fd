#!/usr/bin/env python3
"""Rewrites the tokens in tests/Extraction.Tests/Segmentation/jieba-parity.jsonl with python3-jieba's own; the texts stay.

To add a case, add a line {"text":"…"} and run this where jieba 0.42.1 is installed.
"""
import json
import logging
import pathlib

import jieba
import jieba.posseg

PATH = pathlib.Path(__file__).resolve().parents[2] / "tests/Extraction.Tests/Segmentation/jieba-parity.jsonl"
INVISIBLE = "\u0085\u200b\u2028\ufeff"

jieba.setLogLevel(logging.WARNING)
lines = []
for line in PATH.read_text(encoding="utf-8").split("\n"):
    if not line:
        continue
    text = json.loads(line)["text"]
    case = {
        "text": text,
        "hmm": jieba.lcut(text),
        "dict": jieba.lcut(text, HMM=False),
        "all": [word for word in jieba.lcut(text, cut_all=True) if word],
        "search": jieba.lcut_for_search(text),
        "tags": [f"{word}/{tag}" for word, tag in jieba.posseg.lcut(text)],
        "dictTags": [f"{word}/{tag}" for word, tag in jieba.posseg.lcut(text, HMM=False)],
    }
    out = json.dumps(case, ensure_ascii=False, separators=(",", ":"))
    for character in INVISIBLE:
        out = out.replace(character, f"\\u{ord(character):04x}")
    lines.append(out + "\n")
PATH.write_bytes("".join(lines).encode("utf-8"))
