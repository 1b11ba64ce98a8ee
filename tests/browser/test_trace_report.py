"""Two texts side by side, linked, counted, and explained match by match."""

from dataclasses import replace

import pytest

from forensics.api.trace import trace
from tests.browser.conftest import ROOT
from tests.report import results_by_hand as made

ENTER, ESCAPE, DOWN, UP, END = "\ue007", "\ue00c", "\ue015", "\ue013", "\ue010"


@pytest.fixture
def page(open_report):
    return open_report("trace")


def share(page, side="a"):
    return page.find(f"article.pair output.share[data-side={side}]").text


@pytest.mark.parametrize("by", ["click", "key"])
def test_following_a_match_leads_to_its_other_side_and_tells_why(page, by):
    mark = page.find("#a2")
    if by == "click":
        mark.click()
    else:
        page.run("arguments[0].focus()", mark)
        page.press(ENTER)
    assert page.focused == "b2"
    drawer = page.find("#drawer")
    assert drawer.is_displayed()
    assert "Match 3: spun" in drawer.text
    assert "until" in drawer.text
    assert "before" in drawer.text
    page.press(ENTER)
    assert page.focused == "a2"


def test_escape_closes_the_evidence_and_stays_at_the_match(page):
    page.find("#a2").click()
    page.press(ESCAPE)
    assert not page.find("#drawer").is_displayed()
    assert page.focused == "b2"


def test_arrow_keys_go_from_match_to_match_and_tab_stops_once(page):
    page.run("document.getElementById('a0').focus()")
    page.press(DOWN)
    page.press(DOWN)
    page.press(UP)
    first = [mark.get_attribute("data-m") for mark in page.all(".column:first-child a.m")]
    assert page.run("return document.activeElement.dataset.m") == first[1]
    page.press(END)
    assert page.run("return document.activeElement.dataset.m") == first[-1]
    assert len(page.all(".column:first-child a.m[tabindex='0']")) == 1


def test_template_text_is_no_part_of_what_is_counted_until_it_is_switched_on(opened):
    envelope = made.trace_envelope()
    matches = [replace(m, passage=-1) if m.level == "boilerplate" else m for m in envelope.result.matches]
    page = opened(replace(envelope, result=replace(envelope.result, matches=tuple(matches))))
    without = covered(envelope, lambda m: m.level in COUNTED)
    assert int(share(page)[:-1]) > int(without[:-1])
    page.find("input.level[value=boilerplate]").click()
    assert share(page) == covered(envelope, lambda m: m.level != "facts_only")


def covered(envelope, wanted):
    """Return the share of the first text's words in wanted matches, counted the plain way."""
    first = envelope.result.documents[0]
    uncounted = [range(r.start, r.end) for r in first.residue]
    words = [w for w in made.word_starts(first.text) if not any(w in r for r in uncounted)]
    sides = [m.a for m in envelope.result.matches if wanted(m)]
    inside = sum(any(s.start <= w < s.end for s in sides) for w in words)
    return f"{round(100 * inside / len(words))}%"


COUNTED = ("verbatim", "minor", "spun", "paraphrased", "summarised")


def test_percentages_follow_the_levels(page):
    envelope = made.trace_envelope()
    assert share(page) == covered(envelope, lambda m: m.level in COUNTED)
    page.find("input.level[value=spun]").click()
    assert share(page) == covered(envelope, lambda m: m.level in COUNTED and m.level != "spun")
    assert "off" in page.find("#a2").get_attribute("class")
    page.find("input.level[value=spun]").click()
    page.find("input.level[value=boilerplate]").click()
    assert share(page) == covered(envelope, lambda m: m.level != "facts_only")


def test_the_first_figures_are_those_of_the_trace(opened):
    traced = trace([ROOT / "samples/001.txt", ROOT / "samples/000.txt"])
    (verdict,) = traced.result.verdicts
    page = opened(traced)
    assert share(page, "a") == f"{verdict.counted_a:.0%}"
    assert share(page, "b") == f"{verdict.counted_b:.0%}"


def test_a_source_that_is_switched_off_counts_nowhere(page):
    assert page.find("output.total").text != "0%"
    page.find("input.source").click()
    assert page.find("output.total").text == "0%"
    assert share(page) == "0%"
    page.find("input.source").click()
    assert page.find("output.total").text == share(page)


def test_small_matches_and_quotations_can_be_left_out(page):
    before = share(page)
    page.find("#quotes").click()
    without = share(page)
    assert int(without[:-1]) < int(before[:-1])
    page.find("#quotes").click()
    least = page.find("#least")
    least.clear()
    least.send_keys("500")
    assert share(page) == "0%"


def test_switches_work_by_keyboard(page):
    before = share(page)
    page.run("document.querySelector('input.level[value=minor]').focus()")
    page.press(" ")
    assert share(page) != before


def test_the_graph_and_the_order_are_drawn_and_told(page):
    for drawing in page.all("svg[role=img]"):
        assert drawing.get_attribute("aria-label")
    assert len(page.all("svg.graph .node")) == 5
    assert len(page.all("svg.dots .dot")) == len(made.trace_envelope().result.matches)
    assert page.find("#missing").text.count("The Herald")


def test_without_a_choice_the_first_pair_is_shown_and_its_link_leads_to_it(page):
    page.find("a.show").click()
    assert page.focused == "pair-0-title"


def test_the_text_stands_before_its_evidence_each_piece_in_the_colour_of_its_source(page):
    order = [section.get_attribute("id") for section in page.all("main > section")]
    assert order[:2] == ["summary", "text-0"]
    assert order.index("pairs") < order.index("graph") < order.index("limits")
    swatch = page.find(".sources .swatch").value_of_css_property("background-color")
    assert page.find(".covered a.m").value_of_css_property("background-color") == swatch


def test_a_piece_of_the_text_opens_the_other_side_at_its_place(page):
    piece = page.find(".covered a.m.spun")
    match = piece.get_attribute("data-best")
    piece.click()
    assert page.focused == f"b{match}"
    assert page.find("#drawer").is_displayed()


def test_a_source_that_is_switched_off_leaves_its_colour_to_the_next_best(opened):
    texts = [ROOT / "samples/001.txt", ROOT / "samples/000.txt"]
    page = opened(trace(texts[0], against=texts))
    page.find("input.source").click()
    assert "off" in page.find(".covered a.m").get_attribute("class")
    page.find("input.source").click()
    assert "s0" in page.find(".covered a.m").get_attribute("class")


def test_what_stands_on_one_side_only_is_told_by_the_name_of_that_text(page):
    page.find("#a2").click()
    said = page.find("#drawer .ops").text
    assert "delete" not in said
    assert "insert" not in said
