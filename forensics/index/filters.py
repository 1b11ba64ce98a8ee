"""Which documents are asked for, by their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from forensics.documents.dates import UNDATED, when
from forensics.errors import UsageError

DATE = "date"
"""The field that --since reads."""


def filter_of(where: Sequence[str], since: str | None) -> Callable[[Mapping[str, object]], bool] | None:
    """Return what tells by a document's fields whether it is asked for; None where all are.

    `where` are FIELD=VALUE, all of which have to hold, fields within fields as a.b; `since` is the earliest date,
    ISO 8601, RFC 5322 or Unix time. Raises UsageError for what is neither.
    """
    if not where and since is None:
        return None
    pairs = [_pair(one) for one in where]
    first = None if since is None else when(since)
    if first == UNDATED:
        raise UsageError(f"--since {since} is no date", "write it as 2026-11-27, or with a time and a zone")

    def wanted(fields: Mapping[str, object]) -> bool:
        if first is not None and not first <= when(fields.get(DATE)) < UNDATED:
            return False
        return all(_said(fields, name) == value for name, value in pairs)

    return wanted


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not name or not equals:
        raise UsageError(f"--where {given} is not FIELD=VALUE", "such as --where outlet=Reuters")
    return name, value


def _said(fields: Mapping[str, object], name: str) -> str | None:
    """Return what a field says, as it is written in a record; None where there is no such field."""
    found: object = fields.get(name)
    if found is None and "." in name:
        found = fields
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if found is None:
        return None
    return str(found).lower() if isinstance(found, bool) else str(found)
