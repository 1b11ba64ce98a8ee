"""What a neural language model adds: suspect words weighed again, each in its restored sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.language_model import LanguageModel, load_model
from forensics.spin.reasons import reasons
from forensics.spin.rendering import cased
from forensics.spin.result import Evidence, SpinDocument, Substitution
from forensics.spin.screen import Survey, survey
from forensics.spin.splitting import split
from forensics.spin.weighing import Weighed, weigh
from forensics.spin.weights import weights
from forensics.text.edits import Edit, apply

__all__ = ["LanguageModel", "choose", "load_model", "rescore"]

# Fitted by bench/spin/neural.py: the weights of Weighed.terms, and slope and shift from logit to calibrated logit.
WEIGHTS = (0.772, 0.442, 0.12, -0.193, 0.047, 0.059, -0.208)
CONFIDENCE = (1.043, -0.051)
# The least confidence shown: in steps of .1 the first at which the texts fitted on are read no less exactly
# than without the model (docs/spin-reference.md has what that gives on others).
LEAST = {"spun": 0.6, "suspect": 0.7, "clean": 0.97}
_ALTERNATIVES = 4


def rescore(result: SpinDocument, document: Document, lexicon: Lexicon, model: LanguageModel) -> SpinDocument:
    """Return `result` with its substitutions weighed again by `model`: some go, others come.

    A text that the screen clears is returned as it is. The verdict stays that of the screen: the model knows
    better which words were replaced, and no better which texts were spun (docs/spin-reference.md).
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
    """Return `result` with the substitutions that the weighed candidates speak for; `name` is the model's.

    Of spans that overlap the surest stands, its best candidate with it; as sure as the verdict asks.
    """
    found: list[Substitution] = []
    free = bytearray(b"\1" * len(document.text))
    for total, some in _ranked(weighed):
        start, end = some[0].start, some[0].end
        confidence = 1 / (1 + math.exp(-max(-30.0, min(30.0, CONFIDENCE[0] * total + CONFIDENCE[1]))))
        if confidence >= LEAST[result.verdict] and all(free[start:end]):
            free[start:end] = bytes(end - start)
            found += _substitutions(some, confidence, document.text, surveyed, lexicon, name)
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


def logit(one: Weighed) -> float:
    """Return the log odds of a candidate against what stands there, the model's word counted in."""
    return sum(w * t for w, t in zip(WEIGHTS, one.terms, strict=True))


def _ranked(weighed: Sequence[Weighed]) -> list[tuple[float, list[Weighed]]]:
    """Return the candidates of each span, best first, with the span's log odds; the surest span first."""
    spans: dict[tuple[int, int], list[Weighed]] = {}
    for one in weighed:
        spans.setdefault((one.start, one.end), []).append(one)
    ranked = []
    for some in spans.values():
        some.sort(key=lambda w: (-logit(w), w.row))
        top = logit(some[0])
        ranked.append((top + math.log(sum(math.exp(logit(w) - top) for w in some)), some))
    return sorted(ranked, key=lambda r: (-r[0], r[1][0].start, r[1][0].end))


def _substitutions(
    some: Sequence[Weighed], confidence: float, text: str, surveyed: Survey, lexicon: Lexicon, name: str
) -> list[Substitution]:
    """Return the best candidate of a span as substitutions: several where the phrase falls into replaced parts."""
    best, passage = some[0], some[0].passage
    matrix = surveyed.matrix[best.row]
    evidence = (*reasons(surveyed.candidates, best.row, matrix, weights(), lexicon), _evidence(best, name))
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
                alternatives=tuple(dict.fromkeys(others))[:_ALTERNATIVES],
                confidence=round(confidence, 4),
                evidence=evidence,
            )
        )
    return found


def _evidence(best: Weighed, name: str) -> Evidence:
    words = "better" if best.gain >= 0 else "worse"
    detail = f"{name} finds “{best.shown}” {abs(best.gain):.1f} nats {words} in its sentence"
    _, gain, below, *_ = best.terms
    return Evidence("language_model", detail, round(WEIGHTS[1] * gain + WEIGHTS[2] * below, 4))
