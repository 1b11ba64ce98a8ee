"""RTF: its text, by striprtf."""

from __future__ import annotations

import re

from forensics.documents.model import Extracted, UnreadableError, shortened
from forensics.errors import MissingExtraError

_HIGH = re.compile(rb"[\x80-\xff]")
_CELL = re.compile(rb"\\(?:nest)?cell(?![a-z]) ?")
_FIELD = re.compile(rb"\\field(?![a-z])")
_HIDDEN = re.compile(rb"\{\\v(?![a-z0-9])")
_NOTE = re.compile(rb"\{\\footnote(?![a-z])")
_BINARY = re.compile(rb"(?<!\\)(?:\\\\)*(\\bin(\d{1,9}) ?)")
# The start of a font's entry: striprtf looks for the rest up to the line's end, and there may be none.
_FONT = re.compile(rb"(?<!\\)\\f(?=\d)")
_BRACE = re.compile(rb"\\.|[{}]", re.S)


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:  # noqa: ARG001 (one shape for all)
    """Return the text in the order of the file, then the footnotes; cells of a table are parted by tabs."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtraError("reading RTF", "rtf") from error
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("not RTF, whatever its name says")
    data = _without_binary(data)
    hidden = len(_HIDDEN.findall(data))
    warnings: tuple[str, ...] = (f"left out {hidden} pieces of hidden text",) if hidden else ()
    # A byte is written as what it stands for, since striprtf takes text; links keep their words alone.
    source = _HIGH.sub(lambda found: b"\\'%02x" % found[0][0], _FIELD.sub(rb"\\fields", data))
    source = _FONT.sub(b"\n\\\\f", source)
    source = _CELL.sub(rb"\\tab ", _HIDDEN.sub(rb"{\\*\\hidden", source))
    parts = _apart(source)
    try:
        texts = [_text(rtf_to_text, part.decode("ascii")) for part in parts]
    except UnicodeError:
        texts = [_text(rtf_to_text, part.decode("ascii"), errors="replace") for part in parts]
        warnings += ("bytes that its encoding does not have: read as U+FFFD",)
    except Exception as error:  # whatever a hostile file brings about
        raise UnreadableError(f"RTF that cannot be read: {shortened(error)}") from error
    return Extracted("\n".join(text.removesuffix("\n") for text in texts), warnings)


def _text(read, source: str, errors: str = "strict") -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    text: str = read(source, errors=errors)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs written as two numbers


def _apart(source: bytes) -> list[bytes]:
    """Return the file without its footnotes, then all of them as one file with the same head, a paragraph each."""
    head = source[: max(0, source.find(b"\\pard"))] or b"{\\rtf1"
    kept, notes, at = [], [], 0
    while found := _NOTE.search(source, at):
        end = _group_end(source, found.start())
        kept.append(source[at : found.start()])
        notes.append(b"{" + source[found.end() : end - 1] + b"}\\par ")
        at = end
    kept.append(source[at:])
    return [b"".join(kept), b"".join([head, b" ", *notes, b"}"])] if notes else [source]


def _without_binary(data: bytes) -> bytes:
    """Return a file without what stands in it as bytes, whose braces are none."""
    kept, at = [], 0
    while found := _BINARY.search(data, at):
        kept.append(data[at : found.start(1)])
        at = found.end() + int(found[2])
    return b"".join([*kept, data[at:]])


def _group_end(source: bytes, start: int) -> int:
    """Return where the group that begins at `start` ends."""
    depth = 0
    for found in _BRACE.finditer(source, start):
        depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return len(source)
