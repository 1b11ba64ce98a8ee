"""What spinners write for what: the pairs that ship, and those that a user adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forensics.lexicon.families import USERS

LIST = "list"  # stands for a page where a pair comes from a published list of phrases
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
class SpinnerPair:
    """Spinners wrote `observed` for `original` on `pages` pages; both are lower-case words.

    `families` are the labels of those that did, each with its pages, the most first; `inflected` tells a pair that was
    seen in another inflection only; `source` is empty for what ships.
    """

    observed: tuple[str, ...]
    original: tuple[str, ...]
    families: tuple[tuple[str, float], ...]
    pages: float
    inflected: bool = False
    source: str = ""

    @property
    def family(self) -> str:
        """The family that was seen to write it on most pages."""
        return self.families[0][0]


def keys(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as dictionaries know them: lower case, straight apostrophes."""
    return tuple(_WORD.findall(phrase.lower().replace("’", "'").replace("‑", "-")))


def shipped(lines: Iterable[str], without_pages: frozenset[str] = frozenset()) -> Iterator[SpinnerPair]:
    """Yield the pairs of a table with a header line, leaving out those known only from `without_pages`.

    A pair from a published list (page LIST) counts as many pages as phrases of the list hold it.
    """
    rows = iter(lines)
    next(rows, None)
    for row in rows:
        family, observed, originals, basis, pages, count = row.rstrip("\n").split("\t")
        seen = set(pages.split(",")) - without_pages
        if seen:
            times = float(count) if seen == {LIST} else float(len(seen))
            for original in originals.split("|"):
                yield SpinnerPair(
                    keys(observed), keys(original), ((family, times),), times, basis == "inflected"
                )


def of_users(pairs: Iterable[UserPair]) -> Iterator[SpinnerPair]:
    """Yield users' pairs as the lexicon holds them; empty or unchanged ones are dropped."""
    for pair in pairs:
        observed, original = keys(pair.observed), keys(pair.original)
        if observed and original and observed != original:
            yield SpinnerPair(
                observed, original, ((USERS.name, pair.weight),), pair.weight, source=pair.source
            )


def merged(pairs: Iterable[SpinnerPair]) -> dict[tuple[str, ...], tuple[SpinnerPair, ...]]:
    """Return observed words -> its pairs, one for each original: seen beats inflected, then most pages.

    Where several families write a pair it counts the pages of all; what a user adds to a shipped pair is its weight.
    """
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], list[SpinnerPair]] = {}
    for pair in pairs:
        if pair.observed and pair.original and pair.observed != pair.original:
            some = best.setdefault((pair.observed, pair.original), [])
            if some and some[0].inflected and not pair.inflected:
                some.clear()
            if not some or some[0].inflected == pair.inflected:
                some.append(pair)
    found: dict[tuple[str, ...], list[SpinnerPair]] = {}
    for (observed, _), some in best.items():
        found.setdefault(observed, []).append(_together(some))
    return {
        observed: tuple(sorted(some, key=lambda p: (p.inflected, -p.pages, p.original)))
        for observed, some in found.items()
    }


def _together(some: Sequence[SpinnerPair]) -> SpinnerPair:
    """Return what rows of one observed phrase and one original say together."""
    if len(some) == 1:
        return some[0]
    pages: dict[str, float] = {}
    heaviest = max((p for p in some if p.source), key=lambda p: p.pages, default=None)
    for pair in some:
        if not pair.source:
            for label, seen in pair.families:
                pages[label] = pages.get(label, 0.0) + seen
    if heaviest is None or (pages and sum(pages.values()) >= heaviest.pages):
        weight, source = sum(pages.values()), ""
    else:
        weight, source = heaviest.pages, heaviest.source
    families = tuple(sorted(pages.items(), key=lambda item: (-item[1], item[0])))
    return replace(some[0], families=families or ((USERS.name, weight),), pages=weight, source=source)
