"""Text taken out of a file that is one document: plain text, pages, papers and books."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from forensics.documents.model import Extracted, UnreadableError
from forensics.settings import ReadSettings


class Extractor(Protocol):
    """Takes the text out of a file's bytes."""

    def __call__(self, data: bytes, encoding: str, declared: str | None) -> Extracted:
        """Return the text of `data`; raises UnreadableError, MissingExtraError.

        `encoding` is the one of the settings, `declared` the one that came with the bytes, as HTTP's headers say it.
        """
        ...


_MODULES = {
    kind: f"forensics.documents.single.{module}"
    for kind, module in {
        "text": "plain",
        "html": "html",
        "pdf": "pdf",
        "docx": "docx",
        "odt": "odt",
        "epub": "epub",
        "rtf": "rtf",
    }.items()
}


def text_of(kind: str, data: bytes, settings: ReadSettings, declared: str | None = None) -> Extracted:
    """Return the text of a file of format `kind` whose decompressed bytes are `data`.

    Raises UnreadableError with the reason where there is none, MissingExtraError where the library that
    reads the format is not installed.
    """
    if not data:
        raise UnreadableError("empty")
    extract = cast("Extractor", import_module(_MODULES[kind]).extract)
    found = extract(data, settings.encoding, declared)
    if not found.text or found.text.isspace():
        raise UnreadableError("no text")
    return found
