"""Who is cited as real articles cite: pronouns, days, relative clauses, titles, bodies, journals, posts."""

import pytest

from forensics.trace.extract.claims import find_claims


def cited(text):
    return [(claim.outlet, claim.speaker) if claim.speaker else claim.outlet for claim in find_claims(text)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The harbour office on Tuesday night said the pier was shut.", ["harbour office"]),
        ("Ines Prado last week warned that the pier was unsafe.", ["Ines Prado"]),
        ("Tomas Ruiz, who says the pier is sound, sails on Monday.", ["Tomas Ruiz"]),
        ("A person familiar with the plan said the pier would go.", ["person familiar with the plan"]),
        ("Town hall press secretary Ines Prado said the pier was shut.", ["Ines Prado"]),
        ("Former Secretary of State Ines Prado said the pier was shut.", ["Ines Prado"]),
        ("The League for Old Piers president Ines Prado said it was shut.", ["Ines Prado"]),
        ("A study by the University of Skerry found that piers rot.", ["University of Skerry"]),
        ("Ines Prado, professor of tides at Shore College, Skerry, said piers rot.", ["Ines Prado"]),
        ("The experts, including those of Shore College, Skerry, said piers rot.", ["experts"]),
        ("Neighbours, though, have said it was loud.", ["Neighbours"]),
        ("Researchers found more salt in the water.", ["Researchers"]),
        ("Shut the pier, say two harbour experts.", ["harbour experts"]),
        ("The Skerry Herald defended the picture, saying that it was fair.", ["Skerry Herald"]),
        ("Ines Prado told the judge that the pier was sound.", ["Ines Prado"]),
        ("“It rots,” Ines Prado told a friend.", ["Ines Prado"]),
        ("Ines Prado called the pier “a ruin”.", ["Ines Prado"]),
        ("Ines Prado questioned whether the pier was sound.", ["Ines Prado"]),
        ("“It rots,” Ines Prado continued.", ["Ines Prado"]),
        ("“Does it rot?” Ines Prado continued.", ["Ines Prado"]),
        ("Ines Prado (D-N.Y.) said it rots.", ["Ines Prado"]),
        ("Harbour Leader Ines Prado said it rots. Prado said it leans.", ["Ines Prado", "Ines Prado"]),
        ("Ines Prado, head of eShore, a firm that mends piers, said it rots.", ["Ines Prado"]),
        ("Ines Prado, the president of the S.H.A.R.P., said it rots.", ["Ines Prado"]),
        ("Skerry, where the flood began last year, on Monday reported three leaks.", ["Skerry"]),
        (
            "The authors, writing in the Journal of Tides, Piers and Harbours, stressed it rots.",
            ["Journal of Tides, Piers and Harbours", "authors"],
        ),
        ("It rots, Reuters reports, and leans.", ["Reuters"]),
        ("It rots, multiple news reports say.", ["multiple news reports"]),
        ("Ines Prado joked that it rots.", ["Ines Prado"]),
        ("The article, citing harbour officials, said that it rots.", ["harbour officials", "article"]),
        ("It rots, according to research by a survey by Shore Trust.", ["Shore Trust"]),
        ("Ines Prado said on CNN that the pier was shut.", [("CNN", "Ines Prado")]),
        ("“It rots,” Ines Prado told FoxNews.com.", [("Fox News", "Ines Prado")]),
        ("According to Ines Prado at Vanity Fair, the pier is shut.", [("Vanity Fair", "Ines Prado")]),
        ("Piers rot, finds a study in the BMJ Open this week.", ["BMJ Open"]),
        ("It was published online in the open access journal Pier Studies.", ["Pier Studies"]),
        (
            "It was published in the Journal of Tides, Piers and Harbours on Monday.",
            ["Journal of Tides, Piers and Harbours"],
        ),
        ("The pier rots! — Ines Prado (@prado) May 3, 2019", ["Ines Prado"]),
    ],
)
def test_real_turns_of_phrase_are_claims(sentence, who):
    assert cited(sentence) == who


@pytest.mark.parametrize(
    "prose",
    [
        "Prado reported from Skerry.",
        "“Our findings suggest that piers rot.”",
        "Sales continued to fall at the pier.",
        "Ines Prado maintains a small boat.",
        "Ines Prado told him to leave.",
        "A third pier, added to which there is a jetty, stands there.",
        "It is the first time experts have found such a pier.",
        "The mayor called the pilot.",
        "A cover story called “The Pier” won a prize.",
        "They would be held for want of papers and asked whether they had any.",
        "The pier went on, she says.",
    ],
)
def test_what_tells_nothing_is_no_claim(prose):
    assert cited(prose) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ines Prado said it rots. She added that it leans.", ["Ines Prado", "Ines Prado"]),
        ("Ines Prado said it rots. The wind was cold. She said it leans.", ["Ines Prado", "Ines Prado"]),
        ("Mayor Ines Prado came on Monday. “It rots,” she said.", ["Ines Prado"]),
        ("Researchers said it rots. “It leans,” they write.", ["Researchers", "Researchers"]),
        ("Ines Prado said it rots. Harbour Holdings closed it. He was cross, he said.", ["Ines Prado"]),
        ("Ms Prado said it rots. He said it leans.", ["Prado"]),
        ("Ines Prado said: “It rots and he said it would.”", ["Ines Prado"]),
    ],
)
def test_a_pronoun_is_whom_the_text_was_about_or_nobody(text, who):
    assert cited(text) == who


def test_a_name_before_a_colon_speaks_where_the_text_cites_it_elsewhere():
    assert cited("Ines Prado: “It rots.”\nThe pier is shut, Ines Prado said.") == ["Ines Prado", "Ines Prado"]
    assert cited("Breaking News: “It rots.”\nThe pier is shut, Ines Prado said.") == ["Ines Prado"]


def test_a_surname_that_is_an_outlets_name_is_a_persons_where_the_text_has_that_person():
    text = "Michael Bloomberg walked on the pier. “It rots,” said Bloomberg."
    assert cited(text) == ["Michael Bloomberg"]
    assert cited("The pier is shut, said Bloomberg.") == ["Bloomberg"]


def test_papers_that_name_nothing_but_papers_are_read_to_an_end():
    assert len(cited("It rots, " + "according to research by " * 2000)) <= 1


def test_nothing_is_claimed_in_what_a_page_left():
    assert (
        cited("The pier was shut.\nSign up for our newsletter, the editor said, and never miss a story") == []
    )
