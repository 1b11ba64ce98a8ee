"""What is large is drawn on demand, so that a page opens at once and stays light."""

from tests.report import results_by_hand as made


def test_five_thousand_clusters_draw_only_those_on_the_page(opened):
    page = opened(*made.dedupe_envelope(clusters=5000))
    assert page.complaints() == []
    assert page.find("#where").text == "1 to 25 of 5000"
    assert page.run("return document.querySelectorAll('*').length") < 6000
    page.find("#find").send_keys("edited-4999")
    assert page.find("#list h3").text == "Cluster 4999: 3 documents"


def test_a_pair_of_twenty_thousand_words_lays_out_only_what_is_seen(opened):
    page = opened(made.trace_envelope(sentences=1600))
    assert page.complaints() == []
    assert len(made.trace_envelope(sentences=1600).result.documents[0].text.split()) > 20_000
    hidden = page.run(
        "return [...document.querySelectorAll('.sides .text p')]"
        ".filter(p => !p.firstChild.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert hidden > 500
    page.find("input.level[value=spun]").click()
    assert "off" in page.find("#a2").get_attribute("class")
