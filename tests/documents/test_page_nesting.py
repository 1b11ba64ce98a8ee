"""No text of a page is lost because of where it stands: behind its end, or deep inside."""

import pytest

from forensics.documents.page_nesting import DEEPEST, whole_page
from forensics.documents.single.html import extract

SENTENCES = "".join(
    f"<p>The ferry number {n} did not sail on Tuesday because the wind had turned in the night.</p>"
    for n in range(6)
)


def read(body):
    return extract(f"<!doctype html><html><body>{body}</body></html>".encode(), "utf-8", None)


@pytest.mark.parametrize("end", ["</body>", "</html>", "</BODY\n></html >", "</body></html>"])
def test_what_stands_behind_the_end_of_a_page_is_read(end):
    first, second = SENTENCES, SENTENCES.replace("ferry", "train")
    assert "train number 5" in read(first + end + second).text
    assert "ferry number 0" in read(end + first).text


@pytest.mark.parametrize(
    "tags",
    [
        "<div>",
        "<b>",
        "<ul><li>",
        "<ol><li><b>",
        "<table><tr><td>",
        "<blockquote>",
        "<dl><dd>",
        "<a href=x>",
        "<x>",
    ],
)
def test_text_is_read_however_deep_it_stands_and_that_is_told(tags):
    found = read(500 * tags + SENTENCES)
    assert "ferry number 5" in found.text
    assert [one for one in found.warnings if "nested more than 200 deep" in one]


def test_an_ordinary_page_stays_as_it_is():
    page = 199 * "<div>" + 1000 * "<p>a<br><img src=x><i>b</i>" + 199 * "</div>"
    assert whole_page(page) == (page, ())
    assert whole_page(2000 * "<tr><td>a<td>b") == (2000 * "<tr><td>a<td>b", ())


def test_scripts_and_comments_are_no_elements():
    for page in (
        "<script>" + 300 * "'<div>'" + "</script><p>a",
        "<!--" + 300 * "<div>" + "--><p>a",
        300 * "<script>x</script>" + "<style>" + 300 * "<b>",
    ):
        assert whole_page(page) == (page, ())


def test_tags_alone_are_left_out_and_never_text():
    page = 250 * "<div>" + "kept" + 250 * "</div>" + "<b>behind</b>"
    found, (told,) = whole_page(page)
    assert found == DEEPEST * "<div>" + 50 * " " + "kept" + 50 * " " + DEEPEST * "</div>" + "<b>behind</b>"
    assert told == "nested more than 200 deep: read without 100 of its tags"
