"""What a text is about: how well an original keeps company with the words around it, near and further off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon
from forensics.lexicon.vectors import VECTOR_LENGTH
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.word_row import WordRow

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

# Places on either side. Chosen: of 5, 12, 40 and the whole text these two together tell most
_NEAR, _WIDE = 5, 40
# A word counts for the nats by which it is rarer than the commonest; chosen, in whole steps so that sums are exact
_COMMONEST_LOG, _MOST_TELLING = -5.0, 8.0
_TELLING_NOTHING = (
    10.0  # nats of words that tell nothing, added to those around: chosen, so that two words make no topic
)


def topic_terms(reading: WordRow, c: Candidates, lexicon: Lexicon) -> Array:
    """Return three columns of evidence, a row for each candidate.

    The cosine of what is observed and its original, from -1 to 1; and by how much more the original than the observed
    words point where the words near them do (a mean cosine, the rarer words counting for more), and where those of
    the wider text do. 0 where a vector is missing. All sums are of whole numbers, so that they are exact.
    """
    own = lexicon.vectors.of(reading.row).astype(np.int64)
    telling = np.rint(np.clip(_COMMONEST_LOG - reading.unigram, 0.0, _MOST_TELLING)).astype(np.int64)
    telling *= own.any(axis=1)
    sums, told, weight = _running(own), _running(own * telling[:, None]), _running(telling)
    new = np.ones(len(c), bool)
    new[1:] = (c.place[1:] != c.place[:-1]) | (c.length[1:] != c.length[:-1])
    place, after, span = c.place[new], (c.place + c.length)[new], np.cumsum(new) - 1
    observed = sums[after] - sums[place]
    contexts = [_around(told, weight, place, after, reach) for reach in (_NEAR, _WIDE)]
    originals = _vectors(c, lexicon)
    length = np.sqrt((originals * originals).sum(axis=1).astype(np.float64))
    own_length = np.sqrt((observed * observed).sum(axis=1).astype(np.float64))
    both = (length > 0) & (own_length[span] > 0)
    length, own_length = np.maximum(length, 1.0), np.maximum(own_length, 1.0)
    found = np.zeros((len(c), 1 + len(contexts)))
    found[:, 0] = _dots(originals, observed[span]) / (length * own_length[span])
    for k, (context, size) in enumerate(contexts, 1):
        stands = _dots(observed, context) / own_length
        wanted = _dots(originals, context[span]) / length
        found[:, k] = (wanted - stands[span]) / (VECTOR_LENGTH * (size + _TELLING_NOTHING))[span]
    return np.where(both[:, None], found, 0.0)


def _vectors(c: Candidates, lexicon: Lexicon) -> Array:
    """Return the sum of the vectors of each original's words."""
    found = lexicon.vectors.of(c.originals[:, 0]).astype(np.int64)
    several = np.flatnonzero(c.sizes > 1)
    if len(several):
        found[several] += lexicon.vectors.of(c.originals[several, 1:]).astype(np.int64).sum(axis=1)
    return found


def _around(told: Array, weight: Array, place: Array, after: Array, reach: int) -> tuple[Array, Array]:
    """Return the weighted sum of the vectors within `reach` of each span, itself left out, and the weights' sum."""
    low, high = np.maximum(place - reach, 0), np.minimum(after + reach, len(weight) - 1)
    return tuple(total[high] - total[low] - (total[after] - total[place]) for total in (told, weight))


def _running(values: Array) -> Array:
    return np.concatenate([np.zeros((1, *values.shape[1:]), values.dtype), np.cumsum(values, axis=0)])


def _dots(left: Array, right: Array) -> Array:
    return np.asarray(np.einsum("ij,ij->i", left, right), np.float64)
