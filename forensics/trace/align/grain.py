"""How finely two long texts are compared: by sentences, or by groups of neighbours where they have too many."""

from __future__ import annotations

from dataclasses import replace

from forensics.trace.extract.prepare import Prepared, SentenceSpan

# Pairs of sentences that are all compared: 2 s, and 20 MB a matrix. Two texts of 1,500 sentences each stay below it, as
# do all pairs of PAN; time and memory would grow with the square beyond.
_MOST_PAIRS = 2_250_000


def grained(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared]:
    """Return both texts as they are compared, neighbouring sentences put together until few enough pairs are left.

    What residue stands between two sentences that are put together counts with them.
    """
    size_a = size_b = 1
    while _groups(a, size_a) * _groups(b, size_b) > _MOST_PAIRS:
        if _groups(a, size_a) >= _groups(b, size_b):
            size_a *= 2
        else:
            size_b *= 2
    return _joined(a, size_a), _joined(b, size_b)


def _groups(text: Prepared, size: int) -> int:
    return -(-len(text.sentences) // size)


def _joined(text: Prepared, size: int) -> Prepared:
    if size == 1:
        return text
    starts = range(0, len(text.sentences), size)
    groups = [text.sentences[k : k + size] for k in starts]
    return replace(
        text,
        sentences=tuple(SentenceSpan(g[0].start, g[-1].end, g[0].first, g[-1].last) for g in groups),
        fact_keys=tuple(frozenset[str]().union(*text.fact_keys[k : k + size]) for k in starts),
    )
