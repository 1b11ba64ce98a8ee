"""What fuzzing the readers begins with: small files of every format, made and not stored."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable

import zstandard

from tests.documents import making

PAIRS = [("a", "The bridge was closed, she said.\nIt is old."), ("b", "漢字 e\u0301 <b>&amp;</b>")]
_PLAIN = "The bridge (closed) was old.\nIt stood."
_HTTP = b"WARC/1.0\r\nwarc-type: response\r\nContent-Type: application/http\r\nContent-Length: 92\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin-1\r\n\r\n<html><body><p>A text.</p></body>\r\n\r\n"


def _epub(page: str) -> bytes:
    return making.zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfile full-path='a.opf'/></container>",
            "a.opf": "<package><manifest><item id='c' href='c.html'/></manifest><spine><itemref idref='c'/></spine></package>",
            "c.html": page,
        }
    )


def _word_xml() -> Iterable[bytes]:
    yield b"<w:p><w:r><w:t>One </w:t></w:r><w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"
    yield b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t><w:tab/><w:br/></w:r></w:p></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    yield b"<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType='end'/></w:r><w:smartTag><w:r><w:t>x</w:t></w:r></w:smartTag></w:p>"


def _odt_xml() -> Iterable[bytes]:
    yield b"<text:p>One <text:s text:c='3'/><text:tab/><text:span>two</text:span></text:p><text:h>Head</text:h>"
    yield b"<table:table><table:table-row><table:table-cell table:number-columns-repeated='3'><text:p>c</text:p></table:table-cell></table:table-row></table:table><text:tracked-changes><text:p>x</text:p></text:tracked-changes>"


def _html() -> Iterable[bytes]:
    yield b"<!doctype html><html><head><meta charset=latin-1><style>.h{display:none}</style></head><body><p class=h>hid</p><p>Shown text here.</p><div hidden>a</div></body></html>"
    yield "<html><body><main><p>漢字 text</p><table><tr><td>a<td>b</table><p style='color:#fff;background:white'>x".encode()
    yield b"<?xml version='1.0'?><!-- a --><html><p>&nbsp;&#65;&lt;b&gt;</p><script>1<2</script><ruby>a<rt>b</rt></ruby></html>"


FILES: tuple[tuple[str, str, Callable[[], Iterable[bytes]]], ...] = (
    (
        "text",
        ".txt",
        lambda: [
            "A text.\r\nÉ".encode(),
            "A text".encode("utf-16"),
            b"\xef\xbb\xbfA text",
            gzip.compress(b"A text"),
        ],
    ),
    (
        "unnamed",
        "",
        lambda: [
            *_html(),
            making.json_lines(PAIRS),
            making.pretty(PAIRS),
            making.rtf("A text"),
            making.pdf(_PLAIN),
        ],
    ),
    ("html", ".html", _html),
    ("pdf", ".pdf", lambda: [making.pdf(_PLAIN)]),
    ("rtf", ".rtf", lambda: [making.rtf(text) for _, text in PAIRS]),
    ("docx", ".docx", lambda: [making.word("<w:p><w:r><w:t>One</w:t></w:r></w:p>")]),
    ("odt", ".odt", lambda: [making.odt("One\ntwo")]),
    ("epub", ".epub", lambda: [making.epub("One", "two")]),
    (
        "json",
        ".json",
        lambda: [making.pretty(PAIRS), making.sequence(PAIRS), b'{"meta": {"text": "a"}, "text": "b"}'],
    ),
    (
        "csv",
        ".csv",
        lambda: [
            making.table(PAIRS),
            making.table(PAIRS, ";"),
            making.table(PAIRS).decode().encode("utf-16"),
        ],
    ),
    ("tsv", ".tsv", lambda: [making.tabs([("a", 'one " text'), ("b", "two")])]),
    (
        "warc",
        ".warc",
        lambda: [making.warc(PAIRS[:1]), making.wet(PAIRS), _HTTP, b"filedesc://a 0 1 text/plain 9\n1 0 a\n"],
    ),
    (
        "warc.gz",
        ".warc.gz",
        lambda: [gzip.compress(making.wet(PAIRS[:1])) + gzip.compress(making.warc(PAIRS[:1]))],
    ),
    ("jsonl.gz", ".jsonl.gz", lambda: [gzip.compress(making.json_lines(PAIRS))]),
    (
        "jsonl.zst",
        ".jsonl.zst",
        lambda: [
            zstandard.compress(making.json_lines(PAIRS)),
            b"\x5a\x2a\x4d\x18\x04\0\0\0more" + zstandard.compress(b'{"text":"a"}'),
        ],
    ),
    ("parquet", ".parquet", lambda: [making.parquet(PAIRS)]),
)
PACKED: tuple[tuple[str, str, Callable[[str], bytes], Callable[[], Iterable[bytes]]], ...] = (
    ("docx-xml", ".docx", making.word, _word_xml),
    ("odt-xml", ".odt", lambda body: making.odt("", body or " "), _odt_xml),
    ("epub-page", ".epub", _epub, _html),
)
