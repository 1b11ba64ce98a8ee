"""Evidence and comparisons made by hand: every figure that a decision hangs on can be set alone."""

import math

from forensics.documents.model import Document
from forensics.text.words import Word
from forensics.trace.align.ngrams import NgramOverlap
from forensics.trace.align.pair import Aligned, PairComparison
from forensics.trace.align.rewriting import Rewriting
from forensics.trace.align.sentence_chain import Bead
from forensics.trace.extract.prepare import Prepared, SentenceSpan
from forensics.trace.models import Model, Models
from forensics.trace.result import Fact, PairVerdict
from forensics.trace.verdict.decide import TextSummary, decide

# A model that takes its chance from one figure of the evidence, so that a test can name the chance.
NOTHING = Model(0.0, {}, {})
SHOWN = 0.1  # of a text: some passage is there to be shown
MODELS = Models(
    pair=Model(0.0, {"log_odds": 1.0}, {}),
    passage=NOTHING,
    direction=NOTHING,
    event=Model(-1000.0, {"names_alike": 1000.0, "cosine": 1.0}, {}),
    inserted=Model(0.0, {"inserted_odds": 1.0}, {}),
    held=NOTHING,
)

NEUTRAL = {
    "verbatim_a": 0.0,
    "verbatim_b": 0.0,
    "facts_exclusive_a": 0.0,
    "facts_exclusive_b": 0.0,
    "spun_slots_a": 0.0,
    "spun_slots_b": 0.0,
    "slots_kept": 1.0,
    "facts_shared": 0.0,
    "fact_containment": 0.0,
    "quoted_words_shared": 0.0,
    "runs_share_a": 0.6,
    "runs_share_b": 0.6,
}


def decided(chance=0.9, a=None, b=None, **evidence):
    """Return the verdict on evidence that differs from nothing at all by what is named."""
    seen = {**NEUTRAL, "log_odds": math.log(chance / (1 - chance)), **evidence}
    return decide(seen, a or TextSummary("a", 500), b or TextSummary("b", 500, covered=SHOWN), MODELS)


def text(id_, words=100, quoted=(), facts=()):
    """Return a text of numbered words, one sentence for every ten; `facts` are (word, kind, normalised)."""
    found = tuple(Word(f"w{k:03}", 5 * k, 5 * k + 4) for k in range(words))
    spans = tuple(
        SentenceSpan(5 * k, 5 * min(k + 10, words) - 1, k, min(k + 10, words)) for k in range(0, words, 10)
    )
    told = tuple(Fact(5 * at, 5 * at + 4, name, kind, name) for at, kind, name in facts)
    return Prepared(
        document=Document(id_, " ".join(w.text for w in found)),
        words=found,
        keys=tuple(w.key for w in found),
        stems=tuple(w.key for w in found),
        content=(True,) * words,
        quoted=tuple(k in quoted for k in range(words)),
        sentences=spans,
        fact_keys=tuple(
            frozenset(f.normalised for f in told if s.start <= f.start < s.end and f.kind != "quote")
            for s in spans
        ),
        facts=told,
        claims=(),
        residue=(),
        edits=(),
        spun_score=None,
    )


def match(words_a, words_b=None, level="verbatim", similarity=1.0):
    """Return a match of two stretches of words of the given level."""
    there = words_a if words_b is None else words_b
    how = Rewriting((), (), len(words_a), len(there), len(words_a), 0, 0, 0, 0, len(words_a))
    return Aligned(Bead(0, 0, 1, 1, similarity), words_a, there, how, level, 0)


def compared(a, b, *matches):
    """Return a comparison of two texts that found `matches`."""
    return PairComparison(a, b, tuple(matches), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0)


def verdict(a, b, relation="derived", direction="a_from_b", covered_a=0.5, covered_b=0.5):
    """Return a verdict on the pair `a`, `b` as it stands before patchworks are looked for."""
    return PairVerdict(a, b, relation, direction, 0.9, covered_a, covered_b, {}, ())
