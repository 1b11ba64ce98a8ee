"""Files that are one document each: plain text, and what text can be taken out of."""

from __future__ import annotations

import codecs
import io
import logging
import zipfile
from collections.abc import Callable

from forensics.documents import formats
from forensics.documents.model import UnreadableError
from forensics.documents.streams import LARGEST
from forensics.errors import MissingExtraError
from forensics.settings import ReadSettings


def text_of(kind: str, data: bytes, settings: ReadSettings) -> str:
    """Return the text of a file of format `kind` whose decompressed bytes are `data`.

    Raises UnreadableError with the reason where there is none, MissingExtraError where the library that
    reads the format is not installed.
    """
    if not data:
        raise UnreadableError("empty")
    text = _plain(data, settings.encoding) if kind == "text" else _READERS[kind](data, settings.encoding)
    if not text or text.isspace():
        raise UnreadableError("no text")
    return text


def _plain(data: bytes, encoding: str) -> str:
    """Return `data` decoded, and nothing else: no newline is translated, no byte order mark dropped."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and encoding == "utf-8"
        if not wide and (sort := formats.binary(data)):
            raise UnreadableError(f"binary file ({sort})") from error
        advice = (
            " (try --encoding utf-16)" if wide else " (try --encoding latin-1)" if encoding == "utf-8" else ""
        )
        raise UnreadableError(f"not valid {encoding.upper()} at byte {error.start}{advice}") from error
    except UnicodeError as error:
        raise UnreadableError(f"not valid {encoding.upper()}: {error}") from error
    if "\0" in text:
        raise UnreadableError(f"binary file ({formats.binary(data)})")
    return text


def _html(data: bytes, encoding: str) -> str:
    """Return the main text of a page, without its navigation and comments."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("reading HTML", "html") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        page: bytes | str = data.decode(encoding)
    except UnicodeDecodeError:
        page = data  # the page says its encoding itself, or trafilatura finds it
    try:
        return trafilatura.extract(page, include_comments=False) or ""
    except Exception as error:  # whatever a hostile page brings about, the others are still read
        raise UnreadableError(f"HTML that cannot be read: {_line(error)}") from error


def _pdf(data: bytes, encoding: str) -> str:  # noqa: ARG001 (one shape for all readers)
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtraError("reading PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("PDF that needs a password")
        text = "\n".join(page.extract_text().strip() for page in reader.pages)
    except UnreadableError:
        raise
    except Exception as error:  # pypdf meets broken files with errors of every kind
        raise UnreadableError(f"PDF that cannot be read: {_line(error)}") from error
    if not text.strip():
        raise UnreadableError("no text (pictures of pages, perhaps: ocrmypdf adds their text)")
    return text


def _docx(data: bytes, encoding: str) -> str:  # noqa: ARG001 (one shape for all readers)
    try:
        import docx
        from docx.table import Table
    except ImportError as error:
        raise MissingExtraError("reading DOCX", "docx") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise UnreadableError(f"larger than {LARGEST >> 20} MB unpacked")
        lines: list[str] = []
        for block in docx.Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
        return "\n".join(lines)
    except UnreadableError:
        raise
    except Exception as error:  # python-docx meets broken files with errors of every kind
        raise UnreadableError(f"DOCX that cannot be read: {_line(error)}") from error


def _line(error: Exception) -> str:
    """Return what `error` says, cut to a length that can be read."""
    return f"{type(error).__name__}: {error}"[:200]


_READERS: dict[str, Callable[[bytes, str], str]] = {"html": _html, "pdf": _pdf, "docx": _docx}
