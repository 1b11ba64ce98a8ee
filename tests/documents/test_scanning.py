"""JSON Lines scanned without being decoded: the same documents as decoding every line gives."""

import io
import json
import tempfile
from array import array

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forensics.documents import jsonl, scanning
from forensics.documents.jsonl import JsonLines
from forensics.documents.model import Skipped
from forensics.documents.names import Names
from forensics.documents.records import Reading
from forensics.documents.strings import Strings, equal, lengths
from forensics.settings import ReadSettings

compiled = pytest.mark.skipif(scanning._jsonl is None, reason="built without a compiler")
LETTERS = "aé漢😀 \t\n\"\\/\u2028\x00\u00a0\u3000{}[],:'"
TEXTS = st.text(LETTERS, max_size=12) | st.text(max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.fixed_dictionaries(
    {}, optional={"text": TEXTS | VALUES, "id": TEXTS | VALUES, "é": VALUES, "b": VALUES}
)


def read(data: bytes) -> tuple[list[tuple[int, str, str, int]], list[Skipped]]:
    """Return ordinal, id, text and length of every document, and what was skipped."""
    skipped: list[Skipped] = []
    records = JsonLines("f", Reading(ReadSettings(), skipped.append, lambda _: None, False, Names()))
    documents = [
        one
        for block in records.blocks(io.BytesIO(data))
        for one in zip(block.positions, block.ids, block.texts, lengths(block.texts), strict=True)
    ]
    return documents, skipped


def read_both_ways(data: bytes) -> None:
    found = read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "_jsonl", None)
        assert read(data) == found
    assert all(len(text) == length for _, _, text, length in found[0])


@compiled
@settings(deadline=None, max_examples=300)
@given(st.lists(OBJECTS, max_size=4), st.booleans(), st.sampled_from([None, (" ,\t", " : "), (",", ":")]))
def test_any_objects_give_the_documents_that_decoding_gives(objects, ascii_only, separators):
    lines = [json.dumps(one, ensure_ascii=ascii_only, separators=separators) for one in objects]
    read_both_ways("\n".join(lines).encode("utf-8", "surrogatepass"))


@compiled
@settings(deadline=None, max_examples=500)
@given(OBJECTS, st.booleans(), st.data())
def test_no_damage_to_a_line_is_overlooked(line, ascii_only, data):
    stored = bytearray(
        json.dumps({"text": "x", **line}, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    )
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(stored) - 1))
        stored[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.binary(max_size=2)
            | st.sampled_from(
                [
                    b'"',
                    b"\\",
                    b",",
                    b"}",
                    b"]",
                    b"0",
                    b"-",
                    b"e",
                    b"\\u",
                    b"\\ud800",
                    b"\xed\xa0\x80",
                    b"\xc0\x80",
                    b"\xf4\x90\x80\x80",
                ]
            )
        )
    read_both_ways(bytes(stored))


@compiled
@pytest.mark.parametrize(
    ("line", "own", "text"),
    [
        ('{"id": "a", "text": "one"}', "a", "one"),
        ('  {"text":"one\\n\\"two\\" \\u00e9 \\ud83d\\ude00" , "id" : 7 }\r', "7", 'one\n"two" é 😀'),
        ('{"a": [1, -2.5e3, {"b": [true, false, null, ""]}], "text": "é 漢"}', "", "é 漢"),
        ('{"id": null, "text": " x"}', "", " x"),
        ('{"id": 0, "text": "\\u3000x"}', "0", "\u3000x"),
    ],
)
def test_plain_lines_are_never_decoded(line, own, text):
    found = scanning.scanned(line.encode(), "text", "id")
    assert found is not None
    assert (found.ids(), list(found.texts), list(found.texts.chars)) == ([own], [text], [len(text)])


@compiled
@pytest.mark.parametrize(
    "line",
    [
        " ",
        "[]",
        '{"text": "a"} x',
        '{"text": "a", "text": "b"}',
        '{"text": "a", "id": 1, "id": 2}',
        '{"te\\u0078t": "a"}',
        '{"text": "a", "id": 1.5}',
        '{"text": "a", "id": true}',
        '{"text": "a", "id": "\\u0061"}',
        '{"text": "a", "id": -0}',
        '{"text": "a", "n": 01}',
        '{"text": "a", "n": .5}',
        '{"text": "a", "n": 1.}',
        '{"text": "a", "n": NaN}',
        '{"text": "a",}',
        '{"text": "\\x41"}',
        '{"text": "\\ud83d"}',
        '{"text": "\\ude00\\ud83d"}',
        '{"text": "a\tb"}',
        '{"text": " \\n\\u2003"}',
        '{"text": ""}',
        '{"text": "a", "n": ' + "[" * 60 + "]" * 60 + "}",
    ],
)
def test_what_is_out_of_the_way_is_left_to_the_decoder(line):
    assert scanning.scanned(line.encode(), "text", "id") is None
    read_both_ways(line.encode())


@settings(deadline=None)
@given(st.lists(st.text(LETTERS + "b", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=12))
@example(["one", "two"])
def test_texts_are_found_again_in_any_order(texts):
    lines = [json.dumps({"text": text}) for text in texts]
    records = JsonLines("f", Reading(ReadSettings(), lambda _: None, lambda _: None, False, Names()))
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write("\n".join(lines).encode())
        file.seek(0)
        ordinals = [one for block in records.blocks(file) for one in block.positions]
        for order in (ordinals, ordinals[::-1], ordinals[:1] * 3):
            assert list(records.texts(file, order)) == [texts[n] for n in order]


def test_without_compiled_code_stretches_of_a_file_are_read_one_by_one(monkeypatch):
    monkeypatch.setattr(scanning, "_jsonl", None)
    stream = io.BytesIO(b"one\ntwo\nthree\n")
    assert scanning.gathered(stream, array("q", [8, 0]), array("q", [14, 4])) == b"three\none\n"


@compiled
def test_stretches_that_a_file_no_longer_has_are_left_out(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"one\ntwo\n")
    with path.open("rb") as stream:
        assert scanning.gathered(stream, array("q", [4, 6]), array("q", [8, 20])) == b"two\no\n"
        with pytest.raises(ValueError, match="fit"):
            scanning.gathered(stream, array("q", [4]), array("q", [2]))


def test_texts_stored_differently_are_equal_where_they_say_the_same():
    data = b'\\u0061b|ab|ab|"'
    strings = Strings(data, array("q", [0, 8, 11]), array("q", [7, 10, 13]), array("q", [2, 2, 2]))
    assert strings[:] == ["ab"] * 3
    assert equal(strings, 0, 1)
    assert equal(strings, 1, 2)
    assert strings.stored(0) != strings.stored(1)


@compiled
@settings(deadline=None, max_examples=60)
@given(
    st.sets(st.integers(0, 199), max_size=6),
    st.sampled_from(["", "nonsense", '{"text": 5}', '{"te\\u0078t": "b"}']),
)
def test_odd_lines_among_many_change_nothing_for_the_others(places, odd):
    lines = [odd if n in places else json.dumps({"id": str(n), "text": f"text {n}"}) for n in range(200)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsonl, "_FEW", 100)
        read_both_ways("\n".join(lines).encode())
        documents, _ = read("\n".join(lines).encode())
        assert [ordinal for ordinal, *_ in documents if ordinal not in places] == sorted(
            {*range(200)} - places
        )
