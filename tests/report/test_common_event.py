"""Reports of one event say, wherever they are shown, by which names, figures and dates they are known."""

from pathlib import Path

import pytest

from forensics import trace
from tests.contract.test_renderers import shown

EVENT = Path(__file__).parents[1] / "trace" / "events" / "tank_fire"


@pytest.fixture(scope="module")
def envelope():
    return trace(str(EVENT / "0.txt"), against=str(EVENT / "1.txt"))


def test_a_verdict_of_one_event_carries_what_both_tell_and_where(envelope):
    (verdict,) = envelope.result.verdicts
    assert verdict.relation == "same_event"
    texts = {document.id: document.text for document in envelope.result.documents}
    named = [one for one in verdict.shared_facts if one.kind == "name"]
    assert named
    for one in named:
        for side in (one.a, one.b):
            there = texts[side.id][side.start : side.end].casefold().replace("’s", "")
            assert set(there.split()) & set(one.name.casefold().split())
    assert [one.rarity for one in verdict.shared_facts] == sorted(
        (one.rarity for one in verdict.shared_facts), reverse=True
    )


@pytest.mark.parametrize("format", ["table", "html", "json", "jsonl"])
def test_every_format_shows_them(envelope, format):
    page = " ".join(shown(envelope, format).split())
    assert all(one.name in page for one in envelope.result.verdicts[0].shared_facts)
    if format == "table":
        assert "Both tell of" in page
    if format == "html":
        assert "Reports of the same events: 1 text" in page
