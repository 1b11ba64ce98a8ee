"""Facts: what survives rewriting, in a form by which two texts can be compared."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.edited import EditedText, edited
from forensics.text.edits import Edit
from forensics.text.words import Word
from forensics.trace.extract.dates import date_at
from forensics.trace.extract.marks import in_marks
from forensics.trace.extract.names import Name, names, settle
from forensics.trace.extract.originals import OriginalsOf, originals_of
from forensics.trace.extract.quantities import quantity_at
from forensics.trace.result import Fact, FactKind, Qualifier

SHORTEST_QUOTE = 2
"""Fewer words in quotation marks are a term, not a quotation."""


def find_facts(
    text: str | AnnotatedText, edits: Sequence[Edit] = (), links: OriginalsOf = originals_of
) -> tuple[Fact, ...]:
    """Return the numbers, quantities, dates, names, places and quotations of `text`, by where they stand.

    The text is read with `edits` undone. Facts do not overlap, but those in a quotation stand within it.
    """
    reading = edited(annotated(text), edits)
    found: list[Fact] = []
    named: list[Name] = []
    for span in reading.annotated.sentences:
        tokens = reading.annotated.bare_words_in(span.start, span.end)
        taken = [False] * len(tokens)
        found += _figures(reading, tokens, taken)
        named += names(reading.text, tokens, taken, links)
    found += [_fact(reading, n.start, n.end, n.kind, n.normalised) for n in settle(named)]
    found += [
        _fact(reading, held[0].start, held[-1].end, "quote", " ".join(word.key for word in held))
        for span in in_marks(reading.annotated)
        if len(held := reading.annotated.words_in(span.start, span.end)) >= SHORTEST_QUOTE
    ]
    return tuple(sorted(found, key=lambda f: (f.start, -f.end, f.kind, f.normalised)))


def _figures(reading: EditedText, tokens: Sequence[Word], taken: list[bool]) -> list[Fact]:
    """Return dates and quantities, and mark in `taken` the words that make them up."""
    found: list[Fact] = []
    index = 0
    while index < len(tokens):
        if (date := date_at(reading.text, tokens, index)) is not None:
            found.append(_fact(reading, date.start, date.end, "date", date.normalised))
            last = date.last
            taken[index:last] = [True] * (last - index)
        elif (quantity := quantity_at(reading.text, tokens, index)) is not None:
            kind: FactKind = "quantity" if quantity.unit else "number"
            start, end = quantity.start, quantity.end
            found.append(_fact(reading, start, end, kind, quantity.normalised, quantity.qualifier))
            last = quantity.last
            taken[index:last] = [
                not (quantity.counted and token.text[0].isupper()) for token in tokens[index:last]
            ]
        else:
            last = index + 1
        index = last
    return found


def _fact(
    reading: EditedText,
    start: int,
    end: int,
    kind: FactKind,
    normalised: str,
    qualifier: Qualifier | None = None,
) -> Fact:
    source_start, source_end = reading.in_source(start, end)
    return Fact(
        source_start, source_end, reading.source[source_start:source_end], kind, normalised, qualifier
    )
