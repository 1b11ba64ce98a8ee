"""The terms of a candidate at the edges at which they were fitted; moving one asks for new weights."""

import numpy as np
import pytest

from forensics.lexicon import SpinnerPair
from forensics.spin.channel import evidence_terms as evidence
from forensics.spin.channel.candidates import gather
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.evidence_terms."


def terms_for(observed, original):
    """Return the terms by name of "x observed y" for "x original y", by the log-probabilities of the two words."""
    small = small_lexicon(
        {"observed": observed, "original": original}, links={"observed": [("original", 1, 0.5)]}
    )
    runs = word_runs("x observed y", small)
    reading = word_row(runs, small)
    (row,) = evidence.terms(reading, gather(runs, reading, small), small)
    return dict(zip(evidence.TERMS, row.tolist(), strict=True))


def fits(nats):
    matrix = np.zeros((1, len(evidence.TERMS)))
    evidence.set_fit(matrix, np.array([nats]))
    return {name: float(matrix[0, k]) for k, name in enumerate(evidence.TERMS) if name.startswith("fit")}


@decides(HERE + "_FIT_BOUNDS[0]", -0.5, 0.5)
@decides(HERE + "_FIT_BOUNDS[1]", -0.5, 0.5)
@decides(HERE + "_FITS_WELL", -0.5, 0.5)
@pytest.mark.parametrize(
    ("nats", "fit", "below", "above"),
    [
        (-20.0, -12.0, -12.0, 0.0),
        (-11.5, -11.5, -11.5, 0.0),
        (6.0, 6.0, 0.0, 0.0),
        (7.0, 7.0, 0.0, 1.0),
        (17.5, 17.5, 0.0, 11.5),
        (30.0, 18.0, 0.0, 12.0),
    ],
)
def test_the_fit_is_counted_within_bounds_and_apart_below_nothing_and_above_much(nats, fit, below, above):
    assert fits(nats) == {"fit": fit, "fit_below": below, "fit_above": above}


@decides(HERE + "_COMMON_ZERO", -0.25, 0.25)
@decides(HERE + "_COMMON_BOUNDS[0]", -0.25, 0.25)
@decides(HERE + "_COMMON_BOUNDS[1]", -0.25, 0.25)
@pytest.mark.parametrize(
    ("original", "common"), [(-9.0, 0.0), (-8.0, 1.0), (-20.0, -4.0), (-12.9, -3.9), (-4.1, 4.9), (-1.0, 5.0)]
)
def test_an_original_is_common_from_one_word_in_eight_thousand_on(original, common):
    assert terms_for(-9.0, original)["common"] == pytest.approx(common, abs=1e-6)


@decides(HERE + "_RARITY_ZERO", -0.25, 0.25)
@decides(HERE + "_RARITY_BOUNDS[0]", -0.25, 0.25)
@decides(HERE + "_RARITY_BOUNDS[1]", -0.25, 0.25)
@pytest.mark.parametrize(
    ("observed", "rarity"), [(-7.0, 0.0), (-8.0, 1.0), (-3.0, -3.0), (-4.1, -2.9), (-12.9, 5.9), (-20.0, 6.0)]
)
def test_what_stands_there_is_rare_from_one_word_in_a_thousand_down(observed, rarity):
    found = terms_for(observed, -9.0)
    assert found["linked_rarity"] == pytest.approx(rarity, abs=1e-6)
    assert found["rarity"] == 0.0


@decides(HERE + "_SURPRISE_BOUND", -0.25, 0.25)
@pytest.mark.parametrize(
    ("alone", "following", "surprise"),
    [(-15.0, -1.0, -6.0), (-15.0, -9.2, -5.8), (-15.0, -15.0, 0.0), (-8.0, -13.8, 5.8), (-3.0, -17.0, 6.0)],
)
def test_what_follows_better_than_by_chance_surprises_less_up_to_a_bound(alone, following, surprise):
    small = small_lexicon(
        {"observed": alone, "y": alone, "x": -9.0},
        links={"observed": [("original", 1, 0.5)]},
        bigrams={("x", "observed"): following, ("observed", "y"): following},
    )
    runs = word_runs("x observed y", small)
    reading = word_row(runs, small)
    (row,) = evidence.terms(reading, gather(runs, reading, small), small)
    assert row[evidence.TERMS.index("surprise")] == pytest.approx(surprise, abs=0.05)


@decides(HERE + "_LINKED_AMONG_ALL", -0.05, 0.05)
def test_the_joint_search_takes_half_of_what_thesaurus_links_add_to_the_fit():
    weights = np.zeros(len(evidence.TERMS))
    weights[evidence.TERMS.index("fit")], weights[evidence.TERMS.index("linked_fit")] = 0.6, 0.2
    assert evidence.fit_weight(weights) == pytest.approx(0.7)


@decides(HERE + "_WORDS_READ", -5000, 5000)
@decides(HERE + "_BEYOND_BOUNDS[0]", -0.25, 0.25)
@decides(HERE + "_BEYOND_BOUNDS[1]", -0.25, 0.25)
@pytest.mark.parametrize(
    ("log", "pages", "beyond"),
    [
        (-10.9, 1.0, -0.033),
        (-10.9, 20.0, 2.963),
        (-6.0, 1.0, -4.0),
        (-7.0, 1.0, -3.933),
        (-13.0, 7.0, 4.0),
        (-12.9, 7.0, 3.913),
    ],
)
def test_a_pair_is_beyond_chance_by_the_pages_that_would_not_hold_its_words_anyway(log, pages, beyond):
    pair = SpinnerPair(("observed",), ("original",), (("autoblog", pages),), pages)
    small = small_lexicon({"observed": log, "original": -9.0}, pairs=[pair])
    runs = word_runs("x observed y", small)
    reading = word_row(runs, small)
    (row,) = evidence.terms(reading, gather(runs, reading, small), small)
    assert row[evidence.BEYOND_CHANCE] == pytest.approx(beyond, abs=1e-3)
