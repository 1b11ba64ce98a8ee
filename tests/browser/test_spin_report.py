"""The spun text with its substitutions in place: evidence by pointer and by keyboard."""

import pytest

ESCAPE, RIGHT, HOME = "\ue00c", "\ue014", "\ue011"


@pytest.fixture
def page(open_report):
    return open_report("spin")


def test_pointing_at_a_replaced_word_shows_its_evidence(page):
    from selenium.webdriver import ActionChains

    ActionChains(page.driver).move_to_element(page.all(".sub del")[1]).perform()
    tip = page.find("#tip")
    assert tip.is_displayed()
    assert "replaced: 91%; was this: 84%; or: till, up to" in tip.text
    assert "lexicon: until → before on 3 pages" in tip.text
    ActionChains(page.driver).move_to_element(page.find("h1")).perform()
    assert not tip.is_displayed()


def test_the_keyboard_shows_the_same_and_goes_from_word_to_word(page):
    page.run("document.querySelector('.sub').focus()")
    assert "replaced: 91%" in page.find("#tip").text
    page.press(RIGHT)
    page.press(RIGHT)
    assert page.run("return document.activeElement.dataset.n") == "2"
    assert page.find(".restored ins.lit").get_attribute("data-n") == "2"
    page.press(HOME)
    assert page.run("return document.activeElement.dataset.n") == "0"


def test_escape_hides_the_evidence(page):
    page.run("document.querySelector('.sub').focus()")
    page.press(ESCAPE)
    assert not page.find("#tip").is_displayed()


def test_the_evidence_stays_inside_a_narrow_window(page):
    page.media(width=400)
    for mark in page.all(".sub"):
        page.run("arguments[0].focus()", mark)
        left, right = page.run(
            "const r = document.getElementById('tip').getBoundingClientRect(); return [r.left, r.right]"
        )
        assert left >= 0
        assert right <= 400


def test_every_replaced_word_is_described_to_those_who_hear_the_page(page):
    for mark in page.all(".sub"):
        described = mark.get_attribute("aria-describedby")
        words = page.run("return document.getElementById(arguments[0]).textContent", described)
        assert "replaced:" in words


def test_a_clean_text_is_shown_as_it_is(page):
    assert "Nothing was replaced here." in page.find("#text-1 .text").text
    assert page.all("#text-1 .sub") == []
