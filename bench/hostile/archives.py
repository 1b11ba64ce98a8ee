"""Hostile DOCX, ODT, EPUB, web archives, compressed files and Parquet."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator

import zstandard

from bench.hostile.case import STORY, Case, Made, read, skipped
from bench.hostile.markup import page
from tests.documents.making import epub, json_lines, odt, parquet, warc, wet, word, zipped

_P = "<w:p><w:r><w:t>The ferry did not sail.</w:t></w:r></w:p>"
_DOCX = {
    "XML deep": word("<w:p>" * 5_000 + "<w:r><w:t>a</w:t></w:r>" + "</w:p>" * 5_000),
    "tables deep": word("<w:tbl><w:tr><w:tc>" * 50 + _P + "</w:tc></w:tr></w:tbl>" * 50),
    "controls deep": word("<w:sdt><w:sdtContent>" * 50 + _P + "</w:sdtContent></w:sdt>" * 50),
    "runs many": word("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 50_000 + "</w:p>"),
    "empty paragraphs": word("<w:p/>" * 200_000 + _P),
    "text deleted": word(_P + "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"),
    "text hidden": word(_P + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r></w:p>"),
    "Strict": word(_P, strict=True),
    "footnotes": word(_P, footnotes=f"<w:footnote>{_P}</w:footnote>"),
    "fields never ended": word("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 50 + _P),
    "numbers absurd": word(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>" + _P + "</w:tc></w:tr></w:tbl>"
    ),
    "unknown elements": word("<w:nosuch><w:other/></w:nosuch>" + _P),
    "comments of XML": word("<!--" + "a" * 100_000 + "-->" + _P),
    "processing of XML": word("<?php echo 1 ?>" + _P),
}
_ENTITY = '<!DOCTYPE d [<!ENTITY a "{}">]>'


def _member(name: str, content: bytes, kind: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind:
            archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr(name, content)
    return out.getvalue()


def _damaged(data: bytes, at: float = 0.5) -> bytes:
    place = int(len(data) * at)
    return data[:place] + bytes(byte ^ 0xFF for byte in data[place : place + 20]) + data[place + 20 :]


def _bomb(make: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: make(bytes(300_000_000).replace(b"\0", b"a"))


def _broken(kind: str, good: bytes) -> dict[str, tuple[Made, str]]:
    return {
        "empty": (b"", "empty"),
        "no archive": (b"text", rf"{kind} that cannot be read"),
        "an empty archive": (b"PK\x05\x06" + bytes(18), rf"{kind} that cannot be read"),
        "cut in two": (good[: len(good) // 2], rf"{kind} that cannot be read"),
        "no directory": (good[: good.rindex(b"PK\x01\x02")], rf"{kind} that cannot be read"),
        "other files": (zipped({"a.txt": "b"}), rf"{kind} that cannot be read"),
        "old Office": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "an Office document of the old kind",
        ),
    }


def _offices() -> Iterator[Case]:
    yield from read("DOCX", ".docx", _DOCX)
    yield from skipped("DOCX", ".docx", _broken("DOCX", word(_P)))
    yield from skipped(
        "DOCX",
        ".docx",
        {
            "XML broken": (word("<w:p>"), "DOCX that cannot be read"),
            "XML cut": (word("<w:p><w:r><w:t>a"), "DOCX that cannot be read"),
            "nothing in it": (word(""), "no text"),
            "paragraphs too many": (lambda: word("<w:p/>" * 1_100_000), "more than 1,000,000 paragraphs"),
            "unpacked too large": (
                _bomb(lambda data: _member("word/document.xml", data)),
                "(larger than|DOCX that cannot be read)",
            ),
        },
    )
    yield from skipped("ODT", ".odt", _broken("ODT", odt(STORY)))
    cells = "<table:table-cell/>" * 10
    yield from skipped(
        "ODT",
        ".odt",
        {
            "XML broken": (odt("", "<text:p>"), "ODT that cannot be read"),
            "XML deep": (
                odt("", "<text:span>" * 5_000 + "</text:span>" * 5_000),
                "(ODT that cannot be read|no text)",
            ),
            "cells too many": (
                lambda: odt(
                    "", f"<table:table><table:table-row>{cells * 110_000}</table:table-row></table:table>"
                ),
                "(more than|no text)",
            ),
        },
    )
    yield from read(
        "ODT",
        ".odt",
        {
            "spaces absurd": odt("", "<text:p>a<text:s text:c='99999999999'/>b</text:p>"),
            "cells repeated": odt(
                "",
                "<table:table><table:table-row><table:table-cell table:number-columns-repeated='99999999'><text:p>a</text:p></table:table-cell></table:table-row></table:table>",
            ),
            "changes tracked": odt(
                "", "<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>yes</text:p>"
            ),
        },
    )
    yield from skipped("EPUB", ".epub", _broken("EPUB", epub(STORY)))
    yield from read("EPUB", ".epub", {"two chapters": epub(STORY, STORY)})


def _archives() -> Iterator[Case]:
    pairs = [("http://a.example/1", STORY), ("http://a.example/2", STORY.upper())]
    good, pages = wet(pairs), warc(pairs)
    cuts = good[: len(good) - 200]
    yield from read(
        "WARC",
        ".warc",
        {
            "texts": good,
            "headers in capitals": good.replace(b"Content-Length", b"CONTENT-LENGTH").replace(
                b"WARC-Type", b"warc-TYPE"
            ),
            "headers folded": good.replace(b"Content-Type: text/plain", b"Content-Type:\r\n text/plain"),
            "version 1.1": good.replace(b"WARC/1.0", b"WARC/1.1"),
            "line feeds alone": good.replace(b"\r\n", b"\n"),
            "pages": pages,
            "dates absurd": good.replace(b"2020-01-01", b"9999-99-99"),
        },
        2,
    )
    yield Case("WARC: cut", ".warc", cuts, 1, ".*")
    yield Case(
        "WARC: a length too large",
        ".warc",
        good.replace(b"Content-Length: %d" % len(STORY.encode()), b"Content-Length: 99999999999", 1),
        0,
        "record 2: says more bytes",
    )
    yield Case(
        "WARC: a length below zero",
        ".warc",
        good.replace(b"Content-Length: %d" % len(STORY.encode()), b"Content-Length: -5", 1),
        1,
        ".*",
    )
    yield Case(
        "WARC: rubbish between",
        ".warc",
        good.replace(b"\r\n\r\nWARC", b"\r\n\r\nrubbish\r\nWARC", 1),
        2,
        ".*",
    )
    yield Case("WARC: a head without end", ".warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 50_000 + good, 2, ".*")
    yield from skipped(
        "WARC",
        ".warc",
        {"empty": (b"", "empty"), "none": (b"text", ".*"), "head alone": (b"WARC/1.0\r\n\r\n", ".*")},
    )
    yield from read(
        "WARC",
        ".warc.gz",
        {
            "members": gzip.compress(wet(pairs[:1])) + gzip.compress(wet(pairs[1:])),
            "one member": gzip.compress(good),
        },
        2,
    )
    yield Case(
        "WARC: a damaged member",
        ".warc.gz",
        gzip.compress(wet(pairs[:1]))
        + _damaged(gzip.compress(wet([("x", STORY * 9)])))
        + gzip.compress(wet(pairs[1:])),
        2,
        ".*",
    )


def _packed() -> Iterator[Case]:
    text, lines = STORY.encode(), json_lines([("a", "one"), ("b", "two")])
    gz, zst = gzip.compress(text), zstandard.compress(text)
    early, damaged = "compressed data ends early", "compressed data is damaged"
    yield from read(
        "gzip",
        ".txt.gz",
        {
            "gzip": gz,
            "members": gzip.compress(text[:100]) + gzip.compress(text[100:]),
            "zstd under the name of gzip": zst,
            "no packing at all": text,
            "an empty member": gzip.compress(b"") + gz,
            "zeros behind": gz + bytes(512),
            "a name in it": gz[:3] + b"\x08" + gz[4:10] + b"../../etc/passwd\0" + gz[10:],
        },
    )
    yield from read(
        "zstd",
        ".txt.zst",
        {
            "zstd": zst,
            "frames": zstandard.compress(text[:100]) + zstandard.compress(text[100:]),
            "a frame to be passed over": b"\x5a\x2a\x4d\x18\x04\0\0\0more" + zst,
            "an empty frame": zstandard.compress(b"") + zst,
        },
    )
    yield from skipped(
        "gzip",
        ".txt.gz",
        {
            "cut": (gz[:-9], early),
            "head alone": (gz[:10], early),
            "four bytes": (gz[:4], early),
            "a wrong sum": (gz[:-8] + b"abcd" + gz[-4:], damaged),
            "a wrong length": (gz[:-4] + b"abcd", damaged),
            "damaged": (_damaged(gz), "compressed data"),
            "twice": (gzip.compress(gz), "(compressed twice|binary file|not valid)"),
            "nothing in it": (gzip.compress(b""), "empty"),
            "too large": (_bomb(gzip.compress), "larger than 256 MB"),
            "a method unknown": (gz[:2] + b"\x07" + gz[3:], damaged),
        },
    )
    yield from skipped(
        "zstd",
        ".txt.zst",
        {
            "cut": (zst[:-5], early),
            "head alone": (zst[:5], early),
            "damaged": (_damaged(zst, 0.8), "compressed data"),
            "too large": (_bomb(zstandard.compress), "larger than 256 MB"),
            "window too large": (b"\x28\xb5\x2f\xfd\x00\xff" + zst[6:], ".*window|.*damaged|.*needs"),
            "a dictionary": (
                zstandard.ZstdCompressor(dict_data=zstandard.ZstdCompressionDict(text * 4)).compress(
                    text * 2
                ),
                ".*",
            ),
        },
    )
    yield Case("packed: lines cut", ".jsonl.gz", gzip.compress(lines)[:-10], 1, early)
    yield Case("packed: lines", ".jsonl.zst", zstandard.compress(lines), 2)
    table = parquet([("a", "one"), ("b", "two")])
    yield Case("Parquet: a table", ".parquet", table, 2)
    yield from skipped(
        "Parquet",
        ".parquet",
        {
            "empty": (b"", "damaged Parquet"),
            "none": (b"text", "damaged Parquet"),
            "marks alone": (b"PAR1PAR1", "damaged Parquet"),
            "cut": (table[:-20], "damaged Parquet"),
            "a length too large": (table[:-8] + b"\xff\xff\xff\x7fPAR1", "damaged Parquet"),
            "damaged foot": (_damaged(table, 0.9), "damaged Parquet"),
        },
    )


def cases() -> Iterator[Case]:
    """Yield archives of all sorts."""
    yield from _offices()
    yield from _archives()
    yield from _packed()
    entities = {
        "entities that grow": ("a" * 50_000, 0, "DOCX that cannot be read: Maximum entity amplification"),
        "an outer entity": ("x", 1, ""),
    }
    for name, (entity, documents, reason) in entities.items():
        xml = (
            _ENTITY.format(entity)
            + f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{_P}"
            + f"<w:p><w:r><w:t>{'&a;' * 5_000}</w:t></w:r></w:p></w:body></w:document>"
        )
        yield Case(f"DOCX: {name}", ".docx", _member("word/document.xml", xml.encode()), documents, reason)
    yield Case("no suffix: a page", ".page!", page(), 1)
