"""Prompts to read on, bare links and share bars whose words were glued together."""

from __future__ import annotations

import re

from forensics.lang import language
from forensics.trace.result import ResidueKind

MOST_BUTTONS = 24
"""Words of a bar of buttons."""
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


# A prompt in brackets: "( PHOTOS: ten piers)", "(RELATED: ...)".
_BRACKETED = re.compile(
    r"\(\s*(?:PHOTOS?|VIDEOS?|WATCH|RELATED|READ|LISTEN|ALSO|SEE|MORE|Also\s+on|Related|See\s+also|Read\s+also|Read\s+more|Watch)"
    r"\b[^()]{0,25}:\s*[^()]{2,180}\)\.?$"
)
_ENDS_WITH_PROMPT = re.compile(r"\S.{10,180}[^.!?:;,]\s(?:Read|See)\s+more$")
_SITE_PROMPT = re.compile(
    r"Read\s+or\s+Share\s+this\s+story\b|JUST\s+WATCHED\b|Continue\s+reading\s+the\s+main\s+story"
)
_FOLLOW = re.compile(
    r"(?:You\s+can\s+)?Follow\s+(?:[A-Z][\w’']+\s|him\s|her\s|them\s|us:?\s|on\s)?.{0,150}"
    r"(?:@\w{2,}|\bon\s+(?:Twitter|Facebook)\b|https?://)"
)
_INVITING = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"\bsign(?:ing)?\s+up\b",
        r"\bnewsletters?\b",
        r"\bunsubscribe\b",
        r"\bprivacy\s+(?:policy|notice)\b",
        r"\bterms\s+(?:of\s+(?:service|use)|and\s+conditions)\b",
        r"\binbox\b",
        r"\brecaptcha\b",
        r"\be-?mail\b",
    )
)
# So many signs of an invitation to subscribe are one, whatever else the line says.
_INVITED = 3


def prompt_of(shown: str) -> ResidueKind | None:
    """Return what a whole line is: buttons glued to one word, a link alone, a prompt to read another story; or None."""
    if sum(sign.search(shown) is not None for sign in _INVITING) >= _INVITED:
        return "subscribe"
    if len(shown) > LONGEST:
        return "source_link" if len(shown) <= 3 * LONGEST and _LINK.match(shown) else None
    if _LINK.match(shown):
        return "source_link"
    bare = re.sub(r"[^\w]", "", shown) if len(shown) <= 120 else ""
    if bare and shown.count(" ") <= 3 and _GLUED.match(bare) and len(_PLATFORM.findall(bare)) >= 2:
        return "share"
    if _is_share_line(shown) or _FOLLOW.match(shown):
        return "share"
    prompted = _BRACKETED.match(shown) or _ENDS_WITH_PROMPT.match(shown) or _SITE_PROMPT.match(shown)
    if prompted or (_PROMPT.match(shown) and not shown.endswith(("?”", ".”"))):
        return "related"
    return None


def _is_share_line(shown: str) -> bool:
    """Say whether a line holds buttons and their counts alone: "Share Tweet Email", "3 SHARES 1 COMMENT"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?|\d+", shown.lower())
    if not 2 <= len(words) <= MOST_BUTTONS or re.search(r"[.!?,;]\s|[.!?,;]$", shown):
        return False
    buttons = [word for word in words if word in _FURNITURE.buttons]
    rest = [word for word in words if word not in _FURNITURE.buttons and not word.isdigit()]
    if not set(rest) <= _FURNITURE.beside_buttons:
        return False
    counted = any(word.isdigit() for word in words) and not rest and len(words) == 2 * len(buttons)
    return len(set(buttons)) >= 3 or (counted and bool(buttons)) or (len(set(buttons)) == 2 and not rest)
