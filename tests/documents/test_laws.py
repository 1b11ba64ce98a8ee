"""Laws of reading that hold for any text, any bytes and any way a stream hands them out."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from array import array
from pathlib import Path

import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.documents.corpus import Corpus
from forensics.documents.names import Names
from forensics.documents.records import lines
from forensics.documents.streams import decompressed
from forensics.settings import ReadSettings

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
ids = st.one_of(
    st.none(), st.integers(), st.booleans(), st.floats(allow_nan=False), st.sampled_from("abc"), texts
)
records = st.lists(st.tuples(ids, texts), max_size=12)


class Trickle:
    """A stream that gives as few bytes at a time as its turn says."""

    def __init__(self, data: bytes, turns: list[int]) -> None:
        self._file = io.BytesIO(data)
        self._turns = turns
        self._turn = 0

    def read(self, size: int = -1, /) -> bytes:
        self._turn += 1
        few = self._turns[self._turn % len(self._turns)]
        return self._file.read(few if size < 0 else min(few, size))


turns = st.lists(st.integers(1, 50), min_size=1, max_size=5)


@given(st.lists(st.binary(max_size=20).map(lambda b: b.replace(b"\n", b"")), max_size=20), turns)
def test_lines_are_those_of_the_whole_and_found_again_at_their_starts(parts, turns) -> None:
    data = b"\n".join(parts)
    starts: array[int] = array("Q")
    found = list(lines(Trickle(data, turns), starts))
    expected = data.split(b"\n")
    assert found == (expected if expected[-1] else expected[:-1])
    assert [data[start:].split(b"\n")[0] for start in starts] == found


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), turns, st.integers(1, 100))
def test_zstd_frames_are_one_stream_however_they_are_read(parts, turns, size) -> None:
    stored = b"".join(zstandard.compress(part) for part in parts)
    stream = decompressed(Trickle(stored, turns), stored[:4])
    assert b"".join(iter(lambda: stream.read(size), b"")) == b"".join(parts)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_zstd_cut_anywhere_is_noticed(data, chosen) -> None:
    stored = zstandard.compress(data)
    cut = stored[: chosen.draw(st.integers(4, len(stored) - 1))]
    try:
        decompressed(io.BytesIO(cut), cut).read()
    except EOFError:
        return
    raise AssertionError("a truncated frame passed for a whole one")


def _expected(pairs) -> list[str]:
    return [text for _, text in pairs if not text.isspace()]


@settings(deadline=None)
@given(records, st.sampled_from([bytes, gzip.compress, zstandard.compress]))
def test_json_lines_give_back_what_was_written_under_names_that_differ(pairs, compress) -> None:
    stored = compress("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in pairs).encode())
    _check(stored, ".jsonl", pairs)


@settings(deadline=None)
@given(records, st.sampled_from(",;\t|"))
def test_csv_gives_back_what_was_written_under_names_that_differ(pairs, separator) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "text"), *pairs])
    _check(out.getvalue().encode(), ".csv", pairs)


def _check(stored: bytes, suffix: str, pairs) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(stored)
        corpus = Corpus([str(path)], ReadSettings())
        documents, positions = [], []
        for block in corpus.blocks(chars=30):
            documents += block.documents
            positions += block.positions
        assert [document.text for document in documents] == _expected(pairs)
        assert len({document.id for document in documents}) == len(documents)
        assert list(corpus.texts(positions[::-1])) == _expected(pairs)[::-1]


@given(st.lists(st.integers(0, 2000).map(str), max_size=3000))
def test_a_name_is_free_once(names) -> None:
    taken: set[str] = set()
    kept = Names()
    for name in names:
        assert kept.take(name) == (name not in taken)
        taken.add(name)
