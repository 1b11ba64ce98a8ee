"""A claim says who is cited for what, with the outlet's name un-spun; prose that cites nobody makes none."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.text.edits import Edit
from forensics.trace.extract.claims import find_claims

SAMPLES = Path(__file__).parents[3] / "samples"


def _claims(text, edits=()):
    return [(c.outlet, c.kind) for c in find_claims(text, edits)]


@pytest.mark.parametrize(
    ("text", "outlet", "kind"),
    [
        ("The captain told BBC Sport that the pitch was too dry.", "BBC", "told"),
        ("In an interview with Le Monde, the composer spoke of her childhood.", "Le Monde", "told"),
        ("Speaking to Al Jazeera on Monday, the minister resigned.", "Al Jazeera", "told"),
        ("The Lancet reported that the drug had failed.", "The Lancet", "reported"),
        ("The deal was first reported by Bloomberg.", "Bloomberg", "reported"),
        ("Sky News understands that the merger is off.", "Sky News", "reported"),
        (
            "According to the Wall Street Journal, the bank will cut jobs.",
            "Wall Street Journal",
            "according_to",
        ),
        ("The plant will close in May, according to Reuters.", "Reuters", "according_to"),
        ("According to the Environment Agency, the river is clean.", "Environment Agency", "according_to"),
        ('"We lost," the striker told reporters.', "striker", "told"),
        ("Judge Ellen Marsh said the contract was void.", "Ellen Marsh", "reported"),
        ("“The glacier is gone,” said Tomas Ruiz, a geologist.", "Tomas Ruiz", "quoted"),
        ("Elena Petrova, who led the study, said the cells had died.", "Elena Petrova", "reported"),
        ("A spokesman for the Met Office said snow was on its way.", "Met Office", "reported"),
        ("“Sell now,” said Mr Okafor.", "Okafor", "quoted"),
        (
            "The Office for National Statistics (ONS) said prices rose.",
            "Office for National Statistics",
            "reported",
        ),
        ("The club's manager, Ines Prado, said the squad was thin.", "Ines Prado", "reported"),
        (
            "Costs fell, according to research carried out by Basalt Partners.",
            "Basalt Partners",
            "according_to",
        ),
        ("The keel broke and analysts said the design was at fault.", "analysts", "reported"),
        ("Reports from harbour officials say the ferry is safe.", "harbour officials", "reported"),
    ],
)
def test_a_citation_is_a_claim(text, outlet, kind):
    assert _claims(text) == [(outlet, kind)]


@pytest.mark.parametrize(
    ("text", "outlet", "observed", "kind"),
    [
        (
            "The coach has instructed the Each day Mail he will not be leaving.",
            "Daily Mail",
            "Each day Mail",
            "told",
        ),
        (
            "The Related Press reported that the mine had flooded.",
            "Associated Press",
            "Related Press",
            "reported",
        ),
        (
            "In accordance with the Monetary Occasions, rates will rise.",
            "Financial Times",
            "Monetary Occasions",
            "according_to",
        ),
        ("The White Home said it had no remark.", "White House", "White Home", "reported"),
        (
            "Scientists instructed the Malvern Occasions that the bees had gone.",
            "Malvern Times",
            "Malvern Occasions",
            "told",
        ),
    ],
)
def test_a_spun_citation_is_cited_by_its_real_name(text, outlet, observed, kind):
    (claim,) = find_claims(text)
    assert (claim.outlet, claim.spun_from, claim.kind) == (outlet, observed, kind)
    assert text[claim.cited_start : claim.cited_end] == observed


@pytest.mark.parametrize(
    "prose",
    [
        "The judge instructed the BBC to hand over the tapes.",
        "The presenter left the BBC that year.",
        "The presenter quit the BBC that had made her.",
        "The spokesman did not say how long the repairs would take.",
        "Neither the club nor the league has said anything.",
        "He said he was tired.",
        "The minister was told to resign.",
        "The law was announced by decree.",
        "Having said that, the roof held.",
        "The visitors have conceded six goals.",
        "Syria's alleged role remains unclear.",
        "The pension scheme is in line with inflation.",
        "The reports were late.",
        "In response to the flood, volunteers filled sandbags.",
        "The United States of America borders Canada.",
        "Mix the flour and the butter, then tell the oven to wait.",
        "Er sagte der Zeitung, dass er nichts wisse.",
        "Le ministre a dit à la presse que la loi serait votée.",
        "",
    ],
)
def test_prose_that_cites_nobody_makes_no_claim(prose):
    assert find_claims(prose) == ()


def test_the_newspaper_is_the_outlet_named_last():
    text = (
        "The Boston Globe broke the story. The newspaper quoted city officials as saying the dam was sound."
    )
    (claim,) = find_claims(text)
    assert (claim.outlet, claim.kind, claim.speaker) == ("Boston Globe", "quoted", "city officials")
    assert text[claim.cited_start : claim.cited_end] == "The newspaper"
    assert claim.spun_from is None


def test_the_end_of_an_outlets_name_is_no_outlet_of_its_own():
    text = "The New York Times was first. The newspaper quoted miners as saying the shaft had flooded."
    assert [c.outlet for c in find_claims(text)] == ["New York Times"]


def test_without_an_outlet_before_it_the_newspaper_is_nobody():
    assert find_claims("The newspaper said the dam was sound.") == ()


def test_the_spokesman_is_the_one_introduced_before():
    text = "A spokesman for Oxfam said the wells were dry. The spokesman said more would follow."
    assert [c.outlet for c in find_claims(text)] == ["Oxfam", "Oxfam"]


def test_a_surname_is_cited_under_the_full_name_that_the_text_gives():
    text = "Maria Lindqvist runs the lab. Ms Lindqvist said the test was sound."
    assert _claims(text) == [("Maria Lindqvist", "reported")]


def test_who_told_an_outlet_is_named_as_the_speaker():
    (claim,) = find_claims("Rescue workers told CNN that the road was blocked.")
    assert (claim.outlet, claim.cited, claim.speaker) == (
        "CNN",
        "media",
        None,
    ) or claim.speaker == "Rescue workers"


def test_the_speaker_may_stand_far_from_the_verb():
    (claim,) = find_claims(
        "Pit engineers working in the flooded northern shaft have told Reuters they were safe."
    )
    assert (claim.outlet, claim.speaker) == ("Reuters", "Pit engineers")


def test_edits_are_undone_before_a_claim_is_read():
    text = "Harbour officers acknowledged the crane had fallen."
    edits = [Edit(8, 16, "officers", "officials"), Edit(17, 29, "acknowledged", "said")]
    (claim,) = find_claims(text, edits)
    assert (claim.outlet, claim.spun_from) == ("Harbour officials", "Harbour officers")
    assert claim.text == text


def test_sample_001_cites_the_bbc_and_the_new_york_times():
    text = (SAMPLES / "001.txt").read_text("utf-8")
    claims = [c for c in find_claims(text) if c.cited == "media"]
    assert [(c.outlet, c.kind, c.spun_from) for c in claims] == [
        ("BBC", "told", None),
        ("BBC", "told", None),
        ("BBC", "told", None),
        ("New York Times", "reported", "New York Occasions"),
        ("New York Times", "quoted", None),
    ]


_PIECES = st.sampled_from(
    [
        "the BBC",
        "told",
        "instructed",
        "said",
        "Reuters",
        "according to",
        "officials",
        ",",
        ".",
        "“",
        "”",
        "The newspaper",
        "Smith",
        "quoted",
        "as saying",
        "has",
        "\n",
        "New York Occasions",
        "reported by",
        "that",
        "é",
        "😀",
        "'s",
        "interview with",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=200))
def test_claims_slice_back_in_order(text):
    claims = find_claims(text)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.start <= claim.cited_start < claim.cited_end <= claim.end
    assert [c.start for c in claims] == sorted(c.start for c in claims)


def test_a_doubtful_reading_names_nobody():
    text = "Councillors stated that the pool would close."
    doubtful = [Edit(0, 11, "Councillors", "Ministers", 0.63), Edit(12, 18, "stated", "said", 0.98)]
    assert [claim.outlet for claim in find_claims(text, doubtful)] == ["Councillors"]


@pytest.mark.parametrize(
    "told", ['told "Fox & Friends."', "told “Fox & Friends” on Thursday", "said on “Fox and Friends.”"]
)
def test_a_programme_in_marks_is_its_outlet(told):
    (claim,) = find_claims(f"Newt Gingrich {told}")
    assert (claim.outlet, claim.kind, claim.speaker) == ("Fox News", "told", "Newt Gingrich")


def test_marks_around_more_than_a_programme_are_a_quotation():
    assert "BBC" not in {
        c.outlet for c in find_claims("Ines Prado told “BBC staff and others” nothing at all.")
    }


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("A study of more than 7,000 people over 12 years found that it holds.", "study"),
        ("A British study of 6,000 children found that it holds.", "British study"),
        ("According to a survey of 12,043 adults, it holds.", "survey"),
    ],
)
def test_a_study_is_cited_as_one_and_not_by_whom_it_looked_at(text, cited):
    assert [c.outlet for c in find_claims(text)] == [cited]
