"""Plain text: decoded, and nothing else."""

from __future__ import annotations

import codecs

from forensics.documents import formats
from forensics.documents.model import Extracted, UnreadableError

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def extract(data: bytes, encoding: str, declared: str | None) -> Extracted:
    """Return `data` decoded: no newline is translated, no byte order mark of UTF-8 dropped.

    A byte order mark of UTF-16 says the encoding as a header of HTTP does; else it is the one of the settings.
    """
    chosen = "utf-16" if encoding == "utf-8" and data.startswith(_WIDE) else declared or encoding
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        if chosen != "utf-16" and (sort := formats.binary(data)):
            raise UnreadableError(f"binary file ({sort})") from error
        advice = " (try --encoding latin-1)" if chosen == "utf-8" else ""
        raise UnreadableError(f"not valid {chosen.upper()} at byte {error.start}{advice}") from error
    except UnicodeError as error:
        raise UnreadableError(f"not valid {chosen.upper()}: {error}") from error
    if "\0" in text:
        raise UnreadableError(f"binary file ({formats.binary(data) or 'NUL characters'})")
    return Extracted(text)
