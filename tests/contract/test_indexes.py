"""What every index of sources does, however it keeps them."""

from pathlib import Path

import pytest

from forensics.documents.model import Document
from forensics.index.disk.disk import DiskIndex
from forensics.index.interface import Index
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon.relations import shipped

EVENTS = Path(__file__).parents[1] / "trace" / "events"
REPORTS = [
    Document(f"{path.parent.name}/{path.name}", path.read_text("utf-8"), {"date": f"2024-05-{n + 1:02}"})
    for n, path in enumerate(sorted(EVENTS.rglob("*.txt")))
]


IMPLEMENTATIONS = {
    "temporary": lambda _: TemporaryIndex(shipped()),
    "disk": lambda home: DiskIndex.made(home, shipped()),
}


@pytest.fixture(params=sorted(IMPLEMENTATIONS))
def index(request, tmp_path, tmp_path_factory, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made: Index = IMPLEMENTATIONS[request.param](tmp_path_factory.mktemp("stays") / "index")
    yield made
    made.close()
    assert list(tmp_path.iterdir()) == []


def test_an_index_that_holds_nothing_has_no_leaders(index):
    assert len(index) == 0
    assert index.leaders(REPORTS[0], 5) == []


def test_what_was_added_is_there_with_its_text_and_its_metadata(index):
    index.add(REPORTS)
    assert len(index) == len(REPORTS)
    for report in REPORTS:
        assert report.id in index
        assert index.document(report.id) == report
    assert "nobody" not in index


def test_an_id_that_was_never_added_is_a_key_error(index):
    index.add(REPORTS[:2])
    with pytest.raises(KeyError):
        index.document("nobody")


def test_the_source_of_a_text_leads(index):
    index.add(REPORTS)
    copied = Document("copy", "\n\n".join(REPORTS[3].text.split("\n\n")[1:]))
    assert index.leaders(copied, len(REPORTS))[0].document == REPORTS[3]


def test_a_text_is_not_its_own_leader(index):
    index.add(REPORTS)
    assert REPORTS[0].id not in [leader.document.id for leader in index.leaders(REPORTS[0], 50)]


def test_there_are_as_many_leaders_as_asked_for_and_the_likelier_stand_first(index):
    index.add(REPORTS)
    leaders = index.leaders(Document("copy", REPORTS[2].text), 3)
    assert len(leaders) == 3
    scores = [leader.score for leader in leaders]
    assert scores == sorted(scores, reverse=True)


def test_sources_may_come_one_after_the_other(index):
    for report in REPORTS:
        index.add(iter([report]))
    leaders = index.leaders(Document("copy", REPORTS[5].text), 1)
    assert [leader.document.id for leader in leaders] == [REPORTS[5].id]


@pytest.mark.parametrize("name", sorted(IMPLEMENTATIONS))
def test_neither_the_order_nor_the_batches_in_which_sources_came_decide_who_leads(name, tmp_path):
    asked = [Document("asking", report.text[len(report.text) // 3 :]) for report in REPORTS[::5]]
    found = []
    orders = [REPORTS], [REPORTS[::-1]], [REPORTS[1::2], REPORTS[::2]], [[r] for r in REPORTS]
    for number, batches in enumerate(orders):
        made = IMPLEMENTATIONS[name](tmp_path / str(number))
        for batch in batches:
            made.add(batch)
        found.append([[(one.document.id, one.score) for one in made.leaders(text, 12)] for text in asked])
        made.close()
    assert found[1:] == found[:1] * 3


@pytest.mark.parametrize("text", ["", " \n", "12 %"])
def test_a_text_without_words_asks_nothing_and_breaks_nothing(index, text):
    index.add([Document("empty", text), *REPORTS])
    assert index.document("empty").text == text
    assert len(index.leaders(Document("also empty", text), 3)) <= 3


def test_the_first_text_of_an_id_stays(index):
    index.add([Document("a", REPORTS[0].text), Document("a", REPORTS[1].text)])
    assert index.document("a").text == REPORTS[0].text
