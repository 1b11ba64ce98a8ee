"""The weights that ship. Refit? Say so in docs/spin.md, and here."""

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from forensics.spin.channel import explain
from forensics.spin.channel.evidence_terms import TERMS
from forensics.spin.channel.weights import shipped_weights
from tests.spin import by_hand
from tests.spin.small_lexicon import small_lexicon

SHA256 = "b2008b44b0ea3411fa9e003fbf76be84d225d28c5afbfbb2f315ff9361377276"


def test_the_weights_are_those_whose_figures_stand_in_the_documentation():
    stored = (files("forensics.spin") / "data" / "weights.json").read_bytes()
    assert hashlib.sha256(stored).hexdigest() == SHA256


def test_a_pair_seen_on_twenty_pages_that_fits_five_nats_better_speaks_for_a_replacement():
    row = dict.fromkeys(TERMS, 0.0) | {
        "pair": 1.0, "pages": 3.0, "share": -0.5, "habit": -0.5, "fit": 5.0, "surprise": 1.0, "rarity": 2.0,
    }  # fmt: skip
    assert float(np.array([row[name] for name in TERMS]) @ shipped_weights().terms) == pytest.approx(
        2.3194, abs=1e-4
    )


def test_a_close_synonym_in_wordnet_that_fits_five_nats_better_speaks_for_one_less():
    row = dict.fromkeys(TERMS, 0.0) | {
        "thesaurus": 1.0, "wordnet": 1.0, "strength": 0.5, "wordnet_strength": 0.5, "fit": 5.0, "linked_fit": 5.0,
    }  # fmt: skip
    assert float(np.array([row[name] for name in TERMS]) @ shipped_weights().terms) == pytest.approx(
        3.6546, abs=1e-4
    )


def test_a_document_with_gains_and_known_words_is_likelier_spun():
    row = np.array([2.0, 0.5, 1.0, 0.2, 3.0, 0.0, 1.0, 0.0, 1.5, 0.5])
    assert float(row @ shipped_weights().document) + shipped_weights().document_bias == pytest.approx(
        0.0301, abs=1e-4
    )


@pytest.mark.parametrize(
    ("known", "family", "log_odds"), [(True, 0.9, 1.9426), (False, 0.9, 0.9607), (False, 0.1, 2.2443)]
)
def test_what_pairs_know_is_surer_than_what_a_thesaurus_suggests_in_the_work_of_a_known_family(
    known, family, log_odds
):
    surveyed = by_hand.survey("plain", small_lexicon(["plain"]), family=family)
    found = float(np.dot(shipped_weights().confidence, explain.confidence_features(2.0, known, surveyed)))
    assert found == pytest.approx(log_odds, abs=1e-4)
