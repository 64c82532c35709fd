#!/usr/bin/env python3
"""Writes invented text to stdout: words of the dictionary, by frequency and at random, names of characters that stand in no word, rare
characters, Latin words, versions, figures, signs and white space of all kinds. The same bytes for the same numbers.

    benchmarks/text/text.py MEGABYTES SEED > TEXT
"""
import pathlib
import random
import sys

PATH = pathlib.Path(__file__).resolve().parents[2] / "pipeline/knowledge/segmentation/dictionary.tsv"
LATIN = ["AI", "GPT-4", "v1.5", "3.14", "12.5%", "2024", "B超", "C++", "T恤", "a.b", "AT&T", "x_y", "7B", "100", "Kimi Chat", "#1", "e-mail", "No.", "1,000", ".5", "3."]
SIGNS = list("，。、；：！？“”（）《》—…·％￥ ") + ["\r\n", "\t", "\u3000", "é", "①", "ｘ", "😀", "𠮷", "㐀", "々", "〇", "-", "%", "+"]


def main():
    size, seed = float(sys.argv[1]) * 1e6, int(sys.argv[2])
    rows = [line.split("\t") for line in PATH.read_text(encoding="utf-8").splitlines()[2:]]
    words = [row[0] for row in rows]
    cumulative, total = [], 0
    for row in rows:
        total += int(row[1]) if len(row) > 1 and row[1] else 3
        cumulative.append(total)
    pick = random.Random(seed)
    written = 0
    while written < size:
        line = []
        for _ in range(pick.randrange(5, 60)):
            kind = pick.random()
            if kind < 0.5:
                line += pick.choices(words, cum_weights=cumulative)
            elif kind < 0.65:
                line.append(pick.choice(words))
            elif kind < 0.8:
                line.append("".join(pick.choice(pick.choice(words)) for _ in range(pick.randrange(1, 5))))
            elif kind < 0.803:
                line.append("".join(chr(pick.randrange(0x4E00, 0x9FD6)) for _ in range(pick.randrange(1, 4))))
            elif kind < 0.9:
                line.append(pick.choice(LATIN))
            else:
                line.append(pick.choice(SIGNS))
        data = ("".join(line) + "\n").encode("utf-8")
        written += len(data)
        sys.stdout.buffer.write(data)


if __name__ == "__main__":
    main()
