"""What holds for every language that is here."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import get_args

import pytest

from forensics.errors import UsageError
from forensics.lang import LANGUAGES, language
from forensics.text.shingles import tokens
from forensics.text.words import words
from forensics.trace.extract.outlets import OutletKind
from forensics.trace.result import ResidueKind

# Fields that hold no whole words, but beginnings, endings, names and phrases; and abbreviations, which are cased.
NO_WORDS = set(
    """code name stemmer abbreviations contracted contracted_endings silent sounds_as_consonant prefixes
    release_forms retold agencies listed cities""".split()
)


@pytest.fixture(params=LANGUAGES)
def one(request):
    return language(request.param)


def lists(part, inside=""):
    """Yield the name and value of every field of a language and its groups."""
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            yield from lists(value, f"{field.name}.")
        else:
            yield inside + field.name, value


def entries(value):
    """Yield the words of a field: those looked up, and where one name has several ways to write it, the ways."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, ways in value.items():
            yield from entries(ways if isinstance(ways, tuple) else key)
    else:
        for part in value:
            yield from entries(part)


def test_a_language_is_made_once_and_never_changed(one):
    assert language(one.code) is one
    with pytest.raises(FrozenInstanceError):
        one.code = "xx"


def test_a_language_that_is_not_here_is_refused_in_one_line_with_those_that_are():
    with pytest.raises(UsageError, match="unknown language: xx") as refused:
        language("xx")
    assert "en" in refused.value.hint


def test_every_word_is_spelled_as_it_is_looked_up(one):
    wrong = {
        (name, word)
        for name, value in lists(one)
        if name.rpartition(".")[2] not in NO_WORDS
        for word in entries(value)
        if [w.key for w in words(word)] != [word]
    }
    assert not wrong


def test_no_word_has_the_possessive_ending_that_is_gone_before_words_are_looked_up(one):
    gone = {(name, word) for name, value in lists(one) for word in entries(value) if word.endswith("'s")}
    assert not gone


def test_stop_words_are_words_as_shingles_see_them(one):
    assert all(tokens(word) == [word] for word in one.stop_words)


def test_beginnings_and_endings_are_lower_case(one):
    for name in ("contracted", "contracted_endings", "silent", "sounds_as_consonant"):
        assert all(word == word.lower() for word in entries(getattr(one.spelling, name)))
    assert all(word == word.lower() for word in one.negation.prefixes)


def test_abbreviations_are_no_longer_than_what_is_looked_at_before_a_full_stop(one):
    assert all(len(word) <= 11 for word in one.abbreviations)


def test_no_word_is_written_for_two_names(one):
    for ways in (one.units.measures, one.units.currencies, one.counting.states):
        found = list(entries(ways))
        assert len(found) == len(set(found))


def test_small_words_are_nested(one):
    assert one.glue < one.stop_words < one.function_words


def test_lists_that_hold_others_do(one):
    names, speech = one.names, one.speech
    assert names.not_names | names.determiners | names.prepositions | speech.blockers <= names.never_names
    assert names.particles <= names.joiners
    assert names.last_words | names.spun_last_words <= names.last_words_after_article
    assert names.forms_of_address <= names.titles
    assert speech.like_nouns <= speech.said | speech.say
    assert one.furniture.platforms <= one.furniture.share_words
    assert one.numbers.tens <= one.numbers.words.keys()
    assert one.calendar.ambiguous_months <= {*one.calendar.months, *one.calendar.short_months}


def test_a_calendar_has_twelve_months_and_seven_weekdays(one):
    assert (len(set(one.calendar.months)), len(one.calendar.weekdays)) == (12, 7)
    assert set(one.calendar.short_months.values()) <= set(range(1, 13))


def test_its_stemmer_is_one_of_snowball(one):
    from nltk.stem.snowball import SnowballStemmer

    assert one.stemmer in SnowballStemmer.languages


@pytest.mark.parametrize("table", ["links.tsv", "outlets.tsv", "places.tsv", "residue.txt"])
def test_every_table_has_lines_and_none_twice(one, table):
    lines = one.lines(table)
    assert lines
    assert len(lines) == len(set(lines))


def test_tables_have_the_columns_that_are_read(one):
    rows = {table: [line.split("\t") for line in one.lines(f"{table}.tsv")] for table in ("links", "outlets")}
    assert all(len(row) == 2 and row[0] == row[0].lower() for row in rows["links"])
    assert {row[0] for row in rows["outlets"]} <= set(get_args(OutletKind))
    assert {line.split("\t")[0].split(" ")[0] for line in one.lines("residue.txt")} <= set(
        get_args(ResidueKind)
    )
    assert all(line.count("\t") <= 1 for line in one.lines("places.tsv"))


@pytest.mark.parametrize("unit", ["document", "paragraph"])
def test_dedupe_loads_no_language(unit, tmp_path):
    (tmp_path / "a.txt").write_text("No word of this is looked up.", "utf-8")
    code = (
        "import sys; from forensics.cli.main import app; "
        f"app(['dedupe', {str(tmp_path)!r}, '--unit', {unit!r}], standalone_mode=False); "
        "assert 'forensics.dedupe.run' in sys.modules; "
        "assert not [name for name in sys.modules if name.startswith('forensics.lang.')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
