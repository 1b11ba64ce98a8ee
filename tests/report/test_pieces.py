"""Texts are cut so that nothing is lost, nothing counted twice, and what shows first is the strongest."""

from hypothesis import given
from hypothesis import strategies as st

from forensics.report.html.kit.pieces import Stretch, pieces
from forensics.text.words import words

TEXT = "One two, three four-five six. Seven\n\neight nine ten 11 twelve"
RANGES = st.tuples(st.integers(0, len(TEXT)), st.integers(1, 20)).map(
    lambda r: (min(r[0], len(TEXT) - 1), min(r[0] + r[1], len(TEXT)))
)
STRETCHES = st.lists(RANGES, max_size=8).map(lambda found: [Stretch(*r, n) for n, r in enumerate(found)])


@given(STRETCHES)
def test_the_pieces_are_the_whole_text_in_order(stretches):
    cut = pieces(TEXT, stretches)
    assert "".join(TEXT[piece.start : piece.end] for piece in cut) == TEXT


@given(STRETCHES)
def test_every_word_counts_once_and_under_the_matches_that_hold_its_start(stretches):
    cut = pieces(TEXT, stretches)
    assert sum(piece.words for piece in cut) == len(words(TEXT))
    for number, stretch in enumerate(stretches):
        covered = sum(piece.words for piece in cut if number in piece.matches)
        assert covered == sum(stretch.start <= word.start < stretch.end for word in words(TEXT))


@given(STRETCHES, RANGES)
def test_words_that_are_left_out_count_nowhere(stretches, left_out):
    start, end = left_out
    counted = sum(piece.words for piece in pieces(TEXT, stretches, [left_out]))
    assert counted == sum(not start <= word.start < end for word in words(TEXT))


@given(STRETCHES)
def test_of_matches_over_one_piece_the_one_given_first_comes_first(stretches):
    for piece in pieces(TEXT, stretches):
        assert list(piece.matches) == sorted(piece.matches)
