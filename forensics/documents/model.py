"""What reading yields: a document, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forensics.unicode import is_printable

NOTHING: Mapping[str, Any] = {}
_LONGEST = 300  # characters of a reason: what is read is quoted in it, and may be as long as it likes
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}|\b\d{12,}")


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its identity."""

    id: str
    """What names it in every result."""
    text: str
    """The decoded text; all offsets in results are code points into it, half-open."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """The other fields of the record that it came from."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some documents in order, column by column, and where each is found again.

    `texts` may be decoded only when looked at (see strings.Strings); `metadata` is empty where no document has any.
    """

    ids: list[str]
    texts: Sequence[str]
    positions: list[int]
    metadata: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def documents(self) -> list[Document]:
        """The documents one by one."""
        return list(map(Document, self.ids, self.texts, self.metadata or [NOTHING] * len(self.ids)))

    def values(self, name: str) -> list[Any]:
        """Return each document's metadata field, None where it has none."""
        return [each.get(name) for each in self.metadata] or [None] * len(self.ids)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that could not be handled, and why: a result, not an exception."""

    id: str
    """Id of the document: its path, or what its record is called."""
    reason: str
    """Why it could not be handled, in one line for people."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A document that was read, and what of it was left out or is in doubt."""

    id: str
    """Id of the document: its path, or what its record is called."""
    warning: str
    """What was left out or is in doubt, in one line for people."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file or record, and what is to be told about how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """One file that was read."""

    id: str
    """Its path as given, - for standard input; of a document that was given in memory, its id."""
    sha256: str
    """SHA-256 of its bytes as stored, in 64 hexadecimal digits; in memory, of the text in UTF-8."""
    chars: int
    """Code points in the texts that were read from it."""
    documents: int = 1
    """How many documents were read from it."""


class UnreadableError(Exception):
    """Raised inside this layer where a file or record gives no document; what it says becomes a Skipped."""

    def __init__(self, reason: str) -> None:
        self.reason = one_line(reason)
        super().__init__(self.reason)


def one_line(text: str) -> str:
    """Return `text` in one line that any terminal can show: what is read may be hostile, and is quoted."""
    line = "".join(c if is_printable(c) else "?" for c in " ".join(text[: 4 * _LONGEST].split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."


def shortened(error: Exception) -> str:
    """Return what `error` says, cut to a length that can be read, without places in memory: they differ each time."""
    return _ADDRESS.sub("...", f"{type(error).__name__}: {error}")[:200]
