"""How alike two sentences are: words by their rarity, facts by a fifth."""

import math

import numpy as np
import pytest

from forensics.trace.align import similarity
from forensics.trace.align.similarity import compare, cosine
from tests.trace.align.given import GivenKnowledge, linked


def _similarity(a, b, knowledge=None):
    knowledge = knowledge or GivenKnowledge()
    one, two, links = linked(a, b, knowledge)
    return compare(one, two, links, knowledge)


def test_a_sentence_is_wholly_alike_itself_and_not_at_all_like_another():
    found = _similarity("The barn burned. Nobody slept.", "The barn burned. Dogs barked.")
    assert found[0] == pytest.approx([1, 0])
    assert found[1] == pytest.approx([0, 0])


def test_shared_facts_make_a_fifth_of_the_likeness_and_one_fact_alone_little_of_it():
    # One fact in both sentences weighs log(3 / 2), against two that would have been enough to be sure.
    weight = math.log(3 / 2)
    here = _similarity("in Ridgeford burned.", "in Ridgeford slept.", GivenKnowledge({}, {"ridgeford": 0.0}))
    words = _words(0.0, 6.0)
    assert float(here[0, 0]) == pytest.approx(0.8 * words + 0.2 * weight / (weight + 2), abs=1e-4)


def _words(shared, other):
    """Return the likeness of two sentences of one shared word and one of their own, by the words' rarities."""
    one = 0.2 + shared * math.log(3 / 2) / math.log(3)
    rest = 0.2 + other * math.log(3 / 1) / math.log(3)
    return one / (one + rest)


@pytest.mark.parametrize("rarity", [0.0, 1.0, 7.9])
def test_a_shared_word_weighs_by_its_rarity_and_a_common_one_a_little(rarity):
    found = _similarity("barns burned", "barns slept", GivenKnowledge({}, {"barn": rarity}))
    assert float(found[0, 0]) == pytest.approx(_words(rarity, 6.0), abs=1e-4)


def test_beyond_eight_rarity_says_nothing_more():
    def shared(rarity):
        return float(_similarity("barns burned", "barns slept", GivenKnowledge({}, {"barn": rarity}))[0, 0])

    assert shared(7.9) < shared(8.0) == shared(9.0)


def test_long_texts_are_compared_in_blocks_with_the_same_result(monkeypatch):
    text = " ".join(f"Farm{k} burned near river{k % 7}." for k in range(40))
    whole = _similarity(text, text)
    monkeypatch.setattr(similarity, "_BLOCK_CELLS", 100)
    assert np.array_equal(_similarity(text, text), whole)


def test_the_cosine_of_a_text_with_itself_is_one():
    one, two, _ = linked("The barn burned.", "The barn burned.")
    assert cosine(one, two, GivenKnowledge()) == pytest.approx(1)
