"""Which stretches of a text stand in a source: as given, in the same words, and none that is not there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.index.spans import Runs, shared_spans

decides = pytest.mark.decides
HERE = "forensics.index.spans."
RUN = "The ferry to the northern islands did not sail on Tuesday because the wind had turned"
OTHER = "Nobody at the office wanted to say when another boat might leave for the long white beach"
WORDS = st.lists(st.sampled_from("lamp boat cape storm coast gull pier rope".split()), max_size=14)


def shared(text, source):
    return [
        (text[s.start : s.end], source[s.source_start : s.source_end])
        for s in shared_spans(Runs(text), Runs(source))
    ]


def test_a_shared_stretch_is_shown_where_it_stands_in_both():
    text = f"Some words of my own first. {RUN}, I heard."
    source = f"Quite another beginning of a story.\n{RUN} in the night."
    assert shared(text, source) == [(RUN, RUN)]


def test_a_disguised_text_is_shown_as_it_was_given():
    disguised = RUN.replace("northern", "nor\u00adthe\u00adrn").replace("wind", "w\u200bind")
    assert shared(disguised, RUN) == [(disguised, RUN)]


def test_stretches_that_changed_their_order_are_shown_in_the_order_of_the_text():
    assert shared(f"{OTHER}. {RUN}.", f"{RUN}. {OTHER}.") == [(OTHER, OTHER), (RUN, RUN)]


@decides(HERE + "_GAP", -1, 1)
@pytest.mark.parametrize(("between", "stretches"), [("quite other words", 1), ("four quite other words", 2)])
def test_up_to_three_words_that_differ_part_no_stretch(between, stretches):
    text = f"{RUN} {between} {OTHER}"
    assert len(shared(text, f"{RUN} in {OTHER}")) == stretches


def test_texts_without_eight_words_in_common_share_nothing():
    assert shared(RUN, OTHER) == []
    assert shared("", RUN) == []
    assert shared("a b c", "a b c") == []


@given(WORDS, WORDS, WORDS, WORDS)
def test_eight_words_in_a_row_are_always_shown_and_what_is_shown_is_the_same_words(a, b, c, d):
    run = "one two three four five six seven eight".split()
    text, source = " ".join([*a, *run, *b]), " ".join([*c, *run, *d])
    spans = shared_spans(Runs(text), Runs(source))
    at = text.index("one two")
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert covered >= {at + k for k, char in enumerate(" ".join(run)) if char != " "}
    assert all(left.end < right.start for left, right in pairwise(spans))
    for span in spans:
        assert (
            text[span.start : span.end].split()[0] == source[span.source_start : span.source_end].split()[0]
        )
        assert 0 <= span.source_start < span.source_end <= len(source)


@decides(HERE + "_PLACES", -1, 1)
@pytest.mark.parametrize(("before", "words"), [(15, 20), (16, 8)])
def test_of_a_run_that_a_source_repeats_sixteen_places_are_looked_at(before, words):
    run, more = " ".join(f"k{n}" for n in "abcdefgh"), " ".join(f"k{n}" for n in "ijklmnopqrst")
    source = "".join(f"{run} x{n}y. " for n in range(before)) + f"{run} {more}"
    found = shared(f"{run} {more}", source)
    assert len(found[0][0].split()) == words


def test_a_text_of_one_word_takes_no_longer_than_its_length():
    text = "lamp " * 20_000
    assert shared(text, text) == [(text.strip(), text.strip())]
