"""Whose text is missing, and how surely, from claims and verdicts made by hand."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest

from forensics.documents.model import Document
from forensics.text.edits import SpunReading
from forensics.trace.align.ngrams import NgramOverlap
from forensics.trace.align.pair import PairComparison
from forensics.trace.align.word_runs import WordRuns
from forensics.trace.extract.prepare import prepare
from forensics.trace.provenance.missing_sources import missing_sources
from forensics.trace.result import Claim, PairVerdict, Residue
from tests.trace.verdict.by_hand import MODELS

decides = pytest.mark.decides
HERE = "forensics.trace.provenance.missing_sources."


def child(id, claims="", *, spun=0.0, linked=False):
    """Return a text that makes claims, "told BBC, reported Reuters": no more than a source is named by is in it."""
    made = [one.split(" ", 1) for one in claims.split(", ") if one]
    return replace(
        prepare(Document(id, "Nothing."), SpunReading(spun)),
        claims=tuple(Claim(0, 8, "Nothing.", outlet, None, kind, "media") for kind, outlet in made),
        residue=(Residue(8, 8, "Source link", "source_link", None),) if linked else (),
    )


def siblings(*children):
    """Return what is missing where the texts are all siblings of the first."""
    texts = {one.id: one for one in children}
    first, *others = texts
    verdicts = [
        PairVerdict(first, other, "sibling", "common_source", 0.9, 0.5, 0.5, {}, ()) for other in others
    ]
    compared = [_compared(a, b) for a, b in combinations(children, 2)]
    (missing,) = missing_sources(texts, verdicts, compared, MODELS)
    return missing


def _compared(a, b):
    return PairComparison(a, b, (), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0)


def outlet(*claims: str):
    return siblings(*(child(f"{n}.txt", some) for n, some in enumerate(claims))).outlet


def alone(claims="told BBC, told BBC, told BBC", **given) -> Iterable:
    return missing_sources({"a.txt": child("a.txt", claims, **given)}, [], [], MODELS)


# Of two outlets with as many voices the first by name has the story: so Reuters has it only where it has more.
@decides("forensics.trace.provenance.naming._VOICES[told]", -0.5, 0.5)
@decides("forensics.trace.provenance.naming._VOICES[quoted]", -0.5, 0.5)
@decides("forensics.trace.provenance.naming._VOICES[according_to]", -0.5, 0.5)
@decides("forensics.trace.provenance.naming._VOICES[reported]", -0.5, 0.5)
@pytest.mark.parametrize(
    ("claims", "named"),
    [
        (("told Reuters, quoted BBC", "reported Reuters, quoted BBC"), "BBC"),  # 3 + 1, 2 + 2
        (("told Reuters, quoted BBC", "told Reuters, quoted BBC", "reported BBC"), "Reuters"),  # 3 + 3, 2 + 2 + 1
        (("quoted Reuters, told BBC", "quoted Reuters, reported BBC"), "BBC"),  # 2 + 2, 3 + 1
        (("quoted Reuters, reported BBC", "quoted Reuters, reported BBC", "reported BBC"), "Reuters"),
        (("according_to Reuters, reported BBC", "according_to Reuters, reported BBC"), "BBC"),  # 1 + 1, 1 + 1
        (("reported Reuters, according_to BBC", "reported Reuters, according_to BBC"), "BBC"),
        (("according_to Reuters, reported BBC", "according_to Reuters, reported BBC", "according_to Reuters"),
         "Reuters"),  # 1 + 1 + 1, 1 + 1
        (("reported Reuters, according_to BBC", "reported Reuters, according_to BBC", "reported Reuters"),
         "Reuters"),
    ],
)  # fmt: skip
def test_who_was_told_had_the_story_rather_than_who_was_quoted_or_reported(claims, named):
    assert outlet(*claims) == named


def test_two_children_name_an_outlet_however_many_there_are():
    assert outlet("told BBC", "", "") is None
    assert outlet("told BBC", "told BBC", "") == "BBC"


@decides(HERE + "_READS_AS_SPUN", -0.01, 0.01)
def test_a_single_text_points_to_who_was_told_where_it_reads_as_spun():
    assert not alone(spun=0.495)
    assert alone(spun=0.505)


@decides(HERE + "_CHANCE_ALONE", -0.01, 0.01)
@decides(HERE + "_LINK_COUNTS_AS", -0.01, 0.01)
@decides(HERE + "_LINK_ADDS", -0.01, 0.01)
@pytest.mark.parametrize(
    ("given", "probability"),
    [
        ({"spun": 0.8}, 0.4),
        ({"linked": True}, 0.25),
        ({"spun": 0.4, "linked": True}, 0.25),
        ({"spun": 0.8, "linked": True}, 0.5),
    ],
)
def test_what_a_single_text_points_to_is_as_likely_as_not_at_most(given, probability):
    (missing,) = alone(**given)
    assert missing.probability == probability


@pytest.mark.parametrize(
    "claims",
    [
        "",
        "reported BBC, reported BBC, reported BBC",
        "told BBC, told BBC",
        "told White House, told White House, told White House",
    ],
)
def test_a_single_text_that_does_not_say_which_outlet_was_told_points_nowhere(claims):
    assert not alone(claims, spun=0.99, linked=True)


def family(relation, direction, **how):
    """Return what is missing where two texts relate so."""
    pair = PairVerdict("a.txt", "b.txt", relation, direction, 0.6, 0.5, 0.5, {}, (), **how)
    return missing_sources({"a.txt": child("a.txt"), "b.txt": child("b.txt")}, [pair], [], MODELS)


@decides(HERE + "_FROM_A_THIRD", -0.01, 0.01)
def test_two_texts_that_share_one_and_do_not_tell_which_came_first_may_have_it_from_a_third():
    (missing,) = family("derived", "unknown", chance_dependent=0.9)
    assert missing.probability == pytest.approx(0.702)
    assert missing.children == ("a.txt", "b.txt")
    assert any("may be the source" in limit for limit in missing.limits)


def test_siblings_have_theirs_from_a_third_as_surely_as_they_are_siblings():
    (missing,) = family("sibling", "common_source", chance_dependent=0.9)
    assert missing.probability == 0.6
    assert not any("may be the source" in limit for limit in missing.limits)


def test_a_source_that_nobody_names_says_so():
    (missing,) = family("derived", "unknown", chance_dependent=0.99)
    assert (missing.name, missing.named_by, missing.label) == (None, None, "unseen text")
    assert any("whose text it is is not known" in limit for limit in missing.limits)


COPY = "The dam at Orrin holds twice the water that it was built for, and cracks were found in March."


def copies(*texts: str, outlets=("", ""), covered=1.0):
    """Return what is missing where texts are copies of each other, and which came first is open."""
    read = [
        prepare(Document(f"{n}.txt", text, metadata={"outlet": outlet} if outlet else {}))
        for n, (text, outlet) in enumerate(zip(texts, outlets, strict=True))
    ]
    pairs = list(combinations(read, 2))
    verdicts = [PairVerdict(a.id, b.id, "copy", "unknown", 0.9, covered, 0.9, {}, ()) for a, b in pairs]
    compared = [replace(_compared(a, b), runs=WordRuns(share_a=1.0, share_b=1.0)) for a, b in pairs]
    return missing_sources({one.id: one for one in read}, verdicts, compared, MODELS)


def test_copies_of_one_text_miss_none_because_one_of_them_may_be_the_original():
    assert not copies(COPY, COPY)
    assert not copies(COPY, f"LONDON (Reuters) - {COPY}")
    assert not copies(COPY, f"LONDON (Reuters) - {COPY}", outlets=("The Guardian", "Reuters"))


@decides(HERE + "_ALL_OF_IT", -0.02, 0.02)
@pytest.mark.parametrize(("covered", "missing"), [(0.98, 0), (0.96, 1)])
def test_of_two_copies_that_both_lack_something_none_is_the_original(covered, missing):
    assert len(copies(COPY, COPY, covered=covered)) == missing


def test_copies_miss_the_text_of_the_agency_that_signs_it_where_others_published_them_all():
    (missing,) = copies(COPY, f"LONDON (Reuters) - {COPY}", outlets=("The Guardian", "Daily Mail"))
    assert (missing.name, missing.named_by) == ("Reuters", "credit")
