"""One word in one sense is decided together, by scores made by hand."""

import numpy as np
import pytest

from forensics.lexicon.thesaurus import MOBY
from forensics.spin.channel.candidates import gather
from forensics.spin.channel.types import tied
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

SMALL = small_lexicon(
    ["plain"],
    links={"vessel": [("ship", MOBY, 0.5), ("jar", MOBY, 0.5)], "jar": [("ship", MOBY, 0.5)]},
)


def drawn(text, scores):
    runs = word_runs(text, SMALL)
    reading = word_row(runs, SMALL)
    return tied(gather(runs, reading, SMALL), np.array(scores), reading).tolist()


@pytest.mark.decides("forensics.spin.channel.types._TIED", -0.05, 0.05)
def test_places_of_one_word_go_half_the_way_to_their_mean():
    (once,) = {round(v, 6) for v in drawn("vessel plain plain vessel", [4.0, 4.0, 4.0, 4.0])}
    assert once == 4.0
    assert sorted(drawn("vessel plain plain vessel", [4.0, 0.0, 1.0, 0.0])) == pytest.approx(
        [0.0, 0.0, 1.75, 3.25]
    )


def test_another_word_or_another_original_is_another_question():
    assert drawn("vessel plain jar", [5.0, 1.0, -3.0]) == [5.0, 1.0, -3.0]


def test_a_text_without_candidates_has_nothing_to_draw():
    assert drawn("plain plain", []) == []
