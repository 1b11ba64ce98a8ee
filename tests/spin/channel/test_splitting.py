import pytest

from forensics import lexicon
from forensics.lexicon import SpinnerPair
from forensics.spin.channel.splitting import PhrasePart, split
from tests.spin.small_lexicon import small_lexicon

HERE = "forensics.spin.channel.splitting."


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


def parts(english, observed, original, named=()):
    words = tuple(observed.split())
    names = tuple(w in named for w in words)
    return [
        (" ".join(words[p.start : p.start + p.length]), " ".join(p.original))
        for p in split(words, tuple(original.split()), names, english)
    ]


@pytest.mark.parametrize(
    ("observed", "original", "expected"),
    [
        ("have been preventing", "were fighting", [("have been", "were"), ("preventing", "fighting")]),
        ("supply hyperlink", "source link", [("supply", "source"), ("hyperlink", "link")]),
        ("struggling heavy", "suffering heavy", [("struggling", "suffering")]),
        ("greater than", "more than", [("greater than", "more than")]),
        ("keep away from", "avoid", [("keep away from", "avoid")]),
        ("provide you with", "come up with", [("provide you with", "come up with")]),
        ("told", "said", [("told", "said")]),
    ],
)
def test_a_phrase_is_taken_apart_where_its_parts_are_known(english, observed, original, expected):
    assert parts(english, observed, original) == expected


def test_in_a_name_only_the_replaced_word_is_named(english):
    found = parts(english, "new york occasions", "new york times", named=("new", "york"))
    assert found == [("occasions", "times")]


def test_a_phrase_that_only_lost_a_word_stays_whole(english):
    assert split(("each", "of"), ("each",), (False, False), english) == [PhrasePart(0, 2, ("each",))]


def pair(observed, original, pages):
    return SpinnerPair(
        tuple(observed.split()), tuple(original.split()), (("autoblog", float(pages)),), float(pages)
    )


@pytest.mark.decides(HERE + "_SEEN_OFTEN", -1, 1)
@pytest.mark.parametrize(("pages", "expected"), [(2, ("final", "last")), (3, ("final week", "last week"))])
def test_a_phrase_seen_on_three_pages_owns_the_word_that_both_sides_end_with(pages, expected):
    small = small_lexicon(pairs=[pair("final week", "last week", pages), pair("final", "last", 4)])
    assert parts(small, "final week", "last week") == [expected]


@pytest.mark.decides(HERE + "_IDIOM_SHARE", -0.01, 0.01)
@pytest.mark.parametrize(("pages", "expected"), [(24, ("final", "last")), (25, ("final week", "last week"))])
def test_a_phrase_seen_a_quarter_as_often_as_its_part_is_an_idiom(pages, expected):
    small = small_lexicon(pairs=[pair("final week", "last week", pages), pair("final", "last", 100)])
    assert parts(small, "final week", "last week") == [expected]


@pytest.mark.decides(HERE + "_LONGEST_PART", -1, 1)
@pytest.mark.parametrize(("part", "split_off"), [("as well as", True), ("as well as with", False)])
def test_a_part_has_up_to_three_words(part, split_off):
    small = small_lexicon(
        pairs=[pair(part, "and", 9), pair("final", "last", 9), pair(f"final {part}", "last and", 9)]
    )
    found = parts(small, f"final {part}", "last and")
    assert (found == [("final", "last"), (part, "and")]) is split_off
