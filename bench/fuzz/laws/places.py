"""Laws of offsets: what every stretch that is told of a text must be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any


def within(start: int, end: int, text: str, what: object) -> None:
    """Check that code points [start, end) lie in `text`."""
    assert 0 <= start <= end <= len(text), f"{what} lies outside a text of {len(text)}"


def apart(stretches: Iterable[tuple[int, int]], what: str) -> None:
    """Check that stretches stand in order and none overlaps another."""
    before = 0
    for start, end in stretches:
        assert before <= start <= end, f"{what}: {start} to {end} stands before {before}"
        before = end


def quoted(found: Any, text: str) -> None:
    """Check that one finding lies in `text`, and that what it gives as its words stands there."""
    within(found.start, found.end, text, found)
    shown = text[found.start : found.end]
    assert found.text == shown, f"{found} does not say what stands there: {shown!r}"


def placed(result: Any, texts: dict[str, str], within_id: str = "", reference: str = "") -> None:
    """Check every offset in a result, as deep as it goes, against the text that the nearest id names."""
    if isinstance(result, tuple):
        for one in result:
            placed(one, texts, within_id, reference)
    if not is_dataclass(result) or isinstance(result, type):
        return
    held = {field.name: getattr(result, field.name) for field in fields(result)}
    id = next((held[name] for name in ("id", "by", "document") if isinstance(held.get(name), str)), within_id)
    reference = held.get("original", reference) if "changes" in held else reference
    for begins, whose in (("", id), ("cited_", id), ("original_", reference)):
        start, end = held.get(f"{begins}start"), held.get(f"{begins}end")
        if whose in texts and start is not None and end is not None:
            within(start, end, texts[whose], result)
    if id in texts and "start" in held and isinstance(held.get("observed"), str) and held["observed"]:
        shown = texts[id][held["start"] : held["end"]]
        assert held["observed"] == shown, f"{result} does not say what stands there: {shown!r}"
    for value in held.values():
        placed(value, texts, id, reference)
