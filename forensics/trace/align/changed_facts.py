"""Facts that two texts state otherwise where they tell the same: numbers, units, dates, names and negations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from forensics.text.negations import changed_negation, denies
from forensics.trace.align.fact_values import contradiction, restates, shares_a_word
from forensics.trace.align.pair import Aligned, PairComparison
from forensics.trace.align.slots import Held, corresponds, facing_steps, held, held_in_place, inside, opposite
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import ChangedFact, ChangedFactKind, Fact, Side

# Levels that keep enough of the other side for its slots to be known: of what is told anew, three of four findings
# were of another thing (read by hand, news_reuse).
_SLOTS_KNOWN = ("verbatim", "minor", "spun")
_KEPT = ("verbatim", "minor")
# Words of both sides beside which a negation came or went; more is a rewriting. Chosen, as for spin --against.
_SHORT_CHANGE = 4

_Change = tuple[ChangedFactKind, Side, Side]


def changed_facts(comparison: PairComparison) -> list[ChangedFact]:
    """Return what two texts state otherwise within their matches, in the order of the first text.

    A fact is changed when another one stands in its slot: between the same words on either side, or word upon word.
    What merely stands on one side alone is none, nor what stands elsewhere in the match, nor the synonym that a
    spinner put for a name. `match` counts the aligned passages of the comparison.
    """
    a, b = comparison.a, comparison.b
    held_a, held_b = held(a), held(b)
    found: dict[tuple[int, int, int, int], ChangedFact] = {}
    for number, one in enumerate(comparison.aligned):
        if one.level not in _SLOTS_KNOWN:
            continue
        facts_a, facts_b = inside(held_a, one.words_a), inside(held_b, one.words_b)
        for kind, x, y in (*_values(a, b, one, facts_a, facts_b), *_negations(a, b, one)):
            change = ChangedFact(kind, x, y, a.text[x.start : x.end], b.text[y.start : y.end], number)
            found.setdefault((x.start, x.end, y.start, y.end), change)
    return [found[key] for key in sorted(found)]


def _values(
    a: Prepared, b: Prepared, one: Aligned, facts_a: Sequence[Held], facts_b: Sequence[Held]
) -> Iterator[_Change]:
    for here in facts_a:
        there = opposite(here, facts_a, facts_b, one.rewriting.steps)
        if there is None:
            continue
        kind = contradiction(here.fact, there.fact)
        elsewhere = any(restates(here.fact, o.fact) for o in facts_b) or any(
            restates(o.fact, there.fact) for o in facts_a
        )
        if kind is None or elsewhere:
            continue
        if kind == "name" and not _another_name(here, there, one):
            continue
        if kind == "number" and here.fact.kind != there.fact.kind and one.level != "verbatim":
            continue  # "two pollutants" beside "2.5"
        yield kind, _span(a, here.fact), _span(b, there.fact)


def _another_name(here: Held, there: Held, one: Aligned) -> bool:
    """Tell whether two names in one slot are of two: not linked words, and surely in one place.

    That they are where they share a word, or where all around them is kept and no word of the one stands elsewhere.
    """
    facing = facing_steps(here, one.rewriting.steps)
    if len(facing) == here.last - here.first == there.last - there.first and all(s.worth > 0 for s in facing):
        return False  # a spinner put synonyms for it
    if shares_a_word(here.fact, there.fact):
        return True
    strays = any(corresponds(s) and s.j is not None and not there.first <= s.j < there.last for s in facing)
    return here.fact.kind == there.fact.kind and one.level in _KEPT and not strays


def _negations(a: Prepared, b: Prepared, one: Aligned) -> Iterator[_Change]:
    """Yield where one side denies what the other one says, each with the words around it that are the same."""
    steps = one.rewriting.steps
    keys_a, keys_b = ([t.keys[k] for k in words] for t, words in ((a, one.words_a), (b, one.words_b)))
    if sum(map(denies, keys_a)) == sum(map(denies, keys_b)) and all(s.op != "substitute" for s in steps):
        return
    equal = [k for k, s in enumerate(steps) if s.op == "equal"]
    for before, after in pairwise(equal):
        between = steps[before + 1 : after]
        x = [s.i for s in between if s.i is not None]
        y = [s.j for s in between if s.j is not None]
        if not 0 < len(x) + len(y) <= _SHORT_CHANGE or any(s.op == "move" for s in between):
            continue
        said = [a.content[k] and not denies(a.keys[k]) for k in x]
        said += [b.content[k] and not denies(b.keys[k]) for k in y]
        if any(said) and not len(x) == len(y) == 1:
            continue
        if held_in_place(steps, before + 1, after - 1) and changed_negation(
            [a.keys[k] for k in x], [b.keys[k] for k in y]
        ):
            left, right = steps[before], steps[after]
            yield "negation", _side(a, left.i, right.i), _side(b, left.j, right.j)


def _span(text: Prepared, fact: Fact) -> Side:
    return Side(text.id, fact.start, fact.end)


def _side(text: Prepared, first: int | None, last: int | None) -> Side:
    assert first is not None
    assert last is not None
    return Side(text.id, text.words[first].start, text.words[last].end)
