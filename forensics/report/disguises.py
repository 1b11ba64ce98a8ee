"""What disguises a text, in the same words on every face of a result."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.meanings import OBFUSCATIONS
from forensics.report.wording import count
from forensics.text.disguise.findings import Obfuscation

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
