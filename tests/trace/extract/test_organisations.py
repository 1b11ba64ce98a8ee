"""Organisations by name, and what is none."""

import pytest

from forensics.text.words import words
from forensics.trace.extract.organisations import find_organisations


def names(text: str) -> list[str]:
    found = find_organisations(text, words(text))
    assert all(" ".join(text[one.start : one.end].split()) == one.name for one in found)
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Geologists at the University of Orrin drilled.", ["University of Orrin"]),
        ("The Orrin Institute for Water drilled.", ["Orrin Institute for Water"]),
        ("It stands in the Journal of Wells and Springs today.", ["Journal of Wells and Springs"]),
        ("Orrin College and the University of Lunde drilled.", ["Orrin College", "University of Lunde"]),
        ("Orrin College’s wells are deep.", ["Orrin College"]),
        ("The Ministry of Water answered.", ["Ministry of Water"]),
    ],
)
def test_a_capitalised_name_that_holds_what_such_are_is_an_organisation(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A university drilled.",
        "The University drilled.",
        "Ines Valtor drilled in Orrin.",
        "TRUST YOUR WELL",
        "the group of Orrin",
    ],
)
def test_nothing_else_is(text):
    assert names(text) == []


def test_the_same_organisation_has_the_same_key_however_it_is_put():
    a, b = (find_organisations(t, words(t))[0].key for t in ("University of Orrin", "the Orrin University"))
    assert a == b


@pytest.mark.decides("forensics.trace.extract.organisations._LONGEST", -1, 1)
def test_a_name_has_ten_words_at_most():
    assert names("Orrin Institute " + " ".join(f"Of{n:c}" for n in range(97, 105)))
    assert not names("Orrin Institute " + " ".join(f"Of{n:c}" for n in range(97, 106)))
