"""Which family is named, and how surely."""

from dataclasses import replace

import numpy as np
import pytest

from forensics.lexicon import SpinnerPair
from forensics.lexicon.families import THESAURUS, WITH_PAIRS
from forensics.spin.channel import naming
from forensics.spin.channel.evidence_terms import TERMS
from forensics.spin.channel.naming import family, probabilities
from forensics.spin.channel.weights import shipped_weights
from tests.spin.by_hand import survey
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.naming."
WORDS = "amber birch cedar dune ember fjord glade heath islet knoll".split()


def written(labels):
    """Return a survey of a text of ten words, each of which spinners with these labels write, and its rows."""
    pairs = [
        SpinnerPair((w,), (f"{w}y",), ((label, 3.0),), 3.0) for w, label in zip(WORDS, labels, strict=True)
    ]
    small = small_lexicon(["plain"], pairs=pairs)
    surveyed = survey("\n\n".join(WORDS), small)
    return surveyed, list(range(len(surveyed.candidates))), small


@decides(HERE + "_FAMILY_FROM", -1, 1)
def test_six_substitutions_name_a_family_and_five_do_not():
    surveyed, rows, small = written(["chemical"] * 10)
    assert family(surveyed, rows[:5], small) is None
    assert family(surveyed, rows[:6], small) is not None


def test_each_family_and_the_thesauri_have_a_probability_and_they_sum_to_one():
    surveyed, _, small = written(["chemical"] * 10)
    likely = probabilities(surveyed, small)
    assert list(likely) == [*(f.name for f in WITH_PAIRS), THESAURUS.name]
    assert sum(likely.values()) == pytest.approx(1.0)


def told(monkeypatch, better, excess):
    """Return the probabilities if the families, by number, explain so much and their shares are so unusual."""
    rows = np.zeros((len(WITH_PAIRS) + 1, 2))
    for at, nats in better.items():
        rows[at, 0] = nats
    for at, more in excess.items():
        rows[at, 1] = more
    monkeypatch.setattr(naming, "evidence", lambda *_, **__: rows)
    surveyed, rows_of, small = written(["chemical"] * 10)
    return list(probabilities(surveyed, small).values()), family(surveyed, rows_of, small)


@decides(HERE + "_ODDS_PER_NAT[0]", -0.01, 0.01)
@decides(HERE + "_ODDS_PER_NAT[1]", -0.05, 0.05)
@decides(HERE + "_FAMILY_COST", -0.05, 0.05)
def test_what_a_familys_words_explain_is_weighed_against_that_no_family_is_known(monkeypatch):
    likely, _ = told(monkeypatch, {0: 10.0}, {0: 1.0})
    assert np.log(likely[0] / likely[-1]) == pytest.approx(0.211 * 10 + 3.872 - 4.39)
    assert np.log(likely[1] / likely[-1]) == pytest.approx(-4.39)


@decides(HERE + "_FAMILY_PROBABILITY", -0.02, 0.02)
@pytest.mark.parametrize(("nats", "name"), [(0.3, "autoblog"), (0.0, "unknown")])
def test_a_family_is_named_where_it_is_likelier_than_all_others_together(monkeypatch, nats, name):
    # The first family against a second that is as likely as makes the first one's probability a half.
    _, named = told(monkeypatch, {0: 60.0 + nats, 1: 60.0}, {0: 1.0, 1: 1.0})
    assert named.name == name
    assert named.probability == pytest.approx(0.5, abs=0.02)


@decides(HERE + "_MOST_NATS", -1.0, 1.0)
def test_nobody_is_surer_for_more_than_sixty_nats():
    surveyed, _, small = written(["chemical"] * 10)
    loud = replace(shipped_weights(), terms=np.full(len(TERMS), 20.0))
    assert naming.evidence(surveyed, small, weights=loud)[:, 0].max() == 60.0
