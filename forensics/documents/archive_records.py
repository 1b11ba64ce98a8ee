"""Records of web archives, WARC and ARC, found one after the other; a bad one costs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forensics.documents.model import UnreadableError
from forensics.documents.streams import LARGEST, Readable

_CHUNK = 1 << 20
_HEAD = 1 << 16  # bytes of the longest head of a record
_END = re.compile(rb"\r?\n\r?\n")
_GIVEN_BACK = 4 * LARGEST  # bytes that are looked at again where lengths are wrong
_NEAR = 1 << 10  # bytes in which a head has one of its own headers, whatever else is wrong with it
_HEADER = re.compile(rb"^WARC-[A-Za-z-]+:", re.I | re.M)
_VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_NEXT = re.compile(rb"\nWARC/\d+\.\d+[ \t]*\r?\n")
# URL, IP, date, type, perhaps more, length (the Internet Archive's ARC file format, versions 1 and 2).
_ARC = re.compile(rb"([A-Za-z][\w.+-]*:[^\s]*) [^\s]* \d{8,14} ([^\s]*) (?:[^\n]* )?(\d+)\r?\n")
_NEXT_ARC = re.compile(rb"\n" + _ARC.pattern)
_BLANKS = re.compile(rb"[\r\n]*")
_LENGTH = re.compile(rb"\d{1,18}")
_FOLDED = re.compile(rb"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """A record: the bytes [start, end) of the archive, its headers by lower-case names, and what it holds.

    `wrong` says why it cannot be taken for what it says; then it holds nothing.
    """

    start: int
    end: int
    headers: Mapping[str, str] = field(default_factory=dict)
    block: bytes = b""
    wrong: str = ""


def archive_records(stream: Readable) -> Iterator[ArchiveRecord]:
    """Yield every record of an archive, in order, and a record that is `wrong` for each stretch that is none.

    A record is taken for whole where the next one, or the archive's end, comes after as many bytes as it says.
    """
    source = _Source(stream)
    arc = source.match(_ARC) is not None
    while True:
        source.skip_blanks()
        if source.ended():
            return
        start = source.place
        head = _arc_head(source) if arc else _warc_head(source)
        if isinstance(head, str):
            source.to_next(_NEXT_ARC if arc else _NEXT)
            yield ArchiveRecord(start, source.place, wrong=head)
            continue
        headers, length = head
        yield _whole(source, start, headers, length, arc=arc)


def _whole(
    source: _Source, start: int, headers: Mapping[str, str], length: int, *, arc: bool
) -> ArchiveRecord:
    """Return the record whose head has been read."""
    boundary = _NEXT_ARC if arc else _NEXT
    if length > LARGEST:
        behind = source.place + length
        source.to_next(boundary, at_least=length)
        wrong = f"larger than {LARGEST >> 20} MB as one text"
        if source.place < behind:
            wrong = "says more bytes than the archive has; what comes behind it is not read"
        return ArchiveRecord(start, source.place, headers, wrong=wrong)
    block = source.take(length, beyond=_HEAD)
    ended = len(block) < length
    if not ended and source.at_boundary(_ARC if arc else _VERSION):
        return ArchiveRecord(start, source.place, headers, block)
    source.give_back(block)
    source.to_next(boundary)
    wrong = "its length is not the one that it says"
    if ended and source.ended():
        wrong = "ends early (truncated?)"
    return ArchiveRecord(start, source.place, headers, wrong=wrong)


def _warc_head(source: _Source) -> tuple[dict[str, str], int] | str:
    """Return headers and length; or what is wrong with them, having read nothing but what is."""
    if source.match(_VERSION) is None:
        return "not the head of a WARC record"
    head = source.take_to(_END)
    if head is None:
        return f"its head does not end within {_HEAD >> 10} KB"
    lines = _FOLDED.sub(b" ", head).splitlines()[1:]
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if not colon and line.strip():
            return f"a line of its head is no header: {name[:60]}"
        headers[name.strip().lower()] = value.strip()
    length = headers.get("content-length", "")
    if not _LENGTH.fullmatch(length.encode()):
        return "it says no length"
    if "warc-type" not in headers:
        return "it says no type"
    return headers, int(length)


def _arc_head(source: _Source) -> tuple[dict[str, str], int] | str:
    found = source.match(_ARC)
    if found is None or len(found[3]) > 18:
        return "not the head of an ARC record"
    source.take(found.end() - found.start())
    about = found[1].startswith(b"filedesc:")
    return {
        "warc-type": "warcinfo" if about else "response",
        "warc-target-uri": found[1].decode("utf-8", "replace"),
        "content-type": found[2].decode("utf-8", "replace"),
    }, int(found[3])


class _Source:
    """A stream read forward, of which some bytes can be looked at before they are taken."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._held = b""
        self._at = 0  # in what is held
        self._begin = 0  # of what is held, in the stream
        self._done = False
        self._given_back = 0

    @property
    def place(self) -> int:
        return self._begin + self._at

    def _fill(self, size: int) -> None:
        """Hold at least `size` bytes from here on, if there are so many."""
        held = len(self._held) - self._at
        if held >= size or self._done:
            return
        parts = [self._held[self._at :]]
        while held < size and (more := self._stream.read(max(_CHUNK, size - held))):
            parts.append(more)
            held += len(more)
        self._done = held < size
        self._begin += self._at
        self._held, self._at = b"".join(parts), 0

    def ended(self) -> bool:
        self._fill(1)
        return self._at == len(self._held)

    def match(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        self._fill(_HEAD)
        return pattern.match(self._held, self._at, self._at + _HEAD)

    def take(self, size: int, beyond: int = 0) -> bytes:
        """Return what comes next; with as much `beyond` it, it can be given back after a look at that."""
        self._fill(size + beyond)
        taken = self._held[self._at : self._at + size]
        self._at += len(taken)
        return taken

    def give_back(self, data: bytes) -> None:
        """Go back by what was taken last."""
        self._at -= len(data)
        self._given_back += len(data)
        if self._given_back > _GIVEN_BACK:
            raise UnreadableError("too many of its records do not have the length that they say")

    def take_to(self, end: re.Pattern[bytes]) -> bytes | None:
        """Return what comes up to the end of `end`; None, having taken nothing, where it is not near."""
        self._fill(_HEAD)
        found = end.search(self._held, self._at, self._at + _HEAD)
        return None if found is None else self.take(found.end() - self._at)

    def skip_blanks(self) -> None:
        while not self.ended():
            blanks = _BLANKS.match(self._held, self._at)
            assert blanks is not None
            self._at = blanks.end()
            if self._at < len(self._held):
                return

    def at_boundary(self, head: re.Pattern[bytes]) -> bool:
        """Say whether a record may end here: line ends and the head of another come, good or bad, or nothing does."""
        self._fill(_HEAD)
        blanks = _BLANKS.match(self._held, self._at, self._at + _HEAD)
        at = self._at if blanks is None else blanks.end()
        if at == len(self._held) or at == self._at:
            return at == len(self._held)
        return bool(head.match(self._held, at) or _HEADER.search(self._held, at, at + _NEAR))

    def to_next(self, boundary: re.Pattern[bytes], at_least: int = 0) -> None:
        """Go to where the next record begins, or to the end."""
        while at_least > 0 and not self.ended():
            at_least -= len(self.take(min(at_least, _CHUNK)))
        while not self.ended():
            self._fill(2 * _HEAD)
            found = boundary.search(self._held, self._at)
            if found is not None:
                self._at = found.start() + 1
                return
            self._at = max(self._at + 1, len(self._held) - _HEAD)


def lost_in(stream: Readable) -> UnreadableError | None:
    """Return what to say of a stream that went on after damage in it."""
    lost = getattr(stream, "lost", 0)
    return (
        UnreadableError(f"compressed data is damaged in {lost} places; records are lost there")
        if lost
        else None
    )
