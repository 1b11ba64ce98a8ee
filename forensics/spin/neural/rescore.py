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
from forensics.spin.channel.weights import weights
from forensics.spin.neural.candidates import Weighed, weigh
from forensics.spin.neural.language_model import LanguageModel, load_model
from forensics.spin.odds import probability
from forensics.spin.result import Evidence, SpinDocument, Substitution
from forensics.text.edits import Edit, apply

__all__ = ["LanguageModel", "choose", "load_model", "rescore"]

# Fitted by bench/spin/neural.py: the weights of candidates.TERMS, and slope and shift from logit to calibrated logit.
WEIGHTS = (0.701, 0.422, 0.151, -0.126, 0.393, -0.178, -0.317, -0.857, -0.772)
CONFIDENCE = (0.958, -0.081)
# What the decoder found goes below KEPT, where nine of ten that went were wrong in the texts fitted on; what it did
# not find comes from ADDED on, where 95 of 100 that came were right (docs/spin-reference.md).
KEPT, ADDED = 0.2, 0.8


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

    Of spans that overlap the surest stands, its best candidate with it. What the decoder found stays, by
    another original perhaps, unless it is very likely wrong; what it did not find has to be surer.
    """
    found: list[Substitution] = []
    free = bytearray(b"\1" * len(document.text))
    for total, some in _ranked(weighed):
        start, end = some[0].start, some[0].end
        confidence = probability(CONFIDENCE[0] * total + CONFIDENCE[1])
        taken = any(w.taken for w in some)
        shown = confidence >= (KEPT if taken else ADDED)
        if (taken or shown) and all(free[start:end]):
            free[start:end] = bytes(end - start)
            if shown:
                found += _substitutions(some, confidence, document.text, surveyed, lexicon, name)
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
                alternatives=tuple(dict.fromkeys(others))[:ALTERNATIVES_SHOWN],
                confidence=round(confidence, 4),
                evidence=evidence,
            )
        )
    return found


def _evidence(best: Weighed, name: str) -> Evidence:
    words = "better" if best.gain >= 0 else "worse"
    detail = f"{name} finds “{best.shown}” {abs(best.gain):.1f} nats {words} in its sentence"
    return Evidence(
        "language_model", detail, round(WEIGHTS[1] * best.terms[1] + WEIGHTS[2] * best.terms[2], 4)
    )
