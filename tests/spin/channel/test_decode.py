import pytest

from forensics.spin.channel.decode import LatticeEdge, decode
from tests.spin.small_lexicon import small_lexicon

LETTERS = "bcdefghijklm"


def test_a_word_is_replaced_where_the_channel_and_the_neighbours_say_so():
    small = small_lexicon(["told", "him"], bigrams={("told", "him"): -1.0})
    numbers = [small.number(w) for w in ("instructed", "him")]
    told = LatticeEdge(0, 1, (small.number("told"),), -3.0, 7)
    assert decode(numbers, [told], 1.0, small) == [7]
    assert decode(numbers, [told], 0.1, small) == []


@pytest.mark.decides("forensics.spin.channel.decode._BEAM", -1, 1)
@pytest.mark.parametrize(("rank", "found"), [(10, True), (11, False)])
def test_ten_readings_of_what_stands_before_are_kept_and_the_eleventh_is_lost(rank, found):
    # The word as it stands leads; the reading of this rank is the one that fits what follows.
    right = LETTERS[rank - 2]
    small = small_lexicon([*LETTERS, "word", "next"], bigrams={(right, "next"): -1.0})
    edges = [LatticeEdge(0, 1, (small.number(w),), -0.1 * (k + 1), k) for k, w in enumerate(LETTERS)]
    chosen = decode([small.number("word"), small.number("next")], edges, 1.0, small)
    assert chosen == ([rank - 2] if found else [])
