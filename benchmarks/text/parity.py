#!/usr/bin/env python3
"""Compares the segmenter with python3-jieba 0.42.1 on any text, token for token and tag for tag.

    benchmarks/text/parity.py [--lexicon FILE] TEXT...    UTF-8 files, joined; needs jieba (Debian: apt-get install python3-jieba)

The lexicon holds `word TAB frequency [TAB tag]` a line: jieba gets it by add_word. Of jieba's full mode the empty words beside white
space are left out. Exit code 1 and the first difference where the two disagree.
"""
import argparse
import logging
import pathlib
import subprocess
import sys
import tempfile

import jieba
import jieba.posseg

SEPARATOR = "\u0001"
HERE = pathlib.Path(__file__).resolve().parent
WAYS = {
    "hmm": lambda text: jieba.lcut(text),
    "dict": lambda text: jieba.lcut(text, HMM=False),
    "all": lambda text: [word for word in jieba.lcut(text, cut_all=True) if word],
    "search": lambda text: jieba.lcut_for_search(text),
    "tags-hmm": lambda text: [f"{word}/{tag}" for word, tag in jieba.posseg.lcut(text)],
    "tags-dict": lambda text: [f"{word}/{tag}" for word, tag in jieba.posseg.lcut(text, HMM=False)],
}


def ours(text, lexicon):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text"
        path.write_bytes(text.encode("utf-8"))
        subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "--nologo", HERE], check=True, stdout=subprocess.DEVNULL)
        command = ["dotnet", "run", "-c", "Release", "--no-build", "--project", HERE, "--", "tokens", path, folder] + ([lexicon] if lexicon else [])
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        tokens = {way: (pathlib.Path(folder) / way).read_bytes().decode("utf-8").split(SEPARATOR) for way in WAYS}
    return tokens


def compare(name, expected, actual):
    if expected == actual:
        print(f"{name}: {len(expected)} tokens, identical")
        return True
    at = next((i for i, pair in enumerate(zip(expected, actual)) if pair[0] != pair[1]), min(len(expected), len(actual)))
    window = slice(max(0, at - 5), at + 6)
    print(f"{name}: token {at} differs\n  jieba {expected[window]}\n  ours  {actual[window]}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon")
    parser.add_argument("text", nargs="+")
    options = parser.parse_args()
    text = "\n".join(pathlib.Path(path).read_bytes().decode("utf-8") for path in options.text)
    if SEPARATOR in text:
        sys.exit("the text holds U+0001, which parts the tokens")
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    if options.lexicon:
        for line in pathlib.Path(options.lexicon).read_text(encoding="utf-8").splitlines():
            word, frequency, *tag = line.split("\t")
            jieba.add_word(word, int(frequency), tag[0] if tag else None)
    tokens = ours(text, options.lexicon)
    print(f"{len(text.encode()) / 1e6:.2f} MB")
    same = True
    for way, cut in WAYS.items():
        same &= compare(way, cut(text), tokens[way])
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
