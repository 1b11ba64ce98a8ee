"""Where two JSON values are not the same, told for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import msgspec

_SHOWN = 60  # characters of a value in a line for people
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which a saved result is not what was found again."""

    where: str
    """The place, as jq writes one: .result.verdicts[3].probability."""
    saved: str
    """What the saved result says there, as JSON, shortened; empty where it says nothing."""
    found: str
    """What was found, likewise."""


def unequal(where: str, saved: Any, found: Any) -> Iterator[Difference]:  # noqa: ANN401 (any JSON value)
    """Yield where, below `where`, a saved JSON value is not the one that was found, in the saved one's order."""
    if isinstance(saved, Mapping) and isinstance(found, Mapping):
        for name in dict.fromkeys([*saved, *found]):
            if where or name != "digest":
                yield from unequal(f"{where}.{name}", saved.get(name, _NOTHING), found.get(name, _NOTHING))
    elif isinstance(saved, list) and isinstance(found, list):
        for number, (one, other) in enumerate(zip_longest(saved, found, fillvalue=_NOTHING)):
            yield from unequal(f"{where}[{number}]", one, other)
    elif saved is not found and (type(saved) is not type(found) or saved != found):
        yield Difference(where, _short(saved), _short(found))


def _short(value: Any) -> str:  # noqa: ANN401 (any JSON value)
    if value is _NOTHING:
        return ""
    encoded = msgspec.json.encode(value).decode()
    return encoded if len(encoded) <= _SHOWN else f"{encoded[: _SHOWN - 3]}..."
