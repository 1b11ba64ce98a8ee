"""Ids in one block of bytes come back as they went in."""

from forensics.dedupe.names import Names

MANY = [f"d{i}" for i in range(40_000)]
ODD = ["", "é", "漢字", "\ud800", "a\0b", " " * 300]


def kept(*parts):
    names = Names()
    for part in parts:
        names.extend(part)
    return names


def test_names_come_back_one_by_one_and_many_at_once():
    names = kept(MANY, [], ODD, iter(MANY))
    every = [*MANY, *ODD, *MANY]
    assert len(names) == len(every)
    assert [name for i in range(len(names)) for name in names.some([i])] == every
    assert names.some(range(len(names) - 1, -1, -1)) == every[::-1]


def test_it_does_not_matter_in_how_many_parts_names_come():
    whole, single = kept(MANY), kept(*([name] for name in MANY))
    assert single.some(range(len(MANY))) == whole.some(range(len(MANY))) == MANY
