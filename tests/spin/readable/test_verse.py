"""Which lines are lines of verse."""

import pytest

from forensics.spin.readable.verse import words_in_verse
from forensics.text.annotate import AnnotatedText

HERE = "forensics.spin.readable.verse"
decides = pytest.mark.decides


def lines(*some):
    return words_in_verse(AnnotatedText("\n".join(some)))


def test_a_line_of_verse_breaks_off_and_the_next_begins_with_a_capital():
    assert lines("The boats came in at dusk,", "And nobody was waiting") == (6, 1)
    assert lines("The boats came in at dusk.", "And nobody was waiting") == (0, 0)
    assert lines("The boats came in at dusk”", "And nobody was waiting") == (6, 1)
    assert lines("The boats came in at dusk.”", "And nobody was waiting") == (0, 0)


def test_prose_broken_at_a_width_and_marked_lists_are_no_verse():
    assert lines("The boats that had been out", "came in at dusk.") == (0, 0)
    assert lines("- The boats of the town", "- The nets and the crates") == (0, 0)
    assert lines("the boats of the town", "The nets and the crates") == (0, 0)


@decides(HERE + "._SHORTEST_LINE", -1, 1)
@decides(HERE + "._LONGEST_LINE", -1, 1)
def test_headings_are_too_short_for_verse_and_paragraphs_too_long():
    assert lines("Local news", "The boats came in.") == (0, 0)
    assert lines("Some local news", "The boats came in.") == (3, 1)
    assert lines("Boats " * 25, "The boats came in.") == (25, 1)
    assert lines("Boats " * 26, "The boats came in.") == (0, 0)
