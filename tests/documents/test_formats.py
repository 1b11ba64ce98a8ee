"""What is peculiar to one format: how it is recognised, and what in it is text."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from forensics.documents import formats
from forensics.documents.copying import write_kept
from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.settings import ReadSettings
from tests.documents.making import docx, epub, html, json_lines, odt, parquet, pdf, rtf, table, warc, wet

SETTINGS = ReadSettings()
PAIR = [("a", "The committee met on Tuesday and agreed that the bridge should be mended")]


def read(
    tmp_path: Path, name: str, data: bytes, settings: ReadSettings = SETTINGS
) -> tuple[list[str], list[str]]:
    """Return the texts and the reasons that a file with these bytes gives."""
    (tmp_path / name).write_bytes(data)
    corpus = Corpus([str(tmp_path / name)], settings)
    return [document.text for document in corpus], [one.reason for one in corpus.skipped]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a/b.c/text.TXT", "text"),
        ("a.txt.gz", "text"),
        ("a.jsonl.zst", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.warc.gz", "warc"),
        ("a.b.csv", "csv"),
        ("gz", None),
        ("a.gz", None),
        ("folder.txt/file", None),
        ("a.json", None),
        (".txt", "text"),
    ],
)
def test_a_name_tells_the_format_through_compression(name: str, kind: str | None) -> None:
    assert formats.by_name(name) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf("text"), "pdf"),
        (docx("text"), "docx"),
        (odt("text"), "odt"),
        (epub("text"), "epub"),
        (rtf("text"), "rtf"),
        (parquet(PAIR), "parquet"),
        (wet(PAIR), "warc"),
        (html("text"), "html"),
        (b"<!-- saved --> <HTML lang=en>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "html"),
        (json_lines(PAIR), "jsonl"),
        (b"{} of them", "text"),
        (b"<htmlish> text", "text"),
        (b"", "text"),
    ],
)
def test_the_first_bytes_tell_the_format_where_no_name_does(data: bytes, kind: str) -> None:
    assert formats.by_content(data) == kind


@pytest.mark.parametrize("make", [pdf, docx, html, odt, epub, rtf])
def test_a_file_without_a_suffix_is_read_by_its_first_bytes(make, tmp_path: Path) -> None:
    assert read(tmp_path, "file", make(PAIR[0][1])) == ([PAIR[0][1]], [])


def test_the_main_text_of_a_page_is_read_without_its_navigation(tmp_path: Path) -> None:
    body = "".join(
        f"<p>{PAIR[0][1]}, as paragraph {n} of the article says at some length.</p>" for n in range(5)
    )
    nav, foot = "<nav><a href='/'>Home</a></nav>", "<footer>Imprint</footer>"
    page = f"<html><body>{nav}<article>{body}</article>{foot}</body></html>"
    texts, _ = read(tmp_path, "a.html", page.encode())
    assert "paragraph 4" in texts[0]
    assert "Home" not in texts[0]
    assert "Imprint" not in texts[0]


def test_a_page_in_another_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    head = "<head><meta charset='iso-8859-1'></head>"
    page = f"<html>{head}<body><main><p>caf\u00e9: {PAIR[0][1]}</p></main></body></html>"
    texts, _ = read(tmp_path, "a.html", page.encode("latin-1"))
    assert texts == [f"caf\u00e9: {PAIR[0][1]}"]


def test_tables_of_a_word_document_stand_where_they_stood(tmp_path: Path) -> None:
    import docx as library

    document = library.Document()
    document.add_paragraph("before")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "left", "right"
    document.add_paragraph("after")
    out = io.BytesIO()
    document.save(out)
    assert read(tmp_path, "a.docx", out.getvalue()) == (["before\nleft\tright\nafter"], [])


def test_a_pdf_of_pictures_says_what_would_help(tmp_path: Path) -> None:
    reason = "no text (pictures of pages, perhaps: ocrmypdf adds their text)"
    assert read(tmp_path, "a.pdf", pdf("")) == ([], [reason])


def test_a_pdf_with_a_password_is_skipped(tmp_path: Path) -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf("text"))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read(tmp_path, "a.pdf", out.getvalue()) == ([], ["PDF that needs a password"])


def test_the_separator_is_the_one_that_finds_the_text(tmp_path: Path) -> None:
    for separator in ",;\t|":
        assert read(tmp_path, "a.csv", table(PAIR, separator)) == ([PAIR[0][1]], [])


def test_a_header_may_hold_quoted_line_breaks(tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", b'"odd\nname",text\n1,some\n') == (["some"], [])


def test_a_table_in_another_encoding_is_read_and_its_broken_rows_are_named(tmp_path: Path) -> None:
    data = "id,text\n1,caf\u00e9\n".encode("latin-1")
    assert read(tmp_path, "a.csv", data, ReadSettings(encoding="latin-1")) == (["caf\u00e9"], [])
    assert read(tmp_path, "a.csv", data + b"2,fine\n") == (["fine"], ["line 2: not valid UTF-8"])


def test_json_lines_in_another_encoding_are_read(tmp_path: Path) -> None:
    data = '{"text": "caf\u00e9"}\n{"text": "two"}\n'.encode("latin-1")
    assert read(tmp_path, "a.jsonl", data, ReadSettings(encoding="latin-1")) == (["caf\u00e9", "two"], [])


def test_numbers_that_only_python_writes_spoil_no_line(tmp_path: Path) -> None:
    assert read(tmp_path, "a.jsonl", b'{"text": "a", "score": NaN}\n') == (["a"], [])


def test_a_record_that_is_named_like_anothers_place_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"id": "{path}:2", "text": "one"}}\n{{"text": "two"}}\n')
    corpus = Corpus([str(path)], SETTINGS)
    assert [d.id for d in corpus] == [f"{path}:2", f"{path}:2'"]


def test_rows_of_parquet_without_text_are_named(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"text": ["a", None, " "]}), tmp_path / "a.parquet")
    pyarrow.parquet.write_table(pyarrow.table({"text": [5]}), tmp_path / "b.parquet")
    pyarrow.parquet.write_table(pyarrow.table({"body": ["a"]}), tmp_path / "c.parquet")
    corpus = Corpus([str(tmp_path)], SETTINGS)
    assert [(d.id, d.text) for d in corpus] == [(f"{tmp_path}/a.parquet:1", "a")]
    assert [one.reason for one in corpus.skipped] == [
        "row 2: no text",
        "row 3: no text",
        "row 1: the field 'text' is not text",
        "no field 'text' (the fields are: body; --text-field chooses one)",
    ]


def test_parquet_of_different_columns_is_not_put_together(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    for name, more in (("a", 1), ("b", "x")):
        pyarrow.parquet.write_table(
            pyarrow.table({"text": ["t"], "more": [more]}), tmp_path / f"{name}.parquet"
        )
    corpus = Corpus([str(tmp_path)], SETTINGS)
    positions = [position for block in corpus.blocks() for position in block.positions]
    with pytest.raises(UsageError, match="one cannot hold both"):
        write_kept(corpus, positions, tmp_path / "out")


def _response(content_type: str, body: bytes, more: str = "") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_records_of_other_kinds_in_a_warc_are_counted_once(tmp_path: Path) -> None:
    data = warc(PAIR) + _response("image/png", b"\x89PNG") * 2 + _response("text/css", b"a {}")
    assert read(tmp_path, "a.warc", data) == (
        [PAIR[0][1]],
        ["records that are no text: 2 image/png, 1 text/css"],
    )


def test_pages_in_a_warc_are_read_in_their_encodings(tmp_path: Path) -> None:
    data = _response("text/plain; charset=iso-8859-1", "caf\u00e9".encode("latin-1"))
    data += _response("text/plain", gzip.compress(b"packed"), "Content-Encoding: gzip\r\n")
    data += _response("text/plain; charset=nonsense", b"plain")
    assert read(tmp_path, "a.warc", data) == (["caf\u00e9", "packed", "plain"], [])


def test_a_warc_cut_short_gives_the_records_before(tmp_path: Path) -> None:
    data = wet([("a", "first record"), ("b", "second record")])
    for cut in (5, 10, 14):
        assert read(tmp_path, "a.warc", data[:-cut]) == (
            ["first record"],
            ["record 3: ends early (truncated?)"],
        )


def test_documents_in_memory_are_read_like_files() -> None:
    documents = [Document("a", "one"), Document("b", "two\ud800"), Document("c", "three")]
    corpus = MemoryCorpus(documents)
    blocks = list(corpus.blocks(chars=5))
    assert [len(block.documents) for block in blocks] == [2, 1]
    assert list(corpus) == documents
    positions = [position for block in blocks for position in block.positions]
    assert corpus.texts(positions[::-1]) == ["three", "two\ud800", "one"]
    assert [one.chars for one in corpus.inputs] == [3, 4, 5]
