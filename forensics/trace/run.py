"""Trace texts to their sources: read, compare, decide, and draw what follows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice

from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon.relations import shipped
from forensics.progress import SILENT, Progress
from forensics.settings import TraceSettings
from forensics.text.annotate import AnnotatedText
from forensics.text.disguise.unmask import unmask
from forensics.text.edits import SpunReading
from forensics.trace.align.changed_facts import changed_facts
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.extract.given_template import Template, template_of, without_template
from forensics.trace.extract.prepare import Prepared, SentenceSpan, prepare
from forensics.trace.extract.templates import set_aside, words_of
from forensics.trace.models import Models, shipped_models
from forensics.trace.provenance import graph
from forensics.trace.provenance.missing_sources import missing_sources
from forensics.trace.result import (
    Citation,
    Exclusion,
    Match,
    Op,
    PairVerdict,
    Role,
    Side,
    SpunWord,
    TraceDocument,
    TraceResult,
)
from forensics.trace.unmasked import as_given, without_disguises
from forensics.trace.verdict.bibliography import shared_entries, with_references
from forensics.trace.verdict.coverage import exclusions
from forensics.trace.verdict.judge import judge
from forensics.trace.verdict.sources import set_against

FEW = 50
"""Up to so many sources are all compared in depth: retrieval would save nothing."""
RECORD_FIELDS = ("date", "outlet")
"""What tracing reads of the record that a text comes from."""
ONE_TEXT = ("copy", "derived", "sibling")
"""Relations by which two sources are no two parts of a patchwork."""
SHOWN = ("copy", "derived", "sibling", "patchwork", "background", "undetermined")
"""Relations whose matches are listed: a reader must be able to judge what could not be decided here."""

Spinning = Callable[[AnnotatedText], SpunReading]
"""How a text is read for synonym spinning."""


def trace(
    documents: Sequence[Document],
    sources: Iterable[Document],
    settings: TraceSettings,
    *,
    spinning: Spinning | None = None,
    models: Models | None = None,
    templates: Iterable[Document] = (),
    progress: Progress = SILENT,
) -> TraceResult:
    """Tell where `documents` come from, comparing them with `sources` and with each other.

    Few sources are all compared in depth; of many, which are never held all at once, the leaders that retrieval
    finds for each document. A document that also stands among the sources (same id) is compared with the others.
    `spinning` reads every text that is compared; `models` weighs passages and pairs, None stands for the models
    that ship. What a text shares with one of `templates` counts nowhere. Raises UsageError where a source to leave
    out is not there, and where a template holds no word.
    """
    template = _template(templates)
    candidates, known = _candidates(documents, sources, settings, template, progress)
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
    verdicts, matches = _side_by_side(verdicts, comparisons, settings)
    result = TraceResult(
        documents=tuple(
            _document(text, "text" if id in candidates else "source") for id, text in prepared.items()
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


def _side_by_side(
    verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison], settings: TraceSettings
) -> tuple[list[PairVerdict], list[Match]]:
    """Return the verdicts with the facts that changed, and the matches of all pairs that are shown side by side."""
    told: list[PairVerdict] = []
    matches: list[Match] = []
    for verdict, comparison in zip(verdicts, comparisons, strict=True):
        if verdict.relation in SHOWN:
            changes = changed_facts(comparison)
            placed = tuple(replace(one, match=one.match + len(matches)) for one in changes)
            told.append(replace(verdict, changed_facts=placed))
            matches += _matches(comparison, settings)
        else:
            told.append(verdict)
    return told, matches


def _matches(comparison: PairComparison, settings: TraceSettings) -> list[Match]:
    matches = [
        Match(
            a=_side(comparison.a, one.words_a),
            b=_side(comparison.b, one.words_b),
            level=one.level,
            ops=one.rewriting.ops,
            similarity=round(one.bead.similarity, 4),
            passage=one.passage,
            excluded=exclusions(one, comparison, settings),
        )
        for one in comparison.aligned
    ]
    return matches + _template_matches(comparison) + _reference_matches(comparison, settings)


def _template_matches(comparison: PairComparison) -> list[Match]:
    """Return the template sentences that both texts hold: shown, counted in no percentage."""
    a, b = comparison.a, comparison.b
    there = {words_of(b, sentence): sentence for sentence in reversed(b.template)}
    both = ((here, there.get(words_of(a, here))) for here in a.template)
    return [_aside(a, here, b, other, ("boilerplate",)) for here, other in both if other]


def _reference_matches(comparison: PairComparison, settings: TraceSettings) -> list[Match]:
    """Return the entries of reference lists that both texts hold, where the settings speak of them."""
    if settings.exclude_bibliography is None:
        return []
    why: tuple[Exclusion, ...] = ("bibliography",) if settings.exclude_bibliography else ()
    a, b = comparison.a, comparison.b
    return [_aside(a, here, b, other, why) for here, other in shared_entries(a, b)]


def _aside(
    a: Prepared, here: SentenceSpan, b: Prepared, other: SentenceSpan, excluded: tuple[Exclusion, ...]
) -> Match:
    """Return a match beside the passages: the same words in both, of which neither is the writer."""
    return Match(
        Side(a.id, here.start, here.end),
        Side(b.id, other.start, other.end),
        "boilerplate",
        (Op("equal", a.text[here.start : here.end], b.text[other.start : other.end]),),
        similarity=1.0,
        passage=-1,
        excluded=excluded,
    )


def _side(text: Prepared, words: range) -> Side:
    return Side(text.id, text.words[words.start].start, text.words[words.stop - 1].end)


def _document(text: Prepared, role: Role) -> TraceDocument:
    return TraceDocument(
        id=text.id,
        claims=text.claims,
        residue=text.residue,
        facts=text.facts,
        substitutions=tuple(
            SpunWord(e.start, e.end, e.observed, e.original, round(e.confidence, 4)) for e in text.edits
        ),
        spun=None if text.spun_score is None else round(text.spun_score, 4),
        text=text.text,
        role=role,
        quotations=text.given,
        citations=tuple(Citation(c.start, c.end, c.of(text.text)) for c in text.citations),
    )
