"""Which words a spun word may stand for: what names and page furniture are un-spun with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from forensics.lang import language

OriginalsOf = Callable[[str], Iterable[str]]
"""Given a word or a short phrase (lower case, single spaces), the words or phrases that it may stand for."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in language("en").lines("links.tsv"))
    return {observed: tuple(originals.split("|")) for observed, originals in rows}


@lru_cache(maxsize=50_000)
def originals_of(phrase: str) -> tuple[str, ...]:
    """Return what `phrase` (lower case) may stand for: by the words of names and furniture, and spinners' pairs.

    A thesaurus is left out on purpose: it links both ways, and so would rename outlets that do exist.
    """
    from forensics import lexicon

    pairs = lexicon.load().pairs.get(tuple(phrase.split(" ")), ())
    written = (" ".join(pair.original) for pair in pairs)
    return tuple(dict.fromkeys((*_table().get(phrase, ()), *written)))
