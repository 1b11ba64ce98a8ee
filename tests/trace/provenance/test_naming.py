"""What a missing source is called, from texts of our own; how they match is set by hand."""

from itertools import combinations

import pytest

from forensics.documents.model import Document
from forensics.trace.align.ngrams import NgramOverlap
from forensics.trace.align.pair import PairComparison
from forensics.trace.align.word_runs import WordRuns
from forensics.trace.extract.prepare import prepare
from forensics.trace.provenance.naming import naming, told_often
from tests.trace.verdict.by_hand import match

decides = pytest.mark.decides
HERE = "forensics.trace.provenance.naming."
BODY = "The dam at Orrin holds twice the water that it was built for, and cracks were found in March."
TOLD = ("An engineer told the BBC so.", "The mayor told the BBC.", "A diver told the BBC nothing.")


def children(*texts: str, outlets=()):
    records = [{"outlet": outlet} for outlet in outlets] or [{} for _ in texts]
    return [
        prepare(Document(f"{n}.txt", text, metadata=record))
        for n, (text, record) in enumerate(zip(texts, records, strict=True))
    ]


def compared(a, b, level="", share=0.0):
    """Return two texts compared: all of both is one match of that level, and that share of their words in runs."""
    whole = (match(range(len(a.words)), range(len(b.words)), level),) if level else ()
    runs = WordRuns(share_a=share, share_b=share)
    return PairComparison(a, b, whole, 0.0, 0.0, 0.0, NgramOverlap(), 0, 0, runs=runs)


def called(*texts: str, outlets=(), level="", share=0.0):
    some = children(*texts, outlets=outlets)
    return naming(some, [compared(a, b, level, share) for a, b in combinations(some, 2)])


def named(*texts: str, **how):
    found = called(*texts, **how)
    by_id = {f"{n}.txt": text for n, text in enumerate(texts)}
    return found.name, found.named_by, [by_id[s.id][s.start : s.end] for s in found.named_in]


def test_an_agency_that_signs_two_children_has_the_text():
    signed = f"LONDON (Reuters) - {BODY}", f"{BODY}\n\n(Reuters)"
    assert named(*signed)[:2] == ("Reuters", "credit")


@decides(HERE + "_NAMED_BY", -1)
@decides(HERE + "_PRINTED", -0.02, 0.02)
def test_an_agency_that_signs_one_child_has_what_the_others_print_of_it():
    signed, again = f"LONDON (Reuters) - {BODY}", BODY
    assert named(signed, again, share=0.51) == ("Reuters", "credit", ["Reuters"])
    assert named(again, signed, share=0.51)[0] == "Reuters"
    assert named(signed, again, share=0.49)[0] is None


@decides(HERE + "_NAMED_BY", 1)
def test_two_agencies_have_no_text_unless_one_signs_two_children():
    reuters, afp = f"LONDON (Reuters) - {BODY}", f"PARIS (AFP) - {BODY}"
    assert named(reuters, afp, share=0.9)[0] is None
    assert named(reuters, afp, f"ROME (Reuters) - {BODY}", share=0.2)[0] == "Reuters"


def test_an_agency_whose_own_text_is_at_hand_is_not_missing():
    signed = f"LONDON (Reuters) - {BODY}"
    assert named(signed, BODY, outlets=("Reuters", "The Guardian"), share=0.9)[0] is None


def test_an_outlet_that_two_children_cite_on_their_own_has_the_text():
    cites = f"{BODY} {TOLD[0]}", f"It is full. {TOLD[1]} {BODY}"
    assert named(*cites) == ("BBC", "cited", ["BBC", "BBC"])
    assert named(*cites, outlets=("BBC", "BBC"))[0] is None


@pytest.mark.parametrize("level", ["verbatim", "minor"])
def test_whom_two_children_cite_in_the_same_words_has_no_text(level):
    assert named(f"{BODY} {TOLD[0]}", f"{BODY} {TOLD[0]}", level=level)[0] is None
    often = " ".join((BODY, *TOLD))
    assert named(often, often, level=level)[0] is None


@decides(HERE + "_TOLD_ITS_OWN", -1, 1)
@pytest.mark.parametrize(("times", "name"), [(3, "BBC"), (2, None)])
def test_in_a_text_that_both_rewrote_who_was_told_again_and_again_has_it(times, name):
    often = " ".join((BODY, *TOLD[:times]))
    assert named(often, f"{BODY} {TOLD[0]}", level="spun")[0] == name
    assert told_often(children(often)[0]) == name


def test_an_outlet_that_one_child_alone_cites_has_no_text():
    assert named(f"{BODY} {TOLD[0]}", BODY)[0] is None


def test_children_that_were_not_compared_are_no_two_witnesses():
    some = children(f"{BODY} {TOLD[0]}", BODY, f"{BODY} {TOLD[0]}")
    assert naming(some, [compared(some[0], some[1]), compared(some[1], some[2])]).name is None


def test_a_journal_names_the_study_that_children_tell_of_and_publishes_nothing():
    found = called(
        f"{BODY} The study was published in the journal Gut.",
        f"According to the journal Gut it leaks. {BODY}",
    )
    assert (found.name, found.named_by, found.outlet) == ("Gut", "journal", None)
    assert found.label == "unseen text on a study in Gut"


@pytest.mark.parametrize("journal", ["The Lancet", "BMJ Open", "the Journal of Dams", "the journal Thorax"])
def test_journals_are_known_by_list_house_kind_or_the_word_before(journal):
    found = called(
        f"{BODY} The study was published in {journal}.", f"Writing in {journal}, they warned. {BODY}"
    )
    assert found.named_by == "journal"


@pytest.mark.parametrize("who", ["Ines Valtor", "researchers", "the University of Orrin"])
def test_whom_children_only_tell_of_names_no_text(who):
    texts = f"{BODY} “It will hold,” said {who}.", f"“It must hold,” said {who}. {BODY}"
    assert named(*texts) == (None, None, [])


def test_children_that_name_nobody_leave_it_unnamed():
    assert named(BODY, BODY) == (None, None, [])
    assert called(BODY, BODY).label == "unseen text"
