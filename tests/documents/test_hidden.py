"""What a page hides is not read as what it shows, and it is told how much that is."""

import pytest

from forensics.documents.corpus import Corpus
from forensics.documents.single.hidden import without_hidden
from forensics.settings import ReadSettings

SECRET = "bought words for machines"
STORY = (
    "The ferry did not sail on Tuesday because the wind had turned in the night, and the passengers who had "
    "waited since noon took rooms at the old hotel behind the church, where the owner had lit a fire for them."
)


def page(inside: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Ferry</title>{head}</head><body><article><p>{STORY}</p>{inside}"
        f"<p>{STORY[::1].replace('Tuesday', 'Friday')}</p></article></body></html>"
    )


STYLES = [
    "display:none",
    "DISPLAY : none !important",
    "visibility:hidden",
    "opacity:0",
    "font-size:0",
    "font-size: 0.5px",
    "font-size:0em",
    "position:absolute;left:-9999px",
    "position: fixed; top: -99em",
    "text-indent:-9999px",
    "color:#fff",
    "color:white;background-color:rgb(255, 255, 255)",
    "color:#336699;background:#369",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "position:absolute;clip:rect(0,0,0,0)",
    "position:absolute;clip-path:inset(50%)",
    "width:1px;height:1px;overflow:hidden",
    "transform:scale(0)",
]


@pytest.mark.parametrize("style", STYLES)
def test_text_without_a_look_is_hidden_by_attribute_and_by_sheet(style):
    by_attribute = page(f'<p style="{style}">{SECRET}</p>')
    by_class = page(f'<p class="a b">{SECRET}</p>', f"<style>.x {{color: red}} .b {{{style}}}</style>")
    by_tag = page(
        f"<aside>{SECRET}</aside>", f"<style>@media print {{p {{color:red}}}} aside{{{style}}}</style>"
    )
    for given in (by_attribute, by_class, by_tag):
        shown, hidden = without_hidden(given)
        assert hidden == SECRET
        assert SECRET not in shown
        assert STORY in shown


@pytest.mark.parametrize("attribute", ["hidden", 'hidden=""', 'aria-hidden="true"', 'aria-hidden="TRUE"'])
def test_text_that_an_attribute_hides_is_hidden(attribute):
    assert without_hidden(page(f"<p>{STORY} <span {attribute}>{SECRET}</span> went on.</p>"))[1] == SECRET


SHOWN = [
    f"<p>{SECRET}</p>",
    f'<p style="color:#fff;background:#000">{SECRET}</p>',
    f'<div style="background:#123"><p style="color:#fff">{SECRET}</p></div>',
    f'<div style="background-image:url(sea.jpg)"><p style="color:#fff">{SECRET}</p></div>',
    f'<p style="display:block;visibility:visible;opacity:0.9;font-size:0.8em">{SECRET}</p>',
    f'<p style="position:absolute;left:-5px">{SECRET}</p>',
    f'<div style="font-size:0"><p style="font-size:16px">{SECRET}</p></div>',
    f'<div style="visibility:hidden"><p style="visibility:visible">{SECRET}</p></div>',
    f'<p aria-hidden="false">{SECRET}</p>',
    f'<p style="text-indent:-20px">{SECRET}</p>',
]


@pytest.mark.parametrize("inside", SHOWN)
def test_text_that_is_shown_stays(inside):
    given = page(inside)
    assert without_hidden(given) == (given, "")


def test_white_text_on_a_page_with_style_sheets_elsewhere_may_be_shown():
    given = page(f'<p style="color:#fff">{SECRET}</p>', '<link rel="stylesheet" href="ferry.css">')
    assert without_hidden(given) == (given, "")


def test_a_body_that_a_script_will_show_is_read():
    given = f'<html><body style="display:none;opacity:0"><p>{STORY}</p></body></html>'
    assert without_hidden(given)[1] == ""


def test_hidden_text_is_told_and_not_read(tmp_path):
    (tmp_path / "a.html").write_text(page(f'<p style="display:none">{SECRET}</p>'), encoding="utf-8")
    corpus = Corpus([str(tmp_path)], ReadSettings())
    (document,) = corpus
    assert STORY in document.text
    assert SECRET not in document.text
    (warned,) = corpus.warnings
    assert warned.warning == f"left out {len(SECRET)} characters of hidden text: {SECRET}"


def test_what_stands_behind_a_hidden_element_stays():
    shown, hidden = without_hidden(page(f"<p>before <b hidden>{SECRET}</b>behind</p>"))
    assert "behind" in shown
    assert hidden == SECRET
