"""Forms of a release, notes about authors, buttons and labels are residue; a story that has such words is a story."""

import pytest

from forensics.trace.extract.residue import find_residue

PROSE = (
    "The ferry to Skerry sank on its way home and eleven people were saved by the crew of a trawler. The harbour "
    "master had closed the gate an hour before, because the wind had turned and the light on the pier had failed."
)


def found(text):
    return [(r.kind, r.text) for r in find_residue(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skerry Harbour Press Release", "release_form"),
        ("FOR IMMEDIATE RELEASE", "release_form"),
        ("Embargoed until 23:30 on 3 May 2023", "release_form"),
        ("20 JULY 2023 • 6:00AM", "timestamp"),
        ("This article is more than 2 years old", "timestamp"),
        ("Jane Doe Science Correspondent", "byline"),
        ("BYJANE DOE", "byline"),
        ("By JANE DOEMAY 3, 2023", "byline"),
        ("Jane DoeContact Reporter", "byline"),
        ("BYLINE: Jane Doe", "byline"),
        ("LENGTH: 376 words", "site_header"),
        ("LISTEN TO ARTICLE 3:07 SHARE THIS ARTICLE Share Tweet Post Email", "share"),
        ("3 SHARES 1 COMMENT", "share"),
        ("PRINT  E-MAIL", "share"),
        ("Follow @skerryherald", "share"),
        ("( PHOTOS: Ten ferries of the north)", "related"),
        ("Ferry captain finds a violin in his wheelhouse Read more", "related"),
        ("JUST WATCHED A ferry sinks Replay More Videos", "related"),
        ("ALAMY", "photo_credit"),
        (
            "Harbour newsletter Sign up today By signing up you agree to receive email. You can unsubscribe then.",
            "subscribe",
        ),
    ],
)
def test_a_line_that_a_page_sets_at_its_head_is_residue(line, kind):
    assert found(f"Ferry sinks off Skerry\n{line}\n{PROSE}") == [(kind, line)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Doe edits the Skerry Herald. Her book on ferries is out.", "author_note"),
        ("Jane Doe is a columnist for the Skerry Herald. Follow her at @janedoe.", "author_note"),
        ("The views expressed here are those of the author.", "author_note"),
        ("Editor’s note: the harbour has paid for this series.", "author_note"),
        ("An earlier version of this story named another pier.", "author_note"),
        ("Contact Jane Doe at jdoe@skerryherald.example", "author_note"),
        ("Jane Doe and John Roe contributed.", "agency_credit"),
        ("Contributing: Jane Doe; the Associated Press", "agency_credit"),
        ("— With assistance by Jane Doe", "agency_credit"),
        ("Tel: +44 (0)20 5555 0100", "release_form"),
        ("Contact information:", "release_form"),
        ("-ENDS-", "release_form"),
    ],
)
def test_a_line_that_stands_behind_a_text_is_residue(line, kind):
    assert found(f"Ferry sinks off Skerry\n{PROSE}\n{line}") == [(kind, line)]


def test_a_bare_name_is_a_byline_beside_a_time_alone():
    assert found(f"Ferry sinks off Skerry\nJane Doe\n3 June 2023\n{PROSE}")[0] == ("byline", "Jane Doe")
    assert found(f"Ferry sinks off Skerry\nJane Doe\n{PROSE}") == []


def test_notes_behind_a_release_are_residue_to_their_end():
    notes = "Notes to editors\nThe harbour was built in 1850 and has two piers, one of them of stone."
    (one,) = found(f"{PROSE}\n{PROSE}\n{notes}")
    assert one == ("release_form", notes)


def test_notes_that_are_the_most_of_a_text_are_text():
    assert found(f"Ferry sinks\nNotes to editors\n{PROSE}\n{PROSE}") == []


def test_a_mark_between_two_scenes_ends_no_release():
    assert [text for _, text in found(f"{PROSE}\n{PROSE}\n###\nShe woke on the shore.\nIt was cold.")] == [
        "###"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is a captain, and her brother sails with her.",
        "Many People contributed.",
        "The Ferry Home",
        "She went\nhome.",
        "They share a table and post a letter.",
        "He asked for more and went to see more.",
        "Follow the path to the pier and turn left at the light.",
        "Contact with the ferry was lost at nine.",
        "It ends here.",
    ],
)
def test_prose_like_it_is_prose(line):
    assert found(f"{PROSE}\n{line}\n{PROSE}") == []
    assert found(f"{PROSE}\n{line}") == []


def test_whom_a_text_tells_of_is_not_its_author():
    told = f"{PROSE} Jane Doe was the last to leave the ferry."
    note = "Jane Doe is a writer and has a new book."
    assert found(f"{told}\n{note}") == []
    assert found(f"{PROSE}\n{note}") == [("author_note", note)]


def test_a_list_of_other_stories_goes_on_over_titles_in_marks():
    first = "Related Posts\nFerry captain finds a violin\nHe first thought it a trick…"
    block = f"{first}\n“A Garden of Her Own”\nShe planted beans."
    assert found(f"{PROSE}\n{block}") == [("related", block)]
