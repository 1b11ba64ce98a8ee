"""When a source adds nothing to a better one."""

from dataclasses import replace

import pytest

from forensics.trace.align.rewriting import Step
from forensics.trace.verdict.sources import set_against
from tests.trace.verdict.by_hand import compared, match, text, verdict


def _explained(*taken, directions=(), kept=(), traced=("a",)):
    """Return by which source each is explained; `kept` names those whose words stand in the text as they are."""
    comparisons, verdicts = [], []
    for n, words in enumerate(taken):
        one = match(words)
        steps = tuple(Step("equal", k, k, 1.0) for k in words) if n in kept else ()
        one = replace(one, rewriting=replace(one.rewriting, steps=steps))
        comparisons.append(compared(text("a"), text(f"s{n}"), one))
        direction = directions[n] if directions else "a_from_b"
        verdicts.append(verdict("a", f"s{n}", direction=direction, covered_a=len(words) / 100))
    return set_against(verdicts, comparisons, set(traced), lambda *_: False)[0]


def _by(*taken, **how):
    return [v.explained_by for v in _explained(*taken, **how)]


@pytest.mark.parametrize(("outside", "by"), [(4, "s0"), (6, None)])
def test_a_source_nine_tenths_of_which_a_better_one_holds_is_explained_by_it(outside, by):
    assert _by(range(60), range(10 + outside, 60 + outside)) == [None, by]


def test_a_source_that_holds_more_explains_whatever_the_order():
    assert _by(range(10, 40), range(60)) == ["s1", None]


def test_identical_sources_are_one_group_and_say_so():
    found = _explained(range(60), range(60), range(60))
    assert [v.explained_by for v in found] == [None, "s0", "s0"]
    assert any("s1 holds the same" in limit for limit in found[0].limits)
    assert any("s0 holds the same" in limit for limit in found[2].limits)


def test_a_source_that_has_the_words_as_they_stand_is_not_explained_by_one_that_retells_them():
    assert _by(range(60), range(10, 40), kept=(1,)) == [None, None]
    assert _by(range(60), range(10, 40), kept=(0,)) == [None, "s0"]


def test_what_is_known_to_be_a_source_is_not_explained_by_what_is_not():
    assert _by(range(60), range(10, 40), directions=("unknown", "a_from_b")) == [None, None]
    assert _by(range(60), range(10, 40), directions=("a_from_b", "unknown")) == [None, "s0"]


def test_what_comes_from_the_text_neither_explains_nor_is_explained():
    assert _by(range(60), range(10, 40), directions=("b_from_a", "a_from_b")) == [None, None]
    assert _by(range(60), range(10, 40), directions=("a_from_b", "b_from_a")) == [None, None]


def test_what_two_traced_texts_share_is_explained_only_from_either_side():
    assert _by(range(60), range(10, 40), directions=("unknown",) * 2, traced=("a", "s1")) == [None, None]
