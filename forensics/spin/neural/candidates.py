"""Every candidate worth asking a language model about, and what the model says of it in the restored text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.rendering import cased
from forensics.spin.channel.screen import Survey
from forensics.spin.channel.weights import Weights
from forensics.spin.channel.word_runs import WordRun
from forensics.spin.neural.language_model import CONTEXT_TOKENS, LanguageModel
from forensics.spin.neural.restored_scores import scores_in_restored
from forensics.spin.neural.unit_variants import RestoredUnit, units
from forensics.spin.result import SpinDocument
from forensics.text.edits import Edit, apply

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# Nats without the model, to be asked about; chosen, its weights were fitted on those (0251)
_ASKED_FROM = -5.0
# Candidates asked about; chosen, its weights were fitted on those, and each costs 10 ms a token
_ASKED_PER_SPAN = 4
# Of what was read before, once the context is full; chosen, not measured: some five sentences
_KEPT_TOKENS = 120
_GAIN_BOUND = 12.0  # nats: a gain beyond this says no more; chosen, the weights were fitted with it

TERMS = ("score", "gain", "gain of a known pair", "frequency", "fewer words", "taken",
         "no known pair", "no known pair, by family", "constant")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate (its row in the survey) for words [first, first + length) of `passage`, and what speaks for it.

    `shown` is it as it would be written at code points [start, end); `score` is what it scored without the
    model, in the restored text; `frequency` by how much commoner the original is (nats); `pair` says that a
    spinner is known to write this, `family` which share of what the document's likeliest family of spinners
    knows was replaced in it; `gain` by how many nats the model prefers the candidate to what stands there;
    `taken` says that the joint decoder had chosen it.
    """

    start: int
    end: int
    row: int
    passage: WordRun
    first: int
    length: int
    shown: str
    score: float
    frequency: float
    pair: bool
    family: float
    gain: float = 0.0
    taken: bool = False

    @property
    def terms(self) -> tuple[float, ...]:
        """What the weights are for, in the order of TERMS."""
        gain = max(-_GAIN_BOUND, min(_GAIN_BOUND, self.gain))
        fewer = self.length - len(self.shown.split())
        linked = float(not self.pair)
        return (self.score, gain, gain * self.pair, self.frequency, float(fewer), float(self.taken),
                linked, linked * self.family, 1.0)  # fmt: skip


def weigh(
    result: SpinDocument,
    document: Document,
    surveyed: Survey,
    lexicon: Lexicon,
    model: LanguageModel,
    *,
    weights: Weights | None = None,
) -> Iterator[Weighed]:
    """Yield every candidate worth asking about, weighed, in the order of the text.

    The model reads the document once, sentence by sentence, as `result` restores it; each candidate
    branches off that reading, so that what stands before it is read once for all of them. `weights` weighs the
    evidence that is there without the model; None stands for the weights that ship.
    """
    edits = [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in result.substitutions]
    waiting = _candidates(surveyed, scores_in_restored(surveyed, result, lexicon, weights=weights), lexicon)
    read = list(model.start)
    at = 0
    for unit in units(document.text):
        inside = []
        while at < len(waiting) and waiting[at].start < unit.end:
            if waiting[at].start >= unit.start and waiting[at].end <= unit.end:
                inside.append(replace(waiting[at], taken=_taken(waiting[at], document.text, edits)))
            at += 1
        restored = RestoredUnit(document.text, unit, edits)
        pieces = [model.tokens(chunk) for chunk in restored.chunks]
        if len(read) + sum(map(len, pieces)) > CONTEXT_TOKENS:
            read = [*model.start, *read[-_KEPT_TOKENS:]]
        if len(read) + sum(map(len, pieces)) > CONTEXT_TOKENS:
            continue  # a wall of text that is no prose
        if inside:
            yield from _gains(restored, document.text, inside, read, pieces, model)
        read += [token for piece in pieces for token in piece]


def _taken(one: Weighed, text: str, edits: Sequence[Edit]) -> bool:
    """Tell whether the edits inside the candidate's place, put together, say the same as it does."""
    inside = [
        Edit(e.start - one.start, e.end - one.start, e.observed, e.original)
        for e in edits
        if one.start <= e.start and e.end <= one.end
    ]
    return bool(inside) and apply(text[one.start : one.end], inside).lower() == one.shown.lower()


def _candidates(surveyed: Survey, scores: Array, lexicon: Lexicon) -> list[Weighed]:
    """Return the best candidates of each span, in the order of the text."""
    import numpy as np

    from forensics.spin.channel.evidence_terms import FREQUENCY

    c = surveyed.candidates
    family = surveyed.rates.family_share
    starts = np.array(surveyed.reading.offsets)
    counts: dict[tuple[int, int], int] = {}
    found: list[Weighed] = []
    for row in np.argsort(-scores, kind="stable").tolist():
        if scores[row] < _ASKED_FROM:
            break
        place, length = int(c.place[row]), int(c.length[row])
        counts[place, length] = counts.get((place, length), 0) + 1
        if counts[place, length] > _ASKED_PER_SPAN:
            continue
        k = int(np.searchsorted(starts, place, side="right")) - 1
        passage, first = surveyed.passages[k], place - int(starts[k])
        observed = passage.words[first : first + length]
        found.append(
            Weighed(
                start=observed[0].start,
                end=observed[-1].end,
                row=row,
                passage=passage,
                first=first,
                length=length,
                shown=cased(c.words(row, lexicon), [w.text for w in observed], passage.title),
                score=round(float(scores[row]), 4),
                frequency=float(surveyed.matrix[row, FREQUENCY]),
                pair=bool(c.pair[row] >= 0),
                family=family,
            )
        )
    return sorted(found, key=lambda w: (w.start, w.end, -w.score, w.row))


def _gains(
    restored: RestoredUnit,
    text: str,
    inside: Sequence[Weighed],
    read: Sequence[int],
    pieces: Sequence[Sequence[int]],
    model: LanguageModel,
) -> Iterator[Weighed]:
    """Yield the candidates of one unit with their gains; each different reading is asked about once."""
    before = [len(read)]
    for piece in pieces:
        before.append(before[-1] + len(piece))
    asked: dict[tuple[int, str], int] = {}

    def ask(one: Weighed, words: str) -> int:
        place = restored.place(one.start, one.end)
        key = before[place.chunk], restored.reading(place, one.start, one.end, words)
        return asked.setdefault(key, len(asked))

    keys = [(ask(one, text[one.start : one.end]), ask(one, one.shown)) for one in inside]
    whole = [*read, *(token for piece in pieces for token in piece)]
    logs = model.continuations(whole, [(at, model.tokens(words)) for at, words in asked])
    for one, (stands, other) in zip(inside, keys, strict=True):
        yield replace(one, gain=round(logs[other] - logs[stands], 2))
