"""WARC and ARC: a document a web page, as crawlers keep them."""

from __future__ import annotations

import codecs
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import IO

from forensics.documents import formats
from forensics.documents.archive_records import ArchiveRecord, archive_records, lost_in
from forensics.documents.http_message import content_type, message
from forensics.documents.model import Document, Extracted, Skipped, UnreadableError, Warned, one_line
from forensics.documents.records import ByteRecords, Reading
from forensics.documents.single.extract import text_of
from forensics.documents.streams import Readable
from forensics.settings import ReadSettings

_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_VAGUE = ("", "application/octet-stream", "unk", "no-type")  # types that say nothing: what is there decides
_TYPES = ("response", "resource", "conversion")


class Warc(ByteRecords):
    """The HTML pages and plain texts in a WARC or ARC, or in the WET that was made of one.

    The ordinal of a document is that of its record, counted from 0; its id is the address it was fetched
    from. Records of other kinds are counted in one Skipped, not one each.
    """

    unit = "record"
    mends = True

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")
        self._ends: array[int] = array("Q")

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        others: Counter[str] = Counter()
        for ordinal, record in enumerate(archive_records(stream)):
            self._starts.append(record.start)
            self._ends.append(record.end)
            try:
                if record.wrong:
                    raise UnreadableError(record.wrong)
                found = self._extracted(record)
                if isinstance(found, str):
                    others[found] += 1
                    continue
                own = _address(record)
                rest = {name: value for name, value in record.headers.items() if self.wants(name)}
                document = Document(self._new_name(own, ordinal), found.text, rest)
                for warning in found.warnings:
                    self.reading.warn(Warned(document.id, warning))
                self.documents += 1
                yield ordinal, document
            except UnreadableError as error:
                self._skip(ordinal, error.reason)
        if lost := lost_in(stream):
            self.reading.skip(Skipped(self.name, lost.reason))
            self.skipped += 1
        others.pop("", None)
        if others:
            listed = ", ".join(f"{count} {sort}" for sort, count in sorted(others.items()))
            self.reading.skip(Skipped(self.name, one_line(f"records that are no text: {listed}")))
            self.skipped += 1

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the record `ordinal`."""
        stream.seek(self._starts[ordinal])
        record = next(archive_records(stream), None)
        found = "" if record is None or record.wrong else self._extracted(record)
        if isinstance(found, str):
            raise UnreadableError("the record is gone")
        return found.text

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the record as it stands, uncompressed."""
        stream.seek(self._starts[ordinal])
        return stream.read(self._ends[ordinal] - self._starts[ordinal]) + b"\r\n\r\n"

    def _extracted(self, record: ArchiveRecord) -> Extracted | str:
        """Return the record's text; or what sort of thing it is, where it has none ('': about others)."""
        sort = record.headers.get("warc-type", "").lower()
        if sort == "revisit":
            return "revisit of a page that another record holds"
        if sort not in _TYPES:
            return ""
        kind, charset = content_type(record.headers.get("content-type", ""))
        body, warning = record.block, ""
        if kind == "application/http" or record.block.startswith(b"HTTP/"):
            sent = message(record.block)
            body, kind, charset, warning = sent.body, sent.kind, sent.charset, sent.warning
        if kind in _VAGUE:
            kind = record.headers.get("warc-identified-payload-type", "").lower() or kind
        how = _KINDS.get(kind)
        if how is None and kind in _VAGUE and formats.by_content(body[: formats.HEAD]) == "html":
            how = "html"
        if how is None:
            return kind[:60] or "of unknown type"
        declared = charset if charset and _is_known(charset) else None
        found = text_of(how, body, ReadSettings(encoding=self.encoding), declared)
        return Extracted(found.text, (*found.warnings, warning)) if warning else found


def _address(record: ArchiveRecord) -> str:
    return record.headers.get("warc-target-uri", "").strip("<>")


def _is_known(charset: str) -> bool:
    try:
        "".encode(codecs.lookup(charset).name)
    except (LookupError, ValueError):
        return False
    return True
