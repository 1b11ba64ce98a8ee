"""The date of a document, as metadata spells it."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

UNDATED = math.inf


def when(value: object) -> float:
    """Return seconds since 1970 for an ISO 8601 or RFC 5322 date or a Unix time, UTC where no zone is given.

    What is no date comes after all dates (infinity).
    """
    if isinstance(value, bool) or value is None:
        return UNDATED
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else UNDATED
    if isinstance(value, datetime):
        return _seconds(value)
    text = str(value).strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _seconds(read(text))
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return UNDATED


def _seconds(value: datetime) -> float:
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
