"""A report is one page that holds everything, loads nothing, and shows whatever it is given as text."""

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import msgspec
import pytest

from forensics.report import json as faces
from forensics.report.html import render
from forensics.report.load import decode
from tests.report import results_by_hand as made

VOID = {"meta", "input", "br", "hr"}
HOSTILE = " ".join(made.HOSTILE)


def plain(command):
    return {"dedupe": made.dedupe_envelope, "spin": made.spin_envelope}[command]()


def hostile(command):
    match command:
        case "dedupe":
            return made.dedupe_envelope(fill=HOSTILE)
        case "spin":
            envelope, text = made.spin_envelope(id=HOSTILE, fill=HOSTILE)
            return envelope, {f"clean-{HOSTILE}": text}
        case _:
            return made.trace_envelope(a=HOSTILE, b=f"b {HOSTILE}", fill=HOSTILE), {}


@pytest.fixture(params=["dedupe", "spin", "trace"])
def command(request):
    return request.param


@pytest.fixture
def envelope(command):
    return made.trace_envelope() if command == "trace" else plain(command)[0]


@pytest.fixture
def texts(command):
    match command:
        case "dedupe":
            return made.dedupe_envelope()[1]
        case "spin":
            return {"clean-story.txt": "Nothing was replaced here."}
        case _:
            return {}


class Outline(HTMLParser):
    """The elements of a page as a browser would nest them, and the text between them."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.text = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name not in VOID:
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open.pop() == name, f"</{name}> closes nothing that is open"

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.text.append(data)


def test_the_same_result_gives_the_same_bytes(envelope, texts):
    assert render(envelope, texts) == render(decode(faces.document(envelope), "x"), texts)


def test_every_element_is_closed_and_every_anchor_leads_somewhere(envelope, texts):
    outline = Outline(render(envelope, texts))
    assert outline.open == []
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for name, attributes in outline.elements:
        if name == "a":
            assert attributes["href"].removeprefix("#") in ids


def test_nothing_is_loaded_from_anywhere(envelope, texts):
    for name, attributes in Outline(render(envelope, texts)).elements:
        assert name not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
        assert not {"src", "srcset", "action", "background", "style", "data"} & set(attributes)
        assert not [key for key in attributes if key.startswith("on")]


def test_only_the_scripts_and_the_style_of_the_package_may_act(envelope, texts):
    page = render(envelope, texts)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1).replace("&#x27;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    acting = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.S)
    assert acting
    for source in acting:
        digest = b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_whole_result_is_in_the_page_to_be_saved(envelope, texts):
    page = render(envelope, texts)
    data = re.search(r'<script type="application/json" id="result">(.*?)</script>', page, re.S).group(1)
    assert json.loads(data) == msgspec.json.decode(faces.document(envelope))


def test_the_manifest_names_every_input_setting_and_version(envelope, texts):
    shown = " ".join(Outline(render(envelope, texts)).text)
    for one in envelope.inputs:
        assert one.id in shown
        assert one.sha256 in shown
    for name in envelope.settings.__dataclass_fields__:
        assert name in shown
    assert f"forensics {envelope.tool.version}" in shown
    assert f"forensics {envelope.command} " in shown


def test_hostile_text_and_names_stay_text(command):
    envelope, texts = hostile(command)
    page = render(envelope, texts)
    outline = Outline(page)
    tame = Outline(render(*hostile_with(command, "harmless")))
    assert {name for name, _ in outline.elements} == {name for name, _ in tame.elements}
    assert "<script>window.fired" in " ".join(outline.text)


def hostile_with(command, words):
    match command:
        case "dedupe":
            return made.dedupe_envelope(fill=words)
        case "spin":
            envelope, text = made.spin_envelope(id=words, fill=words)
            return envelope, {f"clean-{words}": text}
        case _:
            return made.trace_envelope(a=words, b=f"b {words}", fill=words), {}


def test_no_character_that_reorders_or_drives_a_screen_is_left(command):
    envelope, texts = hostile(command)
    page = render(envelope, texts)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", page)
    assert "\\u202e" in page


def test_every_match_says_its_level_in_words():
    envelope = made.trace_envelope()
    page = render(envelope)
    for number, match in enumerate(envelope.result.matches[:-1]):
        label = f"{number + 1} {match.level.replace('_', ' ')} "
        assert page.count(f"<sup>{label}</sup>") == 2


def test_a_match_leads_to_its_other_side_even_where_another_covers_it():
    outline = Outline(render(made.trace_envelope()))
    marks = [a for name, a in outline.elements if name == "a" and "data-m" in a]
    covered = [a for a in marks if a.get("data-also")]
    assert covered, "the match inside another is kept with the one that is shown"
    assert {a["href"][1:] for a in marks} <= {a.get("id") for _, a in outline.elements}


def test_a_spun_text_is_told_with_its_score_its_spinner_and_what_was_not_seen():
    page = render(made.spin_envelope()[0])
    assert "about 97 of 100 that score like this one were spun" in page
    assert "are those of spinners of automatic blogs" in page
    assert "(probability 0.90), 80% of them known of it" in page
    assert "Names were left as they are." in page


def test_clusters_whose_texts_are_not_at_hand_say_so():
    assert "No text is at hand" in render(made.dedupe_envelope()[0])


def test_a_spun_text_and_its_restored_one_are_both_whole():
    envelope, text = made.spin_envelope()
    (first, _) = envelope.result.documents
    page = render(envelope)
    boxes = re.findall(r'<div class="text(?: restored)?".*?</div>', page, re.S)
    read = re.sub(r'<span class="tip".*?</span></span>', "", boxes[0])
    read = re.sub(r"</del> <ins>.*?</ins>", "", read)
    assert words_of(read) == text.split()
    assert words_of(boxes[1]) == first.restored.split()


def words_of(markup):
    return re.sub(r"<[^>]*>", "", markup.replace("</p>", " ")).split()


def test_what_a_page_leaves_out_is_said(monkeypatch):
    from forensics.report.html.dedupe import clusters
    from forensics.report.html.spin import page as spin
    from forensics.report.html.trace import layout

    monkeypatch.setattr(clusters, "CLUSTERS", 2)
    assert "and 1 cluster more, in the JSON." in render(made.dedupe_envelope(clusters=3)[0])
    monkeypatch.setattr(spin, "_SHOWN", 1)
    assert "Not shown whole: 1 text with a lower score" in render(made.spin_envelope()[0])
    monkeypatch.setattr(layout, "_PAIRS", 0)
    assert "side by side" not in render(made.trace_envelope())


@pytest.mark.parametrize(("relation", "counts"), [("sibling", True), ("undetermined", False)])
def test_the_matches_of_a_pair_that_cannot_be_decided_count_once_they_are_switched_on(relation, counts):
    envelope = made.trace_envelope()
    first, *others = envelope.result.verdicts
    verdicts = (replace(first, relation=relation), *others)
    outline = Outline(render(replace(envelope, result=replace(envelope.result, verdicts=verdicts))))
    switch = next(a for name, a in outline.elements if name == "input" and a.get("class") == "source")
    assert ("checked" in switch) is counts
