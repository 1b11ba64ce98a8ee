"""What spinners write for what: the pairs that ship, and those that a user adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_PHRASE = 4  # words on either side of a user's pair; 99 in 100 shipped pairs have no more on either
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class UserPair:
    """A user's own knowledge: spinners write `observed` where `original` stood.

    Both are one to four words (case is ignored); `weight` counts the pages that it was seen on, one when
    nothing more is known; `source` says where it comes from and is shown in the evidence.
    """

    observed: str
    original: str
    weight: float = 1.0
    source: str = "user lexicon"


@dataclass(frozen=True, slots=True)
class Pair:
    """Spinners of `family` wrote `observed` for `original` on `pages` pages; both are lower-case words.

    `inflected` tells a pair that was seen in another inflection only; `source` is empty for what ships.
    """

    observed: tuple[str, ...]
    original: tuple[str, ...]
    family: str
    pages: float
    inflected: bool = False
    source: str = ""


def keys(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as dictionaries know them: lower case, straight apostrophes."""
    return tuple(_WORD.findall(phrase.lower().replace("’", "'").replace("‑", "-")))


def shipped(lines: Iterable[str], without_pages: frozenset[str] = frozenset()) -> Iterator[Pair]:
    """Yield the pairs of a table with a header line, leaving out those known only from `without_pages`."""
    rows = iter(lines)
    next(rows, None)
    for row in rows:
        family, observed, originals, basis, pages, _ = row.rstrip("\n").split("\t")
        seen = set(pages.split(",")) - without_pages
        if seen:
            for original in originals.split("|"):
                yield Pair(keys(observed), keys(original), family, float(len(seen)), basis == "inflected")


def of_users(pairs: Iterable[UserPair]) -> Iterator[Pair]:
    """Yield users' pairs as the lexicon holds them; empty or unchanged ones are dropped."""
    for pair in pairs:
        observed, original = keys(pair.observed), keys(pair.original)
        if observed and original and observed != original:
            yield Pair(observed, original, "user", pair.weight, source=pair.source)


def merged(pairs: Iterable[Pair]) -> dict[tuple[str, ...], tuple[Pair, ...]]:
    """Return observed words -> its pairs, one for each original: seen beats inflected, then most pages."""
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], Pair] = {}
    for pair in pairs:
        if not pair.observed or not pair.original or pair.observed == pair.original:
            continue
        old = best.get((pair.observed, pair.original))
        if old is None or (old.inflected, -old.pages) > (pair.inflected, -pair.pages):
            best[pair.observed, pair.original] = pair
    found: dict[tuple[str, ...], list[Pair]] = {}
    for pair in best.values():
        found.setdefault(pair.observed, []).append(pair)
    return {
        observed: tuple(sorted(some, key=lambda p: (p.inflected, -p.pages, p.original)))
        for observed, some in found.items()
    }
