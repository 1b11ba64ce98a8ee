"""Text that was spun twice is undone to the end, and every offset is one into the text."""

from itertools import pairwise

import pytest

from forensics.spin.layers import is_read_again, with_layers
from forensics.spin.result import Evidence, Substitution
from forensics.text.edits import Edit, apply

decides = pytest.mark.decides
HERE = "forensics.spin.layers."


def found(text, confidence=0.9, **replaced):
    """Return the substitutions of `text` (observed -> original; _ stands for a blank) in order."""
    some = []
    for observed, original in ((o.replace("_", " "), r.replace("_", " ")) for o, r in replaced.items()):
        start = text.index(observed)
        why = (Evidence("lexicon", f"{observed}: {original}", 1.0),)
        end = start + len(observed)
        some.append(Substitution(start, end, observed, original, (), confidence, why, confidence, confidence))
    return sorted(some, key=lambda one: one.start)


def undone(text, layers, confidence=0.9):
    """Return the text with all layers undone, and the substitutions."""
    rest = list(layers[1:])

    def below(restored):
        return found(restored, confidence, **rest.pop(0)) if rest else []

    told = with_layers(text, found(text, **layers[0]), below)
    assert all(text[one.start : one.end] == one.observed for one in told)
    assert all(a.end <= b.start for a, b in pairwise(told))
    return apply(text, [Edit(one.start, one.end, one.observed, one.original) for one in told]), told


def test_what_lies_below_a_substitution_is_told_in_its_place_with_both_reasons():
    text, told = undone("We saw the commodities there.", [{"commodities": "goods"}, {"goods": "wares"}])
    assert text == "We saw the wares there."
    (one,) = told
    assert one.observed == "commodities"
    assert [e.detail for e in one.evidence] == [
        "commodities: goods",
        "in the restored text, for “goods”: goods: wares",
    ]


def test_what_only_the_second_layer_finds_stands_at_its_offset_in_the_text():
    text, told = undone("A prolonged commodity, a home.", [{"prolonged": "long"}, {"home": "house"}])
    assert text == "A long commodity, a house."
    assert [one.observed for one in told] == ["prolonged", "home"]


def test_a_phrase_of_the_second_layer_takes_in_what_it_touches():
    text, told = undone("He did hasten up now.", [{"hasten": "get"}, {"did_get_up": "rose"}])
    assert text == "He rose now."
    assert [one.observed for one in told] == ["did hasten up"]


def test_two_of_the_second_layer_in_one_of_the_first_leave_one():
    text, told = undone("A succession came.", [{"succession": "row of"}, {"row": "line", "of": "from"}])
    assert text == "A line of came."
    assert len(told) == 1


def test_what_comes_back_to_the_texts_own_word_was_not_replaced():
    assert undone("My home is here.", [{"home": "house"}, {"house": "home"}]) == ("My home is here.", ())


@decides(HERE + "_MOST_LAYERS", -1, 1)
def test_three_layers_are_undone():
    layers = [{"four": "three"}, {"three": "two"}, {"two": "one"}, {"one": "none"}]
    assert undone("It is four.", layers)[0] == "It is one."


@decides(HERE + "_LEAST_BELOW", -0.02, 0.02)
@pytest.mark.parametrize(("confidence", "text"), [(0.49, "It is two."), (0.51, "It is one.")])
def test_below_another_layer_only_what_is_likelier_right_than_not_is_undone(confidence, text):
    assert undone("It is three.", [{"three": "two"}, {"two": "one"}], confidence)[0] == text


@decides(HERE + "_AGAIN_FROM", -0.01, 0.01)
def test_a_restored_text_is_read_again_from_three_in_a_hundred_on():
    assert not is_read_again(0.025)
    assert is_read_again(0.035)
