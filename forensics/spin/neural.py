"""What a neural language model adds: each reading of a suspect word, weighed in its restored sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.explain import LEAST
from forensics.spin.language_model import LONGEST, LanguageModel, load_model
from forensics.spin.reasons import reasons
from forensics.spin.rendering import cased
from forensics.spin.result import Evidence, SpinDocument, Substitution
from forensics.spin.screen import Survey, survey
from forensics.spin.unit_variants import RestoredUnit, units
from forensics.spin.weights import weights
from forensics.text.edits import Edit, apply

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

__all__ = ["LanguageModel", "load_model", "rescore"]

_HOPELESS = -5.0  # nats: candidates that score less without the model are not shown to it
_BEST = 4  # candidates of each span that are
_KEPT_TOKENS = 120  # of what was read before, once the model's context is full
_MOST = 12.0  # nats: a gain beyond this says no more
# Fitted by bench/spin/neural.py: what a candidate scored without the model, the model's gain, its gain below
# nothing, whether the joint decoder had taken the candidate, and a constant.
_WEIGHTS = (0.6, 0.5, 0.2, 1.5, -1.0)
_CONFIDENCE = (1.0, 0.0)  # slope and shift from logit to calibrated logit
_ALTERNATIVES = 4


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate (its row in the survey) for code points [start, end), and what speaks for it.

    `shown` is it as it would be written; `gain` is by how many nats the model prefers it to what stands
    there; `taken` says that the joint decoder had chosen it.
    """

    start: int
    end: int
    row: int
    shown: str
    score: float
    gain: float
    taken: bool

    @property
    def terms(self) -> tuple[float, ...]:
        """What the weights are for."""
        gain = max(-_MOST, min(_MOST, self.gain))
        return self.score, gain, min(gain, 0.0), float(self.taken), 1.0


def rescore(result: SpinDocument, document: Document, lexicon: Lexicon, model: LanguageModel) -> SpinDocument:
    """Return `result` with its substitutions weighed again by `model`: some go, others come.

    A text that the screen clears is returned as it is. The verdict stays that of the screen: the model reads
    single words better, and whole texts no better (docs/spin-reference.md).
    """
    if result.verdict == "clean":
        return result
    surveyed = survey(document.text, lexicon)
    weighed = list(weigh(result, document, surveyed, lexicon, model))
    return choose(result, document, surveyed, weighed, lexicon, model.name)


def choose(
    result: SpinDocument,
    document: Document,
    surveyed: Survey,
    weighed: Sequence[Weighed],
    lexicon: Lexicon,
    name: str,
) -> SpinDocument:
    """Return `result` with the substitutions that the weighed candidates speak for; `name` is the model's."""
    found = _chosen(weighed, document, surveyed, LEAST[result.verdict], lexicon, name)
    restored = apply(
        document.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found]
    )
    return replace(
        result,
        density=round(1000 * len(found) / max(1, result.words), 2),
        substitutions=tuple(found),
        restored=restored if found else None,
    )


def weigh(
    result: SpinDocument, document: Document, surveyed: Survey, lexicon: Lexicon, model: LanguageModel
) -> Iterator[Weighed]:
    """Yield every candidate worth asking about, with what the model says of it in the restored text."""
    edits = [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in result.substitutions]
    taken = {(s.start, s.end, s.original.lower()) for s in result.substitutions}
    waiting = _candidates(surveyed, lexicon)
    read = list(model.start)
    at = 0
    for unit in units(document.text):
        inside = []
        while at < len(waiting) and waiting[at].start < unit.end:
            if waiting[at].start >= unit.start and waiting[at].end <= unit.end:
                known = (waiting[at].start, waiting[at].end, waiting[at].shown.lower()) in taken
                inside.append(replace(waiting[at], taken=known))
            at += 1
        restored = RestoredUnit(document.text, unit, edits)
        pieces = [model.tokens(chunk) for chunk in restored.chunks]
        if len(read) + sum(map(len, pieces)) > LONGEST:
            read = [*model.start, *read[-_KEPT_TOKENS:]]
        if len(read) + sum(map(len, pieces)) > LONGEST:
            continue  # a wall of text that is no prose
        yield from _gains(restored, document.text, inside, read, pieces, model)
        read += [token for piece in pieces for token in piece]


def _gains(
    restored: RestoredUnit,
    text: str,
    inside: Sequence[Weighed],
    read: Sequence[int],
    pieces: Sequence[Sequence[int]],
    model: LanguageModel,
) -> Iterator[Weighed]:
    if not inside:
        return
    lengths = [0]
    for piece in pieces:
        lengths.append(lengths[-1] + len(piece))
    asked: dict[tuple[int, str], int] = {}
    keys: list[tuple[tuple[int, str], tuple[int, str]]] = []
    for one in inside:
        place = restored.place(one.start, one.end)
        pair = []
        for words in (text[one.start : one.end], one.shown):
            key = (len(read) + lengths[place.chunk], restored.reading(place, one.start, one.end, words))
            asked.setdefault(key, len(asked))
            pair.append(key)
        keys.append((pair[0], pair[1]))
    whole = [*read, *(token for piece in pieces for token in piece)]
    logs = model.continuations(whole, [(max(1, at), model.tokens(words)) for at, words in asked])
    for one, (stands, other) in zip(inside, keys, strict=True):
        yield replace(one, gain=round(logs[asked[other]] - logs[asked[stands]], 2))


def _candidates(surveyed: Survey, lexicon: Lexicon) -> list[Weighed]:
    """Return the best candidates of each span, in the order of the text."""
    import numpy as np

    found: list[Weighed] = []
    c = surveyed.candidates
    counts: dict[tuple[int, int], int] = {}
    where = {
        surveyed.reading.offsets[k] + j: (passage, j)
        for k, passage in enumerate(surveyed.passages)
        for j in range(len(passage.words))
    }
    for row in np.argsort(-surveyed.scores, kind="stable").tolist():
        if surveyed.scores[row] < _HOPELESS:
            break
        span = int(c.place[row]), int(c.length[row])
        counts[span] = counts.get(span, 0) + 1
        if counts[span] > _BEST or span[0] not in where:
            continue
        passage, first = where[span[0]]
        observed = passage.words[first : first + span[1]]
        shown = cased(c.words(row, lexicon), [w.text for w in observed], passage.title)
        score = float(surveyed.scores[row])
        found.append(Weighed(observed[0].start, observed[-1].end, row, shown, score, 0.0, False))
    return sorted(found, key=lambda w: (w.start, w.end, -w.score, w.row))


def logit(weighed: Weighed) -> float:
    """Return the log odds of a candidate, the model's word counted in."""
    return sum(w * t for w, t in zip(_WEIGHTS, weighed.terms, strict=True))


def _chosen(
    weighed: Sequence[Weighed],
    document: Document,
    surveyed: Survey,
    least: float,
    lexicon: Lexicon,
    name: str,
) -> list[Substitution]:
    """Return the best candidate of each span that is sure enough; of spans that overlap, the surest."""
    spans: dict[tuple[int, int], list[Weighed]] = {}
    for one in weighed:
        spans.setdefault((one.start, one.end), []).append(one)
    ranked = []
    for (start, end), some in spans.items():
        some.sort(key=lambda w: (-logit(w), w.row))
        top = logit(some[0])
        total = top + math.log(sum(math.exp(logit(w) - top) for w in some))
        ranked.append((-total, start, end, some))
    found: list[Substitution] = []
    free = bytearray(b"\1" * len(document.text))
    for minus, start, end, some in sorted(ranked, key=lambda r: r[:3]):
        confidence = 1 / (1 + math.exp(-max(-30.0, min(30.0, _CONFIDENCE[0] * -minus + _CONFIDENCE[1]))))
        if confidence < least or not all(free[start:end]):
            continue
        free[start:end] = bytes(end - start)
        best = some[0]
        fitted = weights()
        evidence = reasons(surveyed.candidates, best.row, surveyed.matrix[best.row], fitted, lexicon)
        others = [w.shown for w in some[1 : _ALTERNATIVES + 1] if w.shown != best.shown]
        found.append(
            Substitution(
                start=start,
                end=end,
                observed=document.text[start:end],
                original=best.shown,
                alternatives=tuple(dict.fromkeys(others)),
                confidence=round(confidence, 4),
                evidence=(*evidence, _evidence(best, name)),
            )
        )
    return sorted(found, key=lambda s: s.start)


def _evidence(best: Weighed, name: str) -> Evidence:
    words = "better" if best.gain >= 0 else "worse"
    detail = f"{name} reads “{best.shown}” {abs(best.gain):.1f} nats {words} in its sentence"
    _, gain, below, _, _ = best.terms
    return Evidence("language_model", detail, round(_WEIGHTS[1] * gain + _WEIGHTS[2] * below, 4))
