"""Residue is told by its shape and its place, spun or not; prose that mentions it is prose."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.trace.extract.residue import find_residue

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source link", "source_link"),
        ("Source: Reuters", "source_link"),
        ("Via The Verge", "source_link"),
        ("Read the original article", "source_link"),
        ("This story first appeared on ProPublica.", "source_link"),
        ("LEAVE A COMMENT", "comment_form"),
        ("Leave a Reply", "comment_form"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("14 Comments", "comment_form"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Click to share on X (Opens in new window)", "share"),
        ("We use cookies to give you the best experience on our website.", "cookie"),
        ("Subscribe to our newsletter", "subscribe"),
        ("Get the latest gardening tips delivered to your inbox", "subscribe"),
        ("© 2023 Harbour Media Ltd. All rights reserved.", "copyright"),
        ("Copyright 2021 by the Valley Echo", "copyright"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Skip to main content", "site_header"),
        ("Home » Sport » Rowing", "site_header"),
        ("Daily.Harbour-Post.net » News from the coast", "site_header"),
        ("Image source, Getty Images", "credit"),
        ("Read more", "related"),
    ],
)
def test_page_furniture_is_residue(line, kind):
    assert [(r.text, r.kind, r.restored) for r in find_residue(line)] == [(line, kind, None)]


@pytest.mark.parametrize(
    ("line", "kind", "restored"),
    [
        ("Supply hyperlink", "source_link", "Source link"),
        ("Supply: Reuters", "source_link", "Source: Reuters"),
        ("Learn the unique article", "source_link", "Read the original article"),
        ("Depart a Remark", "comment_form", "Leave a Comment"),
        ("Go away a Reply", "comment_form", "Leave a Reply"),
        ("Your e-mail tackle won't be revealed.", "comment_form", "Your email address won't be published."),
        ("Share on Fb", "share", "Share on Facebook"),
        ("Learn extra", "related", "Learn more"),
        (
            "Associated tales\nTwo rowers rescued off Whitby",
            "related",
            "Related stories\nTwo rowers rescued off Whitby",
        ),
    ],
)
def test_spun_furniture_is_residue_with_its_words_restored(line, kind, restored):
    (residue,) = find_residue(line)
    assert (residue.kind, residue.text) == (kind, line)
    assert residue.restored == restored


@pytest.mark.parametrize(
    "prose",
    [
        "He told visitors to leave a comment in the guest book and went home.",
        "The source of the river is hidden in the hills.",
        "Source: the spring under the oak, as every child in the village knows.",
        "We use cookies to decorate the cake.",
        "First published in 1843, the novel was a success.",
        "Copyright law protects the authors of maps.",
        "She shared the article on Facebook with her brother.",
        "Read more books than you buy.",
        "Via a side road they reached the farm.",
        "Amazon.com rose 4% on Tuesday.",
        "The contents of the letter were read out.",
        "Subscribe to the view that taxes are theft and you will like him.",
        "Related species live in the same lake.",
        "Comments by the minister angered teachers.",
        "",
        " \n\t\n ",
    ],
)
def test_prose_that_mentions_furniture_is_no_residue(prose):
    assert find_residue(prose) == ()


def test_a_table_of_contents_ends_with_its_last_entry():
    text = "Tide tables\nTable of Contents\n1. Spring\n2. Neap\n2.1 At night\nThe moon pulls the sea.\n1. Not an entry."
    assert [(r.kind, r.text) for r in find_residue(text)] == [
        ("contents", "Table of Contents\n1. Spring\n2. Neap\n2.1 At night")
    ]


def test_entries_without_marks_are_known_by_the_headings_that_they_announce():
    text = "In this article\nWhy bees swarm\nHow to catch them\nWhy bees swarm\nThey do.\nHow to catch them\nSlowly."
    assert [r.text for r in find_residue(text)] == ["In this article\nWhy bees swarm\nHow to catch them"]


def test_a_list_of_other_stories_ends_where_prose_or_furniture_begins():
    text = (
        "The vote was lost.\n\nMore From Author\n\nMayor Opens New Bridge\n\nFerry Strike Enters Third Week\n\n"
        "Leave a Reply\n\nA last line of prose ends here."
    )
    assert [(r.kind, r.text) for r in find_residue(text)] == [
        ("related", "More From Author\n\nMayor Opens New Bridge\n\nFerry Strike Enters Third Week"),
        ("comment_form", "Leave a Reply"),
    ]


def test_furniture_run_together_with_prose_is_found_at_the_edges_of_a_paragraph():
    text = "The lake froze in January. Supply hyperlink"
    assert [(r.text, r.restored) for r in find_residue(text)] == [("Supply hyperlink", "Source link")]
    assert find_residue("The lake froze. Leave a comment. It thawed in March.") == ()


def test_a_share_bar_may_take_a_line_for_each_button():
    assert [r.text for r in find_residue("Facebook\nTwitter\nWhatsApp\nThe ferry sank.")] == [
        "Facebook\nTwitter\nWhatsApp"
    ]
    assert find_residue("Twitter\nThe company grew.") == ()


def test_an_outlet_at_the_end_of_a_title_is_the_sites_header():
    (residue,) = find_residue("Ferry sinks off Whitby - BBC News\nThree people were saved.")
    assert (residue.kind, residue.text) == ("site_header", "BBC News")


def test_the_samples_carry_what_their_pages_left():
    found = {
        path.stem: [
            (r.kind, r.text.split("\n")[0], r.restored) for r in find_residue(path.read_text("utf-8"))
        ]
        for path in sorted(SAMPLES.glob("*.txt"))
    }
    assert found["000"][0][0] == "site_header"
    assert found["001"] == [
        ("source_link", "Supply hyperlink", "Source link"),
        ("comment_form", "Leave a Comment", None),
    ]
    assert [kind for kind, _, _ in found["002"]] == ["contents"]
    assert [kind for kind, _, _ in found["003"]] == ["related", "comment_form", "comment_form"]
    assert found["004"] == []


_PIECES = st.sampled_from(
    [
        "Source link",
        "Supply hyperlink",
        "Leave a Reply",
        "Related",
        "Contents",
        "- 1. One",
        "Facebook",
        "Share",
        "©",
        "Prose stands here.",
        "via",
        ":",
        "Reuters",
        "\n",
        "\n\n",
        " ",
        "\r\n",
        "\u2028",
        "é",
        "»",
        "a.com",
        "😀",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=200))
def test_residue_slices_back_in_order_without_overlap(text):
    position = 0
    for residue in find_residue(text):
        assert position <= residue.start < residue.end
        assert text[residue.start : residue.end] == residue.text
        position = residue.end
