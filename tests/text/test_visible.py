"""Characters that act on terminals are shown, never sent."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from forensics.text.visible import visible


def test_an_escape_code_becomes_its_picture():
    assert visible("\x1b[31mred") == "␛[31mred"


def test_the_c1_control_that_starts_a_sequence_is_named():
    assert visible("\x9b2J") == "\\u009b2J"


def test_a_reordering_mark_is_named():
    assert visible("safe\u202etxt.exe") == "safe\\u202etxt.exe"


def test_line_breaks_can_be_kept():
    assert visible("a\nb\x07", keep="\n") == "a\nb␇"


@given(st.text())
def test_nothing_that_acts_is_left(text):
    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in visible(text))


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text
