"""Exact copies: collapsed before anything is compared, and confirmed on the texts themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.signing import RereadableTexts, Signed
from forensics.documents.strings import equal
from forensics.progress import Progress
from forensics.sketch.interface import Indices

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 1 << 19  # code points of the texts that are compared together


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

    def with_new(self, known: int) -> NDArray[np.bool_]:
        """Return which texts some new document has; documents numbered below `known` are known."""
        return self.members[self.starts[1:] - 1] >= known

    @property
    def firsts(self) -> Indices:
        """The first document with each text."""
        return self.members[self.starts[:-1]]


def collapse(signed: Signed, texts: RereadableTexts, progress: Progress) -> Distinct:
    """Group documents by the hash of their text, read those that agree again, and compare them whole."""
    worded = np.flatnonzero(signed.counts)
    order = worded[np.argsort(signed.contents[worded], kind="stable")]
    hashes = signed.contents[order]
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]]) if len(hashes) else hashes)
    starts = np.append(starts, len(order))
    unlike = _unlike(order, starts, signed, texts, progress)
    if unlike:
        order, starts = _told_apart(unlike, order, starts, signed, texts)
    return Distinct(order, starts)


def _unlike(
    order: Indices, starts: Indices, signed: Signed, texts: RereadableTexts, progress: Progress
) -> list[int]:
    """Return the groups in which some text is not that of the first."""
    sizes = np.diff(starts)
    copied = np.flatnonzero(np.repeat(sizes > 1, sizes))
    group = np.repeat(np.arange(len(sizes)), sizes)[copied]
    read = np.cumsum(np.frombuffer(signed.chars, np.uint32)[order[copied]], dtype=np.int64) // _AT_ONCE
    unlike: set[int] = set()
    progress.start("comparing copies", len(copied))
    for some in np.split(np.arange(len(copied)), np.flatnonzero(np.diff(read)) + 1):
        firsts = starts[group[some]]
        wanted = np.union1d(firsts, copied[some])
        found = texts.texts(signed.positions_of(order[wanted]).tolist())
        first, other = np.searchsorted(wanted, firsts), np.searchsorted(wanted, copied[some])
        for number, a, b in zip(group[some].tolist(), first.tolist(), other.tolist(), strict=True):
            if not equal(found, a, b):
                unlike.add(number)
        progress.advance(len(some))
    progress.finish()
    return sorted(unlike)


def _told_apart(
    groups: list[int], order: Indices, starts: Indices, signed: Signed, texts: RereadableTexts
) -> tuple[Indices, Indices]:
    """Divide groups whose hashes agree and whose texts do not, by the texts in code point order."""
    order, extra = order.copy(), []
    for group in groups:
        start, end = int(starts[group]), int(starts[group + 1])
        members = order[start:end]
        by_text: defaultdict[str, list[int]] = defaultdict(list)
        found = texts.texts(signed.positions_of(members).tolist())
        for member, text in zip(members.tolist(), found, strict=True):
            by_text[text].append(member)
        for _, alike in sorted(by_text.items()):
            order[start : start + len(alike)] = alike
            start += len(alike)
            extra.append(start)
    return order, np.unique(np.concatenate([starts, np.array(extra, np.int64)]))
