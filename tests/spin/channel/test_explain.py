"""Which candidates are searched, chosen and shown, by scores made by hand."""

import math

import numpy as np
import pytest

from forensics.lexicon import SpinnerPair
from forensics.lexicon.thesaurus import MOBY
from forensics.spin.channel import explain
from forensics.spin.channel.explain import sure_spans
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.odds import log_odds
from tests.spin.by_hand import survey
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.explain."
FAMILY = (
    0.9  # most of what a family of spinners knows was replaced: what only a thesaurus suggests is doubted
)


def linked(**originals):
    """Return thesaurus links from each observed word to its originals."""
    return {observed: [(o, MOBY, 0.5) for o in some.split()] for observed, some in originals.items()}


def score_for(confidence):
    """Return the score at which a thesaurus' candidate is so sure."""
    slope, shift, unknown, family, _ = shipped_weights().confidence.tolist()
    return (log_odds(confidence) - shift - unknown - family * FAMILY) / slope


def found(text, small, scores, judged="spun", family=FAMILY):
    spans = sure_spans(text, survey(text, small, scores, family=family), judged, small)
    return [(one.observed, one.original) for span in spans for one in span.substitutions]


@decides(HERE + "LEAST_CONFIDENCE[spun]", -0.01, 0.01)
@decides(HERE + "LEAST_CONFIDENCE[suspect]", -0.01, 0.01)
@decides(HERE + "LEAST_CONFIDENCE[clean]", -0.01, 0.01)
@pytest.mark.parametrize(("judged", "least"), [("spun", 0.25), ("suspect", 0.7), ("clean", 0.97)])
def test_a_verdict_shows_what_is_as_sure_as_it_asks(judged, least):
    small = small_lexicon(links=linked(observed="original"))
    just, not_quite = (score_for(least + by) for by in (0.002, -0.002))
    assert found("x observed y", small, {("observed", "original"): just}, judged)
    assert not found("x observed y", small, {("observed", "original"): not_quite}, judged)


# Two neighbours neither of which is likely alone, and that fit each other once both are restored.
SMALL = small_lexicon(links=linked(first="one", second="two"), bigrams={("one", "two"): -1.0})


@decides(HERE + "_GAINED_AT_MOST", -0.1, 0.1)
@pytest.mark.parametrize(("short", "shown"), [(1.45, True), (1.55, False)])
def test_a_passage_is_searched_where_a_candidate_falls_short_of_what_is_shown_by_a_nat_and_a_half(
    short, shown
):
    least = log_odds(explain.LEAST_CONFIDENCE["spun"])
    scores = {("first", "one"): least - short, ("second", "two"): least - short}
    assert bool(found("x first second y", SMALL, scores)) is shown


@decides(HERE + "_SEARCHED_ABOVE", -0.2, 0.2)
@pytest.mark.parametrize(("score", "searched"), [(-3.9, True), (-4.1, False)])
def test_a_candidate_is_searched_down_to_four_nats_against_it(score, searched):
    scores = {("first", "one"): 6.0, ("second", "two"): score}
    assert (("second", "two") in found("x first second y", SMALL, scores, family=0.1)) is searched


@decides(HERE + "_SEARCHED_PER_SPAN", -1, 1)
@pytest.mark.parametrize(("rank", "searched"), [(4, True), (5, False)])
def test_the_four_best_candidates_of_a_word_are_searched(rank, searched):
    words = "deux zwei due twee dos".split()
    right = words[rank - 1]
    small = small_lexicon(links=linked(first="one", second=" ".join(words)), bigrams={("one", right): -1.0})
    scores = {("second", word): -3.0 - 0.1 * k for k, word in enumerate(words)}
    shown = found("x first second y", small, {("first", "one"): 6.0, **scores}, family=0.1)
    assert (("second", right) in shown) is searched


@decides(HERE + "ALTERNATIVES_SHOWN", -1, 1)
def test_four_alternatives_are_shown_the_likeliest_first():
    words = "un deux trois quatre cinq six sept".split()
    small = small_lexicon(links=linked(observed=" ".join(words)))
    surveyed = survey(
        "x observed y", small, {("observed", w): 5.0 - 0.1 * k for k, w in enumerate(words)}, family=FAMILY
    )
    (span,) = sure_spans("x observed y", surveyed, "spun", small)
    (one,) = span.substitutions
    assert one.original == "un"
    assert one.alternatives == ("deux", "trois", "quatre", "cinq")


@decides(HERE + "_ODDS_BOUND", -0.5, 0.5)
@pytest.mark.parametrize(("odds", "counted"), [(14.8, 14.8), (40.0, 15.0), (-14.8, -14.8), (-40.0, -15.0)])
def test_no_odds_are_counted_beyond_fifteen_nats(odds, counted):
    pair = SpinnerPair(("observed",), ("original",), (("autoblog", 3.0),), 3.0)
    small = small_lexicon(links=linked(other="original"), pairs=[pair])
    surveyed = survey("observed other", small, family=0.25)
    assert explain.confidence_features(odds, np.array([0]), surveyed) == (counted, 1.0, 0.0, 0.0, 0.25)
    assert explain.confidence_features(odds, np.array([1]), surveyed) == (counted, 1.0, 1.0, 0.25, 0.0)


@decides(HERE + "_LOWERED", -0.05, 0.05)
@pytest.mark.parametrize(("pages", "nats"), [(1.0, 0.0), (1.5, math.log(1.5)), (40.0, 0.5)])
def test_the_bar_is_lowered_for_what_a_family_was_seen_to_write_several_times(pages, nats):
    pair = SpinnerPair(("observed",), ("original",), (("autoblog", pages),), pages)
    small = small_lexicon({"observed": -30.0, "original": -9.0}, pairs=[pair])
    surveyed = survey("observed", small, family=0.9)
    assert explain._lowered(surveyed).tolist() == pytest.approx([0.9 * nats])


@decides(HERE + "_WHOLE", -0.05, 0.05)
def test_a_phrase_that_was_seen_whole_is_likelier_than_its_parts():
    def pair(observed, inflected=False):
        return SpinnerPair(tuple(observed.split()), ("one",), (("autoblog", 3.0),), 3.0, inflected)

    small = small_lexicon(pairs=[pair("first"), pair("first second third"), pair("second third", True)])
    surveyed = survey("first second third", small)
    more = explain._WHOLE * explain._words_more(surveyed.candidates)
    assert more.tolist() == pytest.approx([0.0, 0.6, 0.0])


def test_the_bar_is_not_lowered_for_words_that_stood_on_as_many_pages_anyway():
    pair = SpinnerPair(("observed",), ("original",), (("autoblog", 20.0),), 20.0)
    expected = math.log(20 / 56_000)  # as many as there are pages: the bar stays
    small = small_lexicon({"observed": expected - 0.4, "original": -9.0}, pairs=[pair])
    assert explain._lowered(survey("observed", small, family=0.9)).tolist() == pytest.approx([0.36])


@decides(HERE + "_KEPT_IN_DOUBT", -0.05, 0.05)
def test_the_search_keeps_what_a_thesaurus_links_down_to_a_nat_against_it():
    small = small_lexicon(links=linked(observed="original"))
    assert explain._lowered(survey("observed", small)).tolist() == [1.0]


def test_that_words_were_replaced_is_what_all_their_originals_say_together():
    several = small_lexicon(links=linked(observed="un deux trois"))
    scores = {("observed", word): -1.5 for word in "un deux trois".split()}
    assert found("x observed y", several, scores, family=0.1)
    alone = small_lexicon(links=linked(observed="un"))
    assert not found("x observed y", alone, {("observed", "un"): -1.5}, family=0.1)


def test_a_clean_text_shows_no_more_than_is_certain():
    assert explain.LEAST_CONFIDENCE["spun"] < explain.LEAST_CONFIDENCE["suspect"]
    assert explain.LEAST_CONFIDENCE["suspect"] < explain.LEAST_CONFIDENCE["clean"] < 1.0
    assert np.isfinite(score_for(explain.LEAST_CONFIDENCE["clean"]))
