"""Saved JSON read back into the envelope that it was written from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from forensics.envelope import SCHEMA_VERSION, Envelope
from forensics.errors import InputError
from forensics.report.schema import ENVELOPES
from forensics.report.verification import says_its_digest

_HINT = "save a result with: forensics COMMAND ... --json -o result.json"


class _Head(msgspec.Struct):
    """What every result begins with."""

    schema_version: str
    command: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A result with the name of the file that it was read from, and the SHA-256 of that file."""

    name: str
    sha256: str
    envelope: Envelope[Any, Any]
    sound: bool = True
    """Whether it carries its own digest: else it was changed since it was written, or is older than digests."""


def load(path: str | Path) -> Saved:
    """Return the result that is saved at `path`.

    Raises InputError where the file cannot be read, is not JSON, or is not a result of this program.
    """
    data = read(path)
    return Saved(str(path), sha256(data).hexdigest(), decode(data, str(path)), says_its_digest(data))


def read(path: str | Path) -> bytes:
    """Return the bytes of the file at `path`; raises InputError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from error


def decode(data: bytes, name: str) -> Envelope[Any, Any]:
    """Return the result that `data` holds, as UTF-8 JSON; errors name it by `name`."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except RecursionError as error:
        raise InputError(f"{name} is nested too deeply to be a result of forensics", _HINT) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if _is_lines(data):
            said = f"{name} is JSON Lines; a report is made from one JSON document"
        elif isinstance(error, msgspec.ValidationError):
            said = f"{name} is JSON, but not a result of forensics: {error}"
        else:
            said = f"{name} is not JSON: {error}"
        raise InputError(said, _HINT) from error
    if head.schema_version != SCHEMA_VERSION:
        raise InputError(
            f"{name} has version {head.schema_version} of the JSON, and this program reads {SCHEMA_VERSION}",
            "make the report with the version that made the result",
        )
    known = {str(command): kind for command, kind in ENVELOPES.items()}
    if head.command not in known:
        raise InputError(
            f"{name} is a result of '{head.command}'", f"reports are made of: {', '.join(known)}"
        )
    try:
        made: Envelope[Any, Any] = msgspec.json.decode(data, type=known[head.command])
    except (msgspec.ValidationError, RecursionError) as error:
        raise InputError(f"{name} is not a whole result of {head.command}: {error}", _HINT) from error
    return made


def _is_lines(data: bytes) -> bool:
    first, _, rest = data.partition(b"\n")
    try:
        msgspec.json.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return bool(rest.strip())
