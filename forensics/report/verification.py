"""What a saved result says against what was found when it was made again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from forensics.envelope import Envelope
from forensics.report.difference import Difference, unequal
from forensics.report.json import document


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
    for one in unequal("", json.loads(data), json.loads(written)):
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
