"""What scholarly fields call things, and the phrases that spinners are known to have made of such terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from forensics.lexicon.pairs import keys

_DATA = Path(__file__).parent / "data"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terminology:
    """Terms of two to four words, and tortured phrases with the term that each stands for, by their first word."""

    terms: frozenset[Words]
    phrases: Mapping[str, tuple[tuple[Words, Words], ...]]


@lru_cache(maxsize=1)
def terminology() -> Terminology:
    """Return the terms and phrases that ship (tools/lexicon/terms_build.py)."""
    terms = frozenset(tuple(line.split()) for line in (_DATA / "terms.txt").read_text("utf-8").splitlines())
    rows = (line.split("\t") for line in (_DATA / "tortured.tsv").read_text("utf-8").splitlines()[1:])
    by_first: dict[str, list[tuple[Words, Words]]] = {}
    for observed, term in rows:
        phrase = keys(observed)
        by_first.setdefault(phrase[0], []).append((phrase, keys(term)))
    # The longest phrase first: "sign to commotion proportion" holds "sign to commotion".
    return Terminology(
        terms, {first: tuple(sorted(some, key=lambda p: (-len(p[0]), p))) for first, some in by_first.items()}
    )
