"""Findings in unmasked texts are told where they stand in the texts as given, in every result."""

from dataclasses import fields, is_dataclass
from pathlib import Path

from bench.evidence.disguises import DISGUISES
from forensics.api.dedupe import dedupe
from forensics.api.spin import spin
from forensics.api.trace import trace
from forensics.documents.model import Document
from forensics.report.wording import spun_text
from forensics.settings import SpinSettings
from forensics.text.disguise.relocate import relocated
from forensics.text.disguise.unmask import unmask
from tests.text.disguise.test_unmask import STORY

DISGUISE = DISGUISES["zero-width space in every word"][1]
SAMPLE = Path(__file__).parents[3] / "samples" / "001.txt"
RETOLD = STORY.replace("said that", "stated that").replace("quiet", "silent").replace("Three", "Four")


def quoted(value, texts, within=None):
    """Yield (what a finding quotes, what stands at its offsets) for every finding that quotes its text."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from quoted(one, texts, within)
    elif is_dataclass(value):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        within = held.get("id") if held.get("id") in texts else within
        for name in ("text", "observed"):
            if "start" in held and held.get(name):
                yield held[name], texts[within][held["start"] : held["end"]]
        for one in held.values():
            yield from quoted(one, texts, within)


def test_trace_quotes_the_disguised_text_where_it_stands():
    texts = {"a": DISGUISE(STORY), "b": RETOLD}
    result = trace(Document("a", texts["a"]), against=Document("b", texts["b"])).result
    found = list(quoted(result.documents, texts))
    assert len(found) > 5
    assert all(quote == stands for quote, stands in found)
    assert {one.id: one.text for one in result.documents} == texts
    plain = trace(Document("a", STORY), against=Document("b", RETOLD)).result
    assert [v.relation for v in result.verdicts] == [v.relation for v in plain.verdicts]
    for one, other in zip(result.matches, plain.matches, strict=True):
        assert (
            unmask(texts["a"][one.a.start : one.a.end]).text.replace("\u200b", "")
            == STORY[other.a.start : other.a.end]
        )
        assert one.b == other.b


def test_spin_beside_a_reference_counts_in_both_texts_as_given(tmp_path):
    text, original = DISGUISE(RETOLD), DISGUISES["Cyrillic letters"][1](STORY)
    (tmp_path / "original.txt").write_bytes(original.encode())
    settings = SpinSettings(against=str(tmp_path / "original.txt"))
    (found,) = spin(Document("a", text), settings=settings).result.documents
    assert [s.observed for s in found.substitutions] == [text[s.start : s.end] for s in found.substitutions]
    facts = found.comparison.facts_changed
    assert [unmask(original[f.original_start : f.original_end]).text for f in facts] == ["Three"]
    assert [f.original for f in facts] == [original[f.original_start : f.original_end] for f in facts]


def test_a_restored_text_keeps_its_disguise_and_leads_back_to_the_text_as_read():
    text = DISGUISE(SAMPLE.read_bytes().decode())
    (found,) = spin(Document("a", text)).result.documents
    assert found.verdict == "spun"
    assert spun_text(found.restored, found.substitutions) == text


def test_a_disguised_copy_is_near_and_told_and_equal_texts_are_exact():
    documents = [Document("plain", STORY), Document("again", STORY), Document("masked", DISGUISE(STORY))]
    result = dedupe(documents).result
    assert {(p.a, p.b): p.relation for p in result.pairs} == {
        ("plain", "again"): "exact",
        ("plain", "masked"): "near",
        ("again", "masked"): "near",
    }
    assert [(one.id, [told.kind for told in one.obfuscation]) for one in result.disguised] == [
        ("masked", ["invisible"])
    ]


def test_every_field_that_holds_an_offset_is_known_to_what_moves_them():
    """A new field of a result that ends in start or end is to be added to relocate.py."""
    from forensics.spin import result as spin_result
    from forensics.trace import findings, result

    begins = {
        field.name.removesuffix("start")
        for module in (spin_result, findings, result)
        for kind in vars(module).values()
        if is_dataclass(kind)
        for field in fields(kind)
        if field.name.endswith("start")
    }
    assert begins == {"", "cited_", "original_"}


def test_results_without_disguises_are_left_as_they_are():
    result = trace(Document("a", STORY)).result
    assert relocated(result, {}) == result
