"""What additions, replacements and removals leave in an index on disk, and what readers see of them."""

import json
import random

import pytest

from bench.index.work import text
from forensics.documents.model import Document
from forensics.index.disk import parts, segments
from forensics.index.disk.changes import Changes
from forensics.index.disk.database import open_to_read
from forensics.index.disk.disk import DiskIndex
from forensics.index.disk.verifying import problems
from forensics.index.disk.writer import IndexWriter
from forensics.index.filters import filter_of
from forensics.lexicon.relations import shipped

DRAWN = random.Random(3)
TEXTS = [text(DRAWN) for _ in range(60)]


def documents(*numbers, version=""):
    return [
        Document(f"d{n}", TEXTS[n] + version, {"outlet": f"Gazette {n % 3}", "date": f"2024-0{1 + n % 9}-01"})
        for n in numbers
    ]


def changed(home, given, **options):
    with IndexWriter(home, create=True, **options) as writer:
        return writer.add(given)


def removed(home, *ids):
    with IndexWriter(home) as writer:
        return writer.remove(ids)


def leaders(home, asked, count=5):
    with DiskIndex(home, shipped()) as index:
        return [(one.document.id, one.score) for one in index.leaders(Document("asking", asked), count)]


@pytest.fixture
def home(tmp_path):
    return tmp_path / "index"


def test_what_is_in_the_index_already_is_left_as_it_is(home):
    assert changed(home, documents(*range(9))) == Changes(added=9)
    before = (home / "words" / "meta.json").read_bytes()
    assert changed(home, documents(*range(9))) == Changes(unchanged=9)
    assert (home / "words" / "meta.json").read_bytes() == before


def test_a_new_text_of_a_known_id_takes_the_place_of_the_old_one(home):
    changed(home, documents(*range(9)))
    assert changed(home, [Document("d4", TEXTS[40])]) == Changes(replaced=1)
    with DiskIndex(home, shipped()) as index:
        assert len(index) == 9
        assert index.document("d4") == Document("d4", TEXTS[40])
        assert index.near(TEXTS[4]) == []
        assert index.near(TEXTS[40]) == ["d4"]
    assert "d4" not in [id for id, _ in leaders(home, TEXTS[4])]
    assert leaders(home, TEXTS[40])[0][0] == "d4"


def test_new_fields_of_a_known_text_take_the_place_of_the_old_ones(home):
    changed(home, documents(*range(9)))
    other = Document("d4", TEXTS[4], {"outlet": "Herald"})
    assert changed(home, [other]) == Changes(replaced=1)
    with DiskIndex(home, shipped()) as index:
        assert index.document("d4") == other
    assert leaders(home, TEXTS[4])[0][0] == "d4"
    assert list(problems(home)) == []


def test_a_removed_document_is_found_no_more_and_its_words_are_as_rare_as_without_it(home, tmp_path):
    changed(home, documents(*range(20)))
    assert removed(home, "d3", "d7", "nobody") == Changes(removed=2)
    other = tmp_path / "without"
    changed(other, documents(*(n for n in range(20) if n not in (3, 7))))
    for asked in TEXTS[:10]:
        assert leaders(home, asked) == leaders(other, asked)


def test_answers_depend_neither_on_the_order_of_additions_nor_on_batches_merges_and_removals(home, tmp_path):
    """One index is made at once; the other in another order, four at a time, by a detour."""
    changed(home, documents(*range(60)))
    other = tmp_path / "other"
    changed(other, documents(*range(59, 20, -1)), at_once=4)
    changed(other, documents(*range(10, 30), version=" More."), at_once=4)
    removed(other, *(f"d{n}" for n in range(5, 15)))
    changed(other, documents(*range(60)), at_once=4)
    with DiskIndex(home, shipped()) as one, DiskIndex(other, shipped()) as two:
        assert len(one) == len(two) == 60
        assert one.state.chunks == two.state.chunks
        for asked in TEXTS[::5]:
            assert one.near(asked) == two.near(asked)
            assert leaders(home, asked, 20) == leaders(other, asked, 20)


def test_files_are_merged_so_that_there_are_never_many(home):
    changed(home, documents(*range(60)), at_once=1)
    database = open_to_read(home)
    assert len(segments.listed(database)) < 8
    assert all(len(parts.listed(database, kind)) < 8 for kind in ("bands", "prints", "counts"))
    listed = {part.name for part in parts.listed(database)}
    there = {f"{folder}/{path.name}" for folder in ("words", "keys") for path in (home / folder).iterdir()}
    assert there - {"words/meta.json"} <= listed
    database.close()


def test_the_dead_are_forgotten_once_no_file_holds_them(home):
    changed(home, documents(*range(40)), at_once=1)
    removed(home, *(f"d{n}" for n in range(30)))
    for n in range(40, 60):
        changed(home, documents(n))
    database = open_to_read(home)
    (left,) = database.execute("SELECT count(*) FROM dead").fetchone()
    database.close()
    assert left < 30


def test_a_reader_sees_what_was_there_when_it_opened(home):
    changed(home, documents(*range(20)))
    with DiskIndex(home, shipped()) as reader:
        before = [(one.document.id, one.score) for one in reader.leaders(Document("asking", TEXTS[5]), 5)]
        changed(home, documents(*range(20, 60)), at_once=2)
        removed(home, "d5")
        assert len(reader) == 20
        assert reader.document("d5").text == TEXTS[5]
        assert [
            (one.document.id, one.score) for one in reader.leaders(Document("asking", TEXTS[5]), 5)
        ] == before
        assert reader.near(TEXTS[5]) == ["d5"]
        reader.refresh()
        assert len(reader) == 59
        assert "d5" not in reader


def test_a_reader_opens_what_the_database_lists_whatever_tantivys_own_list_says(home):
    changed(home, documents(*range(20)))
    right = leaders(home, TEXTS[5])
    meta = home / "words" / "meta.json"
    for said in (b"", b"{}", json.dumps({**json.loads(meta.read_bytes()), "segments": []}).encode()):
        meta.write_bytes(said)
        assert leaders(home, TEXTS[5]) == right
    meta.unlink()
    assert leaders(home, TEXTS[5]) == right


def test_a_small_file_that_a_loss_of_power_took_is_read_from_the_database_and_written_again(home):
    changed(home, documents(*range(5)))
    right = leaders(home, TEXTS[2])
    lost = sorted((home / "words").glob("*.idx"))[0]
    data = lost.read_bytes()
    for left in (None, b"", bytes(len(data))):
        lost.unlink(missing_ok=True)
        if left is not None:
            lost.write_bytes(left)
        assert leaders(home, TEXTS[2]) == right
    changed(home, documents(6))
    assert lost.read_bytes() == data


def test_few_documents_may_be_long(home):
    long = [Document(f"long {n}", " ".join(TEXTS[n:]) + " ".join(TEXTS[:n])) for n in range(30)]
    changed(home, long)
    assert max(path.stat().st_size for path in (home / "words").iterdir()) > 64 << 10
    with DiskIndex(home, shipped()) as index:
        assert [index.document(one.id) for one in long] == long
    assert list(problems(home)) == []


def test_only_documents_whose_fields_say_so_are_named(home):
    changed(home, documents(*range(30)))
    with DiskIndex(home, shipped()) as index:
        asked = Document("asking", TEXTS[4])
        everyone = [one.document.id for one in index.leaders(asked, 30)]
        wanted = filter_of(["outlet=Gazette 1"], "2024-03-01")
        found = [one.document for one in index.leaders(asked, 30, wanted)]
    assert {one.id for one in found} <= set(everyone)
    assert found
    assert {one.metadata["outlet"] for one in found} == {"Gazette 1"}
    assert min(one.metadata["date"] for one in found) >= "2024-03-01"


def test_hostile_ids_and_texts_come_back_as_they_were(home):
    hostile = [
        Document("\ud800", "a lone \udfff surrogate", {"\ud800": "\x00"}),
        Document("", "", {}),
        Document("nul\0and\u202e", "x" * 100_000, {"n": 1.5, "list": [1, {"a": None}]}),
        Document("' OR 1=1 --", "word " * 5000),
    ]
    changed(home, hostile)
    with DiskIndex(home, shipped()) as index:
        assert [index.document(one.id) for one in hostile] == hostile
    assert list(problems(home)) == []
