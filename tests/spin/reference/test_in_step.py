"""Which texts run in step, and which reference is the original of a dense spin."""

import pytest

from forensics.documents.model import Document
from forensics.spin.reference.compare import compare, is_original
from forensics.spin.reference.in_step import in_step, sentences_in_step
from forensics.spin.reference.pairings import firm_sentences
from forensics.spin.reference.wording import wording
from forensics.text.alignment import AlignedBlock, Alignment

decides = pytest.mark.decides
HERE = "forensics.spin.reference."


def words(count, first=0):
    """Return a text of so many different words, of a row that begins at `first`."""
    return wording(
        " ".join(f"w{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}" for i in range(first, first + count))
    )


def stepped(laid, count):
    return in_step(words(count), words(100, 300), laid)


def facing(here, there, kept=0):
    """Return an alignment in which so many words are kept, and behind them `here` words face `there` others."""
    blocks = [AlignedBlock(True, 0, kept, 0, kept)] if kept else []
    return Alignment((*blocks, AlignedBlock(False, kept, kept + here, kept, kept + there)), ())


def test_words_kept_and_words_that_face_as_many_are_in_step():
    assert stepped(facing(3, 3, kept=7), 10) == 1.0
    assert stepped(facing(3, 0, kept=7), 10) == 0.7
    assert stepped(facing(0, 3, kept=10), 10) == 1.0


def test_sentences_that_changed_places_are_out_of_step():
    laid = Alignment((AlignedBlock(True, 0, 10, 0, 10),), (AlignedBlock(False, 0, 4, 6, 10),))
    assert stepped(laid, 10) == 0.6


@decides(HERE + "in_step._LONGEST_REPLACED", -1, 1)
@decides(HERE + "in_step._SIDES_APART", -0.1, 0.1)
def test_a_stretch_is_replaced_word_by_word_where_it_is_short_and_hardly_longer_than_what_stood_there():
    assert stepped(facing(12, 12), 12) == 1.0
    assert stepped(facing(13, 13), 13) == 0.0
    assert stepped(facing(12, 8), 12) == 1.0
    assert stepped(facing(12, 7), 12) == 0.0
    assert stepped(facing(1, 2), 1) == 1.0


@decides(HERE + "in_step._LONG_SIDES_APART", -0.02, 0.02)
@decides(HERE + "in_step._LONG_SHARED", -0.02, 0.02)
@pytest.mark.parametrize(
    ("here", "there", "shared", "step"),
    [(100, 90, 30, 1.0), (100, 90, 29, 0.0), (100, 89, 60, 0.0), (89, 100, 60, 0.0)],
)
def test_a_longer_stretch_has_to_share_small_words_and_be_as_long(here, there, shared, step):
    a, b = words(here), wording(" ".join((*words(shared).keys, *words(there - shared, 300).keys)))
    laid = Alignment((AlignedBlock(False, 0, here, 0, there),), ())
    assert in_step(a, b, laid) == step


@decides(HERE + "pairings._FIRM_IN_STEP", -0.02, 0.02)
@decides(HERE + "pairings._KEPT_IN_STEP", -0.02, 0.02)
@pytest.mark.parametrize(
    ("kept", "in_place", "firm"), [(30, 30, True), (30, 29, False), (25, 36, True), (24, 48, False)]
)
def test_position_names_a_substitution_in_a_sentence_that_is_in_step_and_partly_kept(kept, in_place, firm):
    a, b = words(100), words(100, 300)
    blocks = [AlignedBlock(True, 0, kept, 0, kept)]
    at = kept
    while at < kept + in_place:
        step = min(12, kept + in_place - at)
        blocks.append(AlignedBlock(False, at, at + step, at, at + step))
        at += step
    blocks.append(AlignedBlock(False, at, 100, at, at))
    laid = Alignment(tuple(blocks), ())
    assert sentences_in_step(a, b, laid.blocks) == ((kept + in_place) / 100,)
    assert firm_sentences(a, b, laid) == (firm,)


@decides(HERE + "compare._IN_STEP", -0.02, 0.02)
@decides(HERE + "compare._REPLACEMENTS", -0.02, 0.02)
@decides(HERE + "compare._READS_BETTER", -0.02, 0.02)
def test_an_original_is_in_step_differs_by_replacements_and_reads_better():
    assert is_original(0.51, (5.0, 0.43, 0.0, 0.71))
    assert not is_original(0.49, (5.0, 0.43, 0.0, 0.71))
    assert not is_original(0.51, (5.0, 0.41, 0.0, 0.71))
    assert not is_original(0.51, (5.0, 0.43, 0.0, 0.69))


ORIGINAL = """The council said on Monday that it would build a new school in the north of the town. Many people asked
for a meeting, because the old building was too small for the children. The work will begin in spring and should end
within two years. A large part of the money comes from the government. Officials hope that more families will move
to the area when the school is open."""
DENSE = """The committee declared on Monday that it might construct a brand-new college in the northern of the
city. Numerous folks requested for a gathering, since the outdated constructing was overly tiny for
the kids. The labor will commence in springtime and ought to finish inside two years. A huge portion
of the cash arrives from the authorities. Officers wish that extra households will shift to the
region once the college is opened."""


def test_the_original_of_a_dense_spin_is_no_sibling_and_every_word_of_it_is_named(lexicon):
    found = compare(Document("dense", DENSE), Document("original", ORIGINAL), lexicon)
    assert found.comparison.kept < 0.6
    assert found.comparison.relation == "reference"
    named = {s.observed: s.original for s in found.substitutions}
    assert len(named) >= 30
    assert named["committee"] == "council"
    assert named["labor"] == "work"


def test_another_spin_of_the_same_text_is_a_sibling_of_a_dense_one(lexicon):
    other = """The board stated on Monday that it could assemble a fresh academy in the northward of the
metropolis. Several individuals sought for an assembly, as the aged edifice was excessively little
for the youngsters. The job will start in spring season and must conclude inside two years. A big
share of the funds derives from the state. Authorities trust that further families will relocate to
the zone as soon as the academy is unlocked."""
    found = compare(Document("dense", DENSE), Document("other", other), lexicon)
    assert found.comparison.relation == "sibling"
