"""Saved results of a line each, read back as far as it takes to make them again, and compared line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from itertools import zip_longest
from typing import Any

import msgspec

from forensics.envelope import SCHEMA_VERSION, Envelope
from forensics.errors import InputError
from forensics.report.difference import Difference, unequal
from forensics.report.interface import RenderOptions, renderer
from forensics.report.schema import ENVELOPES

_SHOWN = 60  # bytes of a line that has nothing to be compared with
_SUMMARY = re.compile(rb'\{\s*"type"\s*:\s*"summary"')
_DIGEST = b',"digest":"'


def is_lines(data: bytes) -> bool:
    """Say whether `data` ends in a summary, as results of a line each do."""
    return _SUMMARY.match(_last(data)) is not None


def decode_lines(data: bytes, name: str) -> Envelope[Any, Any]:
    """Return the envelope that the summary at the end of `data` holds, its result as the figures that stand there.

    Raises InputError where the summary is none of an analysis; errors name it by `name`.
    """
    try:
        held = msgspec.json.decode(_last(data))
        command, version = held["command"], held["schema_version"]
        settings = ENVELOPES[command].__args__[0]
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{name} ends in no summary of an analysis") from error
    if version != SCHEMA_VERSION:
        raise InputError(
            f"{name} has version {version} of the JSON, and this program reads {SCHEMA_VERSION}",
            "verify it with the version that made it",
        )
    kept = {one.name: held[one.name] for one in fields(Envelope) if one.name in held}
    try:
        return msgspec.convert(kept, type=Envelope[settings, Any])  # type: ignore[valid-type]
    except (msgspec.ValidationError, RecursionError) as error:
        raise InputError(f"{name} has no whole summary of {command}: {error}") from error


def lines_say_their_digest(data: bytes) -> bool:
    """Say whether the summary carries the SHA-256 of all lines but for that digest and the comma before it."""
    before, mark, rest = data.rpartition(_DIGEST)
    return bool(mark) and sha256(before + rest[65:]).hexdigest().encode() == rest[:64] and rest[64:65] == b'"'


def line_differences(data: bytes, again: Envelope[Any, Any]) -> Iterator[Difference]:
    """Yield where the saved lines `data` are not those that were found `again`."""
    written = b"".join(renderer(again.command, "jsonl")(again, RenderOptions()))
    if written == data:
        return
    for number, (was, now) in enumerate(
        zip_longest(data.split(b"\n"), written.split(b"\n"), fillvalue=b""), 1
    ):
        if was != now:
            yield from _line(number, was, now)


def _line(number: int, was: bytes, now: bytes) -> Iterator[Difference]:
    place = f"line {number}"
    try:
        one, other = json.loads(was), json.loads(now)
        found = list(unequal("", one, other))
    except (ValueError, RecursionError):  # one of them is missing, or was spoiled
        yield Difference(place, _shown(was), _shown(now))
        return
    said = found or [Difference("", "the same content, written otherwise", "")]
    yield from (Difference(place + each.where, each.saved, each.found) for each in said)


def _shown(line: bytes) -> str:
    return line[:_SHOWN].decode("utf-8", "replace")


def _last(data: bytes) -> bytes:
    return data.rstrip(b"\n").rpartition(b"\n")[2]
