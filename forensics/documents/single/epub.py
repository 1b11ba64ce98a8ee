"""EPUB: the chapters of a book in the order in which it is read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from forensics.documents.model import Extracted, UnreadableError
from forensics.documents.page_bounds import without_floods
from forensics.documents.single.html import decode
from forensics.documents.zipped import Archive, Lines, local

_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset({"head", "script", "style", "rt", "rp", "template"})
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li tr blockquote dt dd section article aside header footer main nav figure figcaption "
    "pre ol ul dl table caption address hr body".split()
)


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:  # noqa: ARG001 (one shape for all)
    """Return the text of the spine's documents one after the other (EPUB 3.3, 5.7), a line a block.

    Raises UnreadableError for books whose chapters are encrypted.
    """
    archive = Archive(data, "EPUB")
    container = _Package()
    archive.parse("META-INF/container.xml", container, "epub")
    if not container.root:
        raise UnreadableError("EPUB that cannot be read: it names no package")
    package = _Package()
    archive.parse(container.root, package, "epub")
    folder = posixpath.dirname(container.root)
    lines, warnings, lost = Lines(), dict[str, None](), 0
    locked = archive.read("META-INF/encryption.xml") if "META-INF/encryption.xml" in archive.names else b""
    for item in package.spine:
        href = package.items.get(item, "")
        where = posixpath.normpath(posixpath.join(folder, unquote(href)))
        if where.encode() in locked:
            raise UnreadableError("EPUB whose chapters are encrypted")
        if not href or where not in archive.names:
            lost += 1
            continue
        page, told = decode(archive.read(where), encoding, None)
        page, floods = without_floods(page)
        warnings.update((f"{where}: {one}", None) for one in told + floods)
        chapter = _Chapter(lines)
        archive.parse_text(page, chapter, "epub")
        chapter.end_line()
    if lost:
        warnings[f"{lost} chapters that it lists are not there"] = None
    return Extracted(lines.text().removesuffix("\n"), tuple(warnings))


class _Package:
    """A target of lxml's parser for the container, which names the package, and for the package itself."""

    def __init__(self) -> None:
        self.root = ""
        self.items: dict[str, str] = {}
        self.spine: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "rootfile" and not self.root:
            self.root = attributes.get("full-path", "")
        elif name == "item":
            self.items[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "itemref":
            self.spine.append(attributes.get("idref", ""))

    def end(self, tag: str) -> None:
        """Nothing is to do."""

    def data(self, text: str) -> None:
        """Nothing is to do."""

    def close(self) -> None:
        """Nothing is to do."""


class _Chapter:
    """A target of lxml's HTML parser that adds a chapter's text to `lines`."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._skipping = 0
        self._begun = False  # the line has text
        self._space = False  # a space is due before what comes

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 (lxml's interface)
        if self._skipping or tag in _UNSEEN:
            self._skipping += 1
        elif tag in _BLOCKS:
            self.end_line()
        elif tag == "br":
            self._lines.end()
            self._begun = self._space = False

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif tag in _BLOCKS:
            self.end_line()
        elif tag in ("td", "th"):
            self._lines.add("\t")
            self._space = False

    def data(self, text: str) -> None:
        if self._skipping:
            return
        shown = _SPACE.sub(" ", text)
        self._space = self._space or shown.startswith(" ")
        words = shown.strip(" ")
        if words:
            self._lines.add((" " if self._space and self._begun else "") + words)
            self._begun, self._space = True, shown.endswith(" ")

    def end_line(self) -> None:
        """End the line where it has text."""
        if self._begun:
            self._lines.take_last("\t")
            self._lines.end()
        self._begun = self._space = False

    def close(self) -> None:
        """Nothing is to do."""
