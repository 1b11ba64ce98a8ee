"""Patchworks, sources that add nothing and missing sources are shown in every format."""

from pathlib import Path

import pytest

from forensics import trace
from forensics.documents.model import Document
from tests.contract.test_renderers import shown

EVENTS = Path(__file__).parents[1] / "trace" / "events"
FIRE, WRECK = ((EVENTS / name / "0.txt").read_text("utf-8") for name in ("tank_fire", "shipwreck"))
FORMATS = ("table", "html", "json", "jsonl")


def _half(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: len(paragraphs) // 2])


@pytest.fixture(scope="module")
def patched():
    text = Document("patched.txt", f"{_half(FIRE)}\n\n{_half(WRECK)}")
    sources = [("fire.txt", FIRE), ("again.txt", FIRE), ("wreck.txt", WRECK)]
    return trace([text], against=[Document(id, text) for id, text in sources])


@pytest.fixture(scope="module")
def family():
    # Two papers cut one report of ours in different places; neither says which came first.
    paragraphs = FIRE.split("\n\n")
    a, b = "\n\n".join(paragraphs[:-1]), "\n\n".join(paragraphs[1:])
    return trace(
        [Document("a.txt", a), Document("b.txt", b)], against=[Document("a.txt", a), Document("b.txt", b)]
    )


def test_a_patchwork_says_of_every_sentence_whence_it_comes(patched):
    result = patched.result
    assert {v.b: v.relation for v in result.verdicts if v.explained_by is None} == {
        "fire.txt": "patchwork",
        "wreck.txt": "patchwork",
    }
    border = len(_half(FIRE))
    told = {one.source: [] for one in result.sentence_sources}
    for one in result.sentence_sources:
        told[one.source].append(one.start < border)
    assert set(told) == {"fire.txt", "wreck.txt"}
    assert all(told["fire.txt"])
    assert not any(told["wreck.txt"])


def test_the_second_of_two_identical_sources_is_explained_by_the_first(patched):
    by = {v.b: v.explained_by for v in patched.result.verdicts}
    assert by == {"fire.txt": None, "again.txt": "fire.txt", "wreck.txt": None}
    assert {e.target for e in patched.result.graph.edges if e.kind != "claims"} == {"fire.txt", "wreck.txt"}


def test_a_patchwork_whose_sources_are_at_hand_has_none_missing(patched):
    assert [one for one in patched.result.missing_sources if len(one.children) > 1] == []


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_shows_which_sentences_come_from_where(patched, format):
    page = " ".join(shown(patched, format).split())
    says = {"json": '"sentence_sources"', "jsonl": '"type":"sentence_source"'}
    assert says.get(format, "Which sentences come from where") in page
    assert {"json": "explained_by", "jsonl": "explained_by", "html": "adds nothing to"}.get(
        format, "Adds nothing"
    ) in page


def test_a_family_has_children_with_directions_and_none_between_them(family):
    edges = {(e.source, e.target, e.kind) for e in family.result.graph.edges if e.kind != "claims"}
    assert edges == {
        ("a.txt", "missing:1", "derived_from"),
        ("b.txt", "missing:1", "derived_from"),
        ("a.txt", "b.txt", "shares_text"),
    }


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_shows_what_a_missing_source_is_called_and_held(family, format):
    (missing,) = family.result.missing_sources
    page = " ".join(shown(family, format).split())
    assert missing.label in page
    assert missing.reconstruction
    assert " ".join(missing.reconstruction[0].text.split())[:40] in page.replace("\\n", " ").replace(
        "  ", " "
    )
