"""What is text in a paper, a page or a book: everything that its reader would see, and a word on what was left out."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from forensics.documents.corpus import Corpus
from forensics.documents.single import rtf
from forensics.documents.single.pdf import dehyphenated
from forensics.documents.zipped import PARAGRAPHS
from forensics.settings import ReadSettings
from tests.documents.making import epub, odt, pdf, word, zipped

SETTINGS = ReadSettings()


def read(
    folder: Path, name: str, data: bytes, settings: ReadSettings = SETTINGS
) -> tuple[list[str], list[str]]:
    """Return the texts, and the warnings and reasons, that a file with these bytes gives."""
    (folder / name).write_bytes(data)
    corpus = Corpus([str(folder / name)], settings)
    texts = [document.text for document in corpus]
    return texts, [one.warning for one in corpus.warnings] + [one.reason for one in corpus.skipped]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def rows(*each: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{one}</w:tr>' for one in each)}</w:tbl>"


BOX = f"<w:txbxContent>{p(run('in the box'))}</w:txbxContent>"
DRAWN = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
BOTH = f"<w:r><mc:AlternateContent>{DRAWN}</mc:AlternateContent></w:r>"
FIELD = "<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
SHOWN = {
    "insertion": (p(run("a "), f"<w:ins>{run('b')}</w:ins>"), "a b"),
    "insertion of a paragraph": (p(run("a")) + p(f"<w:ins>{run('b')}</w:ins>"), "a\nb"),
    "deletion": (p(run("a"), "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"), "a"),
    "move": (
        p(f"<w:moveFrom>{run('a')}</w:moveFrom>", run("b")) + p(f"<w:moveTo>{run('a')}</w:moveTo>"),
        "b\na",
    ),
    "paragraphs made one": (p(run("a "), properties="<w:rPr><w:del/></w:rPr>") + p(run("b")), "a b"),
    "control in a line": (p(f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", run(" b")), "a b"),
    "control around all": (f"<w:sdt><w:sdtContent>{p(run('a'))}</w:sdtContent></w:sdt>", "a"),
    "control around a row": (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell(p(run('a')))}</w:tr></w:sdtContent></w:sdt></w:tbl>",
        "a",
    ),
    "smart tag": (p(f"<w:smartTag>{run('a')}</w:smartTag>", run(" b")), "a b"),
    "custom XML": (f"<w:customXml>{p(run('a'))}</w:customXml>", "a"),
    "link": (p(f"<w:hyperlink>{run('a')}</w:hyperlink>"), "a"),
    "simple field": (p(f"<w:fldSimple>{run('4.2')}</w:fldSimple>"), "4.2"),
    "field": (p(FIELD, run("17")), "17"),
    "from right to left": (p(f"<w:bdo>{run('a')}</w:bdo>", f"<w:dir>{run('b')}</w:dir>"), "ab"),
    "text box": (p(run("before "), BOTH, run("after")) + p(run("next")), "before after\nin the box\nnext"),
    "ruby": (
        p(f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('a')}</w:rubyBase></w:ruby></w:r>"),
        "a",
    ),
    "breaks": (p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), "a\nb\tc"),
    "merged cells": (
        rows(
            cell(p(run("wide")), properties='<w:gridSpan w:val="2"/>'),
            cell(p(run("tall")), properties='<w:vMerge w:val="restart"/>') + cell(p(run("b"))),
            cell(p(), properties="<w:vMerge/>") + cell(p(run("c"))),
        ),
        "wide\ntall\tb\n\tc",
    ),
    "nested table": (
        rows(cell(p(run("outer")), rows(cell(p(run("inner"))) + cell(p(run("too")))), p())),
        "outer\ninner\ttoo",
    ),
    "empty paragraphs": (p(run("a")) + p() + p() + p(run("b")), "a\n\n\nb"),
}


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
@pytest.mark.parametrize("case", SHOWN)
def test_what_word_shows_is_read(case: str, strict: bool, tmp_path: Path) -> None:
    body, text = SHOWN[case]
    assert read(tmp_path, "a.docx", word(body, strict=strict))[0] == [text]


def test_notes_come_after_the_text_and_their_separators_never(tmp_path: Path) -> None:
    notes = f'<w:footnote w:type="separator">{p(run("x"))}</w:footnote><w:footnote>{p(run("a note"))}</w:footnote>'
    ends = f"<w:endnote>{p(run('an end'))}</w:endnote>"
    data = word(p(run("text")), footnotes=notes, endnotes=ends)
    assert read(tmp_path, "a.docx", data) == (["text\na note\nan end"], [])


def test_what_word_does_not_show_is_left_out_and_told(tmp_path: Path) -> None:
    body = p(
        run("seen"),
        run("unseen", "<w:vanish/>"),
        run(" again", '<w:vanish w:val="0"/>'),
        f"<w:ins>{run('.')}</w:ins>",
    )
    data = word(body, header=p(run("head")), comments=p(run("said")))
    texts, told = read(tmp_path, "a.docx", data)
    assert texts == ["seen again."]
    assert told == [
        "tracked changes were read as if accepted: 1 inserted",
        "left out 6 characters of hidden text",
        "page headers were not read",
        "comments were not read",
    ]


ODT = {
    "spaces": ("<text:p>a <text:s text:c='3'/>b\n   c</text:p>", "a    b c"),
    "marks": ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
    "spans": ("<text:h>one</text:h><text:p>t<text:span>w</text:span>o</text:p>", "one\ntwo"),
    "note": (
        "<text:p>a<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>why</text:p></text:note-body></text:note> b</text:p><text:p>c</text:p>",
        "a b\nc\nwhy",
    ),
    "table": (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
        "a\t\tb",
    ),
    "deletion": ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>a</text:p>", "a"),
    "hidden": ("<text:p>a<text:span text:style-name='T1'>unseen</text:span></text:p>", "a"),
}


@pytest.mark.parametrize("case", ODT)
def test_what_an_opendocument_text_shows_is_read(case: str, tmp_path: Path) -> None:
    body, text = ODT[case]
    styles = "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    assert read(tmp_path, "a.odt", odt("", body, styles))[0] == [text]


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    assert read(tmp_path, "a.epub", epub("one\ntwo", "three")) == (["one\ntwo\nthree"], [])


RTF = {
    r"{\rtf1 The caf\'e9.}": "The café.",
    r"{\rtf1 A\cell B\cell\row C}": "A\tB\t\nC",
    r"{\rtf1\pard see {\field{\*\fldinst HYPERLINK http://x}{\fldrslt the page}}.}": "see the page.",
    r"{\rtf1\pard a{\footnote why}b}": "ab\n why",
    r"{\rtf1 \u-10179?\u-8704? ok}": "😀 ok",
    r"{\rtf1{\*\generator x;}{\info{\title t}}\pard a\par b}": "a\nb",
}


@pytest.mark.parametrize("source", RTF)
def test_rich_text_is_read_as_a_word_processor_shows_it(source: str, tmp_path: Path) -> None:
    assert read(tmp_path, "a.rtf", source.encode("latin-1")) == ([RTF[source]], [])


def test_hidden_rich_text_is_left_out_and_told(tmp_path: Path) -> None:
    texts, told = read(tmp_path, "a.rtf", rb"{\rtf1 a{\v unseen} b}")
    assert texts == ["a b"]
    assert told == ["left out 1 pieces of hidden text"]


HYPHENS = {
    "consider-\nable effort": "considerable\neffort",
    "consider-\nable.\nNext": "considerable.\nNext",
    "consider\u00ad\nable": "considerable\n",
    "well-known; a well-\nknown man": "well-known; a well-known\nman",
    "1990-\n1995": "1990-\n1995",
    "Jean-\nPaul came": "Jean-\nPaul came",
    "- one\n- two": "- one\n- two",
}


@pytest.mark.parametrize("text", HYPHENS)
def test_words_that_a_line_parts_are_put_together(text: str) -> None:
    assert dehyphenated(text) == HYPHENS[text]


def test_a_pdf_encrypted_without_a_password_is_read(tmp_path: Path) -> None:
    import pypdf

    for algorithm in ("AES-128", "AES-256"):
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf("some text"))))
        writer.encrypt("", owner_password="secret", algorithm=algorithm)
        out = io.BytesIO()
        writer.write(out)
        assert read(tmp_path, "a.pdf", out.getvalue()) == (["some text"], [])


def test_a_pdf_whose_font_names_no_characters_is_told(tmp_path: Path) -> None:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABC+Odd /Encoding /Identity-H >>"
    data = pdf("some text").replace(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", font)
    told = " ".join(read(tmp_path, "a.pdf", data)[1])
    assert "do not say which characters their glyphs are, so that what was read may be wrong: ABC+Odd" in told


PAGE = "<p>Le gardien du môle nord a noté – à l’aube – trois bateaux, déjà partis avant la nuit.</p>"
TEXT = "Le gardien du môle nord a noté – à l’aube – trois bateaux, déjà partis avant la nuit."
NO_NAME = "names no encoding and is no UTF-8: read as windows-1252"
NAMED = "says that it is windows-1252, but its bytes are UTF-8: read as UTF-8"


@pytest.mark.parametrize(
    ("head", "encoding", "told"),
    [
        ("<meta charset=iso-8859-1>", "cp1252", []),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252", []),
        ("<!-- <meta charset=koi8-r> --><meta charset='latin1'>", "cp1252", []),
        ("<meta charset=utf-16>", "utf-8", []),
        ("<meta charset=no-such>", "cp1252", [NO_NAME]),
        ("", "utf-8", []),
        ("", "utf-8-sig", []),
        ("<meta charset=iso-8859-1>", "utf-8-sig", []),
        ("<meta charset=iso-8859-1>", "utf-16", []),
        ("", "cp1252", [NO_NAME]),
        ("<meta charset=iso-8859-1>", "utf-8", [NAMED]),
    ],
)
def test_a_page_is_decoded_as_it_says_and_doubts_are_told(
    head: str, encoding: str, told: list[str], tmp_path: Path
) -> None:
    page = f"<html><head>{head}<title>t</title></head><body><article>{PAGE}</article></body></html>"
    assert read(tmp_path, "a.html", page.encode(encoding)) == ([TEXT], told)


def test_an_encoding_that_is_asked_for_goes_before_the_guess_and_after_the_page(tmp_path: Path) -> None:
    page = f"<html><body><article>{PAGE.replace('–', '-').replace('’', ' ')}</article></body></html>"
    text = TEXT.replace("–", "-").replace("’", " ")
    settings = ReadSettings(encoding="mac_roman")
    assert read(tmp_path, "a.html", page.encode("mac_roman"), settings) == ([text], [])
    named = page.replace("<body>", "<head><meta charset=latin1></head><body>")
    assert read(tmp_path, "a.html", named.encode("latin-1"), settings) == ([text], [])


def test_bytes_that_an_encoding_does_not_have_are_marked_and_told(tmp_path: Path) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><article>{PAGE}</article></body></html>".encode()
    texts, told = read(tmp_path, "a.html", page.replace("môle".encode(), b"m\xf4le"))
    assert texts == [TEXT.replace("ô", "\ufffd")]
    assert told == ["not valid utf-8 in 1 places: read as U+FFFD there"]


SMALL = {
    "a.docx": lambda: word("<w:p/>" * (PARAGRAPHS + 1)),
    "a.odt": lambda: odt("", "<text:p/>" * (PARAGRAPHS + 1)),
    "a.epub": lambda: epub("\n".join(["x"] * (PARAGRAPHS + 1))),
}


@pytest.mark.parametrize("name", SMALL)
def test_a_small_file_cannot_grow_without_bounds(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, name, SMALL[name]()) == ([], [f"more than {PARAGRAPHS:,} paragraphs"])


def test_no_entity_reads_another_file_or_grows_without_bounds(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("unseen")
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE d [<!ENTITY e0 "lol">{levels}<!ENTITY f SYSTEM "file://{tmp_path}/secret.txt">]>'
    for inside, expected in (("x&f;y", ["xy"]), ("&e11;", [])):
        body = f'{doctype}<w:document xmlns:w="w"><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:document>'
        assert read(tmp_path, "a.docx", zipped({"word/document.xml": body}))[0] == expected


def test_a_tag_with_a_flood_of_attributes_is_read_without_them_and_told(tmp_path: Path) -> None:
    flood = " ".join(f"a{n}=1" for n in range(100_000))
    page = f"<html><body><main><p {flood}>{TEXT}</p></main></body></html>"
    assert read(tmp_path, "a.html", page.encode()) == (
        [TEXT],
        ["read 1 tags without their more than 1,000 attributes"],
    )


def test_a_page_of_more_tags_than_any_is_refused(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}" + "<br>" * 600_000
    assert read(tmp_path, "a.html", page.encode()) == ([], ["more than 500,000 tags"])


def test_comments_before_a_page_are_passed_over_at_once(tmp_path: Path) -> None:
    page = "<!-- a -- b -->\n" * 5000 + f"<html><body><main><p>{TEXT}</p></main></body></html>"
    assert read(tmp_path, "page", page.encode())[0] != []


@pytest.mark.parametrize("before", ["", f"<!-- {'a licence ' * 500} -->", '<?xml version="1.0"?>'])
@pytest.mark.parametrize("frame", ["{}", "<body>{}</body>", "<html><body>{}</body></html>"])
def test_a_page_is_read_wherever_it_begins_and_a_fragment_as_a_page(tmp_path, before, frame):
    page = before + frame.format(f"<p>{TEXT}</p>")
    assert read(tmp_path, "a.html", page.encode()) == ([TEXT], [])


def rtf_text(data: bytes) -> str:
    return rtf.extract(data, "utf-8", None).text


def test_bytes_within_rtf_are_no_text_and_their_braces_close_nothing() -> None:
    assert rtf_text(rb"{\rtf1 one {\pict\bin5 }}}}} } two}") == "one  two"
    assert rtf_text(rb"{\rtf1 one \\bin5 two}") == "one \\bin5 two"


def test_footnotes_of_rtf_stand_below_the_text_each_in_a_line() -> None:
    found = rtf_text(rb"{\rtf1\ansi\pard One{\footnote first \b note}, two{\footnote second}.\par}")
    assert found.split() == "One, two. first note second".split()
    assert [line.strip() for line in found.splitlines()[-2:]] == ["first note", "second"]


@pytest.mark.parametrize("many", [b"{\\f%d A;}", b"{\\footnote a%d}"])
def test_fonts_and_footnotes_of_rtf_cost_what_they_are_long(many: bytes) -> None:
    # Each took a look at all that followed, or a copy of all before: counted in bytes that the library is given.
    import striprtf.striprtf as library

    given: list[int] = []
    whole = library.rtf_to_text
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            library, "rtf_to_text", lambda text, **rest: given.append(len(text)) or whole(text, **rest)
        )
        rtf_text(b"{\\rtf1{\\fonttbl" + b"".join(many % n for n in range(2_000)) + b"}\\pard text}")
    assert sum(given) < 200_000


PARAGRAPH = "Three boats came to the northern pier on a cold morning, and the keeper wrote each of them down."


def test_readings_above_words_are_left_out_and_told(tmp_path: Path) -> None:
    words = "<ruby>北<rp>(</rp><rt>きた</rt><rp>)</rp></ruby>の桟橋に三隻の船が来た。"
    texts, told = read(tmp_path, "a.html", f"<html><body><p>{words}</p></body></html>".encode())
    assert texts == ["北の桟橋に三隻の船が来た。"]
    assert told == ["left out 2 characters of readings above words: きた"]


def test_paragraphs_that_a_page_repeats_are_read_or_told(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Head</h1>{f'<p>{PARAGRAPH}</p>' * 5}</article></body></html>"
    (text,), told = read(tmp_path, "a.html", page.encode())
    lost = 5 - text.count(PARAGRAPH)
    assert told == [f"paragraphs that the page repeats were read fewer times: {lost} left out"] * (lost > 0)


def test_what_an_index_is_made_of_is_no_text_of_an_opendocument(tmp_path: Path) -> None:
    template = "<text:index-title-template>Contents</text:index-title-template>"
    body = (
        f"<text:table-of-content><text:table-of-content-source>{template}</text:table-of-content-source>"
        "<text:index-body><text:p>Contents</text:p></text:index-body></text:table-of-content><text:p>a</text:p>"
    )
    assert read(tmp_path, "a.odt", odt("", body)) == (["Contents\na"], [])


def test_page_headers_of_an_opendocument_are_told(tmp_path: Path) -> None:
    spaces = 'xmlns:style="urn:style" xmlns:text="urn:text"'
    head = "<style:header><text:p>Page head</text:p></style:header><style:footer><text:p/></style:footer>"
    hidden = "<style:style style:name='T9'><style:text-properties text:display='none'/></style:style>"
    styles = f"<styles {spaces}>{hidden}<style:master-page>{head}</style:master-page></styles>"
    with ZipFile(
        io.BytesIO(odt("", "<text:p>a<text:span text:style-name='T9'>unseen</text:span></text:p>"))
    ) as made:
        parts = {name: made.read(name).decode() for name in made.namelist()}
    told = ["page headers and footers were not read", "left out 6 characters of hidden text"]
    assert read(tmp_path, "a.odt", zipped({**parts, "styles.xml": styles})) == (["a"], told)
