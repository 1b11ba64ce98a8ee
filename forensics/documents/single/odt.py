"""ODT: the text of an OpenDocument text file, as LibreOffice writes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from forensics.documents.model import Extracted, UnreadableError
from forensics.documents.zipped import Archive, Lines, local

_SPACE = re.compile(r"[ \t\r\n]+")
_UNSEEN = frozenset({"tracked-changes", "annotation", "note-citation", "ruby-text", "bookmark", "forms"})
# From which indexes are made again; what they show stands beside it.
_SOURCES = frozenset(
    f"{what}-source"
    for what in (
        *("table-of-content", "illustration-index", "table-index", "object-index"),
        *("user-index", "alphabetical-index", "bibliography"),
    )
)
_PAGE_PARTS = frozenset(
    f"{what}{where}" for what in ("header", "footer") for where in ("", "-left", "-first")
)
_LINES = frozenset({"p", "h"})
_REPEATED = 1000  # spaces that one element may stand for


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:  # noqa: ARG001 (one shape for all)
    """Return paragraphs and tables in order, text boxes after the paragraph that they hang on, then the notes.

    Cells are parted by tabs, white space is that of OpenDocument 1.3, part 3, 6.1.2. Deletions that are tracked,
    comments and hidden text are left out and told.
    """
    archive = Archive(data, "ODT")
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise UnreadableError("ODT that needs a password")
    text = _OdtText()
    if "styles.xml" in archive.names:
        archive.parse("styles.xml", text, "odt")
    archive.parse("content.xml", text, "odt")
    seen, told = text.seen, []
    if seen["changed-region"]:
        told.append("tracked changes were read as if accepted")
    if seen["annotation"]:
        told.append("comments were not read")
    if seen["page part"]:
        told.append("page headers and footers were not read")
    if seen["hidden"]:
        told.append(f"left out {seen['hidden']} characters of hidden text")
    return Extracted(text.text(), tuple(told))


class _OdtText:
    """A target of lxml's parser for styles.xml and content.xml."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self._lines = [Lines()]  # the text's own, then that of each box or note that is being read
        self._boxes: list[str] = []
        self._notes: list[str] = []
        self._body = False
        self._in_page_part = 0
        self._skipping = 0
        self._hidden: list[
            bool
        ] = []  # of each element that is open: whether it or one around it is not shown
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._places: list[int] = []  # where each cell and row that is open begins
        self._blank = True  # a space here would be the second, or lead a line

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name, about = local(tag), {local(key): value for key, value in attributes.items()}
        self.seen[name] += name in ("changed-region", "annotation")
        self._note_style(name, about)
        hides = name in ("hidden-text", "hidden-paragraph") or about.get("style-name") in self._hidden_styles
        self._hidden.append(hides or (bool(self._hidden) and self._hidden[-1]))
        if name == "body":
            self._body = True
        self._in_page_part += name in _PAGE_PARTS
        if self._skipping or name in _UNSEEN or name in _SOURCES:
            self._skipping += 1
        elif name in ("note-body", "text-box"):
            self._lines.append(Lines())
            self._blank = True
        elif name in ("table-cell", "covered-table-cell", "table-row"):
            self._places.append(self._lines[-1].place())
        elif name == "s":
            self._add(" " * min(_number(about.get("c", "1")), _REPEATED))
        elif name in ("tab", "line-break"):
            self._add("\t" if name == "tab" else "\n")
            self._blank = name == "line-break"
        elif name in _LINES:
            self._blank = True

    def end(self, tag: str) -> None:
        name = local(tag)
        self._hidden.pop()
        self._in_page_part -= name in _PAGE_PARTS
        if self._skipping:
            self._skipping -= 1
        elif name in _LINES and self._body:
            self._lines[-1].end()
            if len(self._lines) == 1:
                for box in self._boxes:
                    self._lines[0].add(box)
                    self._lines[0].end()
                self._boxes.clear()
        elif name in ("note-body", "text-box"):
            into = self._notes if name == "note-body" else self._boxes
            into.append(self._lines.pop().text().removesuffix("\n"))
            self._blank = False
        elif name in ("table-cell", "covered-table-cell"):
            self._lines[-1].take_back("\n", self._places.pop())
            self._lines[-1].end("\t")
        elif name == "table-row":
            self._lines[-1].take_last("\t", self._places.pop())
            self._lines[-1].end()

    def data(self, text: str) -> None:
        if self._in_page_part and not text.isspace():
            self.seen["page part"] += 1
        if not self._body or self._skipping:
            return
        shown = _SPACE.sub(" ", text)
        if self._blank:
            shown = shown.removeprefix(" ")
        self._blank = shown.endswith(" ") if shown else self._blank
        self._add(shown)

    def close(self) -> None:
        """Nothing is to do."""

    def text(self) -> str:
        return "\n".join([self._lines[0].text().removesuffix("\n"), *self._notes])

    def _add(self, text: str) -> None:
        if self._hidden and self._hidden[-1]:
            self.seen["hidden"] += len(text.strip())
        elif self._body:
            self._lines[-1].add(text)

    def _note_style(self, name: str, about: Mapping[str, str]) -> None:
        if name == "style":
            self._style = about.get("name", "")
        elif name == "text-properties" and about.get("display") == "none":
            self._hidden_styles.add(self._style)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
