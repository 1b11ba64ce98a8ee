"""DOCX: the text of a Word document as it stands when all tracked changes are accepted."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping

from forensics.documents.model import Extracted
from forensics.documents.single.word_text import WordText
from forensics.documents.zipped import Archive, local


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:  # noqa: ARG001 (one shape for all)
    """Return paragraphs and tables in order, text boxes after the paragraph that they hang on, then the notes.

    Cells are parted by tabs. What Word shows is read, whatever stands around it: insertions and moves that are
    tracked, content controls, smart tags, results of fields, in the transitional and the strict namespaces
    (ECMA-376, ISO/IEC 29500). What it does not show is left out and told.
    """
    archive = Archive(data, "DOCX")
    main = _Targets("officeDocument")
    if "_rels/.rels" in archive.names:
        archive.parse("_rels/.rels", main, "docx")
    document = next(iter(main.found), "word/document.xml").lstrip("/")
    folder, name = posixpath.split(document)
    parts = _Targets("footnotes", "endnotes", "header", "footer", "comments", "aFChunk")
    if f"{folder}/_rels/{name}.rels" in archive.names:
        archive.parse(f"{folder}/_rels/{name}.rels", parts, "docx")
    body = WordText()
    archive.parse(document, body, "docx")
    texts = [body.text()]
    for target, kind in parts.found.items():
        where = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        if kind in ("footnotes", "endnotes") and where in archive.names:
            notes = WordText()
            archive.parse(where, notes, "docx")
            body.seen.update(notes.seen)
            texts += [notes.text()] if notes.text() else []
    return Extracted("\n".join(texts), tuple(_told(body.seen, Counter(parts.found.values()))))


def _told(seen: Mapping[str, int], parts: Mapping[str, int]) -> list[str]:
    changes = [f"{seen[kind]} {kind}" for kind in ("inserted", "deleted", "moved") if seen.get(kind)]
    told = [f"tracked changes were read as if accepted: {', '.join(changes)}"] if changes else []
    if seen.get("hidden"):
        told.append(f"left out {seen['hidden']} characters of hidden text")
    for kind, name in (("header", "page headers"), ("footer", "page footers"), ("comments", "comments")):
        if parts.get(kind):
            told.append(f"{name} were not read")
    if parts.get("aFChunk"):
        told.append("documents embedded in it were not read")
    return told


class _Targets:
    """Collects what relationships of some kinds lead to: their targets, each with its kind."""

    def __init__(self, *kinds: str) -> None:
        self._kinds = kinds
        self.found: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        outside = attributes.get("TargetMode") == "External"
        if local(tag) == "Relationship" and kind in self._kinds and not outside:
            self.found[attributes.get("Target", "")] = kind

    def end(self, tag: str) -> None:
        """Nothing is to do."""

    def data(self, text: str) -> None:
        """Nothing is to do."""

    def close(self) -> None:
        """Nothing is to do."""
