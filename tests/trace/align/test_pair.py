"""Two texts in depth: what a passage needs to be shown, and where it ends."""

import pytest

from forensics.trace.align.pair import compare_pair, is_shared
from forensics.trace.models import probability, shipped_models
from tests.trace.align.given import GivenKnowledge, linked

EVIDENCE = {"similarity": 0.6, "partnered": 0.7, "in_slots": 0.8}
COPIED = "The old barn near the river burned down on a cold Sunday night in early March."


def test_a_passage_is_shown_when_it_is_more_likely_shared_than_not():
    def with_words(log_words):
        return EVIDENCE | {"log_words": log_words}

    model = shipped_models().passage
    edge = (
        -(model.intercept + sum(model.weights[k] * v for k, v in EVIDENCE.items()))
        / model.weights["log_words"]
    )
    assert probability(with_words(edge), model) == pytest.approx(0.5)
    assert is_shared(with_words(edge + 0.02), model)
    assert not is_shared(with_words(edge - 0.02), model)


def _matched(a, b):
    one, two, _ = linked(a, b)
    return [
        (
            one.text[one.words[m.words_a.start].start : one.words[m.words_a.stop - 1].end],
            two.text[two.words[m.words_b.start].start : two.words[m.words_b.stop - 1].end],
        )
        for m in compare_pair(one, two, GivenKnowledge()).aligned
    ]


def test_a_passage_ends_where_nothing_on_the_other_side_answers():
    longer = COPIED[:-1] + ", while dogs barked loudly across seven distant empty fields."
    assert _matched(longer, COPIED) == [(COPIED[:-1], COPIED[:-1])]


def test_a_passage_may_begin_within_a_sentence():
    longer = "Dogs barked loudly across seven distant empty fields while " + COPIED[:1].lower() + COPIED[1:]
    assert _matched(longer, COPIED) == [(COPIED[:1].lower() + COPIED[1:-1], COPIED[:-1])]
