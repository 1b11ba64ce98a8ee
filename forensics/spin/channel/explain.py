"""The joint decoding of a surveyed document, and each substitution that it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.spin.channel.context import ReplacedSpan, around
from forensics.spin.channel.decode import LatticeEdge, decode
from forensics.spin.channel.originals import original_features, original_probability
from forensics.spin.channel.rate import FAMILY_SOURCES
from forensics.spin.channel.reasons import reasons
from forensics.spin.channel.rendering import cased
from forensics.spin.channel.screen import Survey
from forensics.spin.channel.splitting import PhrasePart, split
from forensics.spin.channel.types import tied
from forensics.spin.channel.weights import Weights, shipped_weights
from forensics.spin.odds import log_odds, probability
from forensics.spin.result import Substitution, Verdict

if TYPE_CHECKING:
    import numpy as np

    from forensics.spin.channel.candidates import Candidates

    Array = np.ndarray[Any, np.dtype[Any]]

# The least confidence that is shown: in a spun text what may well be, in a clean one hardly anything. At .5 instead of
# .25 news spun by a family a third of whose pairs are unknown is exacter by .024, and of those pairs' words .25 are
# shown instead of .41; the sample is as exact (decision 0221). At .95 instead of .97 clean texts show twice as many, at
# .99 a fifth; at .8 instead of .7 a suspect text's are exacter by .01 and fewer by .01 (decision 0205).
LEAST_CONFIDENCE: dict[Verdict, float] = {"spun": 0.25, "suspect": 0.7, "clean": 0.97}
# Nats, as it stands, to enter the joint search: from -6 on no more is right (decision 0205)
_SEARCHED_ABOVE = -4.0
# Candidates of each span that enter it: eight find two in a thousand more (decision 0205)
_SEARCHED_PER_SPAN = 4
# Nats, of a pair of a family that replaced all it knows: of those between -1 and 0 on real pages 19 in 24 were right.
# At 1 the sample is less exact by .02, at 0 news is read less fully by .01 (decision 0221)
_LOWERED = 0.5
# Nats, of what only a thesaurus links: the search keeps what is about as likely as not, and its confidence says
# whether that is shown. Without it nothing under .6 would reach the confidence (decision 0221)
_KEPT_IN_DOUBT = 1.0
# Nats for each further word of a phrase that was seen to be replaced as one: its parts explain less. Chosen: at 0
# recall is .005 lower, at .6 a phrase swallows what only its parts restore
_WHOLE = 0.3
# Nats, by restored neighbours: 3 find the same, .5 loses two in a thousand (decision 0205)
_GAINED_AT_MOST = 1.5
# Nats: the calibration was fitted on odds so bounded; chosen, beyond it confidence rounds to 1
_ODDS_BOUND = 15.0
ALTERNATIVES_SHOWN = 4  # chosen, not measured: what fits a line; no more are searched either


@dataclass(frozen=True, slots=True)
class DecodedSpan:
    """A span that the joint decoding replaces: its parts, and the candidate (a row of the survey) that says so.

    `features` are what its confidence rests on (confidence_features), `original` what the probability of its original
    rests on (originals.original_features).
    """

    features: tuple[float, ...]
    substitutions: tuple[Substitution, ...]
    row: int
    original: tuple[float, ...]


def sure_spans(
    text: str, surveyed: Survey, judged: Verdict, lexicon: Lexicon, *, weights: Weights | None = None
) -> list[DecodedSpan]:
    """Return the spans replaced in a surveyed text in order, those at least as sure as the verdict asks.

    `weights` weighs the evidence; None stands for the weights that ship.
    """
    return list(decoded_spans(text, surveyed, LEAST_CONFIDENCE[judged], lexicon, weights=weights))


def decoded_spans(
    text: str, surveyed: Survey, least: float, lexicon: Lexicon, *, weights: Weights | None = None
) -> Iterator[DecodedSpan]:
    """Yield what the joint decoding replaces, in order, where the confidence (0 to 1) is `least` or more."""
    import numpy as np

    fitted = weights or shipped_weights()
    place = surveyed.candidates.place
    # Neighbours restored can add to a candidate's odds, but not make much of little: most passages need no search.
    promising = log_odds(least) - _GAINED_AT_MOST
    if not (surveyed.scores > promising).any():
        return
    surveyed = replace(surveyed, scores=tied(surveyed.candidates, surveyed.scores, surveyed.reading))
    channel = surveyed.scores + _lowered(surveyed) + _WHOLE * _words_more(surveyed.candidates)
    for k, passage in enumerate(surveyed.passages):
        offset = surveyed.reading.offsets[k]
        low, high = np.searchsorted(place, (offset, offset + len(passage.words)))
        rows = np.arange(low, high)
        if not (surveyed.scores[rows] > promising).any():
            continue
        chosen = _decoded(surveyed, k, rows, channel, fitted, lexicon)
        if chosen:
            yield from _explained(text, surveyed, k, chosen, fitted, least, lexicon)


def _decoded(
    surveyed: Survey, k: int, rows: Array, channel: Array, fitted: Weights, lexicon: Lexicon
) -> list[int]:
    import numpy as np

    from forensics.spin.channel.evidence_terms import FIT, fit_weight

    c, scores = surveyed.candidates, surveyed.scores
    rows = rows[scores[rows] > _SEARCHED_ABOVE]
    spans: dict[tuple[int, int], list[int]] = {}
    for i in rows[np.argsort(-scores[rows], kind="stable")].tolist():
        spans.setdefault((int(c.place[i]), int(c.length[i])), []).append(i)
    weight = fit_weight(fitted.terms)
    offset = surveyed.reading.offsets[k]
    # That words were replaced is what all their originals say together, not the likeliest alone.
    together = {
        span: float(np.logaddexp.reduce(scores[some]) - scores[some[0]]) for span, some in spans.items()
    }
    edges = [
        LatticeEdge(
            place - offset,
            length,
            c.numbers(i),
            float(channel[i] + together[place, length] - weight * surveyed.matrix[i, FIT]),
            i,
        )
        for (place, length), some in sorted(spans.items())
        for i in some[:_SEARCHED_PER_SPAN]
    ]
    return decode(surveyed.passages[k].numbers, edges, weight, lexicon) if edges else []


def _words_more(c: Candidates) -> Array:
    """Return for each candidate how many words more than one a pair was seen to replace at once."""
    import numpy as np

    seen = np.array([len(p.observed) - 1 if not p.inflected else 0 for p in c.pairs] + [0])
    return seen[c.pair]


def _lowered(surveyed: Survey) -> Array:
    """Return by how many nats the bar is lowered for each candidate: in full for what a family writes all the time.

    A pair counts as far as the pages that it was seen on are several, and more than those that would hold its words
    anyway.
    """
    import numpy as np

    from forensics.spin.channel.evidence_terms import BEYOND_CHANCE, PAGES

    found = np.full(len(surveyed.candidates), _KEPT_IN_DOUBT)
    rows = np.flatnonzero(surveyed.source < FAMILY_SOURCES)
    shares = surveyed.rates.shares[surveyed.source[rows]]
    seen = surveyed.matrix[rows][:, [PAGES, BEYOND_CHANCE]].min(axis=1)
    found[rows] = shares * np.clip(seen, 0.0, _LOWERED)
    return found


def _explained(
    text: str, surveyed: Survey, k: int, chosen: list[int], fitted: Weights, least: float, lexicon: Lexicon
) -> Iterator[DecodedSpan]:
    import numpy as np

    passage, offset, c = surveyed.passages[k], surveyed.reading.offsets[k], surveyed.candidates
    opening, closing = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    replaced = [ReplacedSpan(int(c.place[i]) - offset, int(c.length[i]), c.numbers(i)) for i in chosen]
    before, behind = around(passage.numbers, replaced, opening, closing)
    rivals_of = [_rivals(c, offset + span.start, span.length) for span in replaced]
    contexts = [(*before[span.start], *behind[span.start + span.length]) for span in replaced]
    fits = _fits(surveyed, rivals_of, contexts, lexicon)
    for span, rivals, fit in zip(replaced, rivals_of, fits, strict=True):
        matrix, scores = _rescored(surveyed, rivals, fit, fitted)
        features = confidence_features(float(np.logaddexp.reduce(scores)), rivals, surveyed)
        confidence = probability(float(np.dot(fitted.confidence, features)))
        if confidence < least:
            continue
        order = np.argsort(-scores, kind="stable").tolist()
        best = int(rivals[order[0]])
        parts = split(
            passage.keys[span.start : span.start + span.length],
            c.words(best, lexicon),
            passage.named[span.start : span.start + span.length],
            lexicon,
        )
        why = reasons(
            c, best, matrix[order[0]], fitted, lexicon, int(surveyed.source[best]), surveyed.rates.shares
        )
        of_original = original_features(scores, order[0], bool(c.pair[best] >= 0))
        original = original_probability(of_original, confidence, fitted)
        found = []
        for part in parts:
            first = span.start + part.start
            observed = passage.words[first : first + part.length]
            start, end = observed[0].start, observed[-1].end
            shown = [w.text for w in observed]
            others: Iterator[tuple[str, ...]] = iter(())
            if part.length < span.length:
                others = _others(surveyed, k, part, first, lexicon)
            elif len(parts) == 1:
                others = (c.words(int(rivals[j]), lexicon) for j in order[1:])
            name = cased(part.original, shown, passage.title)
            names = (cased(words, shown, passage.title) for words in others)
            shown_as = Substitution(
                start=start,
                end=end,
                observed=text[start:end],
                original=name,
                alternatives=_first_others(name, names),
                confidence=round(confidence, 4),
                evidence=why,
                probability_replaced=round(confidence, 4),
                probability_original=round(original, 4),
            )
            found.append(shown_as)
        yield DecodedSpan(features, tuple(found), best, of_original)


def confidence_features(odds: float, rivals: Array, surveyed: Survey) -> tuple[float, ...]:
    """Return what the calibration of a substitution looks at: its log odds, and whether pairs know it here.

    In the work of a family what its own pairs say is more often right, the more of them the text shows, and what only
    a thesaurus suggests less often.
    """
    known = surveyed.source[rivals]
    shares = surveyed.rates.shares[known[known < FAMILY_SOURCES]]
    linked = float(not len(shares))
    return (
        max(min(odds, _ODDS_BOUND), -_ODDS_BOUND),
        1.0,
        linked,
        linked * surveyed.rates.family_share,
        float(shares.max(initial=0.0)),
    )


def _first_others(name: str, names: Iterator[str]) -> tuple[str, ...]:
    """Return the first few of `names` that are others than `name`, each once."""
    found: dict[str, None] = {}
    while len(found) < ALTERNATIVES_SHOWN and (other := next(names, None)) is not None:
        if other != name:
            found[other] = None
    return tuple(found)


def _others(
    surveyed: Survey, k: int, part: PhrasePart, first: int, lexicon: Lexicon
) -> Iterator[tuple[str, ...]]:
    """Yield what else could stand for a part of a phrase, the likeliest first."""
    import numpy as np

    c = surveyed.candidates
    rows = _rivals(c, surveyed.reading.offsets[k] + first, part.length)
    order = rows[np.argsort(-surveyed.scores[rows], kind="stable")].tolist()
    yield from (w for i in order if (w := c.words(i, lexicon)) != part.original)


def _rivals(c: Candidates, place: int, length: int) -> Array:
    """Return all candidates for the words [place, place + length) of the document's row."""
    import numpy as np

    low, high = np.searchsorted(c.place, (place, place + 1))
    found: Array = np.arange(low, high)[c.length[low:high] == length]
    return found


def _fits(
    surveyed: Survey, rivals_of: Sequence[Array], contexts: Sequence[tuple[int, ...]], lexicon: Lexicon
) -> list[Array]:
    """Return, for each span's rivals, by how many nats they fit restored neighbours better than what stands there.

    `contexts` has the two words before and the two behind each span.
    """
    import numpy as np

    from forensics.spin.channel.word_row import window_logs

    c, row = surveyed.candidates, surveyed.reading.row
    rivals = np.concatenate(rivals_of)
    counts = [len(some) for some in rivals_of]
    first = np.cumsum([0, *counts[:-1]])
    places, lengths = c.place[rivals[first]], c.length[rivals[first]]
    width = max(c.originals.shape[1], int(lengths.max()))
    words = np.full((len(counts) + len(rivals), width), -1, np.int64)
    for i, (place, length) in enumerate(zip(places.tolist(), lengths.tolist(), strict=True)):
        words[i, :length] = row[place : place + length]
    words[len(counts) :, : c.originals.shape[1]] = c.originals[rivals]
    near = np.array(contexts)
    logs = window_logs(
        np.concatenate([near, np.repeat(near, counts, axis=0)]),
        words,
        np.concatenate([lengths, c.sizes[rivals]]),
        lexicon,
    )
    stands, wanted = logs[: len(counts)], logs[len(counts) :]
    return np.split(wanted - np.repeat(stands, counts), first[1:])


def _rescored(surveyed: Survey, rivals: Array, fit: Array, fitted: Weights) -> tuple[Array, Array]:
    """Return the evidence and scores of all candidates for a span, among neighbours that they `fit` so well."""
    from forensics.spin.channel.evidence_terms import set_fit

    matrix = surveyed.matrix[rivals].copy()
    shift = surveyed.scores[rivals] - matrix @ fitted.terms
    set_fit(matrix, fit)
    return matrix, matrix @ fitted.terms + shift
