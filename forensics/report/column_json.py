"""Pairs and clusters as JSON, written column by column: there may be millions, and an object each takes its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import numpy as np

from forensics.dedupe.columns import NOT_MEASURED, RELATIONS, UNITS, ClusterColumns, PairColumns, flags_of

_AT_ONCE = 1 << 13
_END = "\n      }"
_PAIR = (  # what stands before each value
    _END + ',\n      {\n        "a": ',
    ',\n        "b": ',
    ',\n        "jaccard": ',
    ',\n        "containment": ',
    ',\n        "relation": "',
    '",\n        "known": ',
)
_BOOLEANS = ("false", "true")
_BREAK = ",\n          "


class _Shares(dict[int, str]):
    """Similarities as they are written, by their whole units; filled as they are met."""

    def __missing__(self, units: int) -> str:
        share = self[units] = "null" if units == NOT_MEASURED else repr(units / UNITS)
        return share


def pairs_as_json(pairs: PairColumns) -> Iterator[str]:
    """Yield the elements of a JSON array of pairs, indented as they stand in the whole document."""
    shares = _Shares()
    for start in range(0, len(pairs), _AT_ONCE):
        which = slice(start, start + _AT_ONCE)
        columns = (
            *pairs.named(which, _strings),
            [shares[units] for units in pairs.jaccard[which].tolist()],
            [shares[units] for units in pairs.containment[which].tolist()],
            [RELATIONS[relation] for relation in pairs.relation[which].tolist()],
            [_BOOLEANS[known] for known in (pairs.a[which] < pairs.known).tolist()],
        )
        rows, step = len(columns[0]), 2 * len(_PAIR)
        pieces = [""] * (rows * step)
        for number, (before, column) in enumerate(zip(_PAIR, columns, strict=True)):
            pieces[2 * number :: step] = [before] * rows
            pieces[2 * number + 1 :: step] = column
        yield "".join(pieces).removeprefix(_END + ",") + _END


def clusters_as_json(clusters: ClusterColumns) -> Iterator[str]:
    """Yield the elements of a JSON array of clusters of documents (not of paragraphs), indented likewise."""
    shares = _Shares()
    edges = clusters.starts.tolist()
    number = 0
    while number < len(clusters):
        last = number + 1
        while last < len(clusters) and edges[last + 1] - edges[number] <= _AT_ONCE:
            last += 1
        base, end = edges[number], edges[last]
        names = _strings(clusters.names.some(clusters.members[base:end]))
        measured = [shares[units] for units in clusters.jaccard[base:end].tolist()]
        spans = pairwise([edge - base for edge in edges[number : last + 1]])
        known = np.add.reduceat(
            clusters.members[base:end] < clusters.known, clusters.starts[number:last] - base
        )
        flags = [_array(list(map(_quoted, flags_of(bits)))) for bits in clusters.flags[number:last].tolist()]
        yield ",".join(
            [
                f"""
      {{
        "id": {id},
        "kept": {names[a]},
        "members": [
          {_BREAK.join(names[a:b])}
        ],
        "jaccard": [
          {_BREAK.join(measured[a:b])}
        ],
        "flags": {flagged},
        "places": [],
        "known": {old}
      }}"""
                for id, ((a, b), flagged, old) in enumerate(
                    zip(spans, flags, known.tolist(), strict=True), number
                )
            ]
        )
        number = last


def _strings(names: list[str]) -> list[str]:
    """Return names as JSON strings."""
    together = msgspec.json.encode(names).decode()
    if "\\" in together:  # a quote may be part of a name
        return [msgspec.json.encode(name).decode() for name in names]
    return [f'"{part}"' for part in together[2:-2].split('","')]


def _quoted(word: str) -> str:
    return f'"{word}"'


def _array(elements: Sequence[str]) -> str:
    return f"[\n          {_BREAK.join(elements)}\n        ]" if elements else "[]"
