"""A text as it reads once its disguises are taken off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forensics.text.disguise.accents import accents
from forensics.text.disguise.characters import (
    ACCENTED,
    BLANKS,
    INVISIBLE,
    MARKS,
    ODD_SPACES,
    STYLED,
    named,
)
from forensics.text.disguise.digits import digit_letters, has_digits_beside_letters
from forensics.text.disguise.entities import entities
from forensics.text.disguise.findings import Obfuscation
from forensics.text.disguise.invisible import blanks, invisible
from forensics.text.disguise.lines import line_cuts, line_hyphens, line_numbers
from forensics.text.disguise.lookalike import lookalike
from forensics.text.disguise.marks import marks
from forensics.text.disguise.pinned import pinned
from forensics.text.disguise.rewriting import Rewritten
from forensics.text.disguise.spacing import may_be_apart, odd_spaces, spaced_letters, underscores
from forensics.text.disguise.step import Seen, Step
from forensics.text.disguise.styled import styled
from forensics.unicode import UNASSIGNED

_PLACES_SHOWN = 10  # places that a finding shows; chosen: enough to look at, and findings stay small


@dataclass(frozen=True, slots=True)
class Unmasked:
    """A text without its disguises, the way back to where everything stood, and what is told of them."""

    reading: Rewritten
    findings: tuple[Obfuscation, ...] = ()

    @property
    def text(self) -> str:
        """The text as it reads."""
        return self.reading.text

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where code points [start, end) of `text` stand in the text as it was given."""
        return self.reading.source(start, end)


# A quick look that says whether a step has anything to look for, and the step; in the order in which one disguise may
# hide another.
_FOREIGN = "\u0251-\u1fff\u2c00-\u2dff\ua4d0-\uab7f\U00010000-\U0001d3ff"
_BEYOND_ASCII: tuple[tuple[Callable[[str], object], Step], ...] = (
    (re.compile(f"[{INVISIBLE}]").search, invisible),
    (re.compile(f"[{BLANKS}]").search, blanks),
    (re.compile(f"[{MARKS}]").search, marks),
    (re.compile(f"[{STYLED}]").search, styled),
    (re.compile(f"[{_FOREIGN}]").search, lookalike),
    (re.compile(f"[{ACCENTED}]").search, accents),
)
# Most texts have dashes and quotation marks beyond ASCII and nothing else: one look over those few says so.
_OUTSIDE = re.compile("[^\x00-\x7f]+")
_OF_CONCERN = re.compile(f"[{INVISIBLE}{BLANKS}{MARKS}{STYLED}{_FOREIGN}{ACCENTED}]")
_ENTITIES: tuple[Callable[[str], object], Step] = (re.compile("&").search, entities)
_ANY: tuple[tuple[Callable[[str], object], Step], ...] = (
    (re.compile(r"\n[ \t]*[0-9]").search, line_numbers),
    (re.compile("\n").search, line_cuts),
    (re.compile("[-\u2010\u00ac]\r?\n").search, line_hyphens),
    (may_be_apart, spaced_letters),
    (re.compile("_").search, underscores),
    (re.compile(f"[{ODD_SPACES}]").search, odd_spaces),
    (has_digits_beside_letters, digit_letters),
)


def unmask(text: str) -> Unmasked:
    """Return `text` without its disguises: the very same string where there are none.

    Words of Latin letters read as a reader sees them; those of other scripts stay as they are. What the pinned version
    of Unicode has not assigned is no letter. Takes linear time.
    (Unicode Technical Standard 39, Unicode Security Mechanisms; Boucher et al. 2022, Bad Characters)
    """
    made = Rewritten(pinned(text))
    findings: list[Obfuscation] = []
    for quick, step in _steps(text):
        if not quick(made.text):
            continue
        every = step(made.text)
        findings += [_told(seen, made) for seen in every if seen.told]
        if changes := sorted(change for seen in every for change in seen.changes):
            made = made.changed(changes)
    return Unmasked(made, tuple(findings))


def _steps(text: str) -> Sequence[tuple[Callable[[str], object], Step]]:
    if "&" in text:
        return (_ENTITIES, *_BEYOND_ASCII, *_ANY)
    if text.isascii() or not _OF_CONCERN.search("".join(_OUTSIDE.findall(text))):
        return _ANY
    return _BEYOND_ASCII + _ANY


def _told(seen: Seen, made: Rewritten) -> Obfuscation:
    places = [made.source(start, end) for start, end in seen.told]
    shown = [char for start, end in seen.told for char in made.text[start:end]]
    odd = [char for char in shown if not char.isascii() and char != UNASSIGNED] or [
        char for char in shown if not char.isalpha()
    ]
    return Obfuscation(
        kind=seen.kind,
        count=len(places),
        start=places[0][0],
        end=places[-1][1],
        places=tuple(start for start, _ in places[:_PLACES_SHOWN]),
        characters=named(odd),
    )
