"""What a missing source held, from children made of numbered words and models made by hand."""

from dataclasses import replace

import pytest

from forensics.documents.model import Document
from forensics.trace.align.ngrams import NgramOverlap
from forensics.trace.align.pair import PairComparison
from forensics.trace.align.word_runs import WordRuns
from forensics.trace.extract.prepare import prepare
from forensics.trace.extract.quotations import Quotation
from forensics.trace.models import Model
from forensics.trace.provenance.held import terms
from forensics.trace.provenance.rebuild import rebuild
from forensics.trace.provenance.reconstruct import reconstruct
from forensics.trace.result import Residue

decides = pytest.mark.decides
HERE = "forensics.trace.provenance."
SHARED = Model(-1.0, {"shared": 2.0}, {})
EVERYTHING = Model(1.0, {}, {})
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(n: int) -> str:
    return "x" + LETTERS[n // 676 % 26] + LETTERS[n // 26 % 26] + LETTERS[n % 26]


def child(id_: str, *stretches: range, sentence: int = 0):
    """Return a text of the words of these numbers, one sentence, or one for every so many words."""
    held = [word(n) for stretch in stretches for n in stretch]
    step = sentence or len(held)
    text = " ".join(" ".join(held[k : k + step]).capitalize() + "." for k in range(0, len(held), step))
    return prepare(Document(id_, text))


def compared(a, b, shares=(0.3, 0.3)):
    return PairComparison(
        a, b, (), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0, runs=WordRuns(share_a=shares[0], share_b=shares[1])
    )


def lines(*children, model=SHARED, spun=(), comparisons=()):
    return [one.text.lower().rstrip(".") for one in rebuild(children, spun, comparisons, model)]


def said(numbers: range) -> str:
    return " ".join(word(n) for n in numbers)


def shared(a, b, *more, comparisons=()):
    """Return how many four words in a row of the first child count as shared."""
    _, _, _, rows = next(iter(terms([a, b, *more], comparisons)))
    return sum(row.shared for _, row in rows)


@decides(HERE + "rebuild._LEAST", -1, 1)
@pytest.mark.parametrize(("words", "found"), [(5, 1), (4, 0)])
def test_five_words_that_two_children_share_are_the_source_s(words, found):
    a, b = child("a", range(20), range(100, 100 + words)), child("b", range(40, 60), range(100, 100 + words))
    assert lines(a, b) == [said(range(100, 105))] * found


@decides(HERE + "rebuild._HELD", -0.02, 0.02)
@pytest.mark.parametrize(("odds", "found"), [(0.05, 1), (-0.05, 0)])
def test_words_are_taken_over_that_the_source_held_more_likely_than_not(odds, found):
    assert len(lines(child("a", range(20)), child("b", range(20)), model=Model(odds, {}, {}))) == found


@decides(HERE + "rebuild._NEW", -0.1, 0.1)
@pytest.mark.parametrize(("new", "found"), [(14, 2), (13, 1)])
def test_what_is_told_twice_is_shown_once(new, found):
    # Of the 20 + new runs of four words in the shorter stretch 20 stand in the longer one.
    longer, shorter = child("a", range(60)), child("b", range(37, 60), range(200, 200 + new))
    assert len(lines(longer, shorter, model=EVERYTHING)) == found


@decides(HERE + "rebuild._MOST_CHILDREN", -1, 1)
def test_of_many_children_twelve_are_read():
    many = [child(f"{n:02}", range(30 * n, 30 * n + 10)) for n in range(14)]
    assert len(lines(*many, model=EVERYTHING)) == 12


@decides(HERE + "held.GRAM", -1, 1)
def test_four_words_in_a_row_are_shared_and_three_are_language():
    assert shared(child("a", range(10)), child("b", range(3, 7), range(50, 60))) == 1
    assert shared(child("a", range(10)), child("b", range(3, 6), range(50, 60))) == 0


@decides(HERE + "held._NEAR_COPIES", -0.02, 0.02)
@pytest.mark.parametrize(("share", "found"), [(0.56, 0), (0.54, 7)])
def test_near_copies_do_not_speak_for_each_other(share, found):
    a, b, c = child("a", range(10)), child("b", range(10)), child("c", range(50, 60))
    near = [compared(a, b, (share, share)), compared(a, c), compared(b, c)]
    assert shared(a, b, c, comparisons=near) == found


def test_where_all_are_near_copies_each_speaks_for_itself():
    a, b = child("a", range(10)), child("b", range(10))
    assert shared(a, b, comparisons=[compared(a, b, (1.0, 1.0))]) == 7


@decides(HERE + "held._LEAD", -1, 1)
def test_the_first_sixty_words_are_the_lead():
    _, _, _, rows = next(iter(terms([child("a", range(100)), child("b", range(200, 220))], [])))
    assert sum(row.lead for _, row in rows) == 60


@decides(HERE + "held._LONG", -1, 1)
def test_a_sentence_of_fifty_words_is_as_long_as_any():
    found = [
        next(iter(terms([child("a", range(n)), child("b", range(200, 220))], [])))[3][0][1]
        for n in (50, 51, 25)
    ]
    assert [row.sentence_words for row in found] == [1.0, 1.0, 0.5]


def test_speakers_whom_another_child_names_speak_for_the_source_and_others_are_strangers():
    speech = Quotation(0, 30, f"Ines {word(41)}"), Quotation(40, 60, "Ole Brandt")
    a = replace(child("a", range(20)), quotations=speech)
    _, _, _, rows = next(iter(terms([a, child("b", range(40, 50))], [])))
    assert [row.strangers for _, row in rows] == [1.0] * 17
    assert [row.spoken for _, row in rows] == [1.0] * 6 + [0.0] * 11


def test_an_agency_signs_alone_or_not_at_all():
    def terms_of(*kinds):
        a = replace(child("a", range(9)), residue=tuple(Residue(0, 0, "", kind, None) for kind in kinds))
        row = next(iter(terms([a, child("b", range(40, 50))], [])))[3][0][1]
        return row.agency, row.byline

    assert terms_of("dateline") == (1.0, 0.0)
    assert terms_of("agency_credit", "byline") == (0.0, 1.0)
    assert terms_of() == (0.0, 0.0)


def test_every_stretch_says_who_has_it_and_where():
    a, b, c = child("a", range(10), range(20, 30)), child("b", range(20, 30)), child("c", range(60, 70))
    (found,) = rebuild([a, b, c], [], [], SHARED)
    texts = {one.id: one.text for one in (a, b, c)}
    assert {side.id for side in found.told_by} == {"a", "b"}
    assert all(texts[s.id][s.start : s.end].lower() == said(range(20, 30)) for s in found.told_by)
    assert found.chance == 0.7311


def test_words_of_children_that_were_spun_are_not_taken_over():
    a, b = child("a", range(20)), child("b", range(20))
    assert lines(a, model=EVERYTHING, spun=[b]) == [said(range(20))]


@decides(HERE + "reconstruct._SPUN_CHILD", -0.02, 0.02)
@pytest.mark.parametrize(("score", "found"), [(0.49, 1), (0.51, 0)])
def test_children_that_read_as_spun_are_read_sentence_by_sentence(score, found):
    a, b = (replace(child(id_, range(20)), spun_score=score) for id_ in "ab")
    assert len(reconstruct([a, b], [], SHARED)) == found
