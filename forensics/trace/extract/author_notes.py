"""Notes about an author, and those of an editor, at the foot or the head of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forensics.lang import language

LONGEST = 600
"""Characters of such a note."""
FOOT = 4
"""A note about the author stands in this many last lines."""

_CREDITS = language("en").credits
_NAME = r"(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}),?"
_ABOUT = re.compile(
    rf"{_NAME}\s+(?:(?:is|was)\s+(?:an?|the|our)?|has\s+been|(?P<does>edits|writes|covers|teaches|reports|hosts))\b"
)
_PROFILE = re.compile(
    r"(?:The\s+)?(?:writer|author|columnist)\s+is\s+an?\s|About\s+the\s+(?:author|writer)\b", re.IGNORECASE
)
_EDITOR = re.compile(
    r"[\[(*]*(?:Editor['’]?s?['’]?\s+notes?|Correction|Clarification)\s*[:—–-]\s*\S"
    r"|[\[(*]*(?:An\s+earlier|A\s+previous|The\s+original)\s+version\s+of\s+this\s+(?:story|article|post|report)\b"
    r"|[\[(*]*This\s+(?:story|article|post)\s+has\s+been\s+(?:updated|corrected|revised|clarified)\b"
    r"|(?:The|Any)\s+(?:claims|views|opinions|thoughts)\b[^.]{0,160}\b(?:those|solely)\b[^.]{0,80}\.?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?:Contact|E-?mail|Reach)\s+[A-Z].{2,80}\s(?:at|via)\s.{0,40}@\w")
_SIGNS = re.compile(
    r"@\w{2,}|\bTwitter\b|\bbook\b|\bcolumn\b|\bblog\b|\bauthor\s+of\b|\bopinions?\b|\bcontribut"
)


def is_note(lines: Sequence[str], at: int) -> bool:
    """Say whether line `at` is a note about the author, or one of an editor.

    Whom the text itself tells of is no author of it: a note names somebody whom nothing but a byline names before.
    """
    line = lines[at]
    if len(line) > LONGEST:
        return False
    if _EDITOR.match(line) or _CONTACT.match(line):
        return True
    if at < len(lines) - FOOT or at == 0:
        return False
    if _PROFILE.match(line):
        return True
    found = _ABOUT.match(line)
    if found is None:
        return False
    first = re.split(r"(?<=[a-z)])\.\s", line, maxsplit=1)[0].lower()
    working = found["does"] or any(re.search(rf"\b{job}\b", first) for job in _CREDITS.writes)
    surname = found["name"].split()[-1].removesuffix("’s").removesuffix("'s")
    elsewhere = any(
        surname in other for n, other in enumerate(lines) if n != at and len(other) > LONGEST // 5
    )
    signed = found["does"] or _SIGNS.search(line) or at == len(lines) - 1
    return bool(working and signed and not elsewhere)
