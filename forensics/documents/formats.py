"""Which format a file has: by its name, else by its first bytes."""

from __future__ import annotations

import codecs
import json
import re

import msgspec

from forensics.documents import streams
from forensics.documents.model import UnreadableError

RECORDS = frozenset({"jsonl", "json", "csv", "tsv", "warc", "parquet"})
"""The formats that hold many documents in a file; in all others a file is a document."""

TEXT_RECORDS = frozenset({"jsonl", "json", "csv", "tsv"})
"""Those of them that are text in an encoding."""

HEAD = 1 << 16

_BY_SUFFIX = {
    "txt": "text",
    "text": "text",
    "md": "text",
    "rst": "text",
    "tex": "text",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "epub": "epub",
    "rtf": "rtf",
    "warc": "warc",
    "wet": "warc",
    "arc": "warc",
    "parquet": "parquet",
}
_BY_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"filedesc://", "warc"),
    (b"{\\rtf", "rtf"),
)
_BY_MEMBER = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/epub+zip", "epub"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
_FIRST_OBJECT = re.compile(rb'\[\s*\{\s*"')
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MEMBER = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')


def by_name(path: str) -> str | None:
    """Return the format that the suffix of `path` tells, looking through .gz and .zst; None: it does not."""
    _, dot, suffix = path.rpartition(".")
    if dot and suffix in _BY_SUFFIX:  # the short way, for folders of very many files
        return _BY_SUFFIX[suffix]
    parts = path[path.rfind("/") + 1 :].lower().split(".")
    if len(parts) > 2 and parts[-1] in ("gz", "zst"):
        parts.pop()
    return _BY_SUFFIX.get(parts[-1]) if len(parts) > 1 else None


def by_content(head: bytes) -> str:
    """Return the format that `head`, the first HEAD bytes, tells; "text" where nothing does.

    Raises UnreadableError for what is compressed twice.
    """
    if head.startswith(_WIDE):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if head.startswith((streams.GZIP, streams.ZSTD)):
        raise UnreadableError("compressed twice (unpack it once, and give what comes out)")
    for magic, kind in _BY_MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        for member, kind in _BY_MEMBER:
            if head.startswith(member, 30):  # an archive's first entry, stored, as both formats ask for
                return kind
        if b"word/" in head:
            return "docx"
    if _HTML.match(head, _past_comments(head)):
        return "html"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    cut = len(head) == HEAD
    if start.startswith(b"{") and _begins_json_lines(start, cut):
        return "jsonl"
    if start.startswith((b"{", b"[", b"\x1e")) and _begins_json(start.lstrip(b"\x1e \t\r\n"), cut):
        return "json"
    return "text"


def _past_comments(head: bytes) -> int:
    """Return where what comes after a mark, white space, comments and an XML declaration begins."""
    at = len(b"\xef\xbb\xbf") if head.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = len(head) - len(head[at:].lstrip())
        close = b"-->" if head.startswith(b"<!--", at) else b">" if head.startswith(b"<?xml", at) else b""
        end = head.find(close, at) if close else -1
        if end < 0:
            return at
        at = end + len(close)


def _begins_json_lines(start: bytes, cut: bool) -> bool:
    line, newline, _ = start.partition(b"\n")
    if not newline and cut:
        return _MEMBER.match(line) is not None
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _begins_json(start: bytes, cut: bool) -> bool:
    """Say whether `start` begins with an object, or with an array of objects, and nothing but objects after it."""
    text = start.decode("utf-8", "ignore")
    if text.startswith("["):
        return _FIRST_OBJECT.match(start) is not None
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return cut and _MEMBER.match(start) is not None
    return isinstance(value, dict) and text[end:].lstrip("\x1e \t\r\n")[:1] in ("", "{")


NULS = "NUL bytes"
"""What a file is called that holds them, and of which nothing else is known."""

_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x7fELF", "a program"),
    (b"%PDF-", "a PDF"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"RIFF", "sound or video"),
    (b"OggS", "sound or video"),
)
_MAGIC = tuple(magic for magic, _ in _BINARY)
_WORDS = (b"GIF8", b"BZh", b"RIFF", b"OggS")  # a text may begin so too


def binary(data: bytes) -> str:
    """Return what sort of binary file `data`, which is no UTF-8, is; '' where it may be text all the same."""
    nul = b"\0" in data
    if data.startswith(_MAGIC) and (nul or not data.startswith(_WORDS)):
        return next(sort for magic, sort in _BINARY if data.startswith(magic))
    return NULS if nul else ""
