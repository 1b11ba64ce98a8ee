"""A text made ready for comparison: its words, stems, sentences and facts, residue left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from forensics.documents.model import Document
from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit, SpunReading
from forensics.text.spans import Span
from forensics.text.words import Word
from forensics.trace.extract.citations import find_citations
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.facts import find_facts
from forensics.trace.extract.given_template import Template, find_template
from forensics.trace.extract.origins import Origin, find_origin
from forensics.trace.extract.quotations import all_quotations, find_quotations
from forensics.trace.extract.residue import find_residue
from forensics.trace.extract.stretches import Stretches
from forensics.trace.result import Claim, Fact, Quotation, Residue

NOTHING = Template()
LONGEST_SENTENCE = 500
"""Words of what is compared as one sentence. Two are compared word by word, in time and memory that take their product:
a text of 50 KB without a full stop took 5 GB. None of 46,280 sentences of news, abstracts, essays has over 432."""
_TELLING = ("dateline", "timestamp")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Code points [start, end) of a text, and its words [first, last) in `Prepared.words`."""

    start: int
    end: int
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many words it holds."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Prepared:
    """One text as the comparison sees it.

    `words`, `keys` (as dictionaries know them), `stems`, `content` (no function word), `quoted` (in `given`) and
    `cited` (part of an in-text citation) run in parallel; `sentences` leaves residue out, `fact_keys` holds for each
    the normalised facts in it. `quotations` are what the text says that others have spoken, `given` these
    and what else stands in quotation marks, `references` the entries of its reference lists, `edits` the substitutions
    that spin reads in it, `origin` what it says of where it comes from.
    """

    document: Document
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    content: tuple[bool, ...]
    quoted: tuple[bool, ...]
    sentences: tuple[SentenceSpan, ...]
    fact_keys: tuple[frozenset[str], ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    residue: tuple[Residue, ...]
    edits: tuple[Edit, ...]
    spun_score: float | None
    template: tuple[SentenceSpan, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    origin: Origin = field(default_factory=Origin)
    given: tuple[Quotation, ...] = ()
    citations: tuple[Span, ...] = ()
    cited: tuple[bool, ...] = ()
    references: tuple[SentenceSpan, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's text, that all offsets point into."""
        return self.document.text

    @property
    def counted(self) -> frozenset[int]:
        """Which of `words` its sentences hold: a passage may run over residue, whose words count nowhere."""
        return frozenset(k for sentence in self.sentences for k in range(sentence.first, sentence.last))

    @property
    def length(self) -> int:
        """How many words its sentences hold."""
        return sum(sentence.length for sentence in self.sentences)


def prepare(
    document: Document,
    spun: SpunReading | None = None,
    *,
    text: AnnotatedText | None = None,
    template: Template = NOTHING,
) -> Prepared:
    """Read one text for comparison; `spun` is what spin found in it, None where nobody looked.

    `text` is the document's text, where somebody has begun to read it; what it shares with `template` is residue.
    """
    edits = spun.edits if spun else ()
    text = text or AnnotatedText(document.text)
    found = find_residue(text)
    residue = tuple(sorted([*found, *find_template(text, template, found)], key=lambda item: item.start))
    # Where and when a report was written is told there, and is as good a fact as any.
    left = Stretches(Span(r.start, r.end) for r in residue if r.kind not in _TELLING)
    facts = tuple(fact for fact in find_facts(text, edits) if not left.hold((fact.start + fact.end) // 2))
    spans = _sentences(text, residue)
    claims = find_claims(text, edits, residue=residue)
    quotations = find_quotations(text, claims)
    given = all_quotations(text, quotations)
    citations = find_citations(text)
    return Prepared(
        document=document,
        words=text.tokens,
        keys=text.keys,
        stems=text.stems,
        content=text.content,
        quoted=tuple(_inside(text, [Span(one.start, one.end) for one in given])),
        sentences=tuple(spans),
        fact_keys=fact_keys(spans, facts),
        facts=facts,
        claims=claims,
        residue=residue,
        edits=edits,
        spun_score=spun.score if spun else None,
        quotations=quotations,
        origin=find_origin(document, text, facts, claims),
        given=given,
        citations=citations,
        cited=tuple(_inside(text, citations)),
        references=tuple(_references(text, residue)),
    )


def _sentences(text: AnnotatedText, residue: Iterable[Residue]) -> list[SentenceSpan]:
    """Return the sentences outside residue; of one that it cuts, a dateline or a form's words, its pieces."""
    dropped = [Span(r.start, r.end) for r in residue]
    starts = [span.start for span in dropped]
    kept: list[SentenceSpan] = []
    first = 0
    for whole in text.whole_sentences:
        while first < len(dropped) and dropped[first].end <= whole.start:
            first += 1
        for span in _pieces(whole, dropped[first : bisect_left(starts, whole.end)]):
            held = text.tokens_in(span.start, span.end)
            kept += _bounded(text, span, held)
    return kept


def _bounded(text: AnnotatedText, span: Span, words: range) -> Iterator[SentenceSpan]:
    """Yield a stretch that holds `words`, in pieces where these are very many; nothing where there are none."""
    for first in range(words.start, words.stop, LONGEST_SENTENCE):
        last = min(first + LONGEST_SENTENCE, words.stop)
        start = span.start if first == words.start else text.tokens[first].start
        end = span.end if last == words.stop else text.tokens[last - 1].end
        yield SentenceSpan(start, end, first, last)


def _pieces(span: Span, dropped: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for other in dropped:
        if start < other.start < span.end:
            yield Span(start, other.start)
        start = max(start, other.end)
    if start < span.end:
        yield Span(start, span.end)


def fact_keys(spans: Sequence[SentenceSpan], facts: Sequence[Fact]) -> tuple[frozenset[str], ...]:
    """Return for each sentence the normalised facts in it; quotations are text and compared as such."""
    starts = [s.start for s in spans]
    held: list[set[str]] = [set() for _ in spans]
    for fact in facts:
        at = bisect_left(starts, fact.start + 1) - 1
        if fact.kind != "quote" and at >= 0 and fact.start < spans[at].end:
            held[at].add(fact.normalised)
    return tuple(frozenset(h) for h in held)


def _inside(text: AnnotatedText, spans: Iterable[Span]) -> list[bool]:
    inside = [False] * len(text.tokens)
    for span in spans:
        held = text.tokens_in(span.start, span.end)
        inside[held.start : held.stop] = [True] * len(held)
    return inside


def _references(text: AnnotatedText, residue: Iterable[Residue]) -> Iterator[SentenceSpan]:
    """Yield the lines of the text's reference lists, their headings with them."""
    lists = Stretches(Span(r.start, r.end) for r in residue if r.kind == "reference_list")
    for line in text.lines:
        if lists.hold(line.start):
            held = text.tokens_in(line.start, line.end)
            yield SentenceSpan(line.start, line.end, held.start, held.stop)
