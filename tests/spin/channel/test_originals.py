"""How sure the original is, beside how sure the replacement is."""

from dataclasses import replace

import numpy as np
import pytest

from forensics import lexicon
from forensics.documents.model import Document
from forensics.spin.channel.originals import original_features, original_probability
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.detect import detect
from tests.spin.texts import SPUN

decides = pytest.mark.decides


def test_an_original_is_weighed_against_all_its_rivals_together():
    odds, one, linked = original_features(np.array([1.0, 3.0, 1.0]), 1, known=True)
    assert odds == pytest.approx(2 - np.log(2))
    assert (one, linked) == (1.0, 0.0)
    assert original_features(np.array([0.0, 0.0]), 0, known=False) == (0.0, 1.0, 1.0)


@decides("forensics.spin.channel.originals._ODDS_AMONG_RIVALS", -0.5, 0.5)
def test_beyond_six_nats_an_original_is_as_sure_as_alone():
    assert original_features(np.array([2.0]), 0, known=True)[0] == 6.0
    assert original_features(np.array([9.0, 0.0]), 0, known=True)[0] == 6.0
    assert original_features(np.array([0.0, 9.0]), 0, known=True)[0] == -6.0


def test_an_original_is_never_surer_than_the_replacement():
    even = replace(shipped_weights(), original=np.array([1.0, 0.0, 0.0]))
    assert original_probability((0.0, 1.0, 0.0), 0.8, even) == pytest.approx(0.4)
    assert original_probability((6.0, 1.0, 0.0), 0.8, even) < 0.8


def test_every_substitution_tells_both_and_what_a_pair_says_speaks_for_spinning():
    found = detect(Document("spun", SPUN), lexicon.load()).substitutions
    assert len(found) > 10
    for one in found:
        assert one.probability_replaced == one.confidence
        assert 0 < one.probability_original < one.probability_replaced
    known = [e.weight for one in found for e in one.evidence if e.kind == "lexicon"]
    assert sum(weight > 0 for weight in known) > 0.9 * len(known)
