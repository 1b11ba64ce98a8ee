"""The benches count what is so: on texts small enough to be judged by eye."""

from dataclasses import replace
from importlib.util import find_spec

import pytest

from bench.spin import documents, reference
from bench.spin.hits import Tally, matched, recalled, restored
from bench.spin.training import Spun, hidden_survey
from bench.texts.places import SAMPLES
from bench.texts.spinner import Gold, spin
from bench.texts.vocabularies import pair_table
from bench.trace import passages
from bench.trace.pan import Passage
from bench.trace.pan_pairs import Pair, settled
from forensics import lexicon as lexicons
from forensics.lexicon.relations import shipped
from forensics.spin.channel.screen import survey
from forensics.spin.result import SpinDocument, Substitution

NEWS, OTHER = ((SAMPLES / name).read_text("utf-8") for name in ("002.txt", "003.txt"))


@pytest.fixture(scope="module")
def english():
    return lexicons.load()


@pytest.fixture(scope="module")
def spun():
    made, gold = spin(NEWS, pair_table(), 0.95, 1)
    return Spun("002", made, NEWS, gold, "autoblog")


def substituted(start, end, original):
    return Substitution(start, end, "", original, (), 0.9, ())


def test_a_part_of_what_spun_a_text_is_hidden_from_the_detector(english, spun):
    every, some = survey(spun.text, english), hidden_survey(spun, english)
    known = [int((one.candidates.pair >= 0).sum()) for one in (every, some)]
    assert 0 < known[1] < 0.8 * known[0]
    assert len(some.candidates) < len(every.candidates)
    assert some.score != every.score


def test_every_substitution_decoded_is_held_against_what_was_made(english, spun):
    found = documents.decoded(spun, survey(spun.text, english), english)
    assert len(found) > 0.5 * len(spun.gold)
    assert 0.6 < sum(hit for _, hit in found) / len(found) < 1
    assert {features[1] for features, _ in found} == {1.0}


def test_what_overlaps_is_found_and_what_reads_as_before_is_restored():
    text, gold = "a vast dog ran", [Gold(2, 6, "vast", "big", 2, 5), Gold(11, 14, "ran", "went", 10, 14)]
    found = [substituted(2, 6, "big"), substituted(7, 10, "hound")]
    assert [hit for _, hit in matched(found, gold)] == [True, False]
    assert recalled(found, gold) == 1
    assert restored(found, gold, text) == 1
    assert restored([substituted(2, 6, "large")], gold, text) == 0
    tally = Tally()
    tally.add(SpinDocument("", "spun", 0.9, 4, 0.0, tuple(found), None), gold, text)
    assert str(tally).endswith("P 0.500 R 0.500 restored of caught 1.000 made per 1,000 words 500")
    assert tally.called["spun"] == 1


def test_weights_fitted_on_spun_and_edited_texts_tell_them_apart(english):
    cases = [
        ("edited", False, NEWS.replace(" said ", " noted ", 1), NEWS),
        ("edited", False, OTHER[:1500], OTHER),
    ]
    cases += [("spun", True, spin(text, pair_table(), 0.9, 1)[0], text) for text in (NEWS, OTHER)]
    rows = reference.rows(iter(cases), english)
    fitted = reference.fit(rows)
    scores = [reference.judge(measured, weights=fitted)[1] for _, _, measured in rows]
    assert min(scores[2:]) > max(scores[:2])


@pytest.fixture
def pair():
    """A text that holds 600 characters of a source from the 200th on, with offsets that are off by 30."""
    held = OTHER[400:1000]
    text = NEWS[:200] + "\n\n" + held + "\n\n" + NEWS[200:900]
    return Pair("a", "b", text, OTHER, (Passage("a", 172, 772, "b", 400, 1000),))


def test_a_case_is_moved_to_where_its_passage_stands(pair):
    (case,) = settled(pair).cases
    assert abs(case.a_start - 202) <= 10
    assert abs(case.a_end - 802) <= 10


def test_a_passage_is_found_where_it_stands(pair):
    scores = passages.score(settled(pair).cases, passages.detections(settled(pair), shipped()))
    assert scores.recall > 0.95
    assert scores.granularity == 1.0


@pytest.mark.skipif(find_spec("lemminflect") is None, reason="the extra bench is not installed")
def test_a_passage_that_is_spun_keeps_its_case(pair):
    before = settled(pair)
    after = passages._spun(before, "wordnet", 0.8, 1)
    assert after.text != before.text
    assert after.text[: after.cases[0].a_start] == before.text[: before.cases[0].a_start]
    assert after.text[after.cases[0].a_end :] == before.text[before.cases[0].a_end :]
    assert replace(after, text=before.text, cases=before.cases) == before
