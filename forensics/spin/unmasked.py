"""Texts read for spinning without their disguises, and what was found told in the texts as they were given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from forensics.documents.model import Document
from forensics.spin.result import SpinDocument
from forensics.text.disguise.relocate import relocated
from forensics.text.disguise.unmask import Unmasked, unmask
from forensics.text.edits import Edit, apply


def unmasked(document: Document) -> tuple[Document, Unmasked]:
    """Return a document as it reads without disguises, and the way back."""
    plain = unmask(document.text)
    return (document if plain.text is document.text else replace(document, text=plain.text)), plain


def seen_through(
    look: Callable[[Document], SpinDocument], reference: Document | None = None
) -> Callable[[Document], SpinDocument]:
    """Return what looks at a document as `look` does, but without its disguises.

    Offsets count in the document as given; what disguises it is told with it. `reference` is the original as given
    that `look`, who holds it unmasked, compares documents with.
    """
    known = None if reference is None else (reference.text, unmask(reference.text))

    def seen(document: Document) -> SpinDocument:
        plain, way_back = unmasked(document)
        found = look(plain)
        texts = {"": (document.text, way_back)} if plain is not document else {}
        if known is not None and known[1].text is not known[0]:
            texts["reference"] = known
        if texts:
            found = _as_given(found, document, texts)
        return replace(found, obfuscation=way_back.findings) if way_back.findings else found

    return seen


def _as_given(
    found: SpinDocument, document: Document, texts: dict[str, tuple[str, Unmasked]]
) -> SpinDocument:
    substitutions = relocated(found.substitutions, texts, within="", reference="reference")
    phrases = relocated(found.phrases, texts, within="", reference="reference")
    comparison = relocated(found.comparison, texts, within="", reference="reference")
    restored = found.restored
    if restored is not None:
        edits = [Edit(s.start, s.end, s.observed, s.original) for s in substitutions]
        restored = apply(document.text, edits)
    return replace(
        found, substitutions=substitutions, phrases=phrases, comparison=comparison, restored=restored
    )
