"""What was found in texts without their disguises, told in the texts as they were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from forensics.documents.model import Document
from forensics.text.disguise.relocate import relocated
from forensics.text.disguise.unmask import Unmasked, unmask
from forensics.trace.result import TraceResult


def without_disguises(documents: Mapping[str, Document]) -> tuple[list[Document], dict[str, Unmasked]]:
    """Return `documents` as they read, in order, and by id those unmasked that are disguised or read otherwise."""
    plain = {
        id: one
        for id, text in documents.items()
        if (one := unmask(text.text)).findings or one.text is not text.text
    }
    return [replace(one, text=plain[id].text) if id in plain else one for id, one in documents.items()], plain


def as_given(
    result: TraceResult, documents: Mapping[str, Document], plain: Mapping[str, Unmasked]
) -> TraceResult:
    """Return `result` with offsets into `documents` as given, and with what disguises them.

    `plain` holds by id those of them unmasked that were changed by it, or of which something is told.
    """
    if not plain:
        return result
    texts = {id: (documents[id].text, one) for id, one in plain.items() if one.text != documents[id].text}
    moved = relocated(result, texts) if texts else result
    return replace(
        moved,
        documents=tuple(
            replace(one, text=documents[one.id].text, obfuscation=plain[one.id].findings)
            if one.id in plain
            else one
            for one in moved.documents
        ),
    )
