"""The evidence for or against a common text behind two texts, as named numbers."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping

from forensics.trace.align.inserted import Inserted
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.extract.units import CODES, UNITS
from forensics.trace.verdict.coverage import UNCOUNTED, coverage
from forensics.trace.verdict.same_event import event_evidence

# Facts that rewriting leaves as they are; names are shortened and places paraphrased by honest hands.
_FIRM = ("number", "quantity", "date")
# Levels that count as the other text's own words.
_AS_WRITTEN = ("verbatim", "minor")
# Levels that keep the other text's slots, word for word.
_IN_SLOTS = ("verbatim", "minor", "spun")
# Words outside quotations that a sentence which came over as written or spun must have to count: shorter ones are alike
# by chance.
_CLOSE_WORDS = 8
# Counts that are weighed by their logarithm: the tenth of a kind tells less than the first.
_DAMPED = ("run_information", "long_runs", "one_sided_words", "close_sentences", "matched_words")
# Digits that evidence is rounded to before it is weighed: what is printed is what decided.
_DIGITS = 4
# Units of measures, squares included: a spinner does not change them, so that 5 km and 5 miles are two facts.
_MEASURES = frozenset({u + power for u in UNITS.values() for power in ("", "2")} | set(CODES.values()))


def evidence(comparison: PairComparison) -> Mapping[str, float]:
    """Return the evidence on a pair, 4 digits; shares are 0..1, runs are words, slots and facts counts.

    `facts_exclusive_a` counts the firm facts (numbers, quantities, dates) that a tells inside matching
    sentences and that stand nowhere in b; `spun_slots_a` the words that read as spun in a where b has the
    likely originals.
    """
    a, b = comparison.a, comparison.b
    keys_a, keys_b = _fact_keys(a), _fact_keys(b)
    covered_a, covered_b = coverage(comparison)
    told = [one for one in comparison.aligned if one.level not in UNCOUNTED]
    found: dict[str, float] = {
        "alignment_density": comparison.density,
        "order_z": comparison.order_z,
        "fact_containment": len(keys_a & keys_b) / max(1, min(len(keys_a), len(keys_b))),
        "facts_shared": float(len(keys_a & keys_b)),
        "facts_exclusive_a": float(len(_exclusive(comparison, of_a=True))),
        "facts_exclusive_b": float(len(_exclusive(comparison, of_a=False))),
        "jaccard_5gram": comparison.ngrams.jaccard_5,
        "containment_3gram": comparison.ngrams.containment_3,
        "longest_run": float(comparison.runs.longest),
        "run_information": comparison.runs.information,
        "long_runs": float(comparison.runs.long),
        "runs_share_a": comparison.runs.share_a,
        "runs_share_b": comparison.runs.share_b,
        "one_sided_words": float(comparison.runs.one_sided),
        "close_sentences": float(_close(comparison)),
        "verbatim_a": _verbatim(comparison, of_a=True),
        "verbatim_b": _verbatim(comparison, of_a=False),
        "matched_similarity": _matched_similarity(comparison),
        "matched_words": float(sum(one.own_words for one in told)),
        "covered_least": min(covered_a, covered_b),
        "covered_most": max(covered_a, covered_b),
        "spun_slots_a": float(comparison.spun_slots_a),
        "spun_slots_b": float(comparison.spun_slots_b),
        "slots_kept": _slots_kept(comparison),
    }
    quoted = sum(one.words for one in comparison.shared_quotations)
    found |= event_evidence(a, b, comparison.common_event, comparison.cosine, quoted)
    found |= inserted_evidence(comparison.inserted)
    for name, text in (("spun_a", a), ("spun_b", b)):
        if text.spun_score is not None:
            found[name] = text.spun_score
    found["log_run"] = math.log1p(found["longest_run"])
    found |= {f"log_{name}": math.log1p(found[name]) for name in _DAMPED}
    return {name: round(float(value), _DIGITS) for name, value in found.items()}


def inserted_evidence(found: Inserted | None) -> Mapping[str, float]:
    """Return what speaks for a passage taken over alone, by name; empty where there is none."""
    if found is None:
        return {}
    return {
        "inserted_similarity": found.similarity,
        "inserted_partnered": found.partnered,
        "rest_alike": found.rest_alike,
        "rest_names_alike": found.rest_names,
    }


def _fact_keys(text: Prepared) -> frozenset[str]:
    return frozenset().union(*text.fact_keys)


def _exclusive(comparison: PairComparison, *, of_a: bool) -> set[str]:
    """Return the firm facts that one side tells in matching sentences and the other side tells nowhere."""
    own, other = (comparison.a, comparison.b) if of_a else (comparison.b, comparison.a)
    known = {f.normalised for f in other.facts if f.kind in _FIRM}
    counted = {count for fact in known if (count := _count(fact))}
    firm = [f for f in own.facts if f.kind in _FIRM]
    starts = [f.start for f in firm]
    found: set[str] = set()
    for one in comparison.aligned:
        words = one.words_a if of_a else one.words_b
        start, end = own.words[words.start].start, own.words[words.stop - 1].end
        found |= {f.normalised for f in firm[bisect_left(starts, start) : bisect_left(starts, end)]}
    return {fact for fact in found if fact not in known and _count(fact) not in counted}


def _count(fact: str) -> str | None:
    """Return the number of a firm fact that may be one with another of that number; None where it is a measure.

    A spinner changes what is counted (workers, employees) but neither numbers nor the units of measures.
    """
    value, _, unit = fact.partition(" ")
    return value if value[:1].isdigit() and unit not in _MEASURES else None


def _verbatim(comparison: PairComparison, *, of_a: bool) -> float:
    """Return the share of one side's words that match verbatim or with minor changes."""
    text = comparison.a if of_a else comparison.b
    total = text.length
    same = {
        k
        for one in comparison.aligned
        if one.level in _AS_WRITTEN
        for k in (one.words_a if of_a else one.words_b)
    }
    return len(same & text.counted) / total if total else 0.0


def _close(comparison: PairComparison) -> int:
    """Return how many sentences came over as written or in their slots, by their words outside quotations."""
    return sum(one.own_words >= _CLOSE_WORDS and one.level in _IN_SLOTS for one in comparison.aligned)


def _slots_kept(comparison: PairComparison) -> float:
    """Return the share of the matching words of a in passages that keep the other side's slots, word for word."""
    kept = total = 0
    for one in comparison.aligned:
        total += len(one.words_a)
        kept += len(one.words_a) if one.level in _IN_SLOTS else 0
    return kept / total if total else 0.0


def _matched_similarity(comparison: PairComparison) -> float:
    beads = [one.bead for one in comparison.aligned]
    return sum(b.similarity for b in beads) / len(beads) if beads else 0.0
