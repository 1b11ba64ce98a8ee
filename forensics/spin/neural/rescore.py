"""What a neural language model adds: suspect words weighed again, each in its restored sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.explain import ALTERNATIVES_SHOWN
from forensics.spin.channel.reasons import reasons
from forensics.spin.channel.rendering import cased
from forensics.spin.channel.screen import Survey, survey
from forensics.spin.channel.splitting import split
from forensics.spin.channel.weights import Weights, shipped_weights
from forensics.spin.neural.candidates import Weighed, weigh
from forensics.spin.neural.language_model import LanguageModel, load_model
from forensics.spin.neural.weights import NeuralWeights, shipped_neural_weights
from forensics.spin.odds import probability
from forensics.spin.result import Evidence, SpinDocument, Substitution
from forensics.text.edits import Edit, apply

__all__ = ["LanguageModel", "choose", "load_model", "rescore"]


def rescore(
    result: SpinDocument,
    document: Document,
    lexicon: Lexicon,
    model: LanguageModel,
    *,
    weights: Weights | None = None,
    neural: NeuralWeights | None = None,
) -> SpinDocument:
    """Return `result` with its substitutions weighed again by `model`: some go, others come.

    A text that the screen clears, or that is not assessed, is returned as it is. The verdict stays that of the
    screen: the model knows better which words were replaced, and no better which texts were spun
    (docs/spin-reference.md). `weights` and `neural` weigh what is known without the model and with it; None stands
    for what ships.
    """
    if result.verdict not in ("spun", "suspect"):
        return result
    surveyed = survey(document.text, lexicon, weights=weights)
    weighed = list(weigh(result, document, surveyed, lexicon, model, weights=weights))
    return choose(result, document, surveyed, weighed, lexicon, model.name, weights=weights, neural=neural)


def choose(
    result: SpinDocument,
    document: Document,
    surveyed: Survey,
    weighed: Sequence[Weighed],
    lexicon: Lexicon,
    name: str,
    *,
    weights: Weights | None = None,
    neural: NeuralWeights | None = None,
) -> SpinDocument:
    """Return `result` with the substitutions that the weighed candidates speak for; `name` is the model's.

    Of spans that overlap the surest stands, its best candidate with it. What the decoder found stays, by
    another original perhaps, unless it is very likely wrong; what it did not find has to be surer.
    """
    plain, fitted = weights or shipped_weights(), neural or shipped_neural_weights()
    found: list[Substitution] = []
    free = bytearray(b"\1" * len(document.text))
    for total, some in _ranked(weighed, fitted):
        start, end = some[0].start, some[0].end
        confidence = probability(fitted.slope * total + fitted.shift)
        taken = any(w.taken for w in some)
        shown = confidence >= (fitted.kept if taken else fitted.added)
        if (taken or shown) and all(free[start:end]):
            free[start:end] = bytes(end - start)
            if shown:
                row = some[0].row
                source, shares = int(surveyed.source[row]), surveyed.rates.shares
                why = reasons(surveyed.candidates, row, surveyed.matrix[row], plain, lexicon, source, shares)
                evidence = (*why, _evidence(some[0], name, fitted))
                share = math.exp(logit(some[0], fitted) - total)
                found += _substitutions(some, confidence, share, evidence, document.text, surveyed, lexicon)
    found += [s for s in result.substitutions if all(free[s.start : s.end])]
    found.sort(key=lambda s: s.start)
    restored = apply(
        document.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found]
    )
    return replace(
        result,
        density=round(1000 * len(found) / max(1, result.words), 2),
        substitutions=tuple(found),
        restored=restored if found else None,
    )


def logit(one: Weighed, neural: NeuralWeights) -> float:
    """Return the log odds of a candidate against what stands there, the model's word counted in."""
    return sum(w * t for w, t in zip(neural.terms, one.terms, strict=True))


def _ranked(weighed: Sequence[Weighed], neural: NeuralWeights) -> list[tuple[float, list[Weighed]]]:
    """Return the candidates of each span, best first, with the span's log odds; the surest span first."""
    spans: dict[tuple[int, int], list[Weighed]] = {}
    for one in weighed:
        spans.setdefault((one.start, one.end), []).append(one)

    ranked = []
    for some in spans.values():
        some.sort(key=lambda w: (-logit(w, neural), w.row))
        top = logit(some[0], neural)
        ranked.append((top + math.log(sum(math.exp(logit(w, neural) - top) for w in some)), some))
    return sorted(ranked, key=lambda r: (-r[0], r[1][0].start, r[1][0].end))


def _substitutions(
    some: Sequence[Weighed],
    confidence: float,
    share: float,
    evidence: tuple[Evidence, ...],
    text: str,
    surveyed: Survey,
    lexicon: Lexicon,
) -> list[Substitution]:
    """Return the best candidate of a span as substitutions: several where the phrase falls into replaced parts.

    `share` is its share of the odds of all candidates of the span, 0 to 1.
    """
    best, passage = some[0], some[0].passage
    inside = slice(best.first, best.first + best.length)
    parts = split(
        passage.keys[inside], surveyed.candidates.words(best.row, lexicon), passage.named[inside], lexicon
    )
    found = []
    for part in parts:
        observed = passage.words[best.first + part.start : best.first + part.start + part.length]
        shown = [w.text for w in observed]
        original = cased(part.original, shown, passage.title)
        others = [w.shown for w in some[1:] if w.shown != original] if part.length == best.length else []
        found.append(
            Substitution(
                start=observed[0].start,
                end=observed[-1].end,
                observed=text[observed[0].start : observed[-1].end],
                original=original,
                alternatives=tuple(dict.fromkeys(others))[:ALTERNATIVES_SHOWN],
                confidence=round(confidence, 4),
                evidence=evidence,
                probability_replaced=round(confidence, 4),
                probability_original=round(confidence * share, 4),
            )
        )
    return found


def _evidence(best: Weighed, name: str, neural: NeuralWeights) -> Evidence:
    words = "better" if best.gain >= 0 else "worse"
    detail = f"{name} finds “{best.shown}” {abs(best.gain):.1f} nats {words} in its sentence"
    nats = neural.terms[1] * best.terms[1] + neural.terms[2] * best.terms[2]
    return Evidence("language_model", detail, round(nats, 4))
