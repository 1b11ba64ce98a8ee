"""How much of a document was replaced, from likelihood ratios made by hand."""

import math

import numpy as np
import pytest

from forensics.spin.channel import rate
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.rate."
AUTOBLOG, CHEMICAL = (rate.SOURCES.index(name) for name in ("autoblog", "chemical"))
CLOSE, LOOSE = len(rate.SOURCES) - 2, len(rate.SOURCES) - 1
EACH_ALONE = ((CLOSE,), (LOOSE,), *((family,) for family in range(rate.FAMILY_SOURCES)))


def at(places):
    """Return candidates that stand at `places`; nothing else is asked of them."""
    nothing = np.zeros(len(places), np.int64)
    return Candidates(
        place=np.array(places, np.int64), length=nothing + 1, originals=nothing[:, None], sizes=nothing + 1,
        pair=nothing - 1, flags=nothing, strengths=nothing + 0.0, possessive=nothing > 0, pairs=(),
    )  # fmt: skip


def estimated(size, candidates=(), survivors=(), counts=None):
    """Return the rates of `size` places: `candidates` are (place, source, nats), `survivors` (family, place, sure)."""
    known = np.zeros((rate.FAMILY_SOURCES, size))
    for family, place, sure in survivors:
        known[family, place] = sure
    places, sources, nats = zip(*candidates, strict=True) if candidates else ((), (), ())
    kinds = np.array([EACH_ALONE.index((source,)) for source in sources], np.int64)
    return rate.estimate(
        at(places),
        rate.Origins(kinds, EACH_ALONE),
        np.array(nats, float),
        known,
        np.ones(size) if counts is None else np.array(counts, float),
    )


@decides(HERE + "_LEAST_SHARE", -0.0005, 0.0005)
def test_a_share_is_never_less_than_one_in_five_hundred():
    survivors = [(AUTOBLOG, place, 0.9) for place in range(4000)]
    assert estimated(4000, survivors=survivors).shares[AUTOBLOG] == 0.002


@decides(HERE + "_MOST_SHARE", -0.01, 0.01)
def test_a_share_is_never_more_than_ninety_seven_in_a_hundred():
    replaced = [(place, AUTOBLOG, 20.0) for place in range(2000)]
    assert estimated(2000, replaced).shares[AUTOBLOG] == 0.97


@decides(HERE + "_FAMILY_PRIOR[0]", -0.05, 0.05)
@decides(HERE + "_FAMILY_PRIOR[1]", -0.5, 0.5)
def test_before_a_family_is_met_half_a_place_in_eight_is_expected_to_be_its_work():
    assert estimated(10).shares[AUTOBLOG] == pytest.approx(0.5 / 8)
    assert estimated(10).shares[CHEMICAL] == pytest.approx(0.5 / 8)


@decides(HERE + "_THESAURUS_PRIOR[0]", -0.05, 0.05)
@decides(HERE + "_THESAURUS_PRIOR[1]", -0.5, 0.5)
def test_before_a_thesaurus_is_met_one_place_in_fifty_is_expected_to_come_from_it():
    assert estimated(10).shares[CLOSE] == pytest.approx(1 / 50)
    assert estimated(10).shares[LOOSE] == pytest.approx(1 / 50)


def by_the_book(size, candidates, survivors, rounds=25, family=0.5, thesaurus=0.1):
    """The same by one loop over places: expectation-maximisation as Dempster et al. (1977) have it, no arrays."""
    families, every = rate.FAMILY_SOURCES, len(rate.SOURCES)
    ratio = [[0.0] * every for _ in range(size)]
    for place, source, nats in candidates:
        ratio[place][source] += math.exp(max(-30.0, min(30.0, nats)))
    known = [[0.0] * size for _ in range(families)]
    for f, place, sure in survivors:
        known[f][place] = sure
    shares = [family] * families + [thesaurus] * (every - families)
    priors = [(0.5, 8.0)] * families + [(1.0, 50.0)] * (every - families)
    for _ in range(rounds):
        taken, among = [0.0] * every, [0.0] * every
        for place in range(size):
            keep = math.prod(1 - shares[f] * known[f][place] for f in range(families))
            odds = [
                ratio[place][s] * (shares[s] if s < families else shares[s] / (1 - shares[s]))
                for s in range(every)
            ]
            likely = [o / (keep + sum(odds)) for o in odds]
            for s in range(every):
                taken[s] += likely[s]
                among[s] += likely[s] if s < families else ratio[place][s] > 0
                if s < families:
                    among[s] += known[s][place] * (1 - sum(likely))
        shares = [
            min(0.97, max(0.002, (taken[s] + priors[s][0]) / (among[s] + priors[s][1]))) for s in range(every)
        ]
    return shares


# Two sources that explain the same places part slowly, so that what they begin with and how often they are weighed
# again is still seen in what they come to.
UNDECIDED = [(place, source, 0.4) for place in range(60) for source in (AUTOBLOG, CHEMICAL, CLOSE)]
SOME_STAND = [(AUTOBLOG, place, 0.8) for place in range(60, 90)] + [(CHEMICAL, p, 0.8) for p in range(60, 90)]


@decides(HERE + "_ROUNDS", -1, 1)
@decides(HERE + "_FIRST_SHARE", -0.01, 0.01)
@decides(HERE + "_FIRST_SHARE_OF_FAMILIES", -0.01, 0.01)
def test_the_shares_are_those_of_twenty_five_rounds_from_halves_and_tenths():
    found = estimated(90, UNDECIDED, SOME_STAND).shares
    assert found == pytest.approx(by_the_book(90, UNDECIDED, SOME_STAND), rel=1e-9)


@decides(HERE + "_LARGEST_RATIO", -1.0, 1.0)
def test_no_candidate_counts_for_more_than_thirty_nats():
    surely, more = (estimated(3, [(1, AUTOBLOG, nats)]).gain for nats in (30.0, 45.0))
    assert surely == more
    assert estimated(3, [(1, AUTOBLOG, 29.5)]).gain < surely


@decides(HERE + "_SURE_FROM_PAGES", -1, 1)
@decides(HERE + "_DOUBT", -0.1, 0.1)
@pytest.mark.parametrize(("pages", "certain"), [(2, 0.0), (3, 3 / 3.5), (10, 10 / 10.5)])
def test_an_original_is_surely_replaced_once_it_was_replaced_on_three_pages(pages, certain):
    small = small_lexicon(["said"], replaced={"autoblog": {"said": pages}})
    found = rate.known_originals(word_row(word_runs("said", small), small), small)
    assert found[AUTOBLOG].max() == pytest.approx(certain)
    assert found[CHEMICAL].max() == 0.0


def test_words_that_a_family_would_have_replaced_speak_against_it():
    replaced = [(place, AUTOBLOG, 3.0) for place in range(20)]
    survivors = [(AUTOBLOG, place, 0.9) for place in range(20, 60)]
    without, beside = estimated(60, replaced), estimated(60, replaced, survivors)
    assert beside.shares[AUTOBLOG] < without.shares[AUTOBLOG] - 0.3
    assert beside.gain < without.gain


def test_what_only_loose_links_explain_is_no_close_gain():
    found = estimated(40, [(place, LOOSE, 3.0) for place in range(20)])
    assert found.gain > 5
    assert found.close_gain == pytest.approx(0.0, abs=0.01)


def test_a_place_that_counts_half_speaks_half_as_loud():
    candidates = [(place, AUTOBLOG, 3.0) for place in range(20)]
    once = estimated(20, candidates)
    twice = [(place + 20 * k, AUTOBLOG, 3.0) for k in range(2) for place in range(20)]
    again = estimated(40, twice, counts=[0.5] * 40)
    assert again.shares == pytest.approx(once.shares)
    assert again.gain == pytest.approx(once.gain)


def test_the_family_whose_words_a_text_shows_explains_it_best_alone():
    found = [(place, AUTOBLOG, 3.0) for place in range(20)] + [
        (place, CHEMICAL, 3.0) for place in range(20, 24)
    ]
    places, sources, nats = zip(*found, strict=True)
    kinds = np.array([EACH_ALONE.index((source,)) for source in sources])
    known = np.zeros((rate.FAMILY_SOURCES, 24))
    gains = rate.gains_alone(at(places), rate.Origins(kinds, EACH_ALONE), np.array(nats), known, np.ones(24))
    assert len(gains) == rate.FAMILY_SOURCES + 1
    assert gains.argmax() == AUTOBLOG
    assert gains[AUTOBLOG] > gains[CHEMICAL] > gains[-1]
