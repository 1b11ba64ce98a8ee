"""Sorting marks takes the square of their number: no flood of them is ever sorted whole."""

import unicodedata

import pytest

from forensics.text import fold
from forensics.text.disguise import marks

MARKS = "\u0323\u0301\u0316\u0308"


@pytest.fixture
def sorted_runs(monkeypatch):
    """The numbers of marks in a row of the texts that are normalised from here on."""
    found = []

    def normalize(form, text):
        row = longest = 0
        for char in text:
            row = row + 1 if unicodedata.combining(char) else 0
            longest = max(longest, row)
        found.append(longest)
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(marks, "normalize", normalize)
    monkeypatch.setattr(
        fold, "unicodedata", type("Counted", (), vars(unicodedata) | {"normalize": normalize})
    )
    return found


@pytest.mark.parametrize("flood", [MARKS, "\u05b0\u0591", "\u093c\u094d", "\u3099\u309a"])
def test_no_flood_of_marks_is_sorted_whole(sorted_runs, flood):
    text = "a" + flood * 5_000 + "b и" + flood * 5_000
    fold.fold(text)
    fold.fold_characters(text)
    assert max(sorted_runs) <= 31  # what is read of them, and one of the letter's own


def test_the_first_marks_of_a_flood_stay():
    assert fold.fold_characters("и" + 40 * "\u05b0") == "и" + 30 * "\u05b0"
