"""What is mapped into memory says what the tables say that it was made of."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.lang.en.words import DATA as ENGLISH
from forensics.lang.en.words import words
from forensics.lexicon import UserPair
from forensics.lexicon.habits import habits
from forensics.lexicon.pairs import merged, of_users, shipped
from tests.lexicon.making import pairs_build, stems_build, strings_build

DATA = Path(str(files("forensics.lexicon"))) / "data"
ROWS = (DATA / "pairs.tsv").read_text("utf-8").splitlines(keepends=True)
PAGES = sorted({page for row in ROWS[1:] for page in row.split("\t")[4].split(",")})


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


def parsed(without=frozenset(), users=()):
    return merged([*shipped(ROWS, frozenset(without)), *of_users(users)])


def counts(english):
    return {name: dict(getattr(english, name).items()) for name in ("longest", "written", "replaced")}


def counted(table, english):
    made = habits(table, english.numbers)
    return {"longest": made.longest, "written": made.written, "replaced": made.replaced}


def test_the_pairs_are_those_of_the_table_in_its_order(english):
    table = parsed()
    assert list(english.pairs.items()) == list(table.items())
    assert len(english.pairs) == len(table)
    assert counts(english) == counted(table, english)
    assert {type(value) for value in english.longest.values()} == {int}
    assert {type(value) for value in english.written.values()} == {float}


@settings(max_examples=8, deadline=None)
@given(
    st.sets(st.sampled_from(PAGES)),
    st.lists(
        st.builds(
            UserPair, st.sampled_from(["within the", "quokka pie", "home"]), st.sampled_from(["x", "house"])
        )
    ),
)
def test_without_any_pages_and_with_any_users_pairs_the_lexicon_is_that_of_the_table(without, users):
    made = lexicon.load(without_pages=sorted(without), pairs=users)
    table = parsed(without, users)
    assert dict(made.pairs.items()) == table
    assert counts(made) == counted(table, made)


def test_words_that_hold_a_space_are_no_phrase(english):
    assert ("within", "the") in english.pairs
    assert ("within the",) not in english.pairs
    assert ("in", "the") in english.written
    assert ("in the",) not in english.written
    assert () not in english.pairs


def test_a_term_is_found_by_its_number_and_its_text(english):
    terms = list(english.terms)
    assert len(terms) == len(english.terms) == len(english.numbers)
    assert [english.terms[n] for n in range(0, len(terms), 97)] == terms[::97] == english.terms[::97]
    assert english.terms[-1] == terms[-1]
    assert all(english.numbers[terms[n]] == n for n in range(0, len(terms), 97))
    assert dict(zip(english.numbers, range(3), strict=False)) == {terms[n]: n for n in range(3)}
    assert english.numbers.get("qqzxv") is None
    assert "qq zxv" not in english.numbers
    with pytest.raises(KeyError):
        english.numbers["qqzxv"]
    with pytest.raises(IndexError):
        english.terms[len(terms)]


def test_the_tables_that_ship_are_those_that_the_scripts_write(english, tmp_path):
    strings_build.write(tmp_path, "words", list(words()))
    stems_build.write(tmp_path, list(words()))
    strings_build.write(tmp_path, "phrases", english.terms[len(words()) :])
    (tmp_path / "pairs.tsv").write_text("".join(ROWS), encoding="utf-8")
    pairs_build.write(tmp_path, english.numbers)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {
        name: next(d / name for d in (DATA, ENGLISH) if (d / name).exists()).read_bytes() for name in made
    }
    assert len(made) == 18
