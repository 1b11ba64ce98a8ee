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
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.facts import find_facts
from forensics.trace.extract.given_template import Template, find_template
from forensics.trace.extract.origins import Origin, find_origin
from forensics.trace.extract.quotations import Quotation, find_quotations
from forensics.trace.extract.residue import find_residue
from forensics.trace.result import Claim, Fact, Residue

NOTHING = Template()
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

    `words`, `keys` (as dictionaries know them), `stems`, `content` (no function word) and `quoted` (in quotation marks)
    run in parallel; `sentences` leaves residue out, and `fact_keys` holds for each of them the normalised facts that
    stand in it. `quotations` are what the text gives as the words of others, `edits` the substitutions that spin reads
    in it, `origin` what it says of where it comes from.
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

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's text, that all offsets point into."""
        return self.document.text

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
    left = [Span(r.start, r.end) for r in residue if r.kind not in _TELLING]
    facts = tuple(
        fact
        for fact in find_facts(text, edits)
        if not any(_mostly_inside(Span(fact.start, fact.end), span) for span in left)
    )
    spans = _sentences(text, residue)
    claims = find_claims(text, edits, residue=residue)
    return Prepared(
        document=document,
        words=text.tokens,
        keys=text.keys,
        stems=text.stems,
        content=text.content,
        quoted=tuple(_quoted(text, facts)),
        sentences=tuple(spans),
        fact_keys=fact_keys(spans, facts),
        facts=facts,
        claims=claims,
        residue=residue,
        edits=edits,
        spun_score=spun.score if spun else None,
        quotations=find_quotations(text, claims),
        origin=find_origin(document, text, facts, claims),
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
            if held:
                kept.append(SentenceSpan(span.start, span.end, held.start, held.stop))
    return kept


def _pieces(span: Span, dropped: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for other in dropped:
        if start < other.start < span.end:
            yield Span(start, other.start)
        start = max(start, other.end)
    if start < span.end:
        yield Span(start, span.end)


def _mostly_inside(span: Span, other: Span) -> bool:
    shared = min(span.end, other.end) - max(span.start, other.start)
    return 2 * shared > span.end - span.start


def fact_keys(spans: Sequence[SentenceSpan], facts: Sequence[Fact]) -> tuple[frozenset[str], ...]:
    """Return for each sentence the normalised facts in it; quotations are text and compared as such."""
    starts = [s.start for s in spans]
    held: list[set[str]] = [set() for _ in spans]
    for fact in facts:
        at = bisect_left(starts, fact.start + 1) - 1
        if fact.kind != "quote" and at >= 0 and fact.start < spans[at].end:
            held[at].add(fact.normalised)
    return tuple(frozenset(h) for h in held)


def _quoted(text: AnnotatedText, facts: Sequence[Fact]) -> list[bool]:
    quoted = [False] * len(text.tokens)
    for fact in facts:
        if fact.kind == "quote":
            held = text.tokens_in(fact.start, fact.end)
            quoted[held.start : held.stop] = [True] * len(held)
    return quoted
