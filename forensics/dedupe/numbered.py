"""Distinct texts by their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.dedupe.exact import Distinct
from forensics.dedupe.signing import Signed, Texts
from forensics.sketch.interface import Indices, Numbers


@dataclass(frozen=True, slots=True)
class NumberedTexts:
    """The distinct texts by their numbers: what is remembered of each, and the texts themselves again."""

    texts: Texts
    signed: Signed
    distinct: Distinct

    def __len__(self) -> int:
        return len(self.distinct)

    def places(self) -> Indices:
        """Return the position at which each text is read again."""
        return self.signed.places(self.distinct.firsts)

    def counts(self) -> Numbers:
        """Return how many shingles each text has."""
        return self.signed.counts[self.distinct.firsts]
