"""What goes and what comes by a model's word. Refit? Say so in docs/spin-reference.md, and here."""

import math

import pytest

from forensics.documents.model import Document
from forensics.lexicon.thesaurus import MOBY
from forensics.spin.neural.candidates import Weighed
from forensics.spin.neural.rescore import choose, logit
from forensics.spin.neural.weights import shipped_neural_weights
from forensics.spin.result import SpinDocument, Substitution
from tests.spin.by_hand import spelt, survey
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.neural.weights."
TEXT = "x observed y"
ORIGINALS = "un deux trois quatre cinq six".split()
SMALL = small_lexicon(links={"observed": [(o, MOBY, 0.5) for o in ORIGINALS]})
SURVEYED = survey(TEXT, SMALL)
ROWS = {
    spelt(SURVEYED.candidates, row, SURVEYED.reading, SMALL)[1]: row
    for row in range(len(SURVEYED.candidates))
}


def weighed(original="un", **given):
    fields = {
        "start": 2, "end": 10, "row": ROWS[original], "passage": SURVEYED.passages[0], "first": 1,
        "length": 1, "shown": original, "score": 0.0, "frequency": 0.0, "pair": True, "family": 0.0,
    }  # fmt: skip
    return Weighed(**(fields | given))


@decides(HERE + "TERM_WEIGHTS[0]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[1]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[2]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[3]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[4]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[5]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[6]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[7]", -0.05, 0.05)
@decides(HERE + "TERM_WEIGHTS[8]", -0.05, 0.05)
def test_the_terms_weigh_as_they_were_fitted():
    known = weighed(score=2.0, gain=3.0, frequency=1.5, length=3, taken=True)
    # 2 * 0.701 + 3 * 0.422 + 3 * 0.151 - 1.5 * 0.126 + 2 * 0.393 - 0.178 - 0.772
    assert logit(known, shipped_neural_weights()) == pytest.approx(2.768)
    linked = weighed(score=2.0, gain=3.0, frequency=1.5, pair=False, family=0.5)
    # 2 * 0.701 + 3 * 0.422 - 1.5 * 0.126 - 0.317 - 0.5 * 0.857 - 0.772
    assert logit(linked, shipped_neural_weights()) == pytest.approx(0.9615)


def with_log_odds(total, original="un", *, taken):
    """Return a candidate that comes to these log odds in all."""
    held = (total + 0.772 + 0.178 * taken) / 0.701
    return weighed(original, score=held, taken=taken)


def chosen(some):
    """Return what is shown where the decoder had found "un" for the word, if any of `some` was taken."""
    before = (Substitution(2, 10, "observed", "un", (), 0.6, ()),) if any(w.taken for w in some) else ()
    plain = SpinDocument("a", "spun", 0.9, 3, 0.0, before, None)
    return choose(plain, Document("a", TEXT), SURVEYED, some, SMALL, "by hand").substitutions


@decides(HERE + "CALIBRATION[0]", -0.01, 0.01)
@decides(HERE + "CALIBRATION[1]", -0.01, 0.01)
@pytest.mark.parametrize("total", [0.5, 3.0])
def test_confidence_is_calibrated_as_it_was_fitted(total):
    (one,) = chosen([with_log_odds(total, taken=True)])
    assert one.confidence == round(1 / (1 + math.exp(-(0.958 * total - 0.081))), 4)


def at(confidence, *, taken):
    return with_log_odds((math.log(confidence / (1 - confidence)) + 0.081) / 0.958, taken=taken)


@decides(HERE + "KEPT_FROM", -0.01, 0.01)
def test_what_the_decoder_found_goes_below_a_confidence_of_a_fifth():
    assert not chosen([at(0.195, taken=True)])
    assert chosen([at(0.205, taken=True)])


@decides(HERE + "ADDED_FROM", -0.01, 0.01)
def test_what_it_did_not_find_comes_from_four_fifths_on():
    assert not chosen([at(0.795, taken=False)])
    assert chosen([at(0.805, taken=False)])


@decides("forensics.spin.channel.explain.ALTERNATIVES_SHOWN", -1, 1)
def test_four_alternatives_are_shown_beside_the_models_choice_too():
    (one,) = chosen([with_log_odds(3.0 - k, original, taken=True) for k, original in enumerate(ORIGINALS)])
    assert one.original == "un"
    assert one.alternatives == ("deux", "trois", "quatre", "cinq")
