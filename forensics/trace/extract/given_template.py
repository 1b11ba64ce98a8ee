"""A template that is given: a task text or a form, and what of a text is nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forensics.documents.model import Document
from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.spans import Span
from forensics.trace.result import Residue

# Words in a row that a text shares with its template are the template's. Chosen: from five words on a match of two
# texts is called verbatim, so that nothing which would count as one is left.
_RUN = 5
# ... where so many of them carry content: "at the end of the" is everybody's. Chosen.
_CONTENT = 2


@dataclass(frozen=True, slots=True)
class Template:
    """What templates hold: `runs` of five words, and whole `lines` and sentences."""

    runs: frozenset[tuple[str, ...]] = frozenset()
    lines: frozenset[tuple[str, ...]] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether there is nothing that a text could share."""
        return not self.lines


def template_of(texts: Iterable[str | AnnotatedText]) -> Template:
    """Return what `texts` hold, by words as they are compared: case and kinds of apostrophes aside."""
    runs: set[tuple[str, ...]] = set()
    lines: set[tuple[str, ...]] = set()
    for text in map(annotated, texts):
        for place in _units(text):
            held = text.tokens_in(place.start, place.end)
            lines.add(text.keys[held.start : held.stop])
        runs.update(text.keys[k : k + _RUN] for k in range(len(text.keys) - _RUN + 1))
    return Template(frozenset(runs), frozenset(lines - {()}))


def find_template(
    text: AnnotatedText, template: Template, left: Sequence[Residue] = ()
) -> tuple[Residue, ...]:
    """Return what `text` shares with `template`, as residue in order; nothing of what is `left` already.

    Runs of at least five words, two of which carry content, and lines and sentences that are whole ones of the
    template, however short. The work grows with the length of the text.
    """
    if template.empty:
        return ()
    shared = [False] * len(text.tokens)
    for run in _runs(text, template):
        shared[run.start : run.stop] = [True] * len(run)
    for place in _units(text):
        held = text.tokens_in(place.start, place.end)
        if text.keys[held.start : held.stop] in template.lines:
            shared[held.start : held.stop] = [True] * len(held)
    for item in left:
        held = text.tokens_in(item.start, item.end)
        shared[held.start : held.stop] = [False] * len(held)
    return tuple(
        Residue(span.start, span.end, span.of(text.text), "template", None)
        for span in _stretches(text, shared)
    )


def without_template(document: Document, template: Template) -> Document:
    """Return `document` with what it shares with `template` left blank, its offsets as they were."""
    pieces: list[str] = []
    at = 0
    for item in find_template(AnnotatedText(document.text), template):
        pieces += [document.text[at : item.start], " " * (item.end - item.start)]
        at = item.end
    return replace(document, text="".join([*pieces, document.text[at:]])) if pieces else document


def _units(text: AnnotatedText) -> Iterator[Span]:
    yield from text.lines
    yield from text.whole_sentences


def _runs(text: AnnotatedText, template: Template) -> Iterator[range]:
    """Yield the runs of words that stand in the template, those of function words alone left out."""
    first: int | None = None
    for k in range(len(text.keys) - _RUN + 2):
        inside = text.keys[k : k + _RUN] in template.runs
        if inside and first is None:
            first = k
        elif not inside and first is not None:
            run, first = range(first, k + _RUN - 1), None
            if sum(text.content[run.start : run.stop]) >= _CONTENT:
                yield run


def _stretches(text: AnnotatedText, shared: Sequence[bool]) -> Iterator[Span]:
    """Yield the stretches of shared words; one ends with its line, and takes its punctuation with it."""
    tokens, source = text.tokens, text.text
    first: int | None = None
    for k, inside in enumerate([*shared, False]):
        if first is not None and (not inside or "\n" in source[tokens[k - 1].end : tokens[k].start]):
            end = tokens[k - 1].end
            limit = tokens[k].start if k < len(tokens) else len(source)
            while end < limit and not source[end].isspace():
                end += 1
            yield Span(tokens[first].start, end)
            first = None
        if inside and first is None:
            first = k
