"""The forms of a press release: end marks, whom to ask, when it may be told, and the notes for editors behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 300
"""Characters of a line that is such a form."""
MOST = 0.4
"""Share of a text's characters that the notes behind a release may be; what comes before more of it is no end."""
LONGEST_SENDER = 3
"""Lines from a heading such as "About the journal" to the text's end."""

_END = re.compile(
    r"(?:#{3,5}|-{1,3}\s?(?:ENDS?|[Ee]nds?|30)\s?-{1,3}|[\[(]?ENDS?[\])]?|[\[(]?Ends[\])]?\.?)$"
)
_NOTES = re.compile(
    r"(?:[\[(]?Ends[\])]?\s+)?Notes?\s+(?:to|for)\s+(?:the\s+)?editors?\b\s*(?::|$|[A-Z])", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:About\s+(?:the|us|[A-Z])[^.!?]{0,60}:?|(?:Media|Press)\s+contacts?(?:\s+details)?:?)$"
)
_HEAD = re.compile(
    r"(?:FOR\s+)?IMMEDIATE\s+RELEASE\b.{0,60}$|(?:Public|Press|News|Media)\s+Release:?$|EMBARGO(?:ED)?\b.{0,80}$"
    r"|(?:The\s+)?(?:[A-Z][\w&]{1,20}\s+){1,4}(?:Press|News|Media)\s+Release$|Not\s+for\s+publication\s+before\b.{0,80}$",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"(?:(?:Media|Press)\s+(?:contacts?|enquiries|inquiries|office)|Contacts?(?:\s+(?:information|details))?"
    r"|For\s+(?:more|further)\s+(?:information|details)\b.{0,120}?(?:contact|visit|call|e-?mail|see|go\s+to)\b.{0,160})\s*:?$",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"(?:T|E|M|W|Tel|Telephone|Phone|Mobile|Fax|E-?mail|Web(?:site)?)\s?[.:]\s?(?:\S*@\S+|[+(]?[\d(][\d\s()+-]{6,}|\S+\.\w{2,3}\S*)$"
    r"|.{2,60}\bon\s+[\d ]{8,16}\s+or\s+\S+@\S+$|DOI:\s*(?:https?://\S+|10\.\d{4,}/\S+)$",
    re.IGNORECASE,
)


def is_form(line: str) -> bool:
    """Say whether a whole line is a form of a press release: an end mark, an embargo, a contact."""
    if len(line) > LONGEST:
        return False
    return any(form.match(line) is not None for form in (_END, _HEAD, _ASK, _REACH))


def begins_notes(lines: Sequence[str], first: int) -> bool:
    """Say whether line `first` begins the notes behind a release: their heading, or an end mark with a form behind it.

    An end mark alone may part two scenes of a story.
    """
    line = lines[first]
    if len(line) > 2 * LONGEST:
        return False
    if _NOTES.match(line):
        return True
    behind = lines[first + 1 : first + 1 + LONGEST_SENDER]
    return _END.match(line) is not None and any(
        is_form(one) or _NOTES.match(one) or heads_sender(one) for one in behind
    )


def heads_sender(line: str) -> bool:
    """Say whether a line heads a paragraph about whoever sends the release, or whom to ask there."""
    return len(line) <= 80 and _ABOUT.match(line) is not None
