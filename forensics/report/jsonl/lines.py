"""One JSON object a line: a finding led by its `type`, and the summary that comes last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec

from forensics.envelope import Envelope
from forensics.report.json import inert, set_apart

_NO_DIGEST = b',"digest":""'


def line(kind: str, finding: object, **more: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return one finding as a JSON object on a line of its own, led by its `type`."""
    return inert(msgspec.json.encode({"type": kind, **more, **msgspec.to_builtins(finding)})) + b"\n"


def lines(kind: str, findings: Iterable[object], **more: Any) -> Iterator[bytes]:  # noqa: ANN401 - any JSON value
    """Yield a line for each of `findings`, all of one `type`."""
    for finding in findings:
        yield line(kind, finding, **more)


def summary(envelope: Envelope[Any, Any], **counts: int) -> bytes:
    """Return the last line: the envelope, with the plain figures of the result in place of its findings.

    `counts` are the numbers of findings that were written as they came and are not in the envelope.
    """
    plain, listed = set_apart(replace(envelope, digest=""))
    whole = msgspec.to_builtins(plain)
    figures = {
        name: value if isinstance(value, int | float | str | None) else len(listed.get(name, value))
        for name, value in whole["result"].items()
    }
    return line("summary", {**whole, "result": figures | counts})


def sealed(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield `lines`, the last of which is the summary, with their digest in it.

    That is the SHA-256 of all lines as they are written, but for the digest itself and the comma before it.
    """
    hashed, last = sha256(), b""
    for each in lines:
        if last:
            hashed.update(last)
            yield last
        last = each
    before, _, after = last.rpartition(_NO_DIGEST)
    hashed.update(before + after)
    yield before + _NO_DIGEST[:-1] + hashed.hexdigest().encode() + b'"' + after
