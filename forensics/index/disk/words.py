"""Which documents hold the words of a question: tantivy's part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any


@cache
def schema() -> Any:  # noqa: ANN401 - tantivy carries no types
    """Return what tantivy keeps of a chunk: its words, and the number of its document."""
    import tantivy

    made = tantivy.SchemaBuilder()
    made.add_integer_field("number", stored=False, indexed=True, fast=True)
    made.add_integer_field("length", stored=False, fast=True)
    made.add_text_field("words", stored=False, tokenizer_name="whitespace", index_option="basic")
    return made.build()


def add_chunk(writer: Any, number: int, chunk: Sequence[str]) -> None:  # noqa: ANN401
    """Add a chunk of document `number`."""
    import tantivy

    writer.add_document(tantivy.Document(number=number, length=len(chunk), words=" ".join(chunk)))


def ask(searcher: Any, weights: Mapping[str, int], count: int) -> list[tuple[int, float]]:  # noqa: ANN401
    """Return (document, weight of its words that are asked for) of up to `count` chunks, the heaviest first."""
    import tantivy

    terms = (
        tantivy.Query.const_score_query(
            tantivy.Query.term_query(schema(), "words", word, index_option="basic"), weight
        )
        for word, weight in weights.items()
    )
    asked = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
    hits = searcher.search(asked, count).hits
    numbers = searcher.fast_field_values("number", [address for _, address in hits])
    return [(int(number), float(score)) for number, (score, _) in zip(numbers, hits, strict=True)]
