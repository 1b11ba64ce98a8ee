"""What one way of looking for disguises gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensics.text.disguise.findings import ObfuscationKind
    from forensics.text.disguise.rewriting import Change


@dataclass(slots=True)
class Seen:
    """What is to change in a text for it to read plainly, and what of that is told.

    `told` are stretches of the text: those that no ordinary text would have.
    """

    kind: ObfuscationKind
    changes: list[Change] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)


Step = Callable[[str], list[Seen]]
"""Looks for one kind of disguise, or for kinds whose changes never overlap; an empty list where there is nothing."""
