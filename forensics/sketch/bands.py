"""How a signature is cut into bands, so that pairs above a threshold meet in at least one."""

from __future__ import annotations

from dataclasses import dataclass

# The share of pairs exactly at the threshold that may have no band in common. Chosen: texts are compared
# afterwards, so that a band too many costs time alone; datasketch's own choice for 0.7 loses one pair in ten
# (decisions/0103).
MOST_MISSED = 0.005
LEAST_PERM, MOST_PERM = 2, 4096  # chosen: more cost memory and tell pairs apart that are compared anyway


@dataclass(frozen=True, slots=True)
class Banding:
    """`bands` groups of `rows` values of a signature."""

    bands: int
    rows: int

    def recall(self, jaccard: float) -> float:
        """Return the probability that two texts of this Jaccard share a band: the S-curve.

        (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, section 3.4.2)
        """
        return float(1.0 - (1.0 - jaccard**self.rows) ** self.bands)


def choose(threshold: float, num_perm: int) -> Banding:
    """Return the banding with the longest rows that misses at most 1 in 200 pairs exactly at `threshold`.

    Candidates are verified afterwards, so a band that brings too many costs time and never a false pair:
    recall comes first. Falls back to single rows where nothing reaches it. Raises ValueError for a number of
    permutations that no signature has: a saved result may name any.
    """
    if not LEAST_PERM <= num_perm <= MOST_PERM:
        raise ValueError(f"the number of permutations must be {LEAST_PERM} to {MOST_PERM}, not {num_perm}")
    for rows in range(num_perm, 1, -1):
        banding = Banding(num_perm // rows, rows)
        if 1.0 - banding.recall(threshold) <= MOST_MISSED:
            return banding
    return Banding(num_perm, 1)
