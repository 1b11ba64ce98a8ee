"""Findings made in unmasked texts, told in the code points of the texts as they were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from forensics.text.disguise.unmask import Unmasked

_T = TypeVar("_T")
# Pairs of fields that hold offsets, by how their names begin; the second field that quotes what stands there.
_OWN = ("", "cited_")
_REFERENCE = "original_"
_QUOTES = ("text", "observed")


def relocated(
    result: _T,
    texts: Mapping[str, tuple[str, Unmasked]],
    *,
    within: str | None = None,
    reference: str | None = None,
) -> _T:
    """Return `result` with every offset into an unmasked text turned into one into the text that it was made of.

    `texts` holds, by id, the texts as given and unmasked; others need not be there. Offsets count in the
    document that the nearest `id` (or `by`) names, and first in that called `within`; those of fields that begin with
    original_ in the one called `reference`. Fields that quote what stands between two offsets (text, observed) quote
    the text as given. Dataclasses, and tuples of them, are looked into; any other value stays as it is.
    """
    if isinstance(result, tuple):
        several = tuple(relocated(one, texts, within=within, reference=reference) for one in result)
        return cast(_T, several)
    if not is_dataclass(result) or isinstance(result, type):
        return result
    held: dict[str, Any] = {field.name: getattr(result, field.name) for field in fields(result)}
    within = next((held[name] for name in ("id", "by") if isinstance(held.get(name), str)), within)
    changes: dict[str, Any] = {}
    for name, value in held.items():
        if isinstance(value, tuple) or is_dataclass(value):
            changes[name] = relocated(value, texts, within=within, reference=reference)
    own, other = texts.get(within or ""), texts.get(reference or "")
    for begins in _OWN:
        changes |= _placed(held, begins, own)
    changes |= _placed(held, _REFERENCE, other)
    changes |= _quoted(held, changes, "start", "end", _QUOTES, own)
    changes |= _quoted(held, changes, "original_start", "original_end", ("original",), other)
    changes = {name: value for name, value in changes.items() if value is not held[name]}
    return replace(result, **changes) if changes else result


def _placed(held: dict[str, Any], begins: str, text: tuple[str, Unmasked] | None) -> dict[str, Any]:
    start, end = f"{begins}start", f"{begins}end"
    if text is None or start not in held or end not in held:
        return {}
    left, right = text[1].source(held[start], held[end])
    return {start: left, end: right}


def _quoted(
    held: dict[str, Any],
    changes: dict[str, Any],
    start: str,
    end: str,
    names: tuple[str, ...],
    text: tuple[str, Unmasked] | None,
) -> dict[str, Any]:
    """Return the fields that quote the unmasked text between two offsets, quoting the text as given."""
    if text is None or start not in held:
        return {}
    seen = text[1].text[held[start] : held[end]]
    return {name: text[0][changes[start] : changes[end]] for name in names if seen and held.get(name) == seen}
