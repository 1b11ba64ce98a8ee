"""Map the data that ships into memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.lexicon.families import counted_with
from forensics.lexicon.lexicon import UNKNOWN, Lexicon
from forensics.lexicon.pairs import Pair, UserPair, merged, of_users, shipped

if TYPE_CHECKING:
    import numpy as np

    from forensics.lexicon.ngrams import NgramModel
    from forensics.lexicon.thesaurus import Thesaurus

_DATA = Path(str(files("forensics.lexicon"))) / "data"


def load(without_pages: Sequence[str] = (), pairs: Iterable[UserPair] = ()) -> Lexicon:
    """Return the shipped lexicon with users' `pairs`, less the pairs known only from `without_pages`.

    Page identifiers are those of the shipped pairs' table; unknown ones leave nothing out (see `unknown_pages`).
    """
    return _loaded(frozenset(without_pages), tuple(pairs))


@lru_cache(maxsize=2)
def _loaded(without_pages: frozenset[str], pairs: tuple[UserPair, ...]) -> Lexicon:
    # spin and trace ask for the same lexicon in one run.
    with (_DATA / "pairs.tsv").open(encoding="utf-8") as lines:
        table = merged(chain(shipped(lines, without_pages), of_users(pairs)))
    longest: dict[str, int] = {}
    for observed in table:
        longest[observed[0]] = max(longest.get(observed[0], 0), len(observed))
    terms, numbers = _terms()
    written, replaced = _habits(table, numbers)
    return Lexicon(terms, numbers, table, longest, written, replaced, _thesaurus(), _ngrams())


def unknown_pages(wanted: Iterable[str]) -> list[str]:
    """Return those of the `wanted` pages on which no shipped pair was seen: leaving them out changes nothing."""
    rows = (_DATA / "pairs.tsv").read_text("utf-8").splitlines()[1:]
    known = {page for row in rows for page in row.split("\t")[4].split(",")}
    return [page for page in wanted if page not in known]


def _habits(
    table: Mapping[tuple[str, ...], tuple[Pair, ...]], numbers: Mapping[str, int]
) -> tuple[dict[tuple[str, ...], float], dict[str, dict[int, float]]]:
    """Return how many pages anything was written on for each original, and the same by family for single words."""
    written: dict[tuple[str, ...], float] = {}
    replaced: dict[str, dict[int, float]] = {}
    for pairs in table.values():
        for pair in pairs:
            written[pair.original] = written.get(pair.original, 0.0) + pair.pages
            # A pair seen in one inflection makes the others likely, not sure; a longer phrase is replaced as one.
            if len(pair.original) == 1 and len(pair.observed) <= 2 and not pair.inflected:
                number = numbers.get(pair.original[0])
                if number is not None:
                    pages = replaced.setdefault(counted_with(pair.family).name, {})
                    pages[number] = pages.get(number, 0.0) + pair.pages
    return written, replaced


@lru_cache(maxsize=1)
def _terms() -> tuple[list[str], dict[str, int]]:
    words = (_DATA / "words.txt").read_text("utf-8").split("\n")[:-1]
    phrases = (_DATA / "phrases.txt").read_text("utf-8").split("\n")[:-1]
    terms = words + phrases
    numbers = {term: i for i, term in enumerate(terms)}
    assert UNKNOWN in numbers
    return terms, numbers


@lru_cache(maxsize=1)
def _ngrams() -> NgramModel:
    from forensics.lexicon.ngrams import NgramModel
    from forensics.lexicon.xormap import XorMap

    bigrams, trigrams = (
        XorMap(_array(f"{name}-checks"), tuple(_array(f"{name}-values"))) for name in ("bigrams", "trigrams")
    )
    return NgramModel(_array("unigrams"), bigrams, trigrams)


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
    import numpy as np

    mapped: np.ndarray[Any, np.dtype[Any]] = np.load(_DATA / f"{name}.npy", mmap_mode="r").view(np.ndarray)
    return mapped
