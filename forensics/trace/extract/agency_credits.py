"""Credits within prose or alone: agencies, contributors, and those who made a picture."""

from __future__ import annotations

import re

from forensics.lang import language
from forensics.text.spans import Span
from forensics.trace.extract.bylines import names_only
from forensics.trace.extract.outlets import resolve
from forensics.trace.result import ResidueKind

LONGEST = 400
"""Characters of a credit that is a whole sentence or line."""
REACH = 120
"""Characters from the end of a line within which a credit at its end begins."""

_CREDITS = language("en").credits
_AGENCY = "|".join(re.escape(a) for a in sorted(_CREDITS.agencies, key=len, reverse=True))
_SIGN = "|".join(re.escape(a) for a in sorted(_CREDITS.agencies, key=len, reverse=True) if " " not in a)
_STORY = r"(?:report|story|article|piece|dispatch)"
_WORKED = re.compile(
    r"\(?(?:Contributing:|(?:additional\s+)?(?:reporting|writing|editing|compiled|research)(?:\s+and\s+\w+)?\s+by)"
    r"\s+(?P<names>[A-Z].*)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    rf"\W{{0,3}}[A-Z].{{1,250}}\bcontributed\b(?:\s+\w+)?\s+(?:to|for)\s+(?:this|the)\s+{_STORY}\b.{{0,40}}$"
    r"|\W{0,3}[A-Z].{1,200}\bcontributed\s+(?:additional\s+)?(?:reporting|research)\b.{0,60}$"
    rf"|(?:The\s+)?(?:{_AGENCY})\s+(?:\w+\s){{0,2}}(?:writers?|reporters?|journalists?|correspondents?)\b.{{0,60}}"
    r"\bcontributed\b.{0,250}$"
)
_TWO = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,2}"
_CONTRIBUTORS = re.compile(rf"{_TWO}(?:,\s{_TWO})*(?:,?\sand\s{_TWO})?\s+contributed\.?$")
_REPORTED_FROM = re.compile(r"[A-Z].{3,120}\breported\s+from\s+[A-Z].{2,100}$")
_WRITTEN_BY = re.compile(
    rf"This\s+{_STORY}\s+was\s+(?:reported|written|produced|compiled)\s+by\s+[A-Z].{{2,200}}$"
)
_INPUTS = re.compile(
    r"\W{0,3}With\s+(?:inputs?|files|assistance|help|(?:additional\s+)?reporting|information|contributions?)\s+(?:from|by)\s+"
    r"(?P<names>[A-Z].{1,150})$"
)
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}})?\s*(?:{_AGENCY})$")
_DASHED = re.compile(r"\s*(?:—|–|--|-)\s?(?P<name>[A-Z][\w.'’ -]{1,30})$")
_CLOSING = re.compile(rf"(?<=[.!?”\"'’])\s*(?:\((?:{_SIGN})\)|(?:{_SIGN})(?:\s+[A-Z]{{2,4}}){{0,4}})$")
_PERSON = r"(?:[A-Z][\w'’-]{1,20}\s|[A-Z]\.\s){0,2}[A-Z][\w'’-]{1,20}"
_STOCK = (
    r"(?:Getty(?:\s+Images)?|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy|Corbis"
    r"|REUTERS|Reuters|AFP|AP|EPA|PA|Bloomberg)"
)
_BY = r"(?:(?:Photographer|Photograph|Photo|Image|Picture|Source|Credit):\s?)?"
_PICTURE = re.compile(
    r"\((?:AP|Associated\s+Press|AFP|PA|Reuters|REUTERS)\s+(?:Photos?|Images?)(?:/[^()]{1,80})?\)$"
    rf"|\((?:Photo|Image|Picture|Photograph|Credit|Courtesy|Source)s?(?:\s+credit|\s+by|\s+courtesy(?:\s+of)?)?\s*[:/]\s?[^()]{{2,80}}\)$"
    rf"|(?:{_BY}{_PERSON}/(?:[A-Z]\w+/)?{_STOCK}(?:\s+via\s+[A-Z][\w ]{{1,30}})?\s*){{1,3}}$"
    rf"|\b(?:REUTERS|AFP|AP|EPA)/{_PERSON}(?:/\w[\w ]{{1,30}})?$"
    rf"|\({_PERSON}/[A-Z][\w. ]{{2,40}}\s+via\s+{_STOCK}\)$"
    rf"|\({_PERSON}/(?:[\w ]{{1,30}}/)?{_STOCK}(?:\s+via\s+[A-Z][\w ]{{1,30}})?\)$"
)
_PIPED = re.compile(rf"\|\s+{_PERSON}/(?:[A-Z]\w+/)?{_STOCK}\b")
_CAPTION = re.compile(
    r"FILE\s*(?:PHOTO)?\s*[-–—:]\s|File\s+photo\s*[:–—-]|(?:Photo|Image|Picture|Photograph)s?"
    r"(?:\s+(?:credits?|by|courtesy(?:\s+of)?))?\s*:\s*\S|(?:Photo|Picture)s?\s+(?:by|courtesy\s+of)\s+[A-Z]"
    r"|(?:Enlarge\s+this\s+image\s+)?toggle\s+caption\b"
)


def credit_of(shown: str) -> ResidueKind | None:
    """Return what a whole sentence or line credits: the agency and contributors, or a picture; None for prose."""
    if len(shown) > LONGEST:
        return None
    if _COPYRIGHT.match(shown) or _CONTRIBUTED.match(shown) or _WRITTEN_BY.match(shown):
        return "agency_credit"
    found = _WORKED.match(shown) or _INPUTS.match(shown)
    if found is not None and names_only(re.split(r"[\s;]+", found["names"].rstrip(".) "))):
        return "agency_credit"
    return None


def line_credit(shown: str, *, last: bool) -> ResidueKind | None:
    """Return what a whole line credits, beyond what a sentence may; `last` says that no line comes after it."""
    if len(shown) <= 2 * LONGEST and _CAPTION.match(shown) and len(shown.split()) <= 80:
        return "photo_credit"
    if last and _CONTRIBUTORS.match(shown) and names_only(re.split(r"[\s,]+", shown)[:-1]):
        return "agency_credit"
    if shown.isupper() and shown.lower().removesuffix(" images") in _CREDITS.stock:
        return "photo_credit"
    if (dashed := _DASHED.match(shown)) and (last or dashed["name"] in _CREDITS.agencies):
        outlet = resolve(dashed["name"])
        if dashed["name"] in _CREDITS.agencies or (outlet is not None and outlet.kind == "media"):
            return "agency_credit"
    return None


def closing_credit(text: str, line: Span) -> tuple[Span, ResidueKind] | None:
    """Return the credit that ends `line`: "(AP Photo/J. Doe)", "Jane Doe/Getty Images", an agency that signs."""
    start = max(line.start, line.end - REACH)
    tail = text[start : line.end]
    if (found := _PICTURE.search(tail)) is not None:
        return Span(start + found.start(), line.end), "photo_credit"
    if (found := _CLOSING.search(tail)) is not None and found.start() > 0:
        begin = start + found.start() + len(found[0]) - len(found[0].lstrip())
        return Span(begin, line.end), "agency_credit"
    return None


def piped_credit(text: str, line: Span) -> Span | None:
    """Return the credit between a caption and a headline that ran together: "... sinks | Jane Doe/AP Ferry sinks"."""
    found = _PIPED.search(text, line.start, min(line.end, line.start + LONGEST))
    return Span(*found.span()) if found is not None else None


def reported_from(shown: str) -> bool:
    """Say whether a sentence tells where a contributor was; next to a credit it belongs to that."""
    return len(shown) <= LONGEST and _REPORTED_FROM.match(shown) is not None
