"""The joint decoding of a surveyed document, and the evidence for each substitution that it finds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET
from forensics.spin.context import Replaced, around
from forensics.spin.decode import Edge, decode
from forensics.spin.rendering import cased
from forensics.spin.result import Evidence, Substitution, Verdict
from forensics.spin.screen import Survey
from forensics.spin.weights import Weights, weights

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# The least confidence that is shown: in a spun text most claims are right, in a clean one hardly any would be.
LEAST: dict[Verdict, float] = {"spun": 0.5, "suspect": 0.7, "clean": 0.97}
_HOPELESS = -4.0  # nats: candidates below this, as they stand, do not enter the joint search
_ALTERNATIVES = 4
_BROKEN_BY_NEIGHBOURS = 4  # best candidates of each span that enter the search


def substitutions(text: str, surveyed: Survey, judged: Verdict, lexicon: Lexicon) -> list[Substitution]:
    """Return the substitutions of a surveyed text in order, those at least as sure as the verdict asks."""
    import numpy as np

    fitted = weights()
    if not surveyed.candidates:
        return []
    share = min(max(surveyed.rate, 0.001), 0.6)
    shift = _logit(share) - _logit(fitted.base_rate)
    scores = surveyed.scores + shift
    found: list[Substitution] = []
    owners = np.array(surveyed.owners)
    bounds = np.searchsorted(owners, np.arange(len(surveyed.passages) + 1))
    for k in range(len(surveyed.passages)):
        rows = range(int(bounds[k]), int(bounds[k + 1]))
        entered = _entered(surveyed, rows, scores)
        if entered:
            found += _passage(text, surveyed, k, entered, list(rows), shift, fitted, LEAST[judged], lexicon)
    return found


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def _entered(surveyed: Survey, rows: range, scores: Array) -> list[int]:
    spans: dict[tuple[int, int], list[int]] = {}
    for i in rows:
        if scores[i] > _HOPELESS:
            c = surveyed.candidates[i]
            spans.setdefault((c.start, c.length), []).append(i)
    return [
        i
        for some in spans.values()
        for i in sorted(some, key=lambda i: (-scores[i], i))[:_BROKEN_BY_NEIGHBOURS]
    ]


def _passage(
    text: str,
    surveyed: Survey,
    k: int,
    entered: list[int],
    rows: list[int],
    shift: float,
    fitted: Weights,
    least: float,
    lexicon: Lexicon,
) -> list[Substitution]:
    import numpy as np

    from forensics.spin import evidence_terms as evidence

    passage = surveyed.passages[k]
    weight = fitted.terms[evidence.FIT]
    edges = []
    for i in entered:
        c = surveyed.candidates[i]
        channel = float(surveyed.scores[i] + shift - weight * surveyed.matrix[i, evidence.FIT])
        edges.append(Edge(c.start, c.length, surveyed.originals[i], channel, i))
    chosen = decode(passage.numbers, edges, float(weight), lexicon)
    if not chosen:
        return []
    replaced = [
        Replaced(c.start, c.length, surveyed.originals[i]) for i in chosen for c in (surveyed.candidates[i],)
    ]
    opening, closing = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    before, behind = around(passage.numbers, replaced, opening, closing)
    found = []
    for i in chosen:
        c = surveyed.candidates[i]
        rivals = [
            j
            for j in rows
            if (surveyed.candidates[j].start, surveyed.candidates[j].length) == (c.start, c.length)
        ]
        context = np.array([(*before[c.start], *behind[c.start + c.length])] * len(rivals))
        matrix = surveyed.matrix[rivals].copy()
        observed = passage.numbers[c.start : c.start + c.length]
        evidence.set_fit(
            matrix,
            evidence.fit_between(
                context, [surveyed.originals[j] for j in rivals], [observed] * len(rivals), lexicon
            ),
        )
        scores = matrix @ fitted.terms + shift
        odds = float(np.logaddexp.reduce(scores))
        slope, offset = fitted.confidence
        confidence = 1 / (1 + math.exp(-(slope * odds + offset)))
        if confidence < least:
            continue
        order = np.argsort(-scores, kind="stable")
        best = int(order[0])
        span = passage.words[c.start : c.start + c.length]
        start, end = span[0].start, span[-1].end
        shown = [w.text for w in span]
        names = [cased(surveyed.candidates[rivals[int(j)]].original, shown, passage.title) for j in order]
        found.append(
            Substitution(
                start,
                end,
                text[start:end],
                names[0],
                tuple(names[1 : 1 + _ALTERNATIVES]),
                round(confidence, 4),
                _evidence(surveyed, rivals[best], matrix[best], fitted),
            )
        )
    return found


def _evidence(surveyed: Survey, row: int, terms: Array, fitted: Weights) -> tuple[Evidence, ...]:
    from forensics.spin import evidence_terms as evidence

    c = surveyed.candidates[row]
    nats = dict(zip(evidence.TERMS, (terms * fitted.terms).tolist(), strict=True))
    found = []
    if c.pair is not None:
        weight = sum(nats[n] for n in ("pair", "pair_inflected", "pages", "share", "rarity"))
        if c.pair.source:
            detail = f"{c.pair.source}: {' '.join(c.pair.original)}"
        else:
            seen = f"seen on {c.pair.pages:g} spun page{'s' if c.pair.pages != 1 else ''}"
            detail = f"{c.pair.family} spinner writes it for “{' '.join(c.pair.original)}”, {seen}"
            detail += " in another inflection" if c.pair.inflected else ""
        found.append(Evidence("lexicon", detail, round(weight, 4)))
    if c.flags:
        weight = sum(
            nats[n] for n in ("thesaurus", "moby", "moby_back", "wordnet", "near", "second", "strength")
        )
        found.append(Evidence("thesaurus", f"{_kinds(c.flags)}, strength {c.strength:.2f}", round(weight, 4)))
    fit = sum(
        nats[n] for n in ("fit", "fit_below", "fit_above", "surprise", "frequency", "article", "elsewhere")
    )
    better = float(terms[evidence.FIT])
    found.append(Evidence("language_model", f"fits its neighbours {better:+.1f} nats better", round(fit, 4)))
    return tuple(found)


def _kinds(flags: int) -> str:
    kinds = [(WORDNET, "WordNet synonym"), (MOBY | MOBY_BACK, "Moby synonym"), (NEAR, "WordNet neighbour"),
             (SECOND, "synonym of a synonym")]  # fmt: skip
    return ", ".join(name for flag, name in kinds if flags & flag)
