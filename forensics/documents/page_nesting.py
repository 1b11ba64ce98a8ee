"""Pages whose text a parser would lose: what stands behind the end of the page, and what is nested too deep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

DEEPEST = 200
"""Elements within each other that are kept; libxml2 drops what is deeper than 256, with its text and without a word."""

_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
_TAG = re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9:-]*)[^<>]*>|!--)")
_RAW = ("script", "style", "textarea", "title", "noscript", "template", "iframe", "xmp")
# Elements that end by themselves where another begins, or that hold nothing: they nest only through the others.
_PARTS = frozenset("li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rt rp".split())
_FLAT = _PARTS | frozenset(
    "html head body p col area base br embed hr img input link meta source track wbr".split()
)
_WITH_PARTS = {"table": 4, "ul": 2, "ol": 2, "dl": 2, "select": 2, "ruby": 2}


def whole_page(page: str) -> tuple[str, tuple[str, ...]]:
    """Return a page of which a parser loses no text, and what is to be told, in linear time.

    What stands behind </body> is in the body (HTML Standard, 13.2.6.4.19): these ends are taken out. So are tags that
    are nested too deep, which is told; their text stays.
    """
    page = _ENDS.sub("", page)
    if page.count("<") <= DEEPEST:
        return page, ()
    deep = list(_too_deep(page))
    if not deep:
        return page, ()
    parts, at = [], 0
    for start, end in deep:
        parts += [page[at:start], " "]
        at = end
    told = f"nested more than {DEEPEST} deep: read without {len(deep):,} of its tags"
    return "".join([*parts, page[at:]]), (told,)


def _too_deep(page: str) -> Iterator[tuple[int, int]]:
    """Yield where the tags stand that begin or end an element within too many others."""
    lowered = page.lower()
    open_elements: list[tuple[str, int, bool]] = []  # name, weight, whether it is too deep
    held: Counter[str] = Counter()
    depth = at = 0
    while (tag := _TAG.search(page, at)) is not None:
        at = tag.end()
        closing, name = tag[1], (tag[2] or "").lower()
        if not name or (not closing and name in _RAW):
            at = lowered.find(f"</{name}" if name else "-->", at)
            if at < 0:
                return  # a comment or a script up to the end
        elif name in _FLAT or page[at - 2] == "/":
            if depth > DEEPEST and name in _PARTS:
                yield tag.span()
        elif not closing:
            weight = _WITH_PARTS.get(name, 1)
            deep = depth + weight > DEEPEST
            open_elements.append((name, weight, deep))
            held[name] += 1
            depth += weight
            if deep:
                yield tag.span()
        elif held[name]:
            while True:
                ended, weight, deep = open_elements.pop()
                held[ended] -= 1
                depth -= weight
                if ended == name:
                    break
            if deep:
                yield tag.span()
