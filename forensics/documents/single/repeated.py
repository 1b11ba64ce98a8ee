"""Paragraphs that a page repeats: taking out its main text may keep one of them only."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

# The plain beginning of a paragraph, as much of it as tells one from another; chosen: shorter ones are kept.
_BEGINNING = re.compile(r"<p\b[^<>]*>\s*([^<>]{40,200}+)", re.I)


def repetitions(page: str, text: str) -> int:
    """Return how many paragraphs of `page` stand fewer times in its main `text` than they are repeated.

    One that is not in the text at all is no part of it.
    """
    counted = Counter(m[1] for m in _BEGINNING.finditer(page))
    repeated = {" ".join(unescape(one).split()): times for one, times in counted.items() if times > 1}
    found = {one: text.count(one) for one in repeated}
    return sum(max(0, times - found[one]) for one, times in repeated.items() if found[one])
