"""What holds for every report in a real browser: alone, silent, accessible, and deaf to hostile text."""

import time

import msgspec
import pytest

from forensics.report import json
from tests.browser.conftest import HOSTILE
from tests.report import results_by_hand as made

NAMES = ["trace", "spin", "dedupe", "hostile trace", "hostile spin", "hostile dedupe"]

# What is folded or hidden until somebody asks for it, opened as they would open it.
OPENED = """
for (const part of document.querySelectorAll("details")) part.open = true;
const mark = document.querySelector(".sides a.m, .sub");
if (mark) { mark.focus(); mark.click(); }
"""


@pytest.fixture(params=NAMES)
def page(request, open_report):
    return open_report(request.param)


def test_it_opens_from_a_file_and_asks_for_nothing_else(page):
    assert page.complaints() == []
    assert [url.partition(":")[0] for url in page.requests()] == ["file"]
    assert page.find("main h2").is_displayed()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES[:4])
def test_axe_finds_no_violation(open_report, axe, name, scheme):
    page = open_report(name)
    page.media(scheme=scheme)
    page.run(OPENED)
    page.run(axe)
    found = page.driver.execute_async_script(
        "axe.run(document, {resultTypes: ['violations']}).then(arguments[arguments.length - 1])"
    )
    assert [(v["impact"], v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []


@pytest.mark.parametrize("name", NAMES[3:])
def test_nothing_in_hostile_text_runs(open_report, name):
    page = open_report(name)
    page.run(OPENED)
    for mark in page.all(".sides a.m, .sub, summary")[:40]:
        page.run("arguments[0].focus(); arguments[0].click()", mark)
    assert page.run("return window.fired") is None
    assert page.complaints() == []
    assert page.all("img, iframe, object, body b, svg[onload], main script") == []
    shown = page.run("return document.querySelector('main').textContent")
    for words in made.HOSTILE[:9]:
        assert words in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("width", [400, 1280])
def test_it_fits_its_window(page, width):
    page.media(width=width)
    page.run(OPENED)
    assert page.run("return document.documentElement.scrollWidth") <= width


def test_print_shows_texts_in_full(page):
    page.media(media="print", width=794)
    for box in page.all(".text"):
        whole, seen = page.run("return [arguments[0].scrollHeight, arguments[0].clientHeight]", box)
        assert whole <= seen + 2
    assert not page.run("return [...document.querySelectorAll('button, nav')].some(b => b.offsetParent)")


def test_the_first_tab_leads_past_the_contents(page):
    page.press("\ue004")
    assert page.run("return document.activeElement.className") == "skip"
    page.press("\ue007")
    assert page.focused == "main"


@pytest.mark.parametrize("name", ["trace", "hostile spin"])
def test_the_json_that_is_saved_is_the_result(open_report, name):
    page = open_report(name)
    made_of = made.trace_envelope() if name == "trace" else made.spin_envelope(HOSTILE, HOSTILE, 8)[0]
    saved = page.driver.downloads / f"{name.split()[-1]}.json"
    page.find("#save").click()
    for _ in range(600):
        if saved.is_file():
            break
        time.sleep(0.05)
    assert msgspec.json.decode(saved.read_bytes()) == msgspec.json.decode(json.document(made_of))
