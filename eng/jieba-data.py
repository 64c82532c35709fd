#!/usr/bin/env python3
"""Rebuilds pipeline/knowledge/segmentation/{dictionary,hmm-emissions,hmm-transitions}.tsv from jieba 0.42.1.

    eng/jieba-data.py FOLDER      FOLDER is the package's own `jieba` folder (dict.txt, finalseg/prob_*.py),
                                  e.g. /usr/lib/python3/dist-packages/jieba from Debian's python3-jieba 0.42.1-3

The origin files are checked against the SHA-256 sums below; the output is the same bytes every time.
"""
import ast
import hashlib
import pathlib
import sys

ORIGIN = {
    "dict.txt": "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8",
    "finalseg/prob_start.py": "14c5706ced5cd3b42eb4873d4b88f7f52a7bdf80fbd767bc4423d361e20c5330",
    "finalseg/prob_trans.py": "54dfbc252ed71480d4f0cdfdf516ecfbe44efd0f6c3c64b158e7039f2906c91b",
    "finalseg/prob_emit.py": "27d46b1c9efe4dd148fde8be042a21be40e3562d0c7f1273f9de7abae12ebb8d",
}
STATES = "BEMS"
COMMENT = "# jieba 0.42.1, MIT licence; made by eng/jieba-data.py, do not edit: see README.md\n"


def read(folder, name):
    data = (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != ORIGIN[name]:
        sys.exit(f"{name}: not the file of jieba 0.42.1")
    return data.decode("utf-8")


def table(text):
    return ast.literal_eval(text[text.index("P=") + 2:])


def number(value):
    return "" if value is None else repr(value)


def dictionary(text):
    rows = sorted((line.split(" ")[:2] for line in text.splitlines()), key=lambda row: row[0])
    yield "word\tfrequency"
    for word, frequency in rows:
        yield word if frequency == "3" else f"{word}\t{frequency}"


def emissions(emit):
    yield "character\t" + "\t".join(STATES)
    for character in sorted(set().union(*emit.values())):
        yield (character + "\t" + "\t".join(number(emit[state].get(character)) for state in STATES)).rstrip("\t")


def transitions(start, trans):
    yield "from\t" + "\t".join(STATES)
    for name, row in [("start", start)] + [(state, trans[state]) for state in STATES]:
        yield (name + "\t" + "\t".join(number(row.get(state)) for state in STATES)).rstrip("\t")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    origin = pathlib.Path(sys.argv[1])
    target = pathlib.Path(__file__).resolve().parent.parent / "pipeline/knowledge/segmentation"
    start, trans, emit = (table(read(origin, f"finalseg/prob_{name}.py")) for name in ("start", "trans", "emit"))
    for name, lines in (
        ("dictionary.tsv", dictionary(read(origin, "dict.txt"))),
        ("hmm-emissions.tsv", emissions(emit)),
        ("hmm-transitions.tsv", transitions(start, trans)),
    ):
        data = (COMMENT + "\n".join(lines) + "\n").encode("utf-8")
        (target / name).write_bytes(data)
        print(f"{hashlib.sha256(data).hexdigest()}  {name}  {len(data)} bytes")


if __name__ == "__main__":
    main()
