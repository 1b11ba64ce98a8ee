"""The two forms in which a result is saved, one JSON document and a line each, and what verifying asks of either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from forensics.envelope import Envelope
from forensics.report.difference import Difference
from forensics.report.jsonl.saved import decode_lines, is_lines, line_differences, lines_say_their_digest
from forensics.report.load import decode
from forensics.report.verification import differences, says_its_digest


@dataclass(frozen=True, slots=True)
class SavedForm:
    """What is asked of the bytes of a saved result."""

    decode: Callable[[bytes, str], Envelope[Any, Any]]
    """Returns what it takes to make the result again; the second argument is its name, for errors."""
    says_its_digest: Callable[[bytes], bool]
    """Says whether it carries its own digest."""
    differences: Callable[[bytes, Envelope[Any, Any]], Iterator[Difference]]
    """Yields where it is not what was found again."""


DOCUMENT = SavedForm(decode, says_its_digest, differences)
LINES = SavedForm(decode_lines, lines_say_their_digest, line_differences)


def saved_as(data: bytes) -> SavedForm:
    """Return the form that `data` is in."""
    return LINES if is_lines(data) else DOCUMENT
