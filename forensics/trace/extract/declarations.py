"""Declarations of interests, funding, data and own work, as journals and colleges ask for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OWN_WORK = re.compile(
    r"I(?:\s+hereby)?\s+(?:declare|certify|confirm|affirm)\s+that\s+(?:this|the)\s+(?:\w+\s+){1,4}?(?:is|are)\s+"
    r"(?:entirely\s+|solely\s+|all\s+)?(?:my|our)\s+own\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"(?:The\s+)?(?:authors?|we|I)\s+(?:have\s+|has\s+)?(?:declares?|reports?|discloses?|states?)\s+(?:that\s+)?"
    r"(?:(?:they|he|she)\s+(?:have|had|has)\s+|there\s+(?:is|are)\s+|have\s+|has\s+)?no\s+(?:\w+\s+){0,3}?"
    r"(?:conflicts?\s+of\s+interests?|(?:competing|conflicting)\s+(?:\w+\s+)?interests?)\b"
    r"|(?:This\s+(?:research|work|study)|We|The\s+authors?)\s+received\s+no\s+(?:\w+\s+){0,3}?"
    r"(?:funding|grant|support)\b"
    r"|(?:The\s+)?(?:data|datasets?)\b[^.]{0,120}\b(?:is|are)\s+available\s+"
    r"(?:from\s+the\s+(?:corresponding\s+)?authors?|(?:up)?on\s+(?:reasonable\s+)?request)",
    re.IGNORECASE,
)
_LABELS: tuple[tuple[str, str], ...] = (
    (
        r"(?:declarations?\s+of\s+)?(?:conflicts?\s+of\s+interests?|(?:competing|conflicting)\s+interests?)"
        r"(?:\s+statement)?|declarations?\s+of\s+interests?",
        "",
    ),
    (
        r"(?:data|code|materials?)(?:\s+and\s+\w+)?\s+availability(?:\s+statement)?"
        r"|availability\s+of\s+data(?:\s+and\s+materials)?",
        "",
    ),
    (r"authors?['’]?s?\s+contributions?|credit\s+authorship\s+contribution\s+statement", ""),
    (
        r"(?:statement|declaration)\s+of\s+(?:authorship|originality|own\s+work|academic\s+integrity)"
        r"|plagiarism\s+(?:declaration|statement)",
        "",
    ),
    (
        r"ethics\s+(?:statement|approval)(?:\s+and\s+consent\s+to\s+participate)?"
        r"|consent\s+(?:for\s+publication|to\s+participate)",
        "",
    ),
    (
        r"funding(?:\s+(?:statement|information|sources?))?|financial\s+(?:support|disclosure)",
        r"\b(?:fund|grant|support|financ)",
    ),
    (r"acknowledge?ments?", r"\b(?:thank|grateful|acknowledg|support|indebted)"),
)
"""Labels, and what their text must hold where the label alone may head a chapter of its own."""
_LABELLED = [
    (
        re.compile(rf"(?:{label})\s*(?:[:.—–-]\s*(?P<body>\S.*)|$)", re.IGNORECASE),
        re.compile(holds, re.IGNORECASE),
    )
    for label, holds in _LABELS
]
_LONGEST_HEADING = 60
LONGEST = 1200
"""Characters of a paragraph under such a heading."""
LONGEST_UNLABELLED = 600
"""Characters of a paragraph that a set phrase alone tells."""


def declaration_end(lines: Sequence[str], first: int) -> int:
    """Return where a declaration ends that line `first` begins; `first` for none.

    A label with its text on one line, a heading with the paragraph under it, or a paragraph that a set phrase opens.
    """
    line = lines[first]
    if len(line) > LONGEST:
        return first
    if len(line) <= LONGEST_UNLABELLED and (_OWN_WORK.match(line) or _DECLARED.match(line)):
        return first + 1
    for label, holds in _LABELLED:
        if (found := label.match(line)) is None:
            continue
        if found["body"]:
            return first + 1 if holds.search(found["body"]) or not holds.pattern else first
        following = lines[first + 1] if first + 1 < len(lines) else ""
        fits = 0 < len(following) <= LONGEST and (not holds.pattern or holds.search(following))
        return first + 2 if fits and len(line) <= _LONGEST_HEADING else first
    return first
