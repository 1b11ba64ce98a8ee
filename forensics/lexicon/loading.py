"""Map the data that ships into memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.lexicon.lexicon import UNKNOWN, Lexicon
from forensics.lexicon.pairs import UserPair, merged, of_users, shipped

if TYPE_CHECKING:
    import numpy as np

    from forensics.lexicon.ngrams import NgramModel
    from forensics.lexicon.thesaurus import Thesaurus

_DATA = Path(str(files("forensics.lexicon"))) / "data"


def load(without_pages: Sequence[str] = (), pairs: Iterable[UserPair] = ()) -> Lexicon:
    """Return the shipped lexicon with users' `pairs`, less the pairs known only from `without_pages`.

    Page identifiers are those of the shipped pairs' table; unknown ones leave nothing out.
    """
    with (_DATA / "pairs.tsv").open(encoding="utf-8") as lines:
        table = merged(chain(shipped(lines, frozenset(without_pages)), of_users(pairs)))
    longest: dict[str, int] = {}
    for observed in table:
        longest[observed[0]] = max(longest.get(observed[0], 0), len(observed))
    terms, numbers = _terms()
    return Lexicon(terms, numbers, table, longest, _thesaurus(), _ngrams())


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

    links = (_array(f"links-{name}") for name in ("starts", "originals", "flags", "strengths"))
    return Thesaurus(*links, _array("phrase-words"))


def _array(name: str) -> np.ndarray[Any, np.dtype[Any]]:
    import numpy as np

    mapped: np.ndarray[Any, np.dtype[Any]] = np.load(_DATA / f"{name}.npy", mmap_mode="r").view(np.ndarray)
    return mapped
