"""What a spinner can write for what: the pairs that spinners were seen to write, tables, and a thesaurus inflected."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from bench.texts.places import DOWNLOADS, PAIRS
from forensics.lexicon import Lexicon, load
from forensics.lexicon.families import USERS, WITH_PAIRS, FamilyName
from forensics.lexicon.thesaurus import MOBY, WORDNET

Options = Sequence[tuple[str, float]]  # what may be written, each with its weight

# Spinners that write the pairs of a family: those of WordNet's neighbours share their name with the thesaurus itself.
FAMILIES: Mapping[str, FamilyName] = {
    "wordnet-pairs" if family.name == "wordnet" else family.name: family.name
    for family in WITH_PAIRS
    if family is not USERS
}
MIXED = "tortured+"  # tortured pairs, and WordNet for every third word: real pages hold as many words that no list has
_ONE_IN = 3
_TAGS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBZ", "VBP"),
    "ADJ": ("JJ",),
    "ADV": ("RB",),
}


class Vocabulary(Protocol):
    """What a spinner knows; `longest` is the most words that it replaces at once."""

    @property
    def longest(self) -> int: ...

    def options(self, keys: tuple[str, ...]) -> Options:
        """Return what may be written for words (lower-case, as tokens have them); nothing for those not known."""


class Table:
    """A vocabulary of (observed, original, weight), both as they are written."""

    def __init__(self, rows: Iterable[tuple[str, str, float]]) -> None:
        found: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
        for observed, original, weight in rows:
            if observed != original:
                found[tuple(original.split())].append((observed, weight))
        self._found = dict(found)
        self.longest = max(map(len, found), default=1)

    def options(self, keys: tuple[str, ...]) -> Options:
        """See `Vocabulary.options`."""
        return self._found.get(keys, ())


class Thesaurus:
    """A vocabulary of the links that ship, looked up by lemma and inflected like the word that they replace.

    `kinds` are the flags of the links (forensics.lexicon.thesaurus). Words of one stem are no synonyms.
    """

    longest = 1

    def __init__(self, kinds: int) -> None:
        self._by_lemma = _substitutes(load(), kinds)
        self._by_word: dict[str, Options] = {}

    def options(self, keys: tuple[str, ...]) -> Options:
        """See `Vocabulary.options`."""
        (key,) = keys
        if key not in self._by_word:
            self._by_word[key] = [(written, 1.0) for written in self._inflected(key)]
        return self._by_word[key]

    def _inflected(self, key: str) -> list[str]:
        from lemminflect import getAllLemmas, getInflection

        for part, (lemma, *_) in sorted(getAllLemmas(key).items()):
            if part in _TAGS and (others := self._by_lemma.get(lemma)):
                tag = next((tag for tag in _TAGS[part] if key in getInflection(lemma, tag)), None)
                return [next(iter(getInflection(o, tag)), o) if tag else o for o in others]
        return []


def pair_rows() -> list[Mapping[str, str]]:
    """Return what spinners were seen to write, row by row."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def pair_table(families: Iterable[str] = ("autoblog",), pages: frozenset[str] | None = None) -> Table:
    """Return the spinner that the shipped pairs describe; `pages` keeps the pairs seen on those pages only."""
    return Table(pair_triples(families, pages))


def pair_triples(
    families: Iterable[str], pages: frozenset[str] | None = None
) -> Iterator[tuple[str, str, float]]:
    """Yield (observed, original, times seen) of the shipped pairs of some families, in lower case."""
    wanted = frozenset(families)
    for r in pair_rows():
        if r["family"] in wanted and (pages is None or pages & set(r["pages"].split(","))):
            for original in r["original"].split("|"):
                yield r["observed"].lower(), original.strip().lower(), float(r["count_in_spun"])


@cache
def table(name: str) -> Table:
    """Return a spinner by name: one of FAMILIES, MIXED, or a thesaurus' table (moby, wordnet or mythes).

    The tables stand in FORENSICS_CORPORA; tools/lexicon/spinner_tables.py makes them.
    """
    if name in FAMILIES:
        return pair_table((FAMILIES[name],))
    if name == MIXED:
        return Table(_mixed())
    return Table(_rows(name))


def _mixed() -> Iterator[tuple[str, str, float]]:
    known = list(pair_triples(("tortured",)))
    yield from known
    originals = {original for _, original, _ in known}
    for observed, original, weight in _rows("wordnet"):
        if original not in originals and hashlib.sha256(original.encode()).digest()[0] % _ONE_IN == 0:
            yield observed, original, weight


def _rows(name: str) -> Iterator[tuple[str, str, float]]:
    with (DOWNLOADS / f"{name}.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            observed, original, weight = line.rstrip("\n").split("\t")
            yield observed, original, float(weight)


@cache
def thesaurus(name: str) -> Thesaurus:
    """Return the vocabulary of one of the two thesauri that ship: moby or wordnet."""
    return Thesaurus({"moby": MOBY, "wordnet": WORDNET}[name])


def _substitutes(lexicon: Lexicon, kinds: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, observed in enumerate(lexicon.terms):
        if " " in observed or not observed.isalpha():
            continue
        for original, flags, _ in lexicon.thesaurus.of(number):
            if flags & kinds and observed[:5] != lexicon.terms[original][:5]:
                found.setdefault(lexicon.terms[original], []).append(observed)
    return {original: sorted(set(options)) for original, options in found.items()}
