#!/usr/bin/env python3
"""Compares the segmenter with python3-jieba 0.42.1, token for token, and both speeds on the same text in the same run.

    benchmarks/segmentation/parity.py TEXT...       UTF-8 files, joined; needs jieba (Debian: apt-get install python3-jieba)

Exit code 1 and the first difference where the two disagree.
"""
import logging
import pathlib
import subprocess
import sys
import tempfile
import time

import jieba

SEPARATOR = "\u0001"
HERE = pathlib.Path(__file__).resolve().parent


def reference(text, hmm):
    start = time.perf_counter()
    tokens = jieba.lcut(text, HMM=hmm)
    return tokens, time.perf_counter() - start


def ours(text):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("text", "hmm", "dict")]
        paths[0].write_bytes(text.encode("utf-8"))
        subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "--nologo", HERE], check=True, stdout=subprocess.DEVNULL)
        command = ["dotnet", "run", "-c", "Release", "--no-build", "--project", HERE, "--", *paths]
        figures = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        tokens = [path.read_bytes().decode("utf-8").split(SEPARATOR) for path in paths[1:]]
    return tokens, dict(line.split() for line in figures.splitlines())


def compare(name, expected, actual):
    if expected == actual:
        print(f"{name}: {len(expected)} tokens, identical")
        return True
    at = next((i for i, pair in enumerate(zip(expected, actual)) if pair[0] != pair[1]), min(len(expected), len(actual)))
    window = slice(max(0, at - 5), at + 6)
    print(f"{name}: token {at} differs\n  jieba {expected[window]}\n  ours  {actual[window]}")
    return False


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    text = "\n".join(pathlib.Path(path).read_bytes().decode("utf-8") for path in sys.argv[1:])
    if SEPARATOR in text:
        sys.exit("the text holds U+0001, which parts the tokens")
    jieba.setLogLevel(logging.WARNING)
    start = time.perf_counter()
    jieba.initialize()
    print(f"jieba {jieba.__version__}: loaded in {(time.perf_counter() - start) * 1000:.0f} ms")
    (ours_hmm, ours_dict), figures = ours(text)
    size = len(text.encode("utf-8")) / 1e6
    same = True
    for name, hmm, tokens in (("hmm", True, ours_hmm), ("dict", False, ours_dict)):
        expected, seconds = reference(text, hmm)
        same &= compare(name, expected, tokens)
        print(f"  {size:.2f} MB: jieba {size / seconds:.2f} MB/s, ours {figures[name + '-MB/s']} MB/s")
    print(f"ours: loaded in {figures['load-ms']} ms, {figures['memory-MB']} MB kept")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
