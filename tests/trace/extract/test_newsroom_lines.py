"""What newsrooms, journals and colleges set around a text is residue as far as it reaches; prose like it is prose."""

import pytest

from forensics.documents.model import Document
from forensics.trace.extract.prepare import prepare
from forensics.trace.extract.residue import find_residue

PROSE = "The ferry to Skerry sank on its way home and eleven people were saved by the crew of a trawler."


def found(text):
    return [(r.kind, r.text) for r in find_residue(text)]


@pytest.mark.parametrize(
    "line",
    [
        "LONDON (Reuters) -",
        "WASHINGTON, May 3 (AP) —",
        "(CNN)",
        "(CNN) --",
        "LEEDS, England (AP) —",
        "AUGUSTA, Me. —",
        "London, Apr 24 :",
        "OSLO —",
        "NEW DELHI:",
        "Manchester, New Hampshire (CNN)",
    ],
)
def test_a_dateline_is_residue_as_far_as_it_reaches(line):
    assert found(f"{line} {PROSE}") == [("dateline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe, Staff Writer",
        "BY JANE DOE",
        "By JANE DOE FOR THE HARBOUR POST",
        "By Jane Doe and John Roe",
        "Jane Doe, science editor",
        "Written by Jane Doe",
        "By Jane Doe | May 3, 2023",
    ],
)
def test_a_byline_is_residue(line):
    assert found(f"Ferry sinks off Skerry\n{line}\n{PROSE}") == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Published 3:04 PM EDT, Tue May 2, 2023",
        "Updated 12 hours ago",
        "PUBLISHED: 21:00, 16 May 2016 | UPDATED: 14:14, 17 May 2016",
        "Last updated on 4 March 2021 at 10.15am GMT",
        "3 June 2016",
        "FEBRUARY 25, 2016",
        "23:22, 5 APR 2016",
        "Thursday 3 November 2016",
        "Updated at 9:27 a.m. ET",
        "PUBLIC RELEASE: 10-NOV-2015",
        "5 min read",
    ],
)
def test_a_time_of_publication_is_residue(line):
    assert found(f"Ferry sinks off Skerry\n{line}\n{PROSE}") == [("timestamp", line)]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The pier at dusk. (AP Photo/J. Doe)", "(AP Photo/J. Doe)"),
        ("Photo: Jane Doe/Getty Images", "Photo: Jane Doe/Getty Images"),
        ("Jane Doe/Getty Images", "Jane Doe/Getty Images"),
        ("The pier at dusk. REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        ("The pier at dusk (Photo: Getty)", "(Photo: Getty)"),
        ("FILE PHOTO: The pier in May. REUTERS/Jane Doe", "FILE PHOTO: The pier in May. REUTERS/Jane Doe"),
    ],
)
def test_who_made_a_picture_is_residue(line, credit):
    assert found(f"{PROSE}\n{line}\n{PROSE}") == [("photo_credit", credit)]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jane Doe; Editing by John Roe",
        "(Reporting by Jane Doe in Oslo; Editing by John Roe)",
        "The Associated Press contributed to this report.",
        "Harbour Post staff writer Jane Doe and The Associated Press contributed to this story.",
        "© 2023 AFP",
        "With inputs from PTI",
        "AFP",
        "— Reuters",
        "This story was reported by The Associated Press.",
    ],
)
def test_an_agency_that_signs_is_residue(line):
    assert found(f"{PROSE}\n{line}") == [("agency_credit", line)]


def test_an_agency_that_signs_a_paragraph_is_residue_and_the_paragraph_is_not():
    assert found(f"{PROSE} (Reuters)") == [("agency_credit", "(Reuters)")]
    assert found(f"{PROSE}PTI") == [("agency_credit", "PTI")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FACEBOOKTWITTEREMAIL", "share"),
        ("FacebookTwitterPrintEmail", "share"),
        ("Read more from Jane Doe:", "related"),
        ("READ MORE: Mayor opens the new bridge", "related"),
        ("See also: Ferry strike enters its third week", "related"),
        ("Read more: https://harbour-post.example/ferry", "source_link"),
        ("https://harbour-post.example/ferry?from=feed", "source_link"),
        ("Sign up for Daily Newsletters", "subscribe"),
        ("Want the Harbour News in your inbox every day? Sign up here.", "subscribe"),
        ("Story Continued Below", "advertisement"),
        ("Follow her on Twitter at @janedoe", "share"),
    ],
)
def test_prompts_and_glued_buttons_are_residue(line, kind):
    assert found(f"{PROSE}\n{line}\n{PROSE}") == [(kind, line)]


ENTRIES = [
    "Aldous, M. (2011). On the keeping of harbours. Journal of Coastal Studies, 12(3), 101-115.",
    "Brandt, K. L. (2014) Tolls and piers. Leeds: Shore Press.",
    "Dunmore, Peter. Ferries in Small Ports. Shore Press, 2017.",
    "van der Berg, S. (n.d.). Fishing fleets. https://shore.example/fleets",
]


@pytest.mark.parametrize(
    "heading", ["References", "BIBLIOGRAPHY", "Works cited", "7. References", "Reference list:"]
)
@pytest.mark.parametrize("mark", ["", "[{}] ", "{}. "])
def test_a_reference_list_is_residue_to_its_last_entry(heading, mark):
    listed = "\n".join([heading, *(mark.format(n) + entry for n, entry in enumerate(ENTRIES, 1))])
    assert found(f"{PROSE}\n\n{listed}\n\n{PROSE}") == [("reference_list", listed)]


def test_entries_may_run_over_lines_and_need_no_heading_where_they_are_full():
    wrapped = (
        "References\nAldous, M. (2011). On the keeping of\nharbours. Shore, 12(3), 101-115.\n" + ENTRIES[1]
    )
    assert found(f"{PROSE}\n{wrapped}\n{PROSE}") == [("reference_list", wrapped)]
    bare = "\n".join([ENTRIES[0]] * 3)
    assert found(f"{PROSE}\n{bare}") == [("reference_list", bare)]


@pytest.mark.parametrize(
    "lines",
    [
        "Conflict of interest: The authors have none.",
        "The authors declare that they have no competing interests.",
        "Funding\nThis work was supported by a grant of the Shore Trust (12/B).",
        "Data availability statement\nThe tide tables are kept at Skerry.",
        "The data are available from the corresponding author on reasonable request.",
        "I declare that this essay is my own work. No part of it has been handed in before.",
        "Acknowledgements\nWe thank the keepers of the light.",
    ],
)
def test_a_declaration_is_residue(lines):
    assert found(f"{PROSE}\n{lines}\n{PROSE}") == [("declaration", lines)]


@pytest.mark.parametrize(
    "prose",
    [
        "UPDATE - The ferry has sunk off Skerry.",
        "STATINS could prevent clots - the leading cause of deaths.",
        "Washington - the man, not the city - was a surveyor.",
        "By Friday the ice had gone.",
        "By Jane's account the ferry was late.",
        "In May 2016 the pier was closed.",
        "12 May 2016 was the day on which the pier was closed.",
        "Reporting by The Times showed that the pier was unsafe.",
        "High winds contributed to the fall of the pier.",
        "References to the pier are found in 1843 and 1851.",
        "References\nThe town kept none.",
        "Funding\nThe museum lives on what visitors give.",
        "The authors report that no interest was paid.",
        "I declare that this bridge is open, the mayor said.",
        "He works for Reuters.",
        "He read more from Dickens than from Hardy.",
        "Email, Facebook and Twitter are how the young talk.",
    ],
)
def test_prose_that_resembles_such_lines_is_no_residue(prose):
    assert found(f"{PROSE}\n{prose}\n{PROSE}") == []


def test_a_list_of_other_stories_does_not_end_at_its_first_teaser():
    block = (
        "Related posts\n\nMayor opens new bridge\nThe bridge over the Lark took nine years to build.\n\n"
        "Ferry strike enters third week\n3 June 2016\nCrews and owners will meet again…\n\n"
        "Herring are back in the bay\nNets are full as never since the war."
    )
    assert found(f"{PROSE}\n\n{block}") == [("related", block)]


def test_the_article_goes_on_behind_a_list_of_other_stories():
    block = "Related\nMayor opens new bridge"
    assert found(f"{PROSE}\n{block}\n{PROSE}\n{PROSE}") == [("related", block)]


def test_a_sentence_is_counted_without_the_dateline_before_it_and_the_credit_behind_it():
    read = prepare(Document("a", f"OSLO (Reuters) - {PROSE} (AFP)"))
    (sentence,) = read.sentences
    assert read.text[sentence.start : sentence.end].strip() == PROSE
    assert read.length == len(PROSE.split())


def test_the_place_of_a_dateline_stays_a_fact():
    assert "Oslo" in {f.normalised for f in prepare(Document("a", f"OSLO (Reuters) - {PROSE}")).facts}
