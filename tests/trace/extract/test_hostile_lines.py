"""Lines without end are read to their end, and what is found in them slices back."""

import pytest

from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.facts import find_facts
from forensics.trace.extract.residue import find_residue

_LENGTH = 30_000


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "1",
        "1,000 ",
        ".",
        "!",
        "He told the BBC ",
        "said Smith, ",
        '"',
        "“a b ",
        "‘a’b ",
        "New York Every day ",
        "Contents\n",
        "Related\nfoo bar baz\n",
        "Share\n",
        "facebook ",
        "a.b.c-",
        "| ",
        "1-2-3/4 to 6 ",
        "two hundred and ",
        "A. ",
        "'s ",
        "one-two-",
        "% ",
        "$",
        "\u00a0",
        "e\u0301",
        "北京时间",
        "שלום ",
        "😀",
        "\u2028",
        "\x1b[31m",
        "<b>",
    ],
)
def test_an_endless_line_is_read_and_its_finds_slice_back(piece):
    text = piece * (_LENGTH // len(piece))
    for found in (find_residue(text), find_claims(text), find_facts(text)):
        assert all(text[item.start : item.end] == item.text for item in found)
