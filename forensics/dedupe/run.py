"""Near-duplicates of a corpus, from texts to clusters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.cluster import cluster
from forensics.dedupe.exact import collapse
from forensics.dedupe.findings import (
    code,
    list_clusters,
    list_pairs,
    reaches,
    speakers,
    unmeasured,
    worth_listing,
)
from forensics.dedupe.pairing import pair
from forensics.dedupe.paragraphs import Paragraphs
from forensics.dedupe.parallel import cores
from forensics.dedupe.result import DedupeResult
from forensics.dedupe.signing import Method, Texts, sign
from forensics.dedupe.spun import LEAST, judge, possible, spelling
from forensics.dedupe.verify import Compared, compare, together
from forensics.errors import UsageError
from forensics.progress import SILENT, Progress
from forensics.settings import DedupeSettings
from forensics.sketch.bands import choose
from forensics.sketch.interface import Hashes
from forensics.sketch.permutations import permutations
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHARES = 4  # of the memory that may be used: band keys, candidates, and twice that for the rest


def dedupe(
    corpus: Texts,
    settings: DedupeSettings,
    *,
    jobs: int | None = None,
    max_memory: int | None = None,
    progress: Progress = SILENT,
) -> DedupeResult:
    """Find pairs of documents whose shingle sets have at least the Jaccard asked for, and cluster them.

    `jobs` threads (None: every core) and `max_memory` bytes (None: no bound) never change the result. Texts are
    read once to be signed and again where they are candidates; they are not held. Raises UsageError for
    settings that cannot be, InputError where a file changes between the readings.
    (Broder 1997, On the resemblance and containment of documents; bands: Mining of Massive Datasets, 3.4)
    """
    _check(settings)
    method = _method(settings, jobs, max_memory)
    texts: Texts = Paragraphs(corpus) if settings.unit == "paragraph" else corpus
    signed = sign(texts, method, settings.date_field if settings.keep == "earliest" else None, progress)
    distinct = collapse(signed, texts, progress)
    paired = pair(distinct, signed, texts, method, progress)

    def verified(
        pairs: Hashes, wanted: Callable[[Compared], NDArray[np.bool_]], how: Method = method
    ) -> Compared:
        return compare(pairs, distinct, signed, texts, how, progress, wanted)

    worth = partial(worth_listing if method.spelt is None else possible, threshold=settings.threshold)
    listed = together([verified(part, worth) for part in paired.parts])
    spun = np.zeros(len(listed.a), np.bool_)
    linked = reaches(listed, settings.threshold)
    if method.spelt is not None:
        plain = verified(np.sort(code(listed.a, listed.b)), _all, replace(method, spelt=None))
        judged = judge(listed, plain, settings.threshold)
        listed, linked, spun = judged.pairs, judged.linked, judged.spun
    found = cluster(listed.only(linked), distinct, signed, settings.keep, method.kernel)
    to_kept = verified(unmeasured(found, listed), _all)
    if method.spelt is None:  # a bounded bucket may have hidden one
        also = to_kept.only(worth(to_kept))
        listed, spun = together([listed, also]), np.append(spun, np.zeros(len(also.a), np.bool_))
    few = speakers(listed, distinct, method.kernel)
    documents = len(signed.positions)
    return DedupeResult(
        documents,
        documents - len(found.members) + len(found.starts) - 1,
        list_pairs(listed, spun, few, distinct, signed.names, method.kernel),
        list_clusters(
            found,
            together([listed, to_kept]),
            paired.bounded | (few < np.diff(distinct.starts)),
            settings.threshold,
            signed,
            settings.unit == "paragraph",
        ),
    )


def _method(settings: DedupeSettings, jobs: int | None, max_memory: int | None) -> Method:
    folding = settings.fold == "spin"
    return Method(
        kernel(),
        settings.shingle,
        choose(min(settings.threshold, LEAST) if folding else settings.threshold, settings.num_perm),
        permutations(settings.num_perm, settings.seed),
        cores() if jobs is None else jobs,
        None if max_memory is None else max_memory // _SHARES,
        settings.threshold if settings.certify else None,
        spelling() if folding else None,
    )


def _all(pairs: Compared) -> NDArray[np.bool_]:
    return np.ones(len(pairs.a), np.bool_)


def _check(settings: DedupeSettings) -> None:
    if not 0.0 < settings.threshold <= 1.0:
        raise UsageError(f"the threshold must be above 0 and at most 1, not {settings.threshold}")
    if settings.shingle < 1:
        raise UsageError(f"a shingle has at least one word, not {settings.shingle}")
    if not 0 <= settings.seed < 1 << 32:
        raise UsageError(f"a seed is a whole number from 0 to {(1 << 32) - 1}, not {settings.seed}")
    if not 2 <= settings.num_perm <= 4096:
        raise UsageError(f"the number of permutations must be 2 to 4096, not {settings.num_perm}")
