import pytest

from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon.user import read_user_pairs
from forensics.spin.reference.harvest import harvest, to_tsv

ORIGINAL = Document(
    "original", "The tall guard saw 12 goats near Oslo, and the old shepherd told her a short story."
)
SPUN = Document(
    "spun", "The tall sentry noticed 15 goats near Bergen, and the previous shepherd tells her a brief tale."
)


@pytest.fixture(scope="module")
def lexicon():
    return lexicons.load()


def test_synonyms_are_harvested_and_changed_facts_and_inflection_are_not(lexicon):
    found = {(p.observed, p.original) for p in harvest(SPUN, ORIGINAL, lexicon)}
    assert {("sentry", "guard"), ("noticed", "saw"), ("previous", "old"), ("tale", "story")} <= found
    assert not {observed for observed, _ in found} & {"15", "bergen", "tells"}


def test_a_text_teaches_nothing_about_itself(lexicon):
    assert harvest(ORIGINAL, ORIGINAL, lexicon) == []


def test_what_is_harvested_can_be_read_back(tmp_path, lexicon):
    pairs = harvest(SPUN, ORIGINAL, lexicon)
    path = tmp_path / "mine.tsv"
    path.write_text(to_tsv(pairs), encoding="utf-8")
    assert set(read_user_pairs(path).pairs) == set(pairs)
    assert to_tsv(read_user_pairs(path).pairs) == to_tsv(pairs)


def test_a_pair_seen_in_two_texts_counts_two_pages(lexicon):
    again = Document("again", SPUN.text)
    table = to_tsv([*harvest(SPUN, ORIGINAL, lexicon), *harvest(again, ORIGINAL, lexicon)])
    assert "sentry\tguard\t2\tspun, again" in table.splitlines()


def test_a_hostile_name_cannot_add_rows(lexicon):
    named = Document("a\tb\nobserved\toriginal", SPUN.text)
    rows = to_tsv(harvest(named, ORIGINAL, lexicon)).splitlines()
    assert all(row.count("\t") == 3 for row in rows)
