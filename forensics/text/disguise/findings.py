"""What was found to disguise a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ObfuscationKind = Literal[
    "invisible",
    "bidi_control",
    "tag",
    "lookalike",
    "styled",
    "combining_mark",
    "accent",
    "entity",
    "spaced_letters",
    "line_hyphen",
    "line_cut",
    "line_number",
    "underscore",
    "odd_space",
    "digit_letter",
]


@dataclass(frozen=True, slots=True)
class Obfuscation:
    """One kind of disguise in a text; every analysis reads the text without it."""

    kind: ObfuscationKind
    """What was done to the text."""
    count: int
    """In how many places."""
    start: int
    """Where the first of them begins: code points into the text as decoded."""
    end: int
    """Where the last of them ends, this code point excluded."""
    places: tuple[int, ...]
    """Where the first ten begin, in code points."""
    characters: tuple[str, ...]
    """The characters that do it, the most frequent first, ten at most, each as code point and name."""


Told = dict[int, tuple[Obfuscation, ...]]
"""What disguises texts, by their place among others."""


@dataclass(frozen=True, slots=True)
class DisguisedDocument:
    """A document that is disguised, and how."""

    id: str
    """Id of the document."""
    obfuscation: tuple[Obfuscation, ...]
    """What disguises it, a kind each."""
