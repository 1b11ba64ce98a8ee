"""Readings that East Asian pages set in small letters above words (ruby): told apart from the text."""

from __future__ import annotations

import re

_HAS_RUBY = re.compile(r"<r[tp]\b", re.I)


def without_readings(page: str) -> tuple[str, str]:
    """Return a page without the readings above its words, and these; the page itself where it has none.

    They say a word a second time: set into the line they part words, and no two editions have the same.
    (HTML Standard, 4.5.10 to 4.5.12)
    """
    if not _HAS_RUBY.search(page):
        return page, ""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return page, ""
    readings: list[str] = []
    for element in [*tree.iter("rt", "rp")]:
        if element.tag == "rt":
            readings.append(" ".join("".join(element.itertext()).split()))
        element.drop_tree()
    for element in [*tree.iter("ruby", "rb", "rbc", "rtc")]:
        element.drop_tag()  # what is left is a stretch of the line
    if not readings:
        return page, ""
    return html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"), " ".join(readings)
