"""The weights that ship. Refit? Say so in docs/spin.md, and here."""

import hashlib
import json
from importlib.resources import files

import numpy as np
import pytest

from forensics.lexicon import SpinnerPair
from forensics.lexicon.families import WITH_PAIRS
from forensics.lexicon.thesaurus import MOBY
from forensics.spin.channel import explain
from forensics.spin.channel.evidence_terms import TERMS
from forensics.spin.channel.weights import shipped_weights, usual_shares
from tests.spin import by_hand
from tests.spin.small_lexicon import small_lexicon

SHA256 = "e07d6e3aa9cf65a5df34fdfc8546127446b6bffb22e4e6a922f6b5182cbdaa7a"


def test_the_weights_are_those_whose_figures_stand_in_the_documentation():
    stored = (files("forensics.spin") / "data" / "weights.json").read_bytes()
    assert hashlib.sha256(stored).hexdigest() == SHA256


def test_a_pair_seen_on_twenty_pages_that_fits_five_nats_better_speaks_for_a_replacement():
    row = dict.fromkeys(TERMS, 0.0) | {
        "pair": 1.0, "pages": 3.0, "share": -0.5, "habit": -0.5, "fit": 5.0, "surprise": 1.0, "rarity": 2.0,
    }  # fmt: skip
    assert float(np.array([row[name] for name in TERMS]) @ shipped_weights().terms) == pytest.approx(
        2.3992, abs=1e-4
    )


def test_a_close_synonym_in_wordnet_that_fits_five_nats_better_speaks_for_one_less():
    row = dict.fromkeys(TERMS, 0.0) | {
        "thesaurus": 1.0, "wordnet": 1.0, "strength": 0.5, "wordnet_strength": 0.5, "fit": 5.0, "linked_fit": 5.0,
    }  # fmt: skip
    assert float(np.array([row[name] for name in TERMS]) @ shipped_weights().terms) == pytest.approx(
        2.6655, abs=1e-4
    )


def test_a_document_with_gains_and_known_words_is_likelier_spun():
    row = np.array([2.0, 0.5, 2.0, 0.2, 1.5, 0.5, 0.0, 0.5])
    assert float(row @ shipped_weights().document) + shipped_weights().document_bias == pytest.approx(
        1.1971, abs=1e-4
    )


@pytest.mark.parametrize(
    ("row", "family", "log_odds"), [(0, 0.9, 2.1027), (0, 0.1, 1.7726), (1, 0.9, 0.0928), (1, 0.1, 1.8910)]
)
def test_what_pairs_know_is_surer_than_what_a_thesaurus_suggests_in_the_work_of_a_known_family(
    row, family, log_odds
):
    pair = SpinnerPair(("observed",), ("original",), (("autoblog", 3.0),), 3.0)
    small = small_lexicon(links={"other": [("original", MOBY, 0.5)]}, pairs=[pair])
    surveyed = by_hand.survey("observed other", small, family=family)
    features = explain.confidence_features(2.0, np.array([row]), surveyed)
    found = float(np.dot(shipped_weights().confidence, features))
    assert found == pytest.approx(log_odds, abs=1e-4)


@pytest.mark.decides("forensics.spin.channel.weights._USUAL", -0.05, 0.05)
def test_a_family_that_was_not_measured_is_held_against_a_common_share():
    found = dict(zip((f.name for f in WITH_PAIRS), usual_shares({"autoblog": -1.5}), strict=True))
    assert found["autoblog"] == -1.5
    assert {v for name, v in found.items() if name != "autoblog"} == {-2.0}


def test_every_family_that_ships_was_measured():
    stored = json.loads((files("forensics.spin") / "data" / "weights.json").read_text("utf-8"))
    assert set(stored["usual_shares"]) == {family.name for family in WITH_PAIRS}
