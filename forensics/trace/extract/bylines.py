"""Lines that say who wrote a report and when: bylines, timestamps, the agency alone."""

from __future__ import annotations

import re

from forensics.lang import language
from forensics.trace.result import ResidueKind

LONGEST = 140
"""Characters of such a line."""
MOST_WORDS = 16
HEAD = 8
"""A byline or a bare date stands in this many first lines, or in the last ones."""
TAIL = 3

_ENGLISH = language("en")
_CREDITS, _NAMES, _CALENDAR = _ENGLISH.credits, _ENGLISH.names, _ENGLISH.calendar
_PART = re.compile(r"\s*[|•·]\s*")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACE = re.compile(r"[A-Z][A-Z ]{2,20}[:,]\s*")
_NAME = re.compile(r"[A-ZÀ-Þ](?:\.|[\w'’-]*[a-zà-ÿ])|[A-ZÀ-Þ]{3,}")
_MONTH = "|".join(m.upper() for m in _CALENDAR.months)
# Bylines that lost a space: "BYJANE DOE", "By JANE DOEMAY 3, 2023", "Jane DoeContact Reporter".
_GLUED = re.compile(
    rf"BY[A-Z]{{3,}}(?: [A-Z'’-]{{2,}}){{1,2}}$|By [A-Z .'’-]{{5,50}}(?:{_MONTH}) \d{{1,2}}, \d{{4}}$"
    r"|[A-Z][\w. '’-]{4,40}[a-z]Contact\s?Reporter$"
)
_LABEL = re.compile(r"(?:Author|BYLINE|Byline|Reporter)s?:\s*(?:[Bb]y\s+)?(?=[A-Z])")
_SIGNED = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},\s+(?P<job>[A-Za-z' -]{4,40})$")


def signature(line: str, from_top: int, from_bottom: int) -> ResidueKind | None:
    """Return what a whole line says about who wrote and when; None for prose.

    `from_top` and `from_bottom` count the lines before and after it. The parts of "By A B | May 3, 2023" are read
    apart, and each must be such a statement.
    """
    if len(line) > LONGEST:
        return None
    edge = from_top < HEAD or from_bottom < TAIL
    if is_timestamp(_PART.sub(" ", line), bare=edge):
        return "timestamp"  # "20 JULY 2016 • 6:00AM"
    parts = [part for part in _PART.split(line.strip(" |•·")) if part]
    kinds = [_kind_of_part(part, edge=edge) for part in parts]
    if not kinds or None in kinds:
        return None
    return next((k for k in ("byline", "agency_credit", "timestamp") if k in kinds), None)


def _kind_of_part(part: str, *, edge: bool) -> ResidueKind | None:
    if is_timestamp(part, bare=edge):
        return "timestamp"
    if part in _CREDITS.agencies or part.strip("()—–- ") in _CREDITS.agencies:
        return "agency_credit"
    return "byline" if edge and is_byline(part) else None


def is_byline(shown: str) -> bool:
    """Say whether `shown` is a byline and nothing else: "By Jane Doe, Staff Writer"."""
    if _GLUED.match(shown):
        return True
    shown = _LABEL.sub("By ", shown, count=1)
    words = shown.replace(":", " ").split()
    if not 2 <= len(words) <= MOST_WORDS or shown.endswith(("?", "!", "…")):
        return False
    keys = [word.strip(".,;()").lower() for word in words]
    if all(word[0].isupper() for word in words) and keys[0] not in _CREDITS.by:
        return _is_name_and_job(words, keys)
    signed = _SIGNED.match(shown)
    if signed is not None and keys[0] not in _CREDITS.by:
        return keys[-1] in _CREDITS.jobs and "the" not in keys and keys[0] not in _NAMES.not_names
    first = 1 if keys[0] in _CREDITS.before_by else 0
    if len(keys) < first + 2 or keys[first] not in _CREDITS.by:
        return False
    if shown.endswith(".") and not _CREDITS.jobs.intersection(keys):
        return False
    return names_only(words[first + 1 :])


def _is_name_and_job(words: list[str], keys: list[str]) -> bool:
    """Say whether words are a name and what its bearer is: "Jane Doe Science Correspondent"."""
    if keys[-1] not in _CREDITS.jobs or "," in "".join(words[:1]):
        return False
    first = next((n for n, key in enumerate(keys) if key in _CREDITS.in_names | _CREDITS.jobs), len(keys))
    return 2 <= first <= 3 and all(key not in _NAMES.never_names for key in keys[:first])


def is_bare_name(shown: str) -> bool:
    """Say whether a line is a name of two or three words and nothing else; by itself that is no byline yet."""
    words = shown.split()
    if not 2 <= len(words) <= 3 or not all(_NAME.fullmatch(word) for word in words):
        return False
    keys = [word.strip(".").lower() for word in words]
    months = {*_CALENDAR.months, *_CALENDAR.short_months, *_CALENDAR.weekdays}
    return not any(key in _NAMES.never_names or key in months or key in _NAMES.titles for key in keys)


def names_only(words: list[str]) -> bool:
    """Say whether `words` hold names and what stands among names alone, a name first."""
    if not words or not words[0][0].isupper():
        return False
    start = words[0].strip(".,;()").lower()
    following = words[1:2] if start == "the" else words[:1]
    if not following or not following[0][0].isupper():
        return False
    key = following[0].strip(".,;()").lower()
    if (
        key in _NAMES.never_names
        or key in _NAMES.determiners
        or key in _CALENDAR.months
        or key in _CALENDAR.short_months
    ):
        return False
    return all(
        word[0].isupper() or word.strip(".,;()'’") in _CREDITS.in_names or word == "&" or "@" in word
        for word in words
    )


def is_timestamp(shown: str, *, bare: bool) -> bool:
    """Say whether `shown` is a time of publication and nothing else; `bare`: a date without a label counts."""
    if _PLACE.match(shown) and any(c.isdigit() for c in shown):
        shown = _PLACE.sub("", shown, count=1)
    if shown[:1].islower() and not shown[:1].isdigit():
        return False
    keys = [token.lower() for token in _TOKEN.findall(shown)]
    if not 2 <= len(keys) <= 24 or not any(key.isdigit() for key in keys):
        return False
    labelled = not _CREDITS.stamps.isdisjoint(keys[:4])
    if not all(key.isdigit() or key in _CREDITS.stamp_words or key in _CREDITS.stamps for key in keys):
        return False
    month = any(key in _CALENDAR.months or key in _CALENDAR.short_months for key in keys)
    clock = _CLOCK.search(shown) is not None or (labelled and not _CREDITS.clocks.isdisjoint(keys))
    ago = keys[-1] == "ago"
    dated = _NUMERIC.search(shown) is not None or (
        month and _YEAR.search(shown) is not None and sum(key.isdigit() for key in keys) >= 2
    )
    if labelled:
        return month or clock or ago or dated
    return bare and (dated or ago or (clock and month)) and not shown.endswith((".", ","))
