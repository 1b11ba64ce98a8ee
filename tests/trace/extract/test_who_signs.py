"""Who is cited where real articles cite: agencies that sign, two speakers at once, asides with commas, findings."""

import pytest

from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.facts import find_facts


def cited(text):
    return [claim.outlet for claim in find_claims(text)]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("LONDON (Reuters) - The ferry sank off Skerry.", "Reuters"),
        ("WASHINGTON, May 3 (AP) — The ferry sank off Skerry.", "Associated Press"),
        ("(CNN) The ferry sank off Skerry.", "CNN"),
        ("By PRESS ASSOCIATION\nThe ferry sank off Skerry and went down.", "Press Association"),
        ("The ferry sank off Skerry.\nThe Associated Press contributed to this report.", "Associated Press"),
        ("PTI | Feb 17, 2016, 04.20AM IST\nThe ferry sank off Skerry.", "Press Trust of India"),
    ],
)
def test_an_agency_that_signs_has_reported_it(line, outlet):
    (claim,) = find_claims(line)
    assert (claim.outlet, claim.kind, claim.cited) == (outlet, "reported", "media")
    assert line[claim.start : claim.end] == claim.text
    assert claim.start <= claim.cited_start < claim.cited_end <= claim.end


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Jane Doe and John Roe said the pier was unsafe.", ["Jane Doe", "John Roe"]),
        ("Trade and Industry Secretary Jane Doe said the pier was unsafe.", ["Jane Doe"]),
        ("Ann Bell, of the University of York, said the pier was unsafe.", ["Ann Bell"]),
        ("Ann Bell, of Shore Trust, York, said the pier was unsafe.", ["Ann Bell"]),
        ("Nearly half of all drivers are tired, experts claim.", ["experts"]),
        ("A study by Shore Trust found that tides rise.", ["Shore Trust"]),
        ("Researchers found that tides rise.", ["Researchers"]),
        ("Tides rise, the study found.", ["study"]),
        ("Jane Doe found that the door was open.", []),
        ("Police found a body.", []),
    ],
)
def test_whoever_speaks_or_finds_is_cited(sentence, who):
    assert cited(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("It was 31.7 percent in 2002-03.", ["31.7 %", "2002"]),
        ("Type 2 diabetes is common.", []),
        ("About 4,000 people were killed or injured.", ["4000 killed or injured"]),
        ("About 4,000 people were killed.", ["4000 killed"]),
        ("Between 25 and 30 percent sank.", ["25-30 %"]),
    ],
)
def test_figures_say_what_they_count(sentence, facts):
    assert [fact.normalised for fact in find_facts(sentence)] == facts
