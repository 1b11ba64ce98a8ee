"""Exact copies: collapsed before anything is compared, and confirmed on the texts themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from forensics.dedupe.signing import Signed, Texts
from forensics.sketch.kernel import Indices


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct texts, numbered by their content so that the input's order does not matter.

    `members[starts[i] : starts[i + 1]]` are the documents with text i, in input order. Documents without words
    are not among them: they match nothing.
    """

    members: Indices
    starts: Indices

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def firsts(self) -> Indices:
        """The first document with each text."""
        return self.members[self.starts[:-1]]


def collapse(signed: Signed, texts: Texts) -> Distinct:
    """Group documents by the hash of their text, read those that agree again, and compare them whole."""
    worded = np.flatnonzero(signed.counts)
    order = worded[np.argsort(signed.contents[worded], kind="stable")]
    hashes = signed.contents[order]
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]]) if len(hashes) else hashes)
    starts = np.append(starts, len(order))
    sizes = np.diff(starts)
    unlike: list[int] = []
    for group in np.flatnonzero(sizes > 1).tolist():
        members = order[starts[group] : starts[group + 1]].tolist()
        first, *others = texts.texts([signed.positions[member] for member in members])
        if any(other != first for other in others):
            unlike.append(group)
    if unlike:
        order, starts = _told_apart(unlike, order, starts, signed, texts)
    return Distinct(order, starts)


def _told_apart(
    groups: list[int], order: Indices, starts: Indices, signed: Signed, texts: Texts
) -> tuple[Indices, Indices]:
    """Divide groups whose hashes agree and whose texts do not, by the texts in code point order."""
    order, extra = order.copy(), []
    for group in groups:
        start, end = int(starts[group]), int(starts[group + 1])
        members = order[start:end].tolist()
        by_text: defaultdict[str, list[int]] = defaultdict(list)
        for member, text in zip(members, texts.texts([signed.positions[m] for m in members]), strict=True):
            by_text[text].append(member)
        for _, alike in sorted(by_text.items()):
            order[start : start + len(alike)] = alike
            start += len(alike)
            extra.append(start)
    return order, np.unique(np.concatenate([starts, np.array(extra, np.int64)]))
