"""What a text and its record say of where the text comes from."""

from datetime import date

import pytest

from forensics.documents.model import Document
from forensics.trace.extract.prepare import prepare

FILL = "The team looked at four thousand people over ten years and saw no such thing. " * 12


def _origin(text, **metadata):
    return prepare(Document("x", text, metadata=metadata)).origin


def test_forms_of_a_release_are_counted_once_each():
    text = (
        f"PUBLIC RELEASE: 9-MAY-2017\n\n{FILL}\n\nMedia contact: Ann Bell\n\nMedia contact: Tom Bell\n\n###\n"
    )
    assert _origin(text).release_forms == 3
    assert _origin(FILL).release_forms == 0


def test_phrases_that_tell_from_outside_are_counted():
    assert _origin("Researchers say so, according to a new study. New research agrees.").retold == 3


@pytest.mark.parametrize(
    ("outlet", "name", "agency"),
    [
        ("Reuters", "Reuters", True),
        ("Associated Press", "Associated Press", True),
        ("CNN (Web News)", "CNN", False),
        ("New York Times - News", "New York Times", False),
        ("The Larkton Gazette", "The Larkton Gazette", False),
    ],
)
def test_the_outlet_of_the_record_is_known_by_its_name(outlet, name, agency):
    found = _origin(FILL, outlet=outlet)
    assert (found.outlet, found.agency) == (name, agency)


def test_who_is_named_at_the_head_or_foot_is_credited():
    assert "Associated Press" in _origin(f"PORTLAND, Maine (AP) — It rained.\n\n{FILL}").credited
    assert (
        "Associated Press" in _origin(f"{FILL}\n\nThe Associated Press contributed to this report.").credited
    )


def test_the_day_is_that_of_the_record_or_of_the_head():
    assert _origin(f"3 June 2016\n\n{FILL}", date="2016-06-05").day == date(2016, 6, 5)
    assert _origin(f"3 June 2016\n\n{FILL}").day == date(2016, 6, 3)
    assert _origin(f"3 June 2016\n\n{FILL}").recorded is None
    assert _origin(f"{FILL}\n\nThat was on 3 June 2016.").day is None
    assert _origin(FILL, date="no date").day is None
