"""Reference lists: the entries under a heading, or a run of full entries without one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forensics.lang import language

LONGEST_ENTRY = 500
"""Characters; a longer line is no reference."""
LEAST_BARE = 3
"""So many full entries in a row are a list without a heading."""
MOST_WRAPPED = 3
"""An entry may run over this many further lines."""

_YEAR = r"\(?\b(?:1[5-9]\d\d|20\d\d)[a-z]?\b\)?|\(n\.\s?d\.\)|\bin press\b"
_HAS_YEAR = re.compile(_YEAR)
_NUMBERED = re.compile(r"(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s*\S")
_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}"
_PARTICLE = "|".join(sorted(language("en").names.particles))
_AUTHOR = re.compile(
    rf"(?:(?:{_PARTICLE})\s+)*{_NAME}(?:\s{_NAME})?,\s+"
    r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w-]{1,20}\b)"
)
_INITIALS = re.compile(r"[A-ZÀ-Þ][\w'’-]{1,30}\s[A-Z]{1,3}(?:,|\.|\s\()")
_GROUP = re.compile(r"[A-ZÀ-Þ][^.]{2,80}\.?\s\((?:1[5-9]\d\d|20\d\d|n\.\s?d\.)")
_PUBLISHED = re.compile(
    r"\bdoi\b|https?://|\b\d{1,4}\s?\(\d{1,3}\)|\bpp?\.\s?\d|\b\d{1,4}[-–]\d{1,4}\b|\bvol\.|\bPress\b|\bJournal\b"
    r"|\bRetrieved\b|\bAccessed\b|\bISBN\b|\bet al\b|\beds?\.|\bProceedings\b|\barXiv\b|(?-i:\b[A-Z]\w+:\s[A-Z]\w+)",
    re.IGNORECASE,
)


def list_end(lines: Sequence[str], first: int) -> int:
    """Return where the entries end that begin at line `first`; `first` itself where no entry stands there."""
    last = first
    while last < len(lines):
        if is_entry(lines[last]):
            last += 1
            continue
        if last == first:
            break
        wrapped = _next_entry(lines, last)
        if wrapped == last:
            break
        last = wrapped
    if first < last < len(lines) and _continues(lines[last - 1], lines[last]):
        last += 1
    return last


def bare_list_end(lines: Sequence[str], first: int) -> int:
    """Return where a list without a heading ends; `first` where fewer than three full entries follow each other."""
    last = first
    while last < len(lines) and _is_full(lines[last]):
        last += 1
    return last if last - first >= LEAST_BARE else first


def is_entry(line: str) -> bool:
    """Say whether a line under a heading reads as a reference: a number or an author, and a year or a journal."""
    if len(line) > LONGEST_ENTRY:
        return False
    dated = _HAS_YEAR.search(line) is not None
    published = _PUBLISHED.search(line) is not None
    if _NUMBERED.match(line):
        return dated or published
    begins = _AUTHOR.match(line) or _INITIALS.match(line) or _GROUP.match(line)
    return (begins is not None and (dated or published)) or line.startswith(("http://", "https://", "doi:"))


def _is_full(line: str) -> bool:
    """Without a heading an entry must give author, year and where it appeared."""
    bare = re.sub(r"^(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s*", "", line[:LONGEST_ENTRY])
    named = _AUTHOR.match(bare) or _INITIALS.match(bare)
    return (
        named is not None
        and len(line) <= LONGEST_ENTRY
        and _HAS_YEAR.search(bare) is not None
        and _PUBLISHED.search(bare) is not None
    )


def _next_entry(lines: Sequence[str], at: int) -> int:
    for index in range(at + 1, min(len(lines), at + MOST_WRAPPED + 1)):
        if len(lines[index - 1]) > 200:
            return at
        if is_entry(lines[index]):
            return index
    return at


def _continues(entry: str, line: str) -> bool:
    """Say whether the last entry's end stands on a further line: it breaks off, and the line is short and dated."""
    return not entry.endswith((".", "]", ")")) and len(line) <= 120 and _PUBLISHED.search(line) is not None
