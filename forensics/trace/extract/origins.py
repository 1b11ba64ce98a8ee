"""What one text, and its record, say of where it comes from: forms of a release, agencies, credits, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from forensics.documents.model import Document
from forensics.lang import language
from forensics.text.annotate import AnnotatedText
from forensics.trace.extract.outlets import named_at, resolve
from forensics.trace.result import Claim, Fact

# Code points of a text's head in which a full date is the text's own: its dateline, or "published" above it.
_HEAD = 400
# Words at either end of a text in which an outlet that is named is credited: byline, dateline, last line.
_CREDITS = 60
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What a list of outlets adds to a name: "CNN (Web News)", "New York Times - News".
_DESK = re.compile(r"\s*(?:\(.*\)|\s[-–—]\s.*)$")
_WORDS = language("en").origins


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one text comes from, as far as it says so.

    `release_forms` counts the forms of a press release in it, `retold` the phrases that tell of a publication from
    outside; `outlet` is who published it by its record, `agency` whether that is a news agency, `credited` the outlets
    that it cites, or names at its head or foot; `recorded` is the day of its record, `day` the same or else the one at
    its head.
    """

    release_forms: int = 0
    retold: int = 0
    outlet: str | None = None
    agency: bool = False
    credited: frozenset[str] = frozenset()
    day: date | None = None
    recorded: date | None = None


def find_origin(
    document: Document, text: AnnotatedText, facts: Sequence[Fact] = (), claims: Sequence[Claim] = ()
) -> Origin:
    """Return what `document` says of where it comes from; its record's fields `date` and `outlet` are believed."""
    recorded = _day(document.metadata.get("date") or "")
    outlet = _outlet(document.metadata.get("outlet") or "")
    return Origin(
        release_forms=len(set(_found(_WORDS.release_forms, text.text))),
        retold=len(_found(_WORDS.retold, text.text)),
        outlet=outlet,
        agency=outlet in _WORDS.agencies,
        credited=frozenset({c.outlet for c in claims if c.cited == "media"} | set(_named(text))),
        day=recorded or _head_day(facts),
        recorded=recorded,
    )


def _outlet(name: str) -> str | None:
    bare = _DESK.sub("", name).strip()
    known = resolve(bare) if bare else None
    return known.name if known else bare or None


def _found(phrases: tuple[str, ...], text: str) -> list[str]:
    return _pattern(phrases).findall(text.lower())


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, phrase.split(" "))) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")


def _named(text: AnnotatedText) -> Iterator[str]:
    """Yield the outlets that are named in the first and last words of a text."""
    words = text.bare_words
    ends = [range(min(_CREDITS, len(words))), range(max(_CREDITS, len(words) - _CREDITS), len(words))]
    for places in ends:
        for k in places:
            named = named_at(text.text, words, k)
            if named is not None and named.outlet.kind == "media":
                yield named.outlet.name


def _head_day(facts: Iterable[Fact]) -> date | None:
    days = (
        f.normalised for f in facts if f.kind == "date" and f.start < _HEAD and _DAY.fullmatch(f.normalised)
    )
    return next(filter(None, map(_day, days)), None)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
