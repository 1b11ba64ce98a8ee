"""Verified pairs as JSON, written column by column: there may be millions, and an object each takes its time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np

from forensics.dedupe.listed import RELATIONS, UNITS, ListedPairs

_AT_ONCE = 8192
_FORM = """
      {{
        "a": {},
        "b": {},
        "jaccard": {},
        "containment": {},
        "relation": "{}"
      }}"""


class _Shares(dict[int, str]):
    """Similarities as they are written, by their whole units; filled as they are met."""

    def __missing__(self, units: int) -> str:
        share = self[units] = repr(units / UNITS)
        return share


def pairs_as_json(pairs: ListedPairs) -> Iterator[str]:
    """Yield the elements of a JSON array of pairs, indented as they stand in the whole document."""
    shares = _Shares()
    form = _FORM.format
    for start in range(0, len(pairs), _AT_ONCE):
        which = slice(start, start + _AT_ONCE)
        known, place = np.unique(np.concatenate([pairs.a[which], pairs.b[which]]), return_inverse=True)
        written = [msgspec.json.encode(name).decode() for name in pairs.names.some(known.tolist())]
        named = [written[n] for n in place.tolist()]
        half = len(named) // 2
        yield ",".join(
            map(
                form,
                named[:half],
                named[half:],
                [shares[units] for units in pairs.jaccard[which].tolist()],
                [shares[units] for units in pairs.containment[which].tolist()],
                [RELATIONS[relation] for relation in pairs.relation[which].tolist()],
            )
        )
