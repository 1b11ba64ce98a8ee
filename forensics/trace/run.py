"""Trace texts to their sources: read, compare, decide, and draw what follows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations, islice

from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.index.interface import Index
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon.relations import shipped
from forensics.progress import SILENT, Progress
from forensics.settings import TraceSettings
from forensics.text.annotate import AnnotatedText
from forensics.text.disguise.unmask import unmask
from forensics.text.edits import SpunReading
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.extract.given_template import Template, template_of, without_template
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.extract.templates import set_aside
from forensics.trace.models import Models, shipped_models
from forensics.trace.provenance import graph
from forensics.trace.provenance.missing_sources import missing_sources
from forensics.trace.result import PairVerdict, TraceResult
from forensics.trace.shown import document_of, side_by_side
from forensics.trace.unmasked import as_given, without_disguises
from forensics.trace.verdict.bibliography import with_references
from forensics.trace.verdict.judge import judge
from forensics.trace.verdict.sources import set_against

FEW = 50
"""Up to so many sources are all compared in depth: retrieval would save nothing."""
RECORD_FIELDS = ("date", "outlet")
"""What tracing reads of the record that a text comes from."""
ONE_TEXT = ("copy", "derived", "sibling")
"""Relations by which two sources are no two parts of a patchwork."""

Spinning = Callable[[AnnotatedText], SpunReading]
"""How a text is read for synonym spinning."""


def trace(
    documents: Sequence[Document],
    sources: Iterable[Document],
    settings: TraceSettings,
    *,
    index: Index | None = None,
    spinning: Spinning | None = None,
    models: Models | None = None,
    templates: Iterable[Document] = (),
    progress: Progress = SILENT,
) -> TraceResult:
    """Tell where `documents` come from, comparing them with `sources` and with each other.

    Few sources are all compared in depth; of many, which are never held all at once, the leaders that retrieval
    finds for each document. A document that also stands among the sources (same id) is compared with the others.
    `index` holds further sources, and is asked in the same way. `spinning` reads every text that is compared; `models`
    weighs passages and pairs, None stands for the models that ship. What a text shares with one of `templates` counts
    nowhere. Raises UsageError where a source to leave out is not there, and where a template holds no word.
    """
    template = _template(templates)
    candidates, known = _candidates(documents, sources, settings, template, progress)
    if index is not None:
        candidates, more = _with_leaders(candidates, documents, index, settings, template)
        known |= more
    texts = {document.id: document for document in documents}
    for source in chain.from_iterable(candidates.values()):
        texts.setdefault(source.id, source)
    traced = [document.id for document in documents]
    pairs = list(combinations(dict.fromkeys(traced), 2))
    pairs += [(a, source.id) for a in traced for source in candidates[a] if source.id not in candidates]
    if pairs:
        _check_left_out(settings, known | {document.id for document in documents})
    seen, plain = without_disguises(texts)
    prepared = _prepared(seen, spinning, template, progress)
    if settings.exclude_boilerplate:
        prepared = set_aside(prepared)
    weighing = models or shipped_models()
    comparisons = _compare(prepared, pairs, settings, weighing, progress)
    judged = [judge(one, settings, weighing) for one in comparisons]
    verdicts, sentences = set_against(
        judged, comparisons, set(candidates), _dependence(prepared, judged, settings, weighing)
    )
    missing = missing_sources(prepared, verdicts, comparisons, weighing)
    verdicts = [with_references(*pair, settings) for pair in zip(verdicts, comparisons, strict=True)]
    verdicts, matches = side_by_side(verdicts, comparisons, settings)
    result = TraceResult(
        documents=tuple(
            document_of(text, "text" if id in candidates else "source") for id, text in prepared.items()
        ),
        verdicts=tuple(verdicts),
        matches=tuple(matches),
        graph=graph.build(prepared.values(), verdicts, missing),
        missing_sources=missing,
        sentence_sources=tuple(sentences),
    )
    return as_given(result, texts, plain)


def _template(documents: Iterable[Document]) -> Template:
    texts = [(document.id, AnnotatedText(unmask(document.text).text)) for document in documents]
    for id, text in texts:
        if not text.tokens:
            raise UsageError(f"the template '{id}' holds no word", "give the task text or the form as a text")
    return template_of(text for _, text in texts)


def _candidates(
    documents: Sequence[Document],
    sources: Iterable[Document],
    settings: TraceSettings,
    template: Template,
    progress: Progress,
) -> tuple[dict[str, list[Document]], set[str]]:
    """Return for each document the sources to compare it with in depth: all of few, the leaders of many.

    With them, which of the sources to leave out of the count are there.
    """
    remaining = iter(sources)
    few = list(islice(remaining, FEW + 1))
    if len(few) <= FEW:
        found = {document.id: [s for s in few if s.id != document.id] for document in documents}
        return found, {source.id for source in few}
    with TemporaryIndex(shipped()) as index:
        index.add(chain(few, remaining), progress)
        found = {
            document.id: [
                leader.document
                for leader in index.leaders(without_template(document, template), settings.leaders)
            ]
            for document in documents
        }
        return found, {id for id in settings.exclude_sources if id in index}


def _with_leaders(
    candidates: Mapping[str, list[Document]],
    documents: Sequence[Document],
    index: Index,
    settings: TraceSettings,
    template: Template,
) -> tuple[dict[str, list[Document]], set[str]]:
    """Return the candidates with those of an index behind them, as `_candidates` finds them among sources."""
    if len(index) <= FEW:
        few = list(index.documents())
        found = {document.id: [s for s in few if s.id != document.id] for document in documents}
    else:
        found = {
            document.id: [
                leader.document
                for leader in index.leaders(without_template(document, template), settings.leaders)
            ]
            for document in documents
        }
    both = {
        id: [*some, *(s for s in found[id] if s.id not in {one.id for one in some})]
        for id, some in candidates.items()
    }
    return both, {id for id in settings.exclude_sources if id in index}


def _check_left_out(settings: TraceSettings, known: set[str]) -> None:
    for id in settings.exclude_sources:
        if id not in known:
            raise UsageError(
                f"nothing to leave out: no text is called '{id}'",
                "name a source as the result does: by its path as given, or its record's id",
            )


def _prepared(
    documents: Collection[Document], spinning: Spinning | None, template: Template, progress: Progress
) -> dict[str, Prepared]:
    """Return the texts that are compared, each read once: for spinning, then for what it says."""
    found: dict[str, Prepared] = {}
    progress.start("reading", len(documents))
    for document in documents:
        text = AnnotatedText(document.text)
        found[document.id] = prepare(
            document, spinning(text) if spinning else None, text=text, template=template
        )
        progress.advance()
    progress.finish()
    return found


def _compare(
    texts: Mapping[str, Prepared],
    pairs: Sequence[tuple[str, str]],
    settings: TraceSettings,
    models: Models,
    progress: Progress,
) -> list[PairComparison]:
    knowledge = shipped() if pairs else None
    progress.start("comparing", len(pairs))
    found: list[PairComparison] = []
    for a, b in pairs:
        assert knowledge is not None
        found.append(compare_pair(texts[a], texts[b], knowledge, settings.seed, models=models))
        progress.advance()
    progress.finish()
    return found


def _dependence(
    texts: Mapping[str, Prepared], verdicts: Sequence[PairVerdict], settings: TraceSettings, models: Models
) -> Callable[[str, str], bool]:
    """Return what tells of two texts whether one text stands behind both; sources are compared when it is asked.

    Background of one newsroom makes no two texts one.
    """
    known = {frozenset((v.a, v.b)): v.relation in ONE_TEXT for v in verdicts}

    def depend(a: str, b: str) -> bool:
        pair = frozenset((a, b))
        if pair not in known:
            compared = compare_pair(texts[a], texts[b], shipped(), settings.seed, models=models)
            known[pair] = judge(compared, settings, models).relation in ONE_TEXT
        return known[pair]

    return depend
