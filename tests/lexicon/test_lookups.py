"""The tables of the lexicon answer as dictionaries do."""

import pytest

from forensics import lexicon


@pytest.mark.parametrize("name", ["numbers", "pairs", "longest", "written"])
def test_what_is_not_there_gives_the_default_and_what_is_there_what_stands_there(name):
    table = getattr(lexicon.load(), name)
    known = next(iter(table))
    unknown = "qzx" if isinstance(known, str) else ("qzx", "council")
    assert table.get(known) == table.get(known, None) == table[known]
    assert table.get(unknown) is None
    assert table.get(unknown, 7) == 7
    assert known in table
    assert unknown not in table
