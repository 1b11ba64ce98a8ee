"""Prompts to read on, bare links and share bars whose words were glued together."""

from __future__ import annotations

import re

from forensics.lang import language
from forensics.trace.result import ResidueKind

LONGEST = 220
"""Characters of a prompt with the title that it points to."""

_FURNITURE = language("en").furniture
_BUTTON = "|".join(sorted((w for w in _FURNITURE.share_words if len(w) > 2), key=len, reverse=True))
_GLUED = re.compile(rf"(?:{_BUTTON}){{2,12}}(?:\d{{1,5}})?(?:shares|comments?)?$", re.IGNORECASE)
_PLATFORM = re.compile("|".join(p for p in sorted(_FURNITURE.platforms) if len(p) > 2), re.IGNORECASE)
_LINK = re.compile(
    r"(?:\W{0,3}(?:Read|See|Watch|Find)\s+more(?:\s+at)?\s*:?\s*)?(?:https?://|www\.)\S+$", re.IGNORECASE
)
_LINKED = re.compile(
    r"\W{0,3}(?:Read|See|Find\s+out)\s+more\s+(?:at|here)?\s*:?\s*(?:https?://\S+|www\.\S+)?$", re.IGNORECASE
)
_PROMPT = re.compile(
    r"(?:READ\s+MORE|Read\s+more|READ\s+ALSO|Read\s+also|ALSO\s+READ|Also\s+read|SEE\s+ALSO|See\s+also|RELATED|Related"
    r"|WATCH|MORE|READ|Must\s+read|MUST\s+READ|Full\s+coverage|Full\s+Coverage|FULL\s+COVERAGE|Don['’]t\s+miss|DON['’]T\s+MISS|Recommended"
    r"|Read\s+next|READ\s+NEXT|More\s+on\s+this(?:\s+story)?)\s*[:>»|]\s*\S"
    r"|(?:Read|See|READ|SEE)\s+(?:more|MORE)\s+(?:(?:stories|news|STORIES)\s+)?(?:from|FROM|on|in)\s+[A-Z][^.!?]{1,60}:"
    r"|CLICK\s+HERE\s+(?:TO|FOR)\b|Click\s+here\s+(?:to|for)\s+(?:get|read|see|watch|more|download|sign)\b"
    r"|More\s+(?:stories\s+)?from\s+[A-Z][\w’' ]{1,40}:$"
)  # fmt: skip


def prompt_of(shown: str) -> ResidueKind | None:
    """Return what a whole line is: buttons glued to one word, a link alone, a prompt to read another story; or None."""
    if len(shown) > LONGEST:
        return "source_link" if len(shown) <= 3 * LONGEST and _LINK.match(shown) else None
    if _LINK.match(shown):
        return "source_link"
    bare = re.sub(r"[^\w]", "", shown) if len(shown) <= 120 else ""
    if bare and shown.count(" ") <= 3 and _GLUED.match(bare) and len(_PLATFORM.findall(bare)) >= 2:
        return "share"
    return "related" if _PROMPT.match(shown) and not shown.endswith(("?”", ".”")) else None
