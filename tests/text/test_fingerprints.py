"""Fingerprints: a shared run of eight words is always seen."""

from hypothesis import given
from hypothesis import strategies as st

from forensics.text.fingerprints import fingerprints

FIVE = 11312024679898211101
WORDS = st.lists(
    st.sampled_from("alpha beta gamma delta epsilon zeta eta theta iota kappa".split()), max_size=15
)


@given(WORDS, WORDS, WORDS, WORDS)
def test_texts_that_share_eight_words_in_a_row_share_a_fingerprint(a, b, c, d):
    run = "one two three four five six seven eight".split()
    assert set(fingerprints([*a, *run, *b]).tolist()) & set(fingerprints([*c, *run, *d]).tolist())


def test_a_text_shorter_than_a_run_has_none():
    assert fingerprints(["a", "b", "c", "d"]).size == 0


def test_fingerprints_are_the_same_on_every_machine():
    assert fingerprints("one two three four five".split()).tolist() == [FIVE]
