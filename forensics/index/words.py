"""The inverted index of chunks, asked so that nothing but the chunks themselves decides: not tantivy's statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

_HITS = 50  # chunks that answer a question, several of them of one source
# The last of them may share their score with others, which then answer too; more than so many tell no source from
# another. Chosen: eight times the hits.
_MOST_TIED = 400


@dataclass(frozen=True, slots=True)
class Hits:
    """The chunks that answer a question, best first: whose they are, what they score, and how many words they hold."""

    numbers: Sequence[int]
    scores: Sequence[int]
    lengths: Sequence[int]


@cache
def schema() -> Any:  # noqa: ANN401 - tantivy carries no types
    """Return tantivy's schema of a chunk: the number of its source, how many words it holds, and the words."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    # Signed, because an integer that does not fit an unsigned field ends tantivy's writer.
    builder.add_integer_field("number", stored=False, indexed=True, fast=True)
    builder.add_integer_field("length", stored=False, indexed=False, fast=True)
    builder.add_text_field("words", stored=False, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def entries_of(number: int, chunks: Iterable[Sequence[str]]) -> Iterator[Any]:
    """Yield what to add to tantivy for the chunks of distinct stems of source `number`."""
    import tantivy

    for chunk in chunks:
        yield tantivy.Document(number=number, length=len(chunk), words=" ".join(chunk))


def ask(
    searcher: Any,  # noqa: ANN401 - tantivy carries no types
    question: Mapping[str, int],
    known: Callable[[ndarray], ndarray] | None = None,
) -> Hits:
    """Return the fifty chunks that hold the most of `question`, a weight for each stem, and those tied with the last.

    A chunk scores the sum of the weights of what it holds: below 2^24 these are exact in tantivy's 32-bit floats, in
    whatever order it adds them up. `known` says which numbers of sources count. Ties that do not end leave the list,
    so that it is the same however chunks are spread over segments.
    """
    import tantivy

    built = schema()
    query = tantivy.Query.boolean_query(
        [
            (
                tantivy.Occur.Should,
                tantivy.Query.const_score_query(
                    tantivy.Query.term_query(built, "words", term, index_option="basic"), float(weight)
                ),
            )
            for term, weight in question.items()
        ]
    )
    limit = 2 * _HITS
    while True:
        hits = searcher.search(query, limit).hits
        found = _known(searcher, hits, known)
        complete = len(hits) < limit
        lowest = 0 if complete else int(hits[-1][0])  # of what scores so, more may come
        above = [place for place, score in enumerate(found.scores) if score > lowest]
        if complete or len(above) >= _HITS or len(found.scores) > _MOST_TIED + len(above):
            break
        limit *= 4
    if len(above) > _HITS:
        last = found.scores[above[_HITS - 1]]
        above = [place for place in above if found.scores[place] >= last]
        if len(above) > _MOST_TIED:
            above = [place for place in above if found.scores[place] > last]
    return Hits(
        [found.numbers[place] for place in above],
        [found.scores[place] for place in above],
        [found.lengths[place] for place in above],
    )


def _known(searcher: Any, hits: Sequence[Any], known: Callable[[ndarray], ndarray] | None) -> Hits:  # noqa: ANN401
    import numpy as np

    places = [place for _, place in hits]
    numbers = searcher.fast_field_values("number", places) if places else []
    lengths = searcher.fast_field_values("length", places) if places else []
    kept = list(range(len(hits)))
    if known is not None and places:
        kept = np.flatnonzero(known(np.array(numbers, dtype=np.int64))).tolist()
    return Hits([numbers[k] for k in kept], [int(hits[k][0]) for k in kept], [lengths[k] for k in kept])
