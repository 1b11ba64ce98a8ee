"""Input that cannot be read: one clear reason each, never a traceback, never a wait."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pytest
import zstandard

from forensics.documents import streams
from forensics.documents.corpus import Corpus
from forensics.documents.model import shortened
from forensics.errors import MissingExtraError, UsageError
from forensics.settings import ReadSettings
from tests.documents.making import docx, epub, html, json_lines, odt, parquet, pdf, rtf, warc, zipped

SETTINGS = ReadSettings()
PAIR = [("a", "some text")]

REASONS = {
    "empty.txt": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.csv": (b"", "empty"),
    "blank.txt": (b" \n\t", "no text"),
    "broken.txt": (b"ab\xff\xfecd", "not valid UTF-8 at byte 2 (try --encoding latin-1)"),
    "wide.txt": ("text".encode("utf-16")[:-1], "not valid UTF-16 at byte 8"),
    "a.rtf": (b"no RTF", "not RTF, whatever its name says"),
    "old.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Office document of the old kind or with a password, no DOCX",
    ),
    "nul.txt": (b"a\0b", "binary file (NUL bytes)"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\0\0", "binary file (a PNG picture)"),
    "program": (b"\x7fELF\x02\x01\x01\0\0\0\0\xff", "binary file (a program)"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0", "binary file (a PNG picture)"),
    "paper.txt": (b"%PDF-1.4\n%\xe2\xe3", "binary file (a PDF)"),
    "cut.txt.gz": (gzip.compress(b"text")[:-6], "compressed data ends early (truncated?)"),
    "cut.txt.zst": (zstandard.compress(b"text")[:-2], "compressed data ends early (truncated?)"),
    "cut.jsonl.gz": (gzip.compress(b"")[:-6], "compressed data ends early (truncated?)"),
    "cut.json": (b'[{"text": "a', "not JSON: Unterminated string starting at (line 1)"),
    "deep.json": (b'[{"text": ' + b"[" * 100_000, "JSON nested too deeply"),
    "twice.txt.gz.gz": (
        gzip.compress(gzip.compress(b"a")),
        "compressed twice (unpack it once, and give what comes out)",
    ),
    "fields.csv": (b"a,b\n1,2\n", "no field 'text' (the fields are: a, b; --text-field chooses one)"),
    "blanks.csv": (b"\n\n", "no first row with the names of its fields"),
    "blanks.jsonl": (b"\n \n", "no records"),
}
STARTS = {
    "a.pdf": (b"no PDF", "PDF that cannot be read: "),
    "a.docx": (b"no DOCX", "DOCX that cannot be read: "),
    "a.odt": (zipped({"content.xml": "<text"}), "ODT that cannot be read: "),
    "a.epub": (zipped({"a": "b"}), "EPUB that cannot be read: "),
    "a.parquet": (b"PAR1 no Parquet", "damaged Parquet: "),
    "a.html": (b"<html></html>", "no text"),
    "a.warc": (b"WARC/1.0\r\nContent-Length: no\r\nnonsense" * 9, ""),
}


@pytest.mark.parametrize("name", REASONS)
def test_what_cannot_be_read_is_skipped_with_its_reason(name: str, tmp_path: Path) -> None:
    data, reason = REASONS[name]
    (tmp_path / name).write_bytes(data)
    corpus = Corpus([str(tmp_path / name)], SETTINGS)
    assert list(corpus) == []
    assert [(one.id, one.reason) for one in corpus.skipped] == [(str(tmp_path / name), reason)]


@pytest.mark.parametrize("place", ["140572500885584", "0x7fd9a1b2c3d0"])
def test_a_reason_says_nothing_that_differs_each_time(place: str) -> None:
    assert shortened(ValueError(f"a loop in <Object at {place}>")) == "ValueError: a loop in <Object at ...>"


@pytest.mark.parametrize("name", STARTS)
def test_damage_that_a_library_finds_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    data, reason = STARTS[name]
    (tmp_path / name).write_bytes(data)
    corpus = Corpus([str(tmp_path / name)], SETTINGS)
    assert list(corpus) == []
    assert len(corpus.skipped) == 1
    assert corpus.skipped[0].reason.startswith(reason)
    assert "\n" not in corpus.skipped[0].reason


LINES = {
    '{"id": "x"}': "no field 'text' (the fields are: id; --text-field chooses one)",
    '{"id": "x", "text": null}': "the field 'text' is null",
    '{"text": 5}': "the field 'text' is not text",
    '{"text": ""}': "no text",
    '{"text": "cut': "not JSON: it ends early",
    '{"text": "\\ud83d"}': "half a surrogate pair, which is no character",
    "[1]": "JSON, but not an object",
    "nonsense": "not JSON: invalid character (byte 4)",
    '{"text": ' + "[" * 100_000: "JSON nested too deeply",
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:20])
def test_a_bad_line_is_named_and_the_lines_around_it_are_read(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n')
    corpus = Corpus([str(path)], SETTINGS)
    assert [document.id for document in corpus] == [f"{path}:1", f"{path}:3"]
    assert [(one.id, one.reason) for one in corpus.skipped] == [(f"{path}:2", f"line 2: {LINES[line]}")]


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a\nb", "é", ""])
def test_a_field_may_have_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({name: "some text", "id": "own"}) + "\n" + json.dumps({"text": "x"}) + "\n")
    corpus = Corpus([str(path)], ReadSettings(text_field=name))
    assert [(document.id, document.text) for document in corpus] == [("own", "some text")]
    assert len(corpus.skipped) == 1
    named = Corpus([str(path)], ReadSettings(id_field=name))
    assert [document.text for document in named] == ["x"]


def test_a_field_cannot_be_named_by_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no UTF-8"):
        Corpus([str(tmp_path)], ReadSettings(text_field="\udcff"))


def test_bytes_that_are_no_utf8_spoil_one_line_of_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "a\xff"}\n{"text": "b"}\n{"text": "c", "other": "\xff"}\n')
    corpus = Corpus([str(tmp_path / "a.jsonl")], SETTINGS)
    assert [document.text for document in corpus] == ["b", "c"]
    assert [one.reason for one in corpus.skipped] == ["line 1: not valid UTF-8"]


def test_a_damaged_other_field_takes_no_text_away(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "c", "other": "\xff"}\n')
    assert [(d.text, d.metadata) for d in Corpus([str(tmp_path)], SETTINGS, metadata=True)] == [("c", {})]


ROWS = {
    "1,x,y": "3 fields where the first row has 2",
    "1": "1 fields where the first row has 2",
    '1,"x" y': "not CSV: ',' expected after '\"'",
    "1, ": "no text",
}


@pytest.mark.parametrize("row", ROWS)
def test_a_bad_row_is_named_and_the_rows_around_it_are_read(row: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n7,"one\ntwo"\n{row}\n8,three\n')
    corpus = Corpus([str(path)], SETTINGS)
    assert [document.id for document in corpus] == ["7", "8"]
    assert [(one.id, one.reason) for one in corpus.skipped] == [(f"{path}:4", f"line 4: {ROWS[row]}")]


def test_quotes_in_tsv_are_characters_and_swallow_no_row(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text('id\ttext\n1\t"one\n2\t"two"\r\n\n3\tthree\tmore\n4\tfour')
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ['"one', '"two"', "four"]
    assert [one.reason for one in corpus.skipped] == ["line 5: 3 fields where the first row has 2"]
    assert [one.warning for one in corpus.warnings] == [
        "its quotes are read as characters (--input-format csv reads them as CSV does)"
    ]
    quoted = Corpus([str(tmp_path)], ReadSettings(input_format="csv"))
    assert "three" not in [document.text for document in quoted]


def test_a_stray_quote_costs_its_own_row_and_no_other(tmp_path: Path) -> None:
    rows = [f"{n},row {n} of the log" for n in range(2000)]
    rows[3] = '3,"row 3 of the log'
    (tmp_path / "a.csv").write_text("\n".join(["id,text", *rows]) + "\n")
    corpus = Corpus([str(tmp_path)], SETTINGS)
    documents = list(corpus)
    assert [document.id for document in documents] == [str(n) for n in range(2000) if n != 3]
    assert [one.reason for one in corpus.skipped] == [
        "line 5: a quotation that does not end; the lines after it are read as rows of their own"
    ]
    positions = [position for block in corpus.blocks() for position in block.positions]
    assert list(corpus.texts(positions)) == [document.text for document in documents]


def test_a_text_that_is_cut_inside_a_quotation_gives_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'id,text\n1,one\n2,"Dear John, I am\nwell\nand so, I hope, are you\nyours\n'
    )
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ["one"]
    assert [one.reason for one in corpus.skipped] == ["line 3: not CSV: unexpected end of data"]


HEADS = {
    "blank lines": "\n\nid,text\n1,some\n",
    "a comment": "# made by a program, on a day\nid,text\n1,some\n",
    "Excel's separator": "sep=^\nid^text\n1^some\n",
    "carriage returns": "id,text\r1,some\r",
    "a blank after a quote": 'id,"text" \n1,some\n',
}


@pytest.mark.parametrize("case", HEADS)
def test_a_table_is_read_whatever_stands_before_its_first_row(case: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(HEADS[case].encode())
    corpus = Corpus([str(tmp_path / "a.csv")], SETTINGS)
    assert [(document.id, document.text) for document in corpus] == [("1", "some")]
    positions = [position for block in corpus.blocks() for position in block.positions]
    assert list(corpus.texts(positions)) == ["some"]


def test_a_quotation_that_never_ends_is_no_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text\none\n"two\nthree\n')
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ["one"]
    assert [one.reason for one in corpus.skipped] == ["line 3: not CSV: unexpected end of data"]


def test_a_file_of_records_without_text_is_given_up_early(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"body": "x"}\n' * 5000)
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert list(corpus) == []
    assert len(corpus.skipped) == 1001
    assert corpus.skipped[-1].reason == "none of the first 1000 records is a document; the rest was not read"


def test_documents_before_the_damage_are_kept_and_the_damage_is_told(tmp_path: Path) -> None:
    lines = json_lines([(f"id{n}", os.urandom(50).hex()) for n in range(2000)])
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-5000])
    corpus = Corpus([str(tmp_path)], SETTINGS)
    found = len(list(corpus))
    assert 0 < found < 2000
    assert corpus.skipped[-1].reason == (
        f"compressed data ends early (truncated?) (after {found} documents that were read)"
    )


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
def test_a_text_that_unpacks_beyond_bounds_is_skipped(compress, tmp_path: Path) -> None:
    (tmp_path / "bomb.txt").write_bytes(compress(b"a" * (streams.LARGEST + 1)))
    corpus = Corpus([str(tmp_path / "bomb.txt")], SETTINGS)
    assert list(corpus) == []
    assert corpus.skipped[0].reason == "larger than 256 MB as one text"


def test_a_plain_file_beyond_bounds_is_skipped_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(streams.LARGEST + 1)
    corpus = Corpus([str(tmp_path / "big.txt")], SETTINGS)
    assert list(corpus) == []
    assert corpus.skipped[0].reason == "larger than 256 MB as one text"


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    corpus = Corpus([str(tmp_path), os.devnull], SETTINGS)
    assert list(corpus) == []
    assert [one.reason.removeprefix("not a regular file: ") for one in corpus.skipped] == [
        "a named pipe (cat it into -)",
        "a named pipe (cat it into -)",
        "a device",
    ]


def test_a_link_to_nowhere_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere")
    corpus = Corpus([str(tmp_path / "link.txt")], SETTINGS)
    assert list(corpus) == []
    assert corpus.skipped[0].reason == "cannot be read: No such file or directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("text")
    (tmp_path / "secret.txt").chmod(0)
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert list(corpus) == []
    assert corpus.skipped[0].reason == "cannot be read: Permission denied"


EXTRAS = {
    "html": ("trafilatura", "a.html", html("text")),
    "pdf": ("pypdf", "a.pdf", pdf("text")),
    "docx": ("lxml", "a.docx", docx("text")),
    "odt": ("lxml", "a.odt", odt("text")),
    "epub": ("lxml", "a.epub", epub("text")),
    "rtf": ("striprtf.striprtf", "a.rtf", rtf("text")),
    "warc": ("fastwarc.warc", "a.warc", warc(PAIR)),
    "tables": ("pyarrow", "a.parquet", parquet(PAIR)),
}


@pytest.mark.parametrize("extra", EXTRAS)
def test_a_missing_reader_ends_in_the_command_that_installs_it(extra, tmp_path, monkeypatch) -> None:
    module, name, data = EXTRAS[extra]
    (tmp_path / name).write_bytes(data)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as raised:
        list(Corpus([str(tmp_path / name)], SETTINGS))
    assert raised.value.hint == f"pip install 'forensics[{extra}]'"


@pytest.mark.parametrize("extra", EXTRAS)
def test_a_missing_reader_keeps_nobody_from_the_other_files_of_a_folder(extra, tmp_path, monkeypatch) -> None:
    module, name, data = EXTRAS[extra]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("text")
    monkeypatch.setitem(sys.modules, module, None)
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ["text"]
    assert corpus.skipped[0].reason.endswith(f"extra: pip install 'forensics[{extra}]'")


def test_settings_that_cannot_be_are_a_usage_error() -> None:
    for encoding in ("klingon", "rot13", "hex", "\udcff"):
        with pytest.raises(UsageError, match=f"unknown encoding: {encoding}"):
            Corpus(["."], ReadSettings(encoding=encoding))
    with pytest.raises(UsageError, match="cannot both be the field 'text'"):
        Corpus(["."], ReadSettings(id_field="text"))


def test_records_that_are_not_valid_in_their_wide_encoding_are_told(tmp_path: Path) -> None:
    sound = json_lines(PAIR).decode().encode("utf-16")
    (tmp_path / "a.jsonl").write_bytes(sound + b"\0\xd8x\0")
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ["some text"]
    assert corpus.skipped[0].reason.startswith(f"not valid UTF-16 at byte {len(sound)}")


def test_a_wide_encoding_that_is_asked_for_needs_no_mark(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(PAIR).decode().encode("utf-16-le"))
    corpus = Corpus([str(tmp_path)], ReadSettings(encoding="utf-16-le"))
    assert [document.text for document in corpus] == ["some text"]


NESTED = {
    "meta.text": {"meta": {"text": "some text"}},
    "messages.1.content": {"messages": [{"content": "first"}, {"content": "some text"}]},
    "a.b": {"a.b": "some text", "a": {"b": "another"}},
}


@pytest.mark.parametrize("name", NESTED)
@pytest.mark.parametrize("suffix", ["jsonl", "json"])
def test_a_field_inside_a_field_is_named_with_dots(name: str, suffix: str, tmp_path: Path) -> None:
    record = {**NESTED[name], "about": {"key": "k"}}
    (tmp_path / f"a.{suffix}").write_text(json.dumps(record, indent=2 if suffix == "json" else None))
    settings = ReadSettings(text_field=name, id_field="about.key")
    corpus = Corpus([str(tmp_path)], settings)
    assert [(document.id, document.text) for document in corpus] == [("k", "some text")]
    wrong = Corpus([str(tmp_path)], ReadSettings(text_field=name + ".x"))
    assert list(wrong) == []
    assert "no field" in wrong.skipped[0].reason


@pytest.mark.parametrize("suffix", ["jsonl", "json"])
def test_a_text_that_is_named_twice_is_told(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text('{"text": "a", "text": "b", "other": "text"}\n{"text": "c", "other": "text"}\n')
    settings = ReadSettings(input_format="json" if suffix == "json" else "jsonl")
    corpus = Corpus([str(path)], settings)
    assert [document.text for document in corpus] == ["b", "c"]
    assert [one.id for one in corpus.warnings] == [f"{path}:1"]


def test_a_broken_text_of_a_sequence_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('\x1e{"text":\n"a"}\n\x1e{"text": \n\x1e{"text": "b"}\n')
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [document.text for document in corpus] == ["a", "b"]
    assert [one.reason for one in corpus.skipped] == ["object 2: not JSON: Expecting value"]


def frame(window: int = 0, dictionary: int = 0) -> bytes:
    """Return the head of a zstd frame (RFC 8878, 3.1.1.1)."""
    return (
        b"\x28\xb5\x2f\xfd" + bytes([3 if dictionary else 0, window << 3]) + dictionary.to_bytes(4, "little")
    )


def test_what_a_zstd_frame_asks_for_is_told(tmp_path: Path) -> None:
    cases = {
        "long.txt.zst": (
            frame(window=21),
            "unpacking it takes 2048 MB of memory, and 256 MB is the most",
        ),
        "named.txt.zst": (
            frame(dictionary=77),
            "needs the zstd dictionary 77 (unpack it with zstd -d -D FILE)",
        ),
    }
    for name, (data, reason) in cases.items():
        (tmp_path / name).write_bytes(data + bytes(20))
        corpus = Corpus([str(tmp_path / name)], SETTINGS)
        assert list(corpus) == []
        assert corpus.skipped[0].reason.startswith(reason)


def test_a_long_window_within_bounds_is_read(tmp_path: Path) -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=28, enable_ldm=True, write_content_size=False)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    (tmp_path / "a.txt.zst").write_bytes(packer.compress(b"some text") + packer.flush())
    assert [document.text for document in Corpus([str(tmp_path)], SETTINGS)] == ["some text"]


@pytest.mark.decides("forensics.documents.nesting.DEEPEST", -1, 1)
def test_json_nested_deeper_than_every_python_reads_is_skipped_by_all() -> None:
    from forensics.documents.nesting import too_deep

    assert not too_deep(b"[" * 500 + b"]" * 500 + b'"' + b"[" * 900 + b'"')
    assert too_deep(b'{"a":' * 501 + b"1" + b"}" * 501)
    assert not too_deep(b"[]" * 10_000)
