"""The same documents written in every format that is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import zstandard

Pairs = Sequence[tuple[str, str]]  # id and text


def json_lines(pairs: Pairs) -> bytes:
    return "".join(json.dumps({"id": i, "text": t, "n": n}) + "\n" for n, (i, t) in enumerate(pairs)).encode()


def table(pairs: Pairs, delimiter: str = ",") -> bytes:
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, delimiter=delimiter)
    writer.writerow(["id", "n", "text"])
    writer.writerows([i, n, t] for n, (i, t) in enumerate(pairs))
    return rows.getvalue().encode()


def tabs(pairs: Pairs) -> bytes:
    """Return TSV, in which nothing is quoted: no text may have a tab or a line's end."""
    rows = [("id", "n", "text"), *((i, str(n), t) for n, (i, t) in enumerate(pairs))]
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def pretty(pairs: Pairs) -> bytes:
    """Return an array of objects over many lines."""
    return json.dumps([{"id": i, "text": t, "n": n} for n, (i, t) in enumerate(pairs)], indent=2).encode()


def sequence(pairs: Pairs) -> bytes:
    """Return a JSON text sequence (RFC 7464)."""
    texts = (json.dumps({"id": i, "n": n, "text": t}, indent=1) for n, (i, t) in enumerate(pairs))
    return "".join(f"\x1e{text}\n" for text in texts).encode()


def parquet(pairs: Pairs) -> bytes:
    import pyarrow
    import pyarrow.parquet

    columns = {"id": [i for i, _ in pairs], "n": list(range(len(pairs))), "text": [t for _, t in pairs]}
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out, row_group_size=2)
    return out.getvalue()


def wet(pairs: Pairs) -> bytes:
    """Return a WARC of plain texts, as they are extracted from crawls."""
    records = [_record("warcinfo", "", "application/warc-fields", b"software: test\r\n")]
    records += [_record("conversion", i, "text/plain", t.encode()) for i, t in pairs]
    return b"".join(records)


def warc(pairs: Pairs) -> bytes:
    """Return a WARC of pages as a server sent them."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return b"".join(
        _record("response", i, "application/http; msgtype=response", head + html(t)) for i, t in pairs
    )


def _record(kind: str, uri: str, content: str, body: bytes) -> bytes:
    target = f"WARC-Target-URI: {uri}\r\n" if uri else ""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2020-01-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n\r\n"
    )


def html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    page = f"<html><head><title>t</title></head><body><main>{paragraphs}</main></body></html>"
    return f"<!doctype html>{page}".encode()


def docx(text: str) -> bytes:
    import docx as library

    document = library.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(text: str) -> bytes:
    """Return a PDF of one page, a line a line; `text` is ASCII without brackets."""
    shown = b" ".join(b"(%s) Tj T*" % line.encode() for line in text.split("\n"))
    page = b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % shown
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def rtf(text: str) -> bytes:
    """Return a Rich Text Format file, a line a paragraph; what is not ASCII is written by its UTF-16 units."""
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    written = "".join(
        "\\par "
        if code == 10
        else f"\\{chr(code)}"
        if chr(code) in "\\{}"
        else chr(code)
        if 32 <= code < 127
        else f"\\u{code if code < 32768 else code - 65536}?"
        for code in codes
    )
    return (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Serif;}}\pard\f0 " + written + r"\par}").encode()


def zipped(members: dict[str, str]) -> bytes:
    """Return a ZIP archive of `members`, `mimetype` stored and all others deflated."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return out.getvalue()


def odt(text: str, body: str = "", styles: str = "") -> bytes:
    """Return an OpenDocument text of a paragraph a line, or of the XML in `body`."""
    paragraphs = body or "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "drawing")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(text: str, *more: str) -> bytes:
    """Return an EPUB with a chapter for each text, a line a paragraph."""
    chapters = [
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body>"
        + "".join(f"<p>{escape(line)}</p>" for line in chapter.split("\n"))
        + "</body></html>"
        for chapter in (text, *more)
    ]
    items = "".join(f"<item id='c{n}' href='text/c%20{n}.xhtml'/>" for n, _ in enumerate(chapters))
    spine = "".join(f"<itemref idref='c{n}'/>" for n, _ in enumerate(chapters))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfile full-path='OPS/book.opf'/></container>",
            **{f"OPS/text/c {n}.xhtml": chapter for n, chapter in enumerate(chapters)},
            "OPS/book.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>",
        }
    )


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """Return a Word document of the XML in `body`, whose elements stand in the namespace w, with further `parts`."""
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main" if strict else _WORD
    kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else _RELATIONS
    names = f'xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"

    def relations(targets: dict[str, str]) -> str:
        each = (
            f'<Relationship Id="r{n}" Type="{kinds}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(targets.items())
        )
        return f'<Relationships xmlns="{packages}">{"".join(each)}</Relationships>'

    return zipped(
        {
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
            **{
                f"word/{kind}.xml": f"<w:{kind} {names}>{content}</w:{kind}>"
                for kind, content in parts.items()
            },
        }
    )


@dataclass(frozen=True)
class Form:
    """One way to store documents; `write` puts them at or into a path and returns what a user would name."""

    name: str
    write: Callable[[Path, Pairs], str]
    records: bool = True  # many documents a file, under their own ids
    exact: bool = True  # any text comes back as it was
    lines: bool = True  # a text may have tabs and several lines

    @property
    def packed(self) -> bool:
        """Whether what is stored is compressed."""
        return any(word in self.name for word in ("gz", "zst", "gzip", "docx", "odt", "epub", "parquet"))

    def fit(self, pairs: Pairs) -> list[tuple[str, str]]:
        """Return `pairs` with texts that this way can store."""
        return list(pairs) if self.lines else [(i, re.sub(r"[\t\r\n]", " ", t)) for i, t in pairs]

    def __repr__(self) -> str:
        return self.name


def _file(suffix: str, encode: Callable[[Pairs], bytes]) -> Callable[[Path, Pairs], str]:
    def write(folder: Path, pairs: Pairs) -> str:
        path = folder / f"documents{suffix}"
        path.write_bytes(encode(pairs))
        return str(path)

    return write


def _folder(suffix: str, encode: Callable[[str], bytes]) -> Callable[[Path, Pairs], str]:
    def write(folder: Path, pairs: Pairs) -> str:
        (folder / "documents").mkdir()
        for name, text in pairs:
            (folder / "documents" / f"{name}{suffix}").write_bytes(encode(text))
        return str(folder / "documents")

    return write


def _members(encode: Callable[[Pairs], bytes]) -> Callable[[Pairs], bytes]:
    """Return an encoder that compresses each record for itself, as WARC files are."""
    return lambda pairs: b"".join(gzip.compress(encode([pair])) for pair in pairs)


def _skippable(data: bytes) -> bytes:
    """Return `data` after a frame of zstd that is to be passed over, as pzstd writes one."""
    return b"\x5a\x2a\x4d\x18\x04\0\0\0more" + data


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


FORMS = (
    Form("jsonl", _file(".jsonl", json_lines)),
    Form("jsonl.gz", _file(".jsonl.gz", lambda pairs: gzip.compress(json_lines(pairs)))),
    Form("jsonl.zst", _file(".jsonl.zst", lambda pairs: _zstd(json_lines(pairs)))),
    Form("jsonl without a suffix", _file("", json_lines)),
    Form("csv", _file(".csv", table)),
    Form("csv of semicolons", _file(".csv", lambda pairs: table(pairs, ";"))),
    Form("csv.gz", _file(".csv.gz", lambda pairs: gzip.compress(table(pairs)))),
    Form("csv in UTF-16", _file(".csv", lambda pairs: table(pairs).decode().encode("utf-16"))),
    Form("tsv", _file(".tsv", tabs), lines=False),
    Form("json", _file(".json", pretty)),
    Form("json without a suffix", _file("", pretty)),
    Form("json sequence", _file(".json", sequence)),
    Form("jsonl in UTF-16", _file(".jsonl", lambda pairs: json_lines(pairs).decode().encode("utf-16"))),
    Form(
        "jsonl.zst after another frame",
        _file(".jsonl.zst", lambda pairs: _skippable(_zstd(json_lines(pairs)))),
    ),
    Form("parquet", _file(".parquet", parquet)),
    Form("wet", _file(".warc", wet)),
    Form("wet.gz", _file(".warc.gz", _members(wet))),
    Form("warc", _file(".warc", warc), exact=False),
    Form("warc.gz", _file(".warc.gz", _members(warc)), exact=False),
    Form("texts", _folder(".txt", str.encode), records=False),
    Form("texts without a suffix", _folder("", str.encode), records=False),
    Form("texts, gzip", _folder(".txt.gz", lambda text: gzip.compress(text.encode())), records=False),
    Form("texts, zstd", _folder(".txt.zst", lambda text: _zstd(text.encode())), records=False),
    Form("html", _folder(".html", html), records=False, exact=False),
    Form("docx", _folder(".docx", docx), records=False, exact=False),
    Form("odt", _folder(".odt", odt), records=False, exact=False),
    Form("epub", _folder(".epub", epub), records=False, exact=False),
    Form("rtf", _folder(".rtf", rtf), records=False, exact=False),
    Form("pdf", _folder(".pdf", pdf), records=False, exact=False),
)
