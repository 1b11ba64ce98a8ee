"""The same documents written in every format that is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True)
class Form:
    """One way to store documents; `write` puts them at or into a path and returns what a user would name."""

    name: str
    write: Callable[[Path, Pairs], str]
    records: bool = True  # many documents a file, under their own ids
    exact: bool = True  # any text comes back as it was

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
    Form("tsv", _file(".tsv", lambda pairs: table(pairs, "\t"))),
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
    Form("pdf", _folder(".pdf", pdf), records=False, exact=False),
)
