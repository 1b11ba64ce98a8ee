"""Near-duplicates of a corpus, from texts to clusters."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.columns import PairColumns
from forensics.dedupe.compared import Judged, everything, together
from forensics.dedupe.conclude import conclude
from forensics.dedupe.exact import collapse
from forensics.dedupe.method import Method
from forensics.dedupe.numbered import NumberedTexts
from forensics.dedupe.pairing import pair
from forensics.dedupe.paragraphs import Paragraphs, place
from forensics.dedupe.rules import LEAST_CONTAINMENT, Bars, reaches, worth_listing
from forensics.dedupe.sharing import shared_paragraphs
from forensics.dedupe.signing import ReadTexts, RereadableTexts, sign
from forensics.dedupe.spun import CANDIDATE_JACCARD, judge, possible
from forensics.dedupe.verify import compare
from forensics.errors import UsageError
from forensics.progress import SILENT, Progress
from forensics.settings import DedupeSettings
from forensics.sketch.bands import LEAST_PERM, MOST_PERM, choose
from forensics.sketch.hashing import PRIME
from forensics.sketch.interface import SAMPLED
from forensics.sketch.pair_codes import encode
from forensics.sketch.spill import Spill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forensics.dedupe.result import DedupeResult
    from forensics.documents.model import Input
    from forensics.engines.interface import Engine
    from forensics.sketch.interface import Key

# One shingle in so many is remembered where less containment is asked for than by default. Measured on 512 news texts
# and releases (bench.dedupe.containment): of 105 pairs at 0.4 it finds all, 16 finds 103 and 32 finds 98.
DENSELY_SAMPLED = 8
_SHARES = 4  # of the memory that may be used: band keys, candidates, and twice that for the rest


def dedupe(
    corpus: ReadTexts,
    settings: DedupeSettings,
    *,
    engine: Engine,
    max_memory: int | None = None,
    progress: Progress = SILENT,
) -> DedupeResult:
    """Find pairs of documents whose shingle sets have at least the Jaccard asked for, and cluster them.

    Where the corpus has known documents and new ones, no two known ones are compared.
    `engine`, which does the work, and `max_memory` bytes (None: no bound) never change the result. Texts are read
    once to be signed and again where they are candidates; they are not held. Raises UsageError for
    settings that cannot be, InputError where a file changes between the readings.
    (Broder 1997, On the resemblance and containment of documents; bands: Mining of Massive Datasets, 3.4)
    """
    _check(settings)
    method, bars = method_of(settings), Bars(settings.threshold, settings.containment)
    texts: RereadableTexts = Paragraphs(corpus) if settings.unit == "paragraph" else corpus
    date_field = settings.date_field if settings.keep == "earliest" else None
    with engine.scratch() as open_file:
        spill = None if max_memory is None else Spill(max_memory // _SHARES, open_file)
        signed = sign(texts, method, date_field, engine, spill, progress)
        signed.against = corpus.first_new is not None
        method = replace(method, key=key_of(corpus.inputs))
        distinct = collapse(signed, texts, progress)
        numbered = NumberedTexts(texts, signed, distinct)
        certify_at = bars.threshold if settings.certify else None
        paired = pair(numbered, method, certify_at, bars.containment, engine, spill, progress)
        measure = partial(compare, numbered=numbered, engine=engine, progress=progress)
        wanted = partial(possible if method.fold_synonyms else worth_listing, bars=bars)
        pairs = together([measure(some, wanted, method) for some in paired.ranges])
        if method.fold_synonyms:
            unfolded = replace(method, fold_synonyms=False)
            plain = measure(np.sort(encode(pairs.a, pairs.b)), everything, unfolded)
            judged = judge(pairs, plain, bars)
        else:
            judged = Judged(pairs, reaches(pairs, bars.threshold), np.zeros(len(pairs.a), np.bool_))
        measure_all = partial(measure, wanted=everything, method=method)
        result = conclude(judged, paired.bounded, distinct, signed, settings, measure_all)
    return _summed(result, texts) if isinstance(texts, Paragraphs) else result


def _summed(result: DedupeResult, paragraphs: Paragraphs) -> DedupeResult:
    """Return `result` with its pairs of paragraphs summed by document."""
    pairs = result.pairs
    assert isinstance(pairs, PairColumns)
    numbers = np.unique(np.concatenate([pairs.a, pairs.b])).astype(np.int64)
    documents = [place(name).id for name in pairs.names.some(numbers)]
    lengths = dict(zip(documents, paragraphs.lengths(numbers).tolist(), strict=True))
    return replace(result, sharing=shared_paragraphs(pairs, lengths))


def method_of(settings: DedupeSettings) -> Method:
    """Return how texts are signed and compared under these settings."""
    folding = settings.fold == "spin"
    least = min(settings.threshold, CANDIDATE_JACCARD) if folding else settings.threshold
    banding = choose(least, settings.num_perm)
    dense = settings.containment < LEAST_CONTAINMENT
    return Method(
        settings.shingle,
        settings.num_perm,
        settings.seed,
        banding,
        folding,
        sampled=DENSELY_SAMPLED if dense else SAMPLED,
    )


def key_of(inputs: Iterable[Input]) -> Key:
    """Return the key that sets of shingles are hashed under: from the SHA-256 of all that was read, in any order.

    So the same texts give the same key, and whoever changes a text to make shingles collide has changed the key.
    """
    digest = sha256(b"".join(sorted(bytes.fromhex(one.sha256) for one in inputs))).digest()
    first, second = (1 + int.from_bytes(half, "little") % (PRIME - 2) for half in (digest[:16], digest[16:]))
    return first, second


def _check(settings: DedupeSettings) -> None:
    if not 0.0 < settings.threshold <= 1.0:
        raise UsageError(f"the threshold must be above 0 and at most 1, not {settings.threshold}")
    if not 0.0 < settings.containment <= 1.0:
        raise UsageError(f"the containment must be above 0 and at most 1, not {settings.containment}")
    if settings.shingle < 1:
        raise UsageError(f"a shingle has at least one word, not {settings.shingle}")
    if not 0 <= settings.seed < 1 << 32:
        raise UsageError(f"a seed is a whole number from 0 to {(1 << 32) - 1}, not {settings.seed}")
    if not LEAST_PERM <= settings.num_perm <= MOST_PERM:
        said = f"the number of permutations must be {LEAST_PERM} to {MOST_PERM}, not {settings.num_perm}"
        raise UsageError(said)
