"""The text in one part of a Word document, put together as its XML is parsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from forensics.documents.zipped import Lines, local

_TEXT = frozenset({"t"})  # of the text and of mathematics alike
_MARKS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_OFF = frozenset({"0", "false", "off"})
# What stands in the file and not in the document: a move's old place, deletions, another way to draw the same, how a
# word is pronounced, and properties, in which elements have other meanings.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rt", "delText", "instrText", "delInstrText"})
_PROPERTIES = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "tblGrid", "rubyPr"})
_CHANGES = {"ins": "inserted", "del": "deleted", "moveTo": "moved"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class WordText:
    """A target of lxml's parser; `text` is what the part shows, `seen` counts what a reader should be told of."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self._lines = [Lines()]  # the text's own, then that of each box that is being read
        self._boxes: list[str] = []  # that hang on the paragraph
        self._open: list[str] = []
        self._skipping = 0  # elements that are open and not shown
        self._properties = 0
        self._runs: list[int] = []  # of each run that is open: whether it is hidden
        self._cells: list[int] = []  # where each cell and row that is open begins
        self._rows: list[int] = []
        self._merged = False  # the paragraph's mark is deleted: the next one goes on
        self._in_text = False

    def text(self) -> str:
        """Return the text, a line a paragraph or row."""
        return self._lines[0].text().removesuffix("\n")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element's beginning."""
        name = local(tag)
        if self._properties or name in _PROPERTIES:
            self._property(name, attributes)
        elif self._skipping or name in _UNSEEN or self._is_separator(name, attributes):
            self._skipping += 1
            self._count(name)
        else:
            self._shown(name, attributes)
        self._open.append(name)

    def end(self, tag: str) -> None:
        """Take an element's end."""
        name = local(tag)
        self._open.pop()
        if self._properties:
            self._properties -= 1
        elif self._skipping:
            self._skipping -= 1
        elif name in _TEXT:
            self._in_text = False
        elif name == "r" and self._runs:
            self._runs.pop()
        elif name == "p":
            self._end_paragraph()
        elif name == "tc" and self._cells:
            self._lines[-1].take_back("\n", self._cells.pop())
            self._lines[-1].end("\t")
        elif name == "tr" and self._rows:
            # the last tab parts nothing
            self._lines[-1].take_last("\t", self._rows.pop())
            self._lines[-1].end()
        elif name == "txbxContent":
            self._boxes.append(self._lines.pop().text().removesuffix("\n"))

    def data(self, text: str) -> None:
        """Take text."""
        if not self._in_text or self._skipping or self._properties:
            return
        if self._runs and self._runs[-1]:
            self.seen["hidden"] += len(text)
        else:
            self._lines[-1].add(text)

    def close(self) -> None:
        """Nothing is to do."""

    def _shown(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count(name)
        if name in _TEXT:
            self._in_text = True
        elif name == "r":
            self._runs.append(0)
        elif name == "tc":
            self._cells.append(self._lines[-1].place())
        elif name == "tr":
            self._rows.append(self._lines[-1].place())
        elif name == "txbxContent":
            self._lines.append(Lines())
        elif name == "sym":
            code = _value(attributes, "char")
            self._mark(
                chr(int(code, 16)) if len(code) == 4 and code.isalnum() and _is_hex(code) else "\ufffd"
            )
        elif name in _MARKS and self._runs:
            self._mark(_MARKS[name])

    def _mark(self, mark: str) -> None:
        if not (self._runs and self._runs[-1]):
            self._lines[-1].add(mark)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        self._properties += 1
        if self._skipping or self._open[-1:] != ["rPr"]:
            return
        on = _value(attributes, "val").lower() not in _OFF
        of_mark = self._open[-2:] == ["pPr", "rPr"]
        if name in ("vanish", "webHidden") and on and self._runs and not of_mark:
            self._runs[-1] = 1
        elif name in ("del", "moveFrom") and of_mark:
            self._merged = True

    def _end_paragraph(self) -> None:
        if not self._merged:
            self._lines[-1].end()
        self._merged = False
        for box in self._boxes if len(self._lines) == 1 else ():
            self._lines[-1].add(box)
            self._lines[-1].end()
        if len(self._lines) == 1:
            self._boxes.clear()

    def _count(self, name: str) -> None:
        if name in _CHANGES:
            self.seen[_CHANGES[name]] += 1

    def _is_separator(self, name: str, attributes: Mapping[str, str]) -> bool:
        return name in ("footnote", "endnote") and _value(attributes, "type") in _SEPARATORS


def _value(attributes: Mapping[str, str], wanted: str) -> str:
    return next((value for name, value in attributes.items() if local(name) == wanted), "")


def _is_hex(code: str) -> bool:
    return all(digit in "0123456789abcdefABCDEF" for digit in code)
