#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes mesh_synonyms.txt from a table of MeSH entry terms.

usage: mesh_synonyms.py ENTRY_TERMS.tsv > mesh_synonyms.txt

The table has a header line and the columns descriptor, its name, concept, term, two flags and the lexical tag of
the term. Kept are terms of one to four words in letters; inverted ones ("Diseases, Kidney") are turned round.
Laboratory numbers, proper names and trade names are left out, and so are descriptors with one term only.
"""
import re
import sys

MOST_WORDS = 4
MOST_LETTERS = 40
MOST_TERMS = 12
LEFT_OUT = ("LAB", "NAM", "TRD")  # lexical tags

HEADER = """\
# SPDX-License-Identifier: GPL-3.0-or-later
# Terms that name the same thing, a descriptor a line, in small letters, without the s of the plural.
# Made by mesh_synonyms.py from MeSH 2024, Medical Subject Headings of the U.S. National Library of Medicine, which
# does not endorse this program."""


def singular(word):
    """The rule that synonyms.cc applies to the words of a query."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def words_of(term):
    if not re.fullmatch(r"[A-Za-z ,/-]+", term):
        return []
    parts = term.split(", ")
    if len(parts) > 2:
        return []
    words = [singular(word) for word in re.split(r"[ ,/-]+", " ".join(reversed(parts)).lower()) if word]
    fits = 0 < len(words) <= MOST_WORDS and 3 <= len(" ".join(words)) <= MOST_LETTERS
    return words if fits else []


def main():
    descriptors = {}
    with open(sys.argv[1], encoding="utf-8") as table:
        next(table)
        for line in table:
            columns = line.rstrip("\n").split("\t")
            words = [] if columns[6] in LEFT_OUT else words_of(columns[3])
            if words:
                same_words = frozenset(word.rstrip("e") for word in words)
                descriptors.setdefault(columns[0], {}).setdefault(same_words, " ".join(words))
    print(HEADER)
    for terms in descriptors.values():
        if len(terms) > 1:
            print("|".join(list(terms.values())[:MOST_TERMS]))


main()
