"""Which pairings win where only some can stand: those that are worth most in all."""

import pytest

from forensics.spin.reference.pairings import word_pairings
from forensics.spin.reference.word_pairing import Pairing, pair_words
from forensics.spin.reference.wording import wording
from forensics.text.alignment import AlignedBlock, Alignment

decides = pytest.mark.decides
HERE = "forensics.spin.reference."


def words(count, start):
    return [f"{start}{'abcdefgh'[k]}" for k in range(count)]


def nothing(_observed, _original):
    return None


def paired(a, b, link=nothing):
    return pair_words(a, b, [AlignedBlock(False, 0, len(a), 0, len(b))], link, lambda *_: False)


EQUAL, GLUE, NUMBER = (["lamp"], ["lamp"], None), (["the"], ["the"], None), (["12"], ["13"], None)
GLUE_TOO = (["of"], ["of"], None)
SAME = (["keeps"], ["kept"], "inflection")


def linked(n, m):
    return words(n, "x"), words(m, "y"), "thesaurus"


def wins(group, other):
    """Tell whether `group` is paired where its words cross those of `other`, so that only one of the two can be.

    What a link joins is seen in the pairings; so one of the groups holds exactly one link.
    """
    a = [w for one in (*group, *other) for w in one[0]]
    b = [w for one in (*other, *group) for w in one[1]]
    kinds = {(tuple(x), tuple(y)): kind for x, y, kind in (*group, *other) if kind}
    found = {p.link for p in paired(a, b, lambda x, y: kinds.get((x, y)))} - {None}
    mine, theirs = ({kind for *_, kind in some if kind} for some in (group, other))
    assert found in (mine, theirs)
    return found == mine


@decides(HERE + "word_pairing._WORTH_EQUAL", -0.15, 0.15)
@decides(HERE + "word_pairing._WORTH_LINKED", -0.15, 0.15)
@decides(HERE + "word_pairing._WORTH_OF_LENGTH", -0.03, 0.03)
def test_an_equal_word_is_worth_a_link_of_phrases_but_not_of_the_longest():
    assert not wins([linked(3, 3)], [EQUAL])
    assert wins([linked(4, 4)], [EQUAL])


@decides(HERE + "word_pairing._WORTH_EQUAL_GLUE", -0.1, 0.1)
def test_two_equal_words_that_stand_everywhere_are_worth_a_link_of_words_but_not_of_phrases():
    assert not wins([linked(1, 1)], [GLUE, GLUE_TOO])
    assert wins([linked(2, 2)], [GLUE, GLUE_TOO])


@decides(HERE + "word_pairing._WORTH_SAME_WORD", -0.15, 0.15)
def test_a_word_inflected_is_worth_more_than_a_link_of_two_words_and_one_but_not_than_one_of_three_and_two():
    assert wins([SAME], [linked(2, 1)])
    assert not wins([SAME], [linked(3, 2)])


@decides(HERE + "word_pairing._WORTH_NUMBERS", -0.1, 0.1)
def test_two_numbers_that_face_numbers_are_worth_a_link_and_a_small_word_but_not_an_inflection_and_one():
    numbers = [NUMBER, (["7"], ["8"], None)]
    assert not wins([linked(1, 1), GLUE], numbers)
    assert wins([SAME, GLUE], numbers)


@decides(HERE + "word_pairing._LONGEST_FACING", -1, 1)
@pytest.mark.parametrize(("length", "faces"), [(4, True), (5, False)])
def test_up_to_four_words_face_each_other_by_their_place(length, faces):
    (first, *_) = paired(["the", *words(length - 1, "x")], words(length, "y"))
    assert (first == Pairing(0, length, 0, length)) is faces


@decides(HERE + "word_pairing._LENGTHS_APART", -1, 1)
@pytest.mark.parametrize(("length", "faces"), [(3, True), (4, False)])
def test_what_faces_by_its_place_is_at_most_two_words_longer(length, faces):
    (first, *_) = paired(words(length, "x"), ["y"])
    assert (first == Pairing(0, length, 0, 1)) is faces


@decides(HERE + "word_pairing._SUBSTITUTED_CELLS", -1, 1)
@pytest.mark.parametrize(("length", "joined"), [(1600, True), (1601, False)])
def test_in_a_stretch_of_more_than_sixteen_hundred_pairs_nothing_is_paired(length, joined):
    found = paired(
        ["keeps"], ["kept", *["y"] * (length - 1)], lambda _, y: "inflection" if y == ("kept",) else None
    )
    assert (Pairing(0, 1, 0, 1, "inflection") in found) is joined


def against(text, original, link=nothing):
    """Return the pairings of two texts that begin and end alike; what stands between is one block."""
    a, b = wording(text), wording(original)
    n, m = len(a.keys), len(b.keys)
    head = next(k for k in range(n) if a.keys[k] != b.keys[k])
    tail = next(k for k in range(n) if a.keys[n - 1 - k] != b.keys[m - 1 - k])
    blocks = (
        AlignedBlock(True, 0, head, 0, head),
        AlignedBlock(False, head, n - tail, head, m - tail),
        AlignedBlock(True, n - tail, n, m - tail, m),
    )
    return head, word_pairings(a, b, Alignment(blocks, ()), link, "reference")


@decides(HERE + "pairings._SHORT_LINE", -1, 1)
@pytest.mark.parametrize(("length", "stands"), [(4, True), (5, False)])
def test_a_line_of_four_words_may_be_replaced_whole(length, stands):
    lines = (" ".join(["leave", *words(length - 1, start)]) for start in "xy")
    _, found = against(*lines)
    assert all(p.replaces for p in found) is stands


@decides(HERE + "pairings._LONGEST_WIDENED", -1, 1)
@pytest.mark.parametrize(("length", "grows"), [(3, True), (4, False)])
def test_a_phrase_of_three_words_may_take_in_the_equal_word_beside_it(length, grows):
    text, original = (
        f"it was the {' '.join(words(n, start))} line of them all"
        for n, start in ((length, "x"), (length - 1, "y"))
    )
    head, (found,) = against(text, original, lambda x, _: "lexicon" if x[-1] == "line" else None)
    assert (found.a_start, found.a_end) == (head, head + length + grows)
