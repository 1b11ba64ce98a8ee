"""Whoever fits weights can have a text weighed with them; without any it is weighed with those that ship."""

from dataclasses import replace

import numpy as np
import pytest

from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.spin.channel.explain import LEAST_CONFIDENCE, decoded_spans, sure_spans
from forensics.spin.channel.screen import survey
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.detect import detect
from tests.spin.texts import NEWS, SPUN


@pytest.fixture(scope="module")
def english():
    return lexicons.load()


def detected(text, english, weights=None):
    return detect(Document("text", text), english, weights=weights)


def test_the_weights_that_ship_weigh_where_none_are_given(english):
    assert detected(SPUN, english) == detected(SPUN, english, shipped_weights())


def test_the_weight_of_the_document_decides_the_verdict(english):
    trusting = replace(shipped_weights(), document_bias=-1000.0)
    suspicious = replace(shipped_weights(), document_bias=1000.0)
    assert detected(SPUN, english).verdict == "spun"
    assert detected(SPUN, english, trusting).verdict == "clean"
    assert detected(NEWS, english).verdict == "clean"
    assert detected(NEWS, english, suspicious).verdict == "spun"


def test_the_weights_of_confidence_decide_what_is_shown(english):
    doubtful = replace(shipped_weights(), confidence=np.array([0.0, -10.0, 0.0, 0.0, 0.0]))
    assert detected(SPUN, english).substitutions
    assert not detected(SPUN, english, doubtful).substitutions


def test_the_weights_of_evidence_decide_what_a_candidate_scores(english):
    deaf = replace(shipped_weights(), terms=np.zeros_like(shipped_weights().terms))
    assert survey(SPUN, english).scores.max() > survey(SPUN, english, weights=deaf).scores.max()
    assert all(e.weight == 0 for s in detected(SPUN, english, deaf).substitutions for e in s.evidence)


def test_what_is_shown_is_what_was_decoded_and_sure_enough(english):
    surveyed = survey(SPUN, english)
    every = list(decoded_spans(SPUN, surveyed, 0.0, english))
    shown = sure_spans(SPUN, surveyed, "clean", english)
    least = LEAST_CONFIDENCE["clean"]
    assert shown == [span for span in every if span.substitutions[0].confidence >= least]
    assert len(shown) < len(every)


def test_confidence_is_the_logistic_model_of_the_features_that_stand_beside_it(english):
    for span in decoded_spans(SPUN, survey(SPUN, english), 0.0, english):
        logit = float(np.dot(shipped_weights().confidence, span.features))
        assert all(
            s.confidence == pytest.approx(1 / (1 + np.exp(-logit)), abs=1e-4) for s in span.substitutions
        )
