"""Outlets and officials are named by their real names, and only where that is no guess."""

import pytest

from forensics.trace.extract.outlets import named_at, of_domain, resolve
from forensics.trace.extract.phrases import name_words


@pytest.mark.parametrize(
    ("observed", "name"),
    [
        ("New York Occasions", "New York Times"),
        ("Monetary Instances", "Financial Times"),
        ("The Every day Mail", "Daily Mail"),
        ("Each day Mail", "Daily Mail"),
        ("Day by day Telegraph", "Daily Telegraph"),
        ("Wall Avenue Journal", "Wall Street Journal"),
        ("Related Press", "Associated Press"),
        ("Washington Submit", "Washington Post"),
        ("New York Put up", "New York Post"),
        ("Sky Information", "Sky News"),
        ("Enterprise Insider", "Business Insider"),
        ("The Mother or father", "The Guardian"),
        ("Fb", "Facebook"),
        ("White Home", "White House"),
        ("Division of Justice", "Department of Justice"),
        ("Financial institution of England", "Bank of England"),
        ("World Well being Organization", "World Health Organization"),
        ("Securities and Alternate Fee", "Securities and Exchange Commission"),
        ("House Workplace", "Home Office"),
    ],
)
def test_a_spun_name_resolves_to_the_outlet_it_was_spun_from(observed, name):
    outlet = resolve(observed)
    assert outlet is not None
    assert outlet.name == name
    assert outlet.spun_from == observed.removeprefix("The ")


@pytest.mark.parametrize(
    "name", ["BBC", "the Guardian", "Al Jazeera", "Channel 4 News", "Economic Times", "Sky News"]
)
def test_a_name_as_it_is_was_spun_from_nothing(name):
    outlet = resolve(name)
    assert outlet is not None
    assert outlet.spun_from is None


@pytest.mark.parametrize(
    "name", ["Random House", "Solar", "Occasions", "who", "us", "Margaret Ellison", "", "the", "…"]
)
def test_what_would_take_a_guess_stays_unknown(name):
    assert resolve(name) is None


def test_only_links_that_are_known_un_spin_a_name():
    assert resolve("New York Turnips") is None
    outlet = resolve("New York Turnips", links=lambda word: ["times"] if word == "turnips" else [])
    assert outlet is not None
    assert outlet.name == "New York Times"


def test_a_site_names_its_outlet():
    assert of_domain("www.bbc.co.uk") == resolve("BBC")
    assert resolve("nytimes.com") == resolve("New York Times")


def _names(text):
    tokens = name_words(text)
    found = (named_at(text, tokens, index) for index in range(len(tokens)))
    return [(n.outlet.name, text[n.start : n.end]) for n in found if n is not None]


def test_a_common_word_is_a_newspaper_only_where_it_stands_as_a_name():
    assert _names("the Sun reported the theft") == [("The Sun", "Sun")]
    assert _names("Sun rises over the harbour") == []
    assert _names("the Australian said it would appeal") == [("The Australian", "Australian")]
    assert _names("the Australian swimmer won") == []
    assert _names("a letter to the Coventry Telegraph") == [("Coventry Telegraph", "Coventry Telegraph")]


def test_an_unlisted_outlet_is_known_by_the_last_word_of_its_name():
    assert _names("editors at the Harrogate Gazette") == [("Harrogate Gazette", "Harrogate Gazette")]
    assert _names("printed in the Malvern Occasions") == [("Malvern Times", "Malvern Occasions")]
    assert _names("the Malvern Parents met") == []


def test_a_possessive_ending_is_no_part_of_the_name():
    assert _names("the BBC's chairman") == [("BBC", "BBC")]
