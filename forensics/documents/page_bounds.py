"""Pages that are made to be slow: floods of tags and of attributes, which no parser takes in linear time."""

from __future__ import annotations

import re

from forensics.documents.model import UnreadableError

TAGS = 500_000
"""Tags of a page that is read; one with more is refused."""

ATTRIBUTES = 1_000
"""Attributes of a tag that are read; one with more is read without any, and that is told."""

_LONG = re.compile(rf"<[A-Za-z][^<>]{{{2 * ATTRIBUTES},}}+")
_BETWEEN = re.compile(r"[\s=\"'/]+")


def bounded_page(page: str) -> tuple[str, tuple[str, ...]]:
    """Return what `without_floods` does; raises UnreadableError for a page of too many tags."""
    if page.count("<") > TAGS:
        raise UnreadableError(f"more than {TAGS:,} tags")
    return without_floods(page)


def without_floods(page: str) -> tuple[str, tuple[str, ...]]:
    """Return a page without the attributes of tags that have too many, and what is to be told, in linear time."""
    floods = 0

    def bare(found: re.Match[str]) -> str:
        nonlocal floods
        if len(_BETWEEN.findall(found[0])) <= ATTRIBUTES:
            return found[0]
        floods += 1
        return _BETWEEN.split(found[0], maxsplit=1)[0]

    page = _LONG.sub(bare, page)
    told = (f"read {floods} tags without their more than {ATTRIBUTES:,} attributes",) if floods else ()
    return page, told
