"""How texts are signed and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.sketch.bands import Banding
from forensics.sketch.interface import NO_KEY, SAMPLED
from forensics.sketch.permutations import permutations
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forensics.sketch.interface import Hashes, Indices, Key, Signatures
    from forensics.sketch.packed import Packed
    from forensics.text.disguise.findings import Told


@dataclass(frozen=True, slots=True)
class Method:
    """How texts are signed and compared, as plain data: kernel and tables are made where the work is done.

    `shingle` is the length of one in words; signatures have `num_perm` values, permuted as `seed` says, and are cut
    as `banding` says; `fold_synonyms` folds texts along the pairs that ship first; sets of shingles are hashed
    under `key`, which nobody who wrote a text can know; one shingle in `sampled` is remembered.
    """

    shingle: int
    num_perm: int
    seed: int
    banding: Banding
    fold_synonyms: bool = False
    key: Key = NO_KEY
    sampled: int = SAMPLED

    def sign(self, texts: Sequence[str], told: Told | None = None) -> tuple[Signatures, Hashes]:
        """Return what is remembered of the texts' shingles, and a hash of each; `told` takes in disguises."""
        folded, contents = self._folded(texts, told)
        permuted = permutations(self.num_perm, self.seed)
        bands, rows = self.banding.bands, self.banding.rows
        return kernel().sign(folded, self.shingle, permuted, bands, rows, self.sampled), contents

    def shingle_sets(self, texts: Sequence[str]) -> tuple[Hashes, Indices]:
        """Return each text's sorted set of shingle hashes, end to end, and the n + 1 places where they end."""
        return kernel().shingle_sets(self._folded(texts)[0], self.shingle, self.key)

    def _folded(self, texts: Sequence[str], told: Told | None = None) -> tuple[Packed, Hashes]:
        if not self.fold_synonyms:
            return kernel().fold(texts, told)
        from forensics.dedupe.synonym_folding import without_synonyms

        if told is not None:
            kernel().fold(texts, told)
        return kernel().fold(without_synonyms(texts))
