"""One suite over the trigram model in C and in numpy: they agree to the bit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START

ENGLISH = lexicon.load()
NATIVE = ENGLISH.ngrams.native
if NATIVE is None:
    pytest.skip("built without a compiler: only numpy is here", allow_module_level=True)
WORDS = ENGLISH.ngrams.unigrams.shape[1]
END, START = ENGLISH.numbers[SENTENCE_END], ENGLISH.numbers[SENTENCE_START]
COMMON = [ENGLISH.number(w) for w in "the of a minister said in prime i am not going to new york".split()]

# Words that follow each other often, so that every way through the model is taken.
numbers = st.sampled_from([*COMMON, END, START]) | st.integers(0, WORDS - 1)


def in_numpy():
    model = replace(ENGLISH.ngrams)
    model.__dict__["native"] = None
    return model


IN_NUMPY = in_numpy()


@given(st.lists(st.tuples(numbers, numbers, numbers), max_size=200))
@settings(max_examples=60)
def test_each_gives_a_word_the_same_probability(rows):
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    assert np.array_equal(NATIVE.trigram(*columns), IN_NUMPY.trigram(*columns))


def test_all_ways_through_the_model_are_compared():
    text = [START, START, *COMMON, END, 7, 3, WORDS - 1]
    a, b, c = (np.array(text[i : len(text) - 2 + i]) for i in range(3))
    assert np.array_equal(NATIVE.trigram(a, b, c), IN_NUMPY.trigram(a, b, c))
    stored = {IN_NUMPY.holds(x, y) for x, y in zip(b.tolist(), c.tolist(), strict=True)}
    assert stored == {True, False}


@given(st.integers(1, 6).flatmap(lambda n: st.lists(
    st.tuples(st.lists(numbers, min_size=4, max_size=4), st.lists(numbers, min_size=n, max_size=n), st.integers(0, n)),
    min_size=1, max_size=40)))  # fmt: skip
@settings(max_examples=60)
def test_each_sums_chains_alike(rows):
    around, words, sizes = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    words[np.arange(words.shape[1]) >= sizes[:, None]] = -1  # as candidates are padded
    assert np.array_equal(
        NATIVE.chains(around, words, sizes, END), IN_NUMPY.chains(around, words, sizes, END)
    )


@pytest.mark.parametrize("wrong", [-1, WORDS, 1 << 40])
def test_a_number_that_is_no_word_is_refused(wrong):
    right = np.zeros(3, np.int64)
    bad = np.array([0, wrong, 0])
    with pytest.raises(ValueError, match="do not fit"):
        NATIVE.trigram(right, bad, right)
    with pytest.raises(ValueError, match="do not fit"):
        NATIVE.chains(np.zeros((3, 4), np.int64), bad[:, None], np.ones(3, np.int64), END)
    with pytest.raises(ValueError, match="do not fit"):
        NATIVE.chains(np.zeros((1, 4), np.int64), np.zeros((1, 2), np.int64), np.array([3]), END)


def test_arrays_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        NATIVE.trigram(np.zeros(2, np.int64), np.zeros(3, np.int64), np.zeros(3, np.int64))


def test_a_model_of_other_types_is_refused():
    with pytest.raises(ValueError, match="float32"):
        _ = replace(ENGLISH.ngrams, unigrams=ENGLISH.ngrams.unigrams.astype(np.float64)).native
