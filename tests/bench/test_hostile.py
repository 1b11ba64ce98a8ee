"""A share of the hostile inputs of python -m bench.hostile, and what the catalogue must be."""

import sys
from collections import Counter

import pytest

from bench.hostile.case import Case
from bench.hostile.catalogue import catalogue
from bench.hostile.checks import tried

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs are forked")

EVERY = catalogue()
SHARE = [
    "text: empty",
    "text: terminal codes",
    "text: overlong slash",
    "JSON Lines: half a pair",
    "JSON Lines: id of lines",
    "CSV: a quotation that never ends",
    "HTML: nested divisions",
    "RTF: binary",
    "DOCX: entities that grow",
    "WARC: rubbish between",
    "gzip: a wrong sum",
    "name: bytes that are no UTF-8",
    "place: a link to itself",
]


def test_there_are_three_hundred_hostile_inputs_and_more_of_every_kind():
    kinds = Counter(name.partition(":")[0] for name in EVERY)
    assert len(EVERY) >= 300
    assert {"text", "JSON Lines", "JSON", "CSV", "TSV", "HTML", "RTF", "PDF", "DOCX", "ODT", "EPUB"} <= set(
        kinds
    )
    assert {"WARC", "gzip", "zstd", "Parquet", "name", "place", "disguised", "slow"} <= set(kinds)


def test_of_each_it_is_said_what_is_to_become_of_it():
    for case in EVERY.values():
        assert case.reads or case.reason, f"{case.name}: neither read nor skipped"
        assert case.ends in (0, 2)


@pytest.mark.parametrize("name", SHARE)
def test_a_hostile_input_ends_as_it_should(name, tmp_path):
    assert tried(EVERY[name], tmp_path, ("dedupe",)).faults == []


@pytest.mark.parametrize(
    "case",
    [
        Case("read, it says", ".txt", b"\xff", 1),
        Case("skipped, it says", ".txt", b"A text.", 0, "empty"),
        Case("another reason", ".txt", b"\xff", 0, "empty"),
        Case("too many", ".jsonl", b'{"text": "a"}\n', 2),
    ],
    ids=lambda case: case.name,
)
def test_an_input_that_ends_otherwise_is_told(case, tmp_path):
    assert tried(case, tmp_path, ()).faults
