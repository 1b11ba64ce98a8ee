"""Hostile pages, RTF and PDF."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from bench.hostile.case import STORY, Case, read, skipped
from tests.documents.making import pdf, rtf

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY.splitlines() * 3)


def page(body: str = _PARAGRAPHS, head: str = "", charset: str = "utf-8") -> bytes:
    """Return a page of the story."""
    return f"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>".encode(
        charset, "replace"
    )


_CHARSETS = (
    "utf-8 iso-8859-1 windows-1252 iso-8859-15 windows-1251 koi8-r iso-8859-2 windows-1250 iso-8859-7 iso-8859-9 "
    "windows-1254 gbk gb2312 gb18030 big5 euc-jp shift_jis iso-2022-jp euc-kr macintosh us-ascii"
).split()
_ENCODED = {"macintosh": "mac-roman"}
_PAGES = {
    "frames of frames": page("<iframe src='javascript:a'>" * 200 + _PARAGRAPHS),
    "nested divisions": page("<div>" * 5_000 + _PARAGRAPHS + "</div>" * 5_000),
    "nested tables": page("<table><tr><td>" * 300 + _PARAGRAPHS),
    "nested quotations": page("<blockquote>" * 1_000 + _PARAGRAPHS),
    "nested lists": page("<ul><li>" * 1_000 + _PARAGRAPHS),
    "bold in bold": page("<b>" * 5_000 + _PARAGRAPHS),
    "links in links": page("<a href=x>" * 3_000 + _PARAGRAPHS),
    "tags never closed": page("<p><i><b><u>" * 2_000 + _PARAGRAPHS),
    "tags closed that never began": page("</p></div></body></html>" * 2_000 + _PARAGRAPHS),
    "comments of dashes": page("<!--" + "-" * 100_000 + "-->" + _PARAGRAPHS),
    "attributes without end": page("<p " + "a=b " * 900 + ">" + _PARAGRAPHS),
    "attributes too many": page("<p " + "".join(f"a{n}=b " for n in range(100_000)) + ">x</p>" + _PARAGRAPHS),
    "a long attribute": page(f"<p title='{'x' * 1_000_000}'>a</p>" + _PARAGRAPHS),
    "entities": page("<p>" + "&amp;&lt;&#65;&nbsp;" * 20_000 + "</p>" + _PARAGRAPHS),
    "entities that are none": page("<p>&nosuch;&#xffffffff;&#0;&#xd800;</p>" + _PARAGRAPHS),
    "entities that grow": b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    + page("<p>&b;</p>" + _PARAGRAPHS),
    "an outer entity": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + page("<p>&a;</p>" + _PARAGRAPHS),
    "scripts": page("<script>" + "x<y;" * 50_000 + "</script>" + _PARAGRAPHS),
    "a script that ends itself": page("<script>'</script><p>'</script>" + _PARAGRAPHS),
    "styles": page(_PARAGRAPHS, "<style>" + "a{b:c}" * 20_000 + "</style>"),
    "styles never closed": page(_PARAGRAPHS, "<style>.a{" + "b:c;" * 10_000 + "}</style>"),
    "hidden text": page("<p hidden>no</p><p style='display:none'>no</p>" + _PARAGRAPHS),
    "refreshing": page(_PARAGRAPHS, "<meta http-equiv=refresh content='0;url=http://a.example'>"),
    "NUL": page("<p>a\0b</p>" + _PARAGRAPHS),
    "a base elsewhere": page(_PARAGRAPHS, "<base href='http://a.example'>"),
    "an unknown charset": page(_PARAGRAPHS, "<meta charset=no-such>"),
    "charset utf-7": page(_PARAGRAPHS, "<meta charset=utf-7>"),
    "charsets at odds": page(_PARAGRAPHS, "<meta charset=utf-8><meta charset=koi8-r>"),
    "byte order mark": b"\xef\xbb\xbf" + page(),
    "UTF-16": page(charset="utf-16"),
    "no UTF-8, unsaid": page(charset="latin-1"),
    "a frame of text alone": _PARAGRAPHS.encode(),
    "an SVG within": page("<svg><script>1</script><text>a</text></svg>" + _PARAGRAPHS),
    "MathML within": page("<math><mi>x</mi></math>" + _PARAGRAPHS),
    "ruby": page("<ruby>漢<rt>kan</rt></ruby>" + _PARAGRAPHS),
    "soft hyphens": page(_PARAGRAPHS.replace("e", "e&shy;")),
    "plaintext": page(_PARAGRAPHS + "<plaintext>rest"),
    "cells too many": page("<table>" + "<tr><td>a" * 20_000 + "</table>" + _PARAGRAPHS),
    "cells that span": page("<table><tr><td colspan=999999999 rowspan=999999999>a</table>" + _PARAGRAPHS),
}
_NO_PAGES = {
    "comments never closed, which hold all": (b"<!--" * 26 + page(), "no text"),
    "empty": (b"", "empty"),
    "nothing in it": (b"<html></html>", "no text"),
    "script alone": (page("<script>alert(1)</script>"), "no text"),
    "hidden alone": (page(f"<div style='display:none'>{_PARAGRAPHS}</div>"), "no text"),
    "tags too many": (lambda: b"<html><body>" + b"<b>a</b>" * 300_000, "more than 500,000 tags"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", r"binary file \(a PNG picture\)"),
}
_RTF = {
    "groups deep": b"{\\rtf1 " + b"{" * 50_000 + b"a" + b"}" * 50_000 + b" text}",
    "groups never closed": b"{\\rtf1 " + b"{" * 1_000 + b"text",
    "groups closed too often": b"{\\rtf1 text}}}}}}",
    "half a pair": b"{\\rtf1\\u-10179? text}",
    "a word without end": b"{\\rtf1\\" + b"a" * 100_000 + b" text}",
    "bytes in hexadecimal": b"{\\rtf1\\'e9\\'zz\\'e text}",
    "binary": b"{\\rtf1\\bin5 }}}}} text}",
    "an object": b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105}} text}",
    "a field": b'{\\rtf1{\\field{\\*\\fldinst HYPERLINK "file:///etc/passwd"}{\\fldrslt text}}}',
    "fonts many": b"{\\rtf1{\\fonttbl" + b"".join(b"{\\f%d A;}" % n for n in range(5_000)) + b"} text}",
    "not ASCII": "{\\rtf1 café text}".encode("cp1252"),
}


def _pdf(content: bytes, more: bytes = b"", **other: bytes) -> bytes:
    """Return a PDF of one page; `other` are objects in the place of usual ones, by a letter and their number."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<<" + more + b"/Length %d>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for name, instead in other.items():
        if name[1:].isdigit():
            objects[int(name[1:]) - 1] = instead
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = (
        b"trailer<</Size 6/Root 1 0 R"
        + other.get("trailer", b"")
        + b">>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )
    return out + table + trailer


_SHOWN = b"BT /F1 9 Tf (The ferry did not sail.) Tj ET "
_GOOD_PDF = pdf("The ferry did not sail.\nIt stayed.")


def cases() -> Iterator[Case]:
    """Yield pages, RTF and PDF."""
    for charset in _CHARSETS:
        data = page(_PARAGRAPHS, f"<meta charset={charset}>", _ENCODED.get(charset, charset))
        yield Case(f"HTML: charset {charset}", ".html", data, 1)
    yield from read("HTML", ".html", _PAGES)
    yield from skipped("HTML", ".html", _NO_PAGES)
    yield from read("RTF", ".rtf", _RTF)
    yield from skipped(
        "RTF",
        ".rtf",
        {
            "empty": (b"", "empty"),
            "none": (b"text", "not RTF"),
            "nothing in it": (b"{\\rtf1}", "no text"),
            "numbers too large": (
                b"{\\rtf1\\u99999999999999999999?\\fs99999999999 text}",
                "RTF that cannot be read",
            ),
            "a picture alone": (b"{\\rtf1{\\pict\\pngblip 89504e47}}", "no text"),
        },
    )
    yield from read("RTF", ".rtf", {"a text": rtf(STORY)})
    yield from read(
        "PDF",
        ".pdf",
        {
            "a plain one": _pdf(_SHOWN),
            "compressed": _pdf(zlib.compress(_SHOWN), b"/Filter/FlateDecode"),
            "states never restored": _pdf(b"q " * 20_000 + _SHOWN),
            "text outside text": _pdf(b"(a) Tj " * 100 + _SHOWN),
            "operators unknown": _pdf(b"1 2 nosuch " * 2_000 + _SHOWN),
            "wrong places": _GOOD_PDF.replace(b"0000000015", b"0000009915"),
            "start elsewhere": _GOOD_PDF.replace(b"startxref\n", b"startxref\n9"),
            "rubbish first": b"rubbish\n" * 20 + _GOOD_PDF,
            "rubbish last": _GOOD_PDF + b"rubbish\n" * 200,
            "its own parent": _pdf(_SHOWN, p2=b"<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>"),
            "a script": _pdf(
                _SHOWN, p1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert)>>>>"
            ),
        },
    )
    yield from skipped(
        "PDF",
        ".pdf",
        {
            "empty": (b"", "empty"),
            "none": (b"text", "PDF that cannot be read"),
            "head alone": (b"%PDF-1.4\n", "PDF that cannot be read"),
            "no text": (_pdf(b""), "no text"),
            "brackets never closed": (_pdf(_SHOWN + b"BT (((( Tj"), "PDF that cannot be read"),
            "pages in a circle": (
                _pdf(_SHOWN, p2=b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
                "(PDF that cannot be read|no text)",
            ),
            "no pages": (
                _pdf(_SHOWN, p2=b"<</Type/Pages/Kids[]/Count 0>>"),
                "(PDF that cannot be read|no text)",
            ),
            "a password": (
                _pdf(
                    _SHOWN,
                    trailer=b"/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("
                    + b"a" * 32
                    + b")/U("
                    + b"b" * 32
                    + b")>>",
                ),
                "PDF that needs a password",
            ),
            "arrays deep": (
                _pdf(_SHOWN, p2=b"<</X" + b"[" * 20_000 + b"/Type/Pages/Kids[3 0 R]/Count 1>>"),
                "PDF that cannot be read",
            ),
            "a filter unknown": (_pdf(_SHOWN, b"/Filter/NoSuch"), "(PDF that cannot be read|no text)"),
        },
    )
