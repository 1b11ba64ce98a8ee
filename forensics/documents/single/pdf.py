"""PDF: the text of its pages, one after the other."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from forensics.documents.model import Extracted, UnreadableError, shortened
from forensics.documents.streams import LARGEST
from forensics.errors import MissingExtraError

PAGES = 10_000
"""Pages of a PDF that are read; a longer one is refused."""

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])(\S+)[ \n]?")
_COMPOUND = re.compile(r"\b[^\W\d_]+-[^\W\d_]+")
_WORD = 100  # letters of the longest word that is looked at
# What stands for a glyph that has no character: private use, controls, pypdf's name or number of the glyph.
_NO_CHARACTER = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)|/g(?:lyph)?\\d+")


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:  # noqa: ARG001 (one shape for all)
    """Return the text of the pages; words that a line's end hyphenates are put together before the line break."""
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtraError("reading PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("PDF that needs a password")
        text = "\n".join(_pages(reader))
        warnings = tuple(_doubts(reader, text))
    except (UnreadableError, MissingExtraError):
        raise
    except pypdf.errors.DependencyError as error:
        raise MissingExtraError("reading encrypted PDF", "pdf") from error
    except Exception as error:  # pypdf meets broken files with errors of every kind
        raise UnreadableError(f"PDF that cannot be read: {shortened(error)}") from error
    if not text.strip():
        raise UnreadableError("no text (pictures of pages, perhaps: ocrmypdf adds their text)")
    return Extracted(dehyphenated(text), warnings)


def dehyphenated(text: str) -> str:
    """Return `text` with the words whole that a hyphen parts at a line's end; the line ends after the word.

    A hyphen stays where the word is written with it inside a line too; soft hyphens never stay. What goes on with a
    capital is left as it is.
    """
    if not _HYPHEN.search(text):
        return text
    compounds = set(_COMPOUND.findall(text.lower()))

    def whole(found: re.Match[str]) -> str:
        rest = found[1]
        if not rest[0].islower():
            return found[0]
        before = re.search(r"[^\W\d_]+$", text[max(0, found.start() - _WORD) : found.start()])
        after = re.match(r"[^\W\d_]+", rest)
        compound = f"{before[0] if before else ''}-{after[0] if after else ''}".lower()
        return f"{'-' if found[0][0] == '-' and compound in compounds else ''}{rest}\n"

    return _HYPHEN.sub(whole, text)


def _pages(reader: Any) -> Iterator[str]:  # noqa: ANN401 (pypdf has no types)
    size = 0
    for number, page in enumerate(reader.pages):
        if number >= PAGES:
            raise UnreadableError(f"PDF of more than {PAGES:,} pages")
        text = page.extract_text().strip()
        size += len(text)
        if size > LARGEST:
            raise UnreadableError(f"larger than {LARGEST >> 20} MB as one text")
        yield text


def _doubts(reader: Any, text: str) -> Iterator[str]:  # noqa: ANN401 (pypdf has no types)
    lost = len(_NO_CHARACTER.findall(text))
    if lost:
        yield f"{lost} glyphs have no Unicode: what was read in their places is no text"
    mute = sorted({name for page in reader.pages for name in _mute_fonts(page)})
    if mute:
        yield (
            "fonts that do not say which characters their glyphs are, so that what was read may be wrong: "
            + ", ".join(mute[:5])
        )


def _mute_fonts(page: Any) -> Iterator[str]:  # noqa: ANN401 (pypdf has no types)
    """Yield the names of composite fonts whose codes are numbers of glyphs and without a table to Unicode."""
    resources = page.get("/Resources")
    fonts = resources.get_object().get("/Font") if resources is not None else None
    for font in fonts.get_object().values() if fonts is not None else ():
        about = font.get_object()
        identity = about.get("/Encoding") in ("/Identity-H", "/Identity-V")
        if about.get("/Subtype") == "/Type0" and identity and "/ToUnicode" not in about:
            yield str(about.get("/BaseFont", "/unnamed")).lstrip("/")
