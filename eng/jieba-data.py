#!/usr/bin/env python3
"""Rebuilds jieba's files of pipeline/knowledge/segmentation (dictionary, hmm-*, tag-*) from jieba 0.42.1.

    eng/jieba-data.py FOLDER      FOLDER is the package's own `jieba` folder (dict.txt, finalseg/prob_*.py, posseg/*.py),
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
    "posseg/prob_start.py": "b43aaebcd8b21c2d7e9f67efaeb22c26835e47083356cba0c23ef6d9a37eb8f2",
    "posseg/prob_trans.py": "24328e8b81388f3b0eed6127f597cad8ef9f54cbd44efe1db486e0c2ddd0cbbc",
    "posseg/prob_emit.py": "dd82a34938b4059be6026ffed621c3f7121013ae587038269ee8419bdaaada81",
    "posseg/char_state_tab.py": "9de75c6c08fcb9b72d6546fcfc7c23a6385152a5515c7cd3fad6aedd0f1c0a6c",
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
    rows = sorted((line.split(" ") for line in text.splitlines()), key=lambda row: row[0])
    yield "word\tfrequency\ttag"
    for word, frequency, tag in rows:
        yield f"{word}\t{'' if frequency == '3' else frequency}\t{'' if tag == 'n' else tag}".rstrip("\t")


def emissions(emit):
    yield "character\t" + "\t".join(STATES)
    for character in sorted(set().union(*emit.values())):
        yield (character + "\t" + "\t".join(number(emit[state].get(character)) for state in STATES)).rstrip("\t")


def transitions(start, trans):
    yield "from\t" + "\t".join(STATES)
    for name, row in [("start", start)] + [(state, trans[state]) for state in STATES]:
        yield (name + "\t" + "\t".join(number(row.get(state)) for state in STATES)).rstrip("\t")


def tag_states(start, trans):
    yield "place\ttag\tstart\tnext"
    for place, tag in sorted(start):
        following = " ".join(f"{p}/{t}={value!r}" for (p, t), value in sorted(trans[place, tag].items()))
        yield f"{place}\t{tag}\t{start[place, tag]!r}\t{following}".rstrip("\t")


def tag_emissions(emit):
    # A state gives many characters the same probability: a row for each probability.
    yield "place\ttag\tlog\tcharacters"
    for place, tag in sorted(emit):
        by_value = {}
        for character, value in sorted(emit[place, tag].items()):
            by_value[value] = by_value.get(value, "") + character
        for value in sorted(by_value, reverse=True):
            yield f"{place}\t{tag}\t{value!r}\t{by_value[value]}"


def tag_candidates(tab, emit):
    # Only where they are not the states that emit the character; no entry in jieba's table means every state.
    emitting = {}
    for state, characters in emit.items():
        for character in characters:
            emitting.setdefault(character, set()).add(state)
    yield "characters\tstates"
    yield "".join(sorted(set(emitting) - set(tab)))
    for character in sorted(tab):
        if set(tab[character]) != emitting.get(character, set()):
            yield character + "\t" + " ".join(f"{p}/{t}" for p, t in sorted(tab[character]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    origin = pathlib.Path(sys.argv[1])
    target = pathlib.Path(__file__).resolve().parent.parent / "pipeline/knowledge/segmentation"
    start, trans, emit = (table(read(origin, f"finalseg/prob_{name}.py")) for name in ("start", "trans", "emit"))
    tag_start, tag_trans, tag_emit, tag_tab = (
        table(read(origin, f"posseg/{name}.py")) for name in ("prob_start", "prob_trans", "prob_emit", "char_state_tab"))
    for name, lines in (
        ("dictionary.tsv", dictionary(read(origin, "dict.txt"))),
        ("hmm-emissions.tsv", emissions(emit)),
        ("hmm-transitions.tsv", transitions(start, trans)),
        ("tag-states.tsv", tag_states(tag_start, tag_trans)),
        ("tag-emissions.tsv", tag_emissions(tag_emit)),
        ("tag-candidates.tsv", tag_candidates(tag_tab, tag_emit)),
    ):
        data = (COMMENT + "\n".join(lines) + "\n").encode("utf-8")
        (target / name).write_bytes(data)
        print(f"{hashlib.sha256(data).hexdigest()}  {name}  {len(data)} bytes")


if __name__ == "__main__":
    main()
