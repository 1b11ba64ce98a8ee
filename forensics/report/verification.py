"""What a saved result says against what was found when it was made again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any

import msgspec

from forensics.envelope import Envelope
from forensics.report.json import document

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


def says_its_digest(data: bytes) -> bool:
    """Say whether the saved result `data` carries its own digest: of its JSON without that and without white space."""
    whole = json.loads(data)
    carried = whole.pop("digest", None) if isinstance(whole, dict) else None
    encoded = json.dumps(whole, separators=(",", ":"), ensure_ascii=False)
    return bool(carried == sha256(encoded.encode("utf-8", "surrogatepass")).hexdigest())


def differences(data: bytes, again: Envelope[Any, Any]) -> Iterator[Difference]:
    """Yield where the saved result `data` is not what was found `again`, in the order of the result.

    What is the same but written otherwise is a difference too: then a program or a person has written the file again.
    """
    written = document(again)
    if written == data:
        return
    at_all = False
    for one in _unequal("", json.loads(data), json.loads(written)):
        at_all = True
        yield one
    if not at_all:
        yield Difference(
            "", "the same content, written otherwise (white space, escapes or order of keys)", ""
        )


def changed_inputs(saved: Envelope[Any, Any], again: Envelope[Any, Any]) -> Iterator[Difference]:
    """Yield the inputs of a saved result that are not what they were."""
    now = {one.id: one.sha256 for one in again.inputs}
    for one in saved.inputs:
        if now.get(one.id) != one.sha256:
            yield Difference(f"input {one.id}", one.sha256, now.get(one.id, "not read"))


def _unequal(where: str, saved: Any, found: Any) -> Iterator[Difference]:  # noqa: ANN401 (any JSON value)
    if isinstance(saved, Mapping) and isinstance(found, Mapping):
        for name in dict.fromkeys([*saved, *found]):
            if where or name != "digest":
                yield from _unequal(f"{where}.{name}", saved.get(name, _NOTHING), found.get(name, _NOTHING))
    elif isinstance(saved, list) and isinstance(found, list):
        for number, (one, other) in enumerate(zip_longest(saved, found, fillvalue=_NOTHING)):
            yield from _unequal(f"{where}[{number}]", one, other)
    elif saved is not found and (type(saved) is not type(found) or saved != found):
        yield Difference(where, _short(saved), _short(found))


def _short(value: Any) -> str:  # noqa: ANN401 (any JSON value)
    if value is _NOTHING:
        return ""
    encoded = msgspec.json.encode(value).decode()
    return encoded if len(encoded) <= _SHOWN else f"{encoded[: _SHOWN - 3]}..."
