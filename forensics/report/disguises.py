"""What disguises a text, in the same words on every face of a result."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.wording import count
from forensics.text.disguise.findings import Obfuscation, ObfuscationKind

OBFUSCATIONS: dict[ObfuscationKind, str] = {
    "invisible": "characters that are not drawn, set into words or to their edges",
    "bidi_control": "marks of writing direction in words, or around a text that has no use for them",
    "tag": "tag characters, which are not drawn and spell out a hidden text",
    "lookalike": "letters of other scripts, or of phonetics, that look like Latin ones",
    "styled": "Latin letters in another dress: full-width, mathematical, circled, raised",
    "combining_mark": "marks that strike letters out or bury them",
    "accent": "accents on English words",
    "entity": "plain letters written as entities of HTML",
    "spaced_letters": "words whose letters are set apart",
    "line_hyphen": "words divided at the ends of lines that were not full",
    "line_cut": "lines cut in the middle of words",
    "line_number": "numbers before lines that run through sentences",
    "underscore": "underscores between words in place of spaces",
    "odd_space": "spaces of unusual kinds between words",
    "digit_letter": "digits in place of letters",
}

_CHARACTERS = 3


def disguise_of(one: Obfuscation) -> str:
    """Return one kind of disguise in words: what, in how many places, where, and by which characters."""
    where = f"at {one.start:,}" if one.count == 1 else f"from {one.start:,} to {one.end:,}"
    shown = ", ".join(one.characters[:_CHARACTERS]) + (", ..." if len(one.characters) > _CHARACTERS else "")
    by = f": {shown}" if shown else ""
    return f"{OBFUSCATIONS[one.kind]} ({count(one.count, 'place')}, {where}{by})"


def disguises_in_short(found: Sequence[Obfuscation]) -> str:
    """Return all kinds of disguise of a text in a few words."""
    return "; ".join(f"{one.kind.replace('_', ' ')} ×{one.count:,}" for one in found)
