"""Fields of records by their names: `text`, or `meta.text` for a field inside a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from forensics.documents.model import UnreadableError
from forensics.documents.records import no_field

MISSING = object()


def field(record: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 (any JSON value)
    """Return the value of the field `name`, or where there is none of the path that its dots part; else MISSING.

    A number in a path counts the elements of an array from 0.
    """
    if name in record:
        return record[name]
    if "." not in name:
        return MISSING
    value: Any = record
    for step in name.split("."):
        if isinstance(value, dict):
            value = value.get(step, MISSING)
        elif isinstance(value, list) and step.isascii() and step.isdigit() and len(step) < 9:
            value = value[int(step)] if int(step) < len(value) else MISSING
        else:
            return MISSING
    return value


def id_and_text(record: Mapping[str, Any], id_field: str, text_field: str) -> tuple[str, str]:
    """Return a record's own id ('' for none that is text or a whole number) and its text; raises UnreadableError."""
    text, own = field(record, text_field), field(record, id_field)
    if text is MISSING:
        raise no_field(text_field, record)
    if text is None:
        raise UnreadableError(f"the field '{text_field}' is null")
    if not isinstance(text, str):
        raise UnreadableError(f"the field '{text_field}' is not text")
    named = str(own) if isinstance(own, str | int) and not isinstance(own, bool) else ""
    try:
        (named + text).encode()
    except UnicodeEncodeError:
        raise UnreadableError("half a surrogate pair, which is no character") from None
    if not text or text.isspace():
        raise UnreadableError("no text")
    return named, text


def others(record: Mapping[str, Any], *own: str) -> dict[str, Any]:
    """Return the fields of a record that are none of its `own`."""
    return {name: value for name, value in record.items() if name not in own}


class Members(dict[str, Any]):
    """An object that knows which of its fields are named twice."""

    __slots__ = ("twice",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        often = Counter(name for name, _ in pairs) if len(self) < len(pairs) else Counter[str]()
        self.twice = {name for name, times in often.items() if times > 1}
