import pytest

from forensics import lexicon
from forensics.spin.channel.splitting import PhrasePart, split


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
