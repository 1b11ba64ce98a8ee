"""Template text: sentences that many of the texts hold word for word although they tell different things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from forensics.trace.extract.prepare import Prepared, SentenceSpan

_LEAST_TEXTS = 4
_MOST_SHARE = 0.5


def set_aside(texts: Mapping[str, Prepared]) -> dict[str, Prepared]:
    """Return the texts with their template sentences moved from `sentences` to `template`.

    A sentence is template where at least four of the texts hold it; but a text of which such sentences are the most
    is one of a family of copies, and keeps them.
    """
    held: Counter[tuple[str, ...]] = Counter()
    for text in texts.values():
        held.update({words_of(text, sentence) for sentence in text.sentences})
    common = {words for words, n in held.items() if n >= _LEAST_TEXTS}
    return {id_: _without(text, common) for id_, text in texts.items()} if common else dict(texts)


def words_of(text: Prepared, sentence: SentenceSpan) -> tuple[str, ...]:
    """Return the words of a sentence as they are compared: lower case."""
    return tuple(text.words[k].key for k in range(sentence.first, sentence.last))


def _without(text: Prepared, common: set[tuple[str, ...]]) -> Prepared:
    marked = [words_of(text, sentence) in common for sentence in text.sentences]
    sizes = [s.length for s in text.sentences]
    template = sum(n for n, m in zip(sizes, marked, strict=True) if m)
    if not template or template > _MOST_SHARE * sum(sizes):
        return text
    return replace(
        text,
        sentences=tuple(s for s, m in zip(text.sentences, marked, strict=True) if not m),
        fact_keys=tuple(f for f, m in zip(text.fact_keys, marked, strict=True) if not m),
        template=tuple(s for s, m in zip(text.sentences, marked, strict=True) if m),
    )
