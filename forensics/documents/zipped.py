"""Documents that are ZIP archives of XML: their parts, bounded, and a parser that no part can misuse."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from forensics.documents.model import UnreadableError
from forensics.documents.streams import LARGEST
from forensics.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS = 1_000_000
"""Paragraphs, cells and lines of one document; one with more is refused."""

_PIECE = 1 << 16


class Lines:
    """The lines of a text as they are put together; raises UnreadableError beyond the bounds."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._ends = 0
        self._size = 0

    def add(self, text: str) -> None:
        """Go on with `text`."""
        self._parts.append(text)
        self._size += len(text)
        if self._size > LARGEST:
            raise UnreadableError(f"larger than {LARGEST >> 20} MB as one text")

    def end(self, mark: str = "\n") -> None:
        """End a line, or a cell with a tab."""
        self._parts.append(mark)
        self._ends += 1
        if self._ends > PARAGRAPHS:
            raise UnreadableError(f"more than {PARAGRAPHS:,} paragraphs")

    def place(self) -> int:
        """Return where the text is now, for `take_back`."""
        return len(self._parts)

    def take_back(self, mark: str, place: int = 0) -> None:
        """Leave out the `mark`s that ended what came last, back to `place`."""
        while len(self._parts) > place and self._parts[-1] == mark:
            self._parts.pop()

    def take_last(self, mark: str, place: int = 0) -> None:
        """Leave out one `mark` that ended what came last, back to `place`."""
        if len(self._parts) > place and self._parts[-1] == mark:
            self._parts.pop()

    def text(self) -> str:
        """Return what was put together."""
        return "".join(self._parts)


class Archive:
    """A ZIP archive; `what` names its format in errors. Raises UnreadableError where it is none."""

    def __init__(self, data: bytes, what: str) -> None:
        self._what = what
        self._left = LARGEST
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise UnreadableError(f"an Office document of the old kind or with a password, no {what}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except Exception as error:  # zipfile meets broken archives with errors of every kind
            raise UnreadableError(f"{what} that cannot be read: {error}") from error

    def read(self, name: str) -> bytes:
        """Return a part; raises UnreadableError where it is not there, damaged or beyond the bounds."""
        parts: list[bytes] = []
        self.feed(name, parts.append)
        return b"".join(parts)

    def feed(self, name: str, take: Callable[[bytes], object]) -> None:
        """Give a part to `take` piece by piece."""
        try:
            with self._zip.open(name) as part:
                while piece := part.read(_PIECE):
                    self._left -= len(piece)
                    if (
                        self._left < 0
                    ):  # what an archive says of its sizes may be wrong: what comes is counted
                        raise UnreadableError(f"larger than {LARGEST >> 20} MB unpacked")
                    take(piece)
        except UnreadableError:
            raise
        except KeyError as error:
            raise UnreadableError(f"{self._what} that cannot be read: it has no {name}") from error
        except RuntimeError as error:
            raise UnreadableError(f"{self._what} that needs a password") from error
        except Exception as error:  # zipfile and the parsers meet damage with errors of every kind
            raise UnreadableError(f"{self._what} that cannot be read: {error}") from error

    def parse(self, name: str, target: Any, extra: str) -> None:  # noqa: ANN401 (any target)
        """Give the XML of a part to `target`, as lxml calls one: entities bounded, nothing fetched, no tree kept.

        Raises MissingExtraError of `extra` where lxml is not installed.
        """
        etree = _etree(extra)
        parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False)
        self.feed(name, parser.feed)
        self._close(parser)

    def parse_text(self, page: str, target: Any, extra: str) -> None:  # noqa: ANN401 (any target)
        """Give a page of HTML, decoded, to `target`; raises as `parse` does."""
        parser = _etree(extra).HTMLParser(target=target)
        for start in range(0, len(page), _PIECE):
            parser.feed(page[start : start + _PIECE])
        self._close(parser)

    def _close(self, parser: Any) -> None:  # noqa: ANN401 (lxml has no types)
        try:
            parser.close()
        except UnreadableError:
            raise
        except Exception as error:
            raise UnreadableError(f"{self._what} that cannot be read: {error}") from error


def local(tag: str) -> str:
    """Return the name of an element or attribute without its namespace, which has several forms."""
    return tag.rpartition("}")[2]


def _etree(extra: str) -> Any:  # noqa: ANN401 (lxml has no types)
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError(f"reading {extra.upper()}", extra) from error
    return etree
