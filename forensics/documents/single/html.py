"""HTML: the main text of a page, in the encoding that it came with or that it names."""

from __future__ import annotations

import logging
import re

from forensics.documents.formats import NULS, binary
from forensics.documents.model import Extracted, UnreadableError, one_line, shortened
from forensics.documents.page_bounds import bounded_page
from forensics.documents.page_nesting import whole_page
from forensics.documents.single.hidden import without_hidden
from forensics.documents.single.repeated import repetitions
from forensics.documents.single.ruby import without_readings
from forensics.errors import MissingExtraError

_QUOTED = 80  # characters of what was left out in a warning
_DOCTYPE = re.compile(r"\s*<!doctype\s+html", re.I)
_PRESCAN = 1024  # bytes in which a page must name its encoding (HTML Standard, 13.2.3.2)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.I)
_XML = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']+)", re.I)


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:
    """Return the main text of a page, without its navigation and comments and without what it hides."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("reading HTML", "html") from error
    if (sort := binary(data)) and sort != NULS:  # a NUL may stand in a page
        raise UnreadableError(f"binary file ({sort})")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page, warnings = decode(data, encoding, declared)
    page, told = bounded_page(page)
    page, lost = whole_page(page)
    warnings += told + lost
    page, hidden = without_hidden(page)
    if hidden:
        warnings += (f"left out {len(hidden):,} characters of hidden text: {_quoted(hidden)}",)
    page, readings = without_readings(page)
    if readings:
        warnings += (f"left out {len(readings):,} characters of readings above words: {_quoted(readings)}",)
    try:
        text = trafilatura.extract(_whole(page), include_comments=False) or ""
        if fewer := repetitions(page, text):
            warnings += (f"paragraphs that the page repeats were read fewer times: {fewer:,} left out",)
        return Extracted(text, warnings)
    except Exception as error:  # whatever a hostile page brings about, the others are still read
        raise UnreadableError(f"HTML that cannot be read: {shortened(error)}") from error


def _quoted(text: str) -> str:
    return one_line(text if len(text) <= _QUOTED else f"{text[:_QUOTED]}...")


def _whole(page: str) -> str:
    """Return a page that says at its very beginning that it is one: what does not is no text to trafilatura.

    Feeds and databases hold fragments, and pages may begin with long comments.
    """
    return page if _DOCTYPE.match(page) else f"<!DOCTYPE html>{page}"


def decode(data: bytes, encoding: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Return a page as text, and what is to be said about how it was decoded.

    A byte order mark goes before what came with the page, that before what it names itself (HTML Standard, 13.2.3), by
    the names of the Encoding Standard: iso-8859-1 is windows-1252. `encoding` is for pages that name none. Two
    departures, both told: bytes that are UTF-8, which no other text is by chance, are UTF-8 whatever they
    are said to be; and a page that names nothing and is no UTF-8 is windows-1252, as browsers have it.
    """
    marked = _marked(data)
    named = None if marked else _label(declared) or _label(_named(data))
    if marked:
        return _replaced(data, marked, ())
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None and (named in (None, "utf-8") or (text.isascii() and "\x1b" not in text)):
        return text, ()
    if text is not None and not text.isascii() and named is not None and not _is_wide(named):
        return text, (f"says that it is {named}, but its bytes are UTF-8: read as UTF-8",)
    if named is not None:
        return _replaced(data, named, ())
    if encoding not in ("utf-8", "utf-8-sig"):
        return _replaced(data, encoding, ())
    return _replaced(data, "windows-1252", ("names no encoding and is no UTF-8: read as windows-1252",))


def _replaced(data: bytes, encoding: str, warnings: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return `data` decoded; what is not valid becomes U+FFFD, as browsers show it, and is told."""
    import webencodings

    known = webencodings.lookup(encoding)
    codec = known.codec_info if known is not None else None
    try:
        text = codec.decode(data, "strict")[0] if codec is not None else data.decode(encoding)
    except UnicodeError:
        text = codec.decode(data, "replace")[0] if codec is not None else data.decode(encoding, "replace")
        lost = max(1, text.count("\ufffd"))
        warnings += (f"not valid {encoding} in {lost} places: read as U+FFFD there",)
    return text.removeprefix("\ufeff"), warnings


def _label(name: str | None) -> str | None:
    """Return the encoding that browsers take `name` for; None for a name that they do not know."""
    try:
        import webencodings
    except ImportError as error:
        raise MissingExtraError("reading HTML", "html") from error
    known = webencodings.lookup(name) if name else None
    return None if known is None else str(known.name)


def _named(data: bytes) -> str | None:
    """Return the encoding that a page names in its first bytes."""
    head = _COMMENT.sub(b"", data[:_PRESCAN])
    found = _XML.match(head) or _META.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii", "replace")
    # What could be read as ASCII so far is in no wide encoding, whatever it says (13.2.3.2).
    return "utf-8" if _is_wide(_label(name) or "") else name


def _is_wide(name: str) -> bool:
    return name.startswith("utf-16")


def _marked(data: bytes) -> str | None:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be")):
        if data.startswith(mark):
            return name
    return None
