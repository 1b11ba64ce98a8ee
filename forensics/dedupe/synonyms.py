"""Texts folded along the pairs that ship of what spinners write for what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from threading import Lock

from forensics.lexicon.pairs import merged, shipped
from forensics.text.synonyms import SynonymFold

_LOADING = Lock()


def without_synonyms(texts: Sequence[str]) -> list[str]:
    """Return `texts` folded; the pairs are read once in each process."""
    with _LOADING:  # threads that begin together would each read them
        fold = _loaded().fold
    return list(map(fold, texts))


@cache
def _loaded() -> SynonymFold:
    table = files("forensics.lexicon") / "data" / "pairs.tsv"
    found = merged(shipped(table.read_text("utf-8").splitlines(keepends=True)))
    return SynonymFold(
        (pair.observed, pair.original, pair.pages) for pairs in found.values() for pair in pairs
    )
