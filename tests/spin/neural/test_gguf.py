"""The licence that a model file names, read without running it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.spin.neural.gguf import licence


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def entry(key, value):
    if isinstance(value, list):
        return text(key) + struct.pack("<IIQ", 9, 8, len(value)) + b"".join(map(text, value))
    if isinstance(value, int):
        return text(key) + struct.pack("<II", 4, value)
    return text(key) + struct.pack("<I", 8) + text(value)


def head(*entries):
    return b"GGUF" + struct.pack("<IQQ", 3, 7, len(entries)) + b"".join(entries)


@pytest.fixture
def read(tmp_path):
    def of(data):
        (tmp_path / "model.gguf").write_bytes(data)
        return licence(tmp_path / "model.gguf")

    return of


def test_the_licence_is_found_behind_other_entries(read):
    before = entry("general.name", "A model"), entry("general.tags", ["one", "two"]), entry("block_count", 12)
    assert read(head(*before, entry("general.license", "apache-2.0"))) == "apache-2.0"


def test_a_file_that_names_none_has_none(read):
    assert read(head(entry("general.name", "A model"))) is None
    assert read(head(entry("general.license", " "))) is None


def test_what_a_file_says_cannot_write_on_the_terminal(read):
    assert read(head(entry("general.license", "mit\x1b[2J\n"))) == "mit[2J"


@pytest.mark.parametrize(
    "data", [b"", b"GGUF", b"PK\3\4", head(entry("a", "b"))[:-3], b"GGUF" + b"\xff" * 40]
)
def test_a_broken_head_is_no_error(read, data):
    assert read(data) is None


@given(st.binary(max_size=200))
def test_no_bytes_are_an_error(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.gguf"
    path.write_bytes(b"GGUF" + data)
    assert licence(path) is None or data


def test_a_file_that_is_not_there_has_none(tmp_path):
    assert licence(tmp_path / "nothing.gguf") is None
