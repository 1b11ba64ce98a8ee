"""Whatever text is put into markup comes out of a browser's parser as text, and as nothing else."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from forensics.report.html.kit.element import Html, joined, tag
from forensics.text.visible import visible
from tests.report.results_by_hand import HOSTILE

ANY = st.one_of(st.text(), st.sampled_from(HOSTILE), st.text("<>&\"'/=! -x\u202e\x1b\n", max_size=20))


class Read(HTMLParser):
    """What a parser makes of markup."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, name, attributes):
        self.tags.append(name)
        self.attributes += attributes

    def handle_data(self, data):
        self.text += data


@given(ANY)
def test_text_stays_text(text):
    read = Read(tag("p", text))
    assert read.tags == ["p"]
    assert read.text == visible(text, keep="\n\t")


@given(ANY)
def test_an_attribute_holds_what_it_is_given_and_ends_where_it_should(text):
    read = Read(tag("p", title=text, hidden=True, id=None))
    assert read.tags == ["p"]
    assert read.attributes == [("title", visible(text, keep="\n\t")), ("hidden", None)]


@given(ANY, ANY)
def test_markup_within_markup_is_not_escaped_again(first, second):
    inner = joined(tag("b", first), second)
    assert isinstance(inner, Html)
    assert Read(tag("p", inner)).text == visible(first + second, keep="\n\t")
