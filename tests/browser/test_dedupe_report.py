"""Clusters a page at a time, with what changed from the kept document."""

import pytest

from tests.report import results_by_hand as made


@pytest.fixture
def page(open_report):
    return open_report("dedupe")


def titles(page):
    return [heading.text for heading in page.all("#list h3")]


def test_clusters_come_a_page_at_a_time(page):
    assert len(titles(page)) == 25
    assert page.find("#where").text == "1 to 25 of 60"
    assert not page.find("#previous").is_enabled()
    page.find("#next").click()
    page.find("#next").click()
    assert titles(page)[0] == "Cluster 50: 3 documents"
    assert len(titles(page)) == 10
    assert not page.find("#next").is_enabled()


def test_a_document_is_found_by_its_name(page):
    page.find("#find").send_keys("EDITED-42")
    assert titles(page) == ["Cluster 42: 3 documents"]
    page.find("#find").send_keys("nowhere")
    assert titles(page) == []
    assert "no cluster" in page.find("#where").text


def test_differences_are_made_when_they_are_opened(page):
    _, texts = made.dedupe_envelope(clusters=60)
    article = page.find("#list article")
    assert article.find_elements("css selector", ".diff") == []
    kept, copy, edited = article.find_elements("css selector", "details")
    for part in (kept, copy, edited):
        part.find_element("css selector", "summary").click()
    assert kept.find_element("css selector", ".diff").text.split() == texts["kept-0.txt"].split()
    assert "The same text" in copy.text
    difference = edited.find_element("css selector", ".diff")
    gone = [one.text.strip() for one in difference.find_elements("css selector", "del")]
    new = [one.text.strip() for one in difference.find_elements("css selector", "ins")]
    assert "was" in gone
    assert "is" in new
    assert new[-1] == "And more."


def test_flags_and_figures_are_said_in_words(page):
    text = page.find("#list article").text
    assert "chain-only: Held together by a chain" in text
    assert "exact, Jaccard 1.000 to the kept one, containment 1.000" in text


def test_the_order_can_be_chosen(page):
    page.run(
        "const o = document.getElementById('order'); o.value = 'least'; o.dispatchEvent(new Event('change'))"
    )
    assert titles(page)[0] == "Cluster 0: 3 documents"


def test_the_figures_are_drawn_and_told(page):
    told = [drawing.get_attribute("aria-label") for drawing in page.all("svg[role=img]")]
    assert len(told) == 2
    assert "32 bands of 4 rows" in told[1]
