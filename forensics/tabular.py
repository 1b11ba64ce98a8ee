"""A result as rows of plain values, for notebooks and data frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import islice
from typing import Any

import msgspec

from forensics.errors import UsageError

# What a reader of each command asks for first; whatever else a result lists is had by its name.
FINDINGS: Mapping[str, str] = {
    "dedupe": "pairs",
    "spin": "documents",
    "trace": "verdicts",
    "index query": "matches",
    "index verify": "problems",
}
_SHOWN_ROWS = 20
_SHOWN_CHARACTERS = 60  # of a value: a cell of a notebook is read at a glance


def rows(
    command: str, result: object, of: str | None = None, most: int | None = None
) -> list[dict[str, Any]]:
    """Return the findings of a result as dicts of plain values, the first `most` of them; None: all.

    `of` names one of the result's lists, None the one that the command is asked for; a result without lists is one
    row. Raises UsageError for a name that is none of them.
    """
    name = of or FINDINGS.get(command)
    if name is None:
        return [msgspec.to_builtins(result)]
    listed = getattr(result, name, None)
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        raise UsageError(f"a result of {command} has no list {name!r}", f"it has {', '.join(lists(result))}")
    return [
        built if isinstance(built := msgspec.to_builtins(one), dict) else {name: built}
        for one in islice(listed, most)
    ]


def lists(result: object) -> list[str]:
    """Return the names of the lists that a result holds."""
    held = ((name, getattr(result, name)) for name in getattr(type(result), "__dataclass_fields__", {}))
    return [name for name, value in held if isinstance(value, Sequence) and not isinstance(value, str)]


def brief(command: str, result: object) -> str:
    """Return what a result holds, in a line: how many of each of its lists, and its plain figures."""
    fields = getattr(type(result), "__dataclass_fields__", {})
    told = []
    for name in fields:
        value = getattr(result, name)
        if isinstance(value, Sequence) and not isinstance(value, str):
            told.append(f"{name}: {len(value)}")
        elif isinstance(value, int | float):
            told.append(f"{name}: {value}")
    return f"<{command}: {', '.join(told)}>"


def as_html(command: str, result: object) -> str:
    """Return the first findings as an HTML table with one plain value a cell; nothing in a text acts there."""
    shown = rows(command, result, most=_SHOWN_ROWS)
    columns = list(dict.fromkeys(name for row in shown for name, value in row.items() if _is_plain(value)))
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(row.get(name))}</td>' for name in columns)}</tr>" for row in shown
    )
    return (
        f"<p>{escape(brief(command, result))}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    text = "" if value is None or not _is_plain(value) else str(value)
    return escape(text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}...")
