"""What an analysis sees of its inputs, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensics.api.texts import Texts, open_texts
from forensics.documents.model import Input, Skipped, Warned
from forensics.settings import ReadSettings
from forensics.text.disguise.findings import Obfuscation
from forensics.text.disguise.unmask import unmask


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One text as it was read."""

    id: str
    """What names it in every result."""
    text: str
    """The decoded text; all offsets in results are code points into it."""
    unmasked: str | None
    """The text as it is analysed, without its disguises; null where it is analysed as it stands."""
    obfuscation: tuple[Obfuscation, ...]
    """What disguises it."""
    metadata: Mapping[str, Any]
    """The other fields of the record that it came from."""


class ReadStream:
    """The documents of some texts (paths or documents) as they are read; iterate once, then ask for the rest.

    `writes` are the files that the caller is going to write. Raises ForensicsError where nothing can be read.
    """

    def __init__(
        self, texts: Texts, *, settings: ReadSettings | None = None, writes: Iterable[Path] = ()
    ) -> None:
        self._corpus = open_texts(texts, settings or ReadSettings(), metadata=True, writes=writes)

    def __iter__(self) -> Iterator[ReadDocument]:
        """Yield each document in the order in which the analyses meet it."""
        for one in self._corpus:
            plain = unmask(one.text)
            unmasked = None if plain.text is one.text else plain.text
            yield ReadDocument(one.id, one.text, unmasked, plain.findings, one.metadata)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that gave documents, with their digests."""
        return self._corpus.inputs

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What gave no document, and why."""
        return self._corpus.skipped

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What was read, but not wholly or not without doubt."""
        return self._corpus.warnings
