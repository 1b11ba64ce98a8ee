"""Map the data that ships into memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.lang.en.words import words
from forensics.lang.strings import Strings, mapped
from forensics.lexicon.habits import Habits, Pairs, habits
from forensics.lexicon.lexicon import Lexicon
from forensics.lexicon.pairs import UserPair, merged, of_users, shipped
from forensics.lexicon.shipped_pairs import PairArrays, ShippedPairs
from forensics.lexicon.terms import Numbers, Terms

if TYPE_CHECKING:
    import numpy as np

    from forensics.lexicon.ngrams import NgramModel
    from forensics.lexicon.thesaurus import Thesaurus
    from forensics.lexicon.vectors import WordVectors

_DATA = Path(__file__).parent / "data"


def load(without_pages: Sequence[str] = (), pairs: Iterable[UserPair] = ()) -> Lexicon:
    """Return the shipped lexicon with users' `pairs`, less the pairs known only from `without_pages`.

    Page identifiers are those of the shipped pairs' table; unknown ones leave nothing out (see `unknown_pages`).
    """
    return _loaded(frozenset(without_pages), tuple(pairs))


@lru_cache(maxsize=2)
def _loaded(without_pages: frozenset[str], pairs: tuple[UserPair, ...]) -> Lexicon:
    # spin and trace ask for the same lexicon in one run.
    terms, numbers = _terms()
    if without_pages or pairs:
        table, counted = _read(without_pages, pairs, numbers)
    else:
        arrays = PairArrays.opened(_DATA)
        table, counted = ShippedPairs(arrays), arrays.habits()
    return Lexicon(
        terms,
        numbers,
        table,
        counted.longest,
        counted.written,
        counted.replaced,
        _thesaurus(),
        _ngrams(),
        _vectors(),
    )


def _read(
    without_pages: frozenset[str], pairs: tuple[UserPair, ...], numbers: Mapping[str, int]
) -> tuple[Pairs, Habits]:
    """Return the pairs of the table and the user, and what follows from them: what no array was made for."""
    with (_DATA / "pairs.tsv").open(encoding="utf-8") as lines:
        table = merged(chain(shipped(lines, without_pages), of_users(pairs)))
    return table, habits(table, numbers)


def unknown_pages(wanted: Iterable[str]) -> list[str]:
    """Return those of the `wanted` pages on which no shipped pair was seen: leaving them out changes nothing."""
    rows = (_DATA / "pairs.tsv").read_text("utf-8").splitlines()[1:]
    known = {page for row in rows for page in row.split("\t")[4].split(",")}
    return [page for page in wanted if page not in known]


@lru_cache(maxsize=1)
def _terms() -> tuple[Terms, Numbers]:
    phrases = Strings(_DATA, "phrases")
    return Terms(words(), phrases), Numbers(words(), phrases)


@lru_cache(maxsize=1)
def _ngrams() -> NgramModel:
    from forensics.lexicon.ngrams import NgramModel
    from forensics.lexicon.xormap import XorMap

    bigrams, trigrams = (
        XorMap(_array(f"{name}-checks"), tuple(_array(f"{name}-values"))) for name in ("bigrams", "trigrams")
    )
    return NgramModel(_array("unigrams"), bigrams, trigrams)


@lru_cache(maxsize=1)
def _vectors() -> WordVectors:
    from forensics.lexicon.vectors import WordVectors

    return WordVectors(rows=_array("vectors-rows"), vectors=_array("vectors"))


@lru_cache(maxsize=1)
def _thesaurus() -> Thesaurus:
    from forensics.lexicon.thesaurus import Thesaurus

    return Thesaurus(
        starts=_array("links-starts"),
        originals=_array("links-originals"),
        flags=_array("links-flags"),
        strengths=_array("links-strengths"),
        phrases=_array("phrase-words"),
    )


def _array(name: str) -> np.ndarray[Any, np.dtype[Any]]:
    return mapped(_DATA / f"{name}.npy")
