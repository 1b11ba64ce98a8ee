"""Web archives: a bad record costs itself alone, and what a page says of itself is heard in any spelling."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from forensics.documents import archive_records
from forensics.documents.corpus import Corpus
from forensics.settings import ReadSettings
from tests.documents.making import html, wet

SETTINGS = ReadSettings()
TEXT = "The committee met on Tuesday and agreed that the bridge should be mended before the winter comes"
NAMES = ("a", "b", "c")


def record(
    body: bytes, uri: str = "a", kind: str = "response", more: str = "", length: int | None = None
) -> bytes:
    content = "application/http; msgtype=response" if kind == "response" else "text/plain"
    size = len(body) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n{more}"
        f"Content-Type: {content}\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *headers, "", ""]).encode() + body


def plain(name: str) -> bytes:
    return record(f"{TEXT}, says {name}.".encode(), name, "conversion")


def read(tmp_path: Path, data: bytes, name: str = "a.warc") -> tuple[dict[str, str], list[str], list[str]]:
    """Return the texts by their ids, the reasons and the warnings, having read every text a second time."""
    (tmp_path / name).write_bytes(data)
    corpus = Corpus([str(tmp_path / name)], SETTINGS)
    blocks = [(block.documents, block.positions) for block in corpus.blocks()]
    documents = [document for some, _ in blocks for document in some]
    again = corpus.texts([position for _, some in blocks for position in some])
    assert list(again) == [document.text for document in documents]
    told = [one.reason for one in corpus.skipped], [one.warning for one in corpus.warnings]
    return {document.id: document.text for document in documents}, *told


BROKEN = {
    "a line that is no header": (
        plain("b").replace(b"WARC-Type:", b"WARC-Type", 1),
        "no header: WARC-Type conversion",
    ),
    "no version": (plain("b").replace(b"WARC/1.0", b"WRAC/1.0", 1), "not the head of a WARC record"),
    "no length": (plain("b").replace(b"Content-Length", b"Content-Size", 1), "it says no length"),
    "no type": (plain("b").replace(b"WARC-Type", b"WARC-Kind", 1), "it says no type"),
    "a length too long": (
        record(TEXT.encode(), "b", "conversion", length=len(TEXT) + 10),
        "its length is not",
    ),
    "a length far too long": (record(TEXT.encode(), "b", "conversion", length=10**7), "its length is not"),
    "a length too short": (
        record(TEXT.encode(), "b", "conversion", length=len(TEXT) - 10),
        "its length is not",
    ),
    "a length without bounds": (
        record(TEXT.encode(), "b", "conversion", length=10**17),
        "says more bytes than the archive has; what comes behind it is not read",
    ),
    "no UTF-8": (record(b"caf\xe9 " + TEXT.encode(), "b", "conversion"), "not valid UTF-8 at byte 3"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_bad_record_costs_itself_alone(case: str, tmp_path: Path) -> None:
    bad, reason = BROKEN[case]
    last = b"" if "bounds" in case else plain("c")
    texts, told, _ = read(tmp_path, plain("a") + bad + last)
    assert list(texts) == (["a"] if "bounds" in case else ["a", "c"])
    assert len(told) == 1
    assert told[0].startswith("record 2: ")
    assert reason in told[0]
    assert len(told[0]) < 320


def test_the_last_record_that_is_cut_short_is_told(tmp_path: Path) -> None:
    texts, told, _ = read(tmp_path, plain("a") + plain("b")[:-20])
    assert (list(texts), told) == (["a"], ["record 2: ends early (truncated?)"])


def test_a_damaged_member_costs_itself_alone(tmp_path: Path) -> None:
    members = [bytearray(gzip.compress(plain(name))) for name in NAMES]
    members[1][20] ^= 0xFF
    texts, told, _ = read(tmp_path, b"".join(members), "a.warc.gz")
    assert list(texts) == ["a", "c"]
    assert told == ["compressed data is damaged in 1 places; records are lost there"]


def test_headers_have_names_in_any_case_and_lines_that_go_on(tmp_path: Path) -> None:
    data = plain("a").replace(b"WARC-Type: conversion", b"warc-type: Conversion\r\nx: one\r\n two")
    data = data.replace(b"Content-Length", b"content-length").replace(b"WARC-Target-URI", b"warc-target-uri")
    assert list(read(tmp_path, data)[0]) == ["a"]


def test_records_may_stand_a_line_end_apart(tmp_path: Path) -> None:
    data = b"".join(plain(name).removesuffix(b"\r\n") for name in NAMES)
    assert list(read(tmp_path, data)[0]) == list(NAMES)


LATIN = html(TEXT).replace(b"The", b"Th\xe9")
FRENCH = TEXT.replace("The", "Thé")
deflating = zlib.compressobj(wbits=-15)
RAW = deflating.compress(html(TEXT)) + deflating.flush()
TYPE = "Content-Type: text/html"
UNTRUE = ["its headers name an encoding that it is not in: read as it stands"]
MESSAGES = {
    "plain": (http(html(TEXT), TYPE), TEXT, []),
    "charset of HTTP": (http(LATIN, f"{TYPE}; charset=iso-8859-1"), FRENCH, []),
    "charset in quotes": (http(LATIN, f'{TYPE}; charset="ISO-8859-1"'), FRENCH, []),
    "HTTP before the page": (
        http(LATIN.replace(b"<head>", b"<head><meta charset=koi8-r>"), f"{TYPE}; charset=latin1"),
        FRENCH,
        [],
    ),
    "gzip": (http(gzip.compress(html(TEXT)), TYPE, "Content-Encoding: gzip"), TEXT, []),
    "deflate": (http(zlib.compress(html(TEXT)), TYPE, "Content-Encoding: deflate"), TEXT, []),
    "deflate, raw": (http(RAW, TYPE, "Content-Encoding: deflate"), TEXT, []),
    "gzip that is none": (http(html(TEXT), TYPE, "Content-Encoding: gzip"), TEXT, UNTRUE),
    "chunks that are none": (http(html(TEXT), TYPE, "Transfer-Encoding: chunked"), TEXT, UNTRUE),
    "no type": (http(html(TEXT), "Server: x"), TEXT, []),
    "capitals": (http(html(TEXT), "CONTENT-TYPE: TEXT/HTML"), TEXT, []),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_a_page_is_read_as_its_server_sent_it(case: str, tmp_path: Path) -> None:
    block, text, told = MESSAGES[case]
    assert read(tmp_path, record(block)) == ({"a": text}, [], told)


def test_a_page_whose_encoding_is_damaged_is_told_in_short(tmp_path: Path) -> None:
    block = http(gzip.compress(html(TEXT * 50))[:-30] + b"x" * 30, TYPE, "Content-Encoding: gzip")
    assert read(tmp_path, record(block)) == ({}, ["record 1: its content encoding is damaged"], [])


def test_a_type_that_says_nothing_is_looked_behind(tmp_path: Path) -> None:
    vague = http(html(TEXT), "Content-Type: application/octet-stream")
    identified = record(
        vague.replace(b"<!doctype html>", b""), "b", more="WARC-Identified-Payload-Type: text/html\r\n"
    )
    other = record(http(b"\x89PNG", "Content-Type: image/png"), "c")
    again = record(b"", "a", "revisit")
    texts, told, _ = read(tmp_path, record(vague) + identified + other + again)
    assert list(texts) == ["a", "b"]
    assert told == ["records that are no text: 1 image/png, 1 revisit of a page that another record holds"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arc_is_read_like_a_warc(pack, tmp_path: Path) -> None:
    def arc(uri: str, body: bytes, more: str = "") -> bytes:
        return f"{uri} 10.0.0.1 20200101000000 text/html {more}{len(body)}\n".encode() + body + b"\n"

    version = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    pages = [arc(f"http://x.example/{name}", http(html(f"{TEXT}, {name}"), TYPE)) for name in NAMES]
    pages[1] = pages[1].replace(b"</html>", b"</html> and more than it says")
    data = arc("filedesc://a.arc", version) + b"".join(pages)
    texts, told, _ = read(tmp_path, pack(data), "a.arc" if pack is bytes else "a.arc.gz")
    assert list(texts) == ["http://x.example/a", "http://x.example/c"]
    assert told == ["record 3: its length is not the one that it says"]


def test_lengths_that_are_all_wrong_are_given_up(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(archive_records, "_GIVEN_BACK", 100_000)
    data = b"".join(record(b"x", str(n), "conversion", length=10**6) for n in range(1000))
    assert read(tmp_path, data)[1][-1] == "too many of its records do not have the length that they say"


def test_plain_texts_need_no_library(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    assert list(read(tmp_path, wet([("a", TEXT)]))[0]) == ["a"]
