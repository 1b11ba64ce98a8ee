"""What reading yields: a document, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its identity.

    `id` names it in every result; `text` is the decoded text, and all offsets are code points into it,
    half-open; `metadata` holds the other fields of the record that it came from.
    """

    id: str
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


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
    reason: str


@dataclass(frozen=True, slots=True)
class Input:
    """One file that was read: its SHA-256 (of the bytes as stored), its decoded length and its documents."""

    id: str
    sha256: str
    chars: int
    documents: int = 1


class UnreadableError(Exception):
    """Raised inside this layer where a file or record gives no document; what it says becomes a Skipped."""

    def __init__(self, reason: str) -> None:
        self.reason = one_line(reason)
        super().__init__(self.reason)


def one_line(text: str) -> str:
    """Return `text` in one line that any terminal can show: what is read may be hostile, and is quoted."""
    return "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
