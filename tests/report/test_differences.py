"""Differences say exactly what makes one text of the other."""

from hypothesis import given
from hypothesis import strategies as st

from forensics.report.html.dedupe.differences import difference

WORDS = st.lists(st.sampled_from(["river", "harbour", "was", "is", "closed,", "again."]), max_size=30).map(
    " ".join
)


@given(WORDS, WORDS)
def test_what_is_equal_or_added_is_the_other_text_and_what_is_equal_or_gone_the_kept_one(kept, other):
    parts = difference(kept, other)
    assert [w for p in parts if p[0] in "=+" for w in p[1].split()] == other.split()
    assert [w for p in parts if p[0] in "=-" for w in p[1].split()] == kept.split()


def test_a_long_equal_run_shows_its_ends_and_how_much_is_between():
    text = " ".join(f"w{n}" for n in range(1000))
    (_, head, between, tail), added = difference(text, text + " new")
    assert len(head.split()) + between + len(tail.split()) == 1000
    assert (head.split()[0], tail.split()[-1]) == ("w0", "w999")
    assert added == ["+", "new"]


def test_what_could_act_on_a_reader_is_made_visible():
    assert difference("a", "a \u202eb") == [["=", "a "], ["+", "\\u202eb"]]
