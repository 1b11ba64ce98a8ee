"""A text is read once: its words, lines and sentences are the same wherever they are looked for."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.sentences import paragraphs, sentences
from forensics.text.words import words

ROOT = Path(__file__).parents[2]
TEXTS = st.text(
    st.sampled_from("aB’'-‑ .!?:,\n\r\"”“‘(1é市\u2028\t") | st.characters(codec="utf-8"), max_size=200
) | st.lists(
    st.sampled_from(
        ["Mr. Bell’s", "dog", "ran.", "He said: “No.”", "3.5", "1,000km-long", "\n", "E.g.", "end.Next"]
    )
).map(" ".join)


@settings(deadline=None)  # a first look loads a stemmer
@given(TEXTS)
def test_the_words_of_a_sentence_are_those_that_it_has_by_itself(text):
    read = AnnotatedText(text)
    for span in (*read.lines, *read.sentences):
        assert list(read.words_in(span.start, span.end)) == words(text, span.start, span.end)


@settings(deadline=None)  # a first look loads a stemmer
@given(TEXTS)
def test_the_sentences_of_a_line_are_those_that_it_has_by_itself(text):
    read = AnnotatedText(text)
    for line in read.lines:
        alone = [(line.start + s.start, line.start + s.end) for s in sentences(line.of(text))]
        assert [(s.start, s.end) for s in read.sentences_in(line.start, line.end)] == alone


@settings(deadline=None)  # a first look loads a stemmer
@given(TEXTS)
def test_every_part_points_into_the_text(text):
    read = AnnotatedText(text)
    assert list(read.lines) == paragraphs(text)
    for word in (*read.words, *read.tokens, *read.bare_words):
        assert text[word.start : word.end] == word.text
    assert len(read.bare_words) == len(read.words)
    assert len(read.stems) == len(read.content) == len(read.tokens)


def test_what_was_read_before_is_not_read_again():
    read = AnnotatedText("One. Two.")
    assert annotated(read) is read
    assert read.sentences is read.sentences


@pytest.mark.parametrize(
    ("written", "bare"), [("BBC's", "BBC"), ("BBC’S", "BBC"), ("it’s", "it"), ("’s", "s")]
)
def test_a_name_stands_without_its_possessive_ending(written, bare):
    assert [word.text for word in AnnotatedText(written).bare_words] == [bare]


@pytest.mark.parametrize("layer", ["trace", "spin", "index"])
def test_no_analysis_splits_a_text_for_itself(layer):
    """Words and sentences are made in AnnotatedText; elsewhere only short names and phrases are cut into words."""
    short = ("trace/extract/phrases.py", "trace/align/common_event.py")
    allowed = {ROOT / "forensics" / path for path in short}
    made_here = {"words", "sentences", "paragraphs"}
    for path in sorted((ROOT / "forensics" / layer).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("forensics.text."):
                assert path in allowed or made_here.isdisjoint(name.name for name in node.names), path


def test_a_sentence_goes_on_over_a_fixed_line_width():
    text = (
        "We often hear the question how much a property like this\n"
        "one is worth, and the answer is that every property is\n"
        "unique in its own right, as Mr Smith said in the town of\n"
        "Norvik when he was asked.\nIt is true."
    )
    assert [s.of(text)[:8] for s in AnnotatedText(text).whole_sentences] == ["We often", "It is tr"]


def test_headlines_and_paragraphs_stay_apart():
    text = "Fire at plant\n\nFourteen people were hurt\nTwo of them badly\n"
    assert len(AnnotatedText(text).whole_sentences) == 3


def test_a_script_without_spaces_is_read_by_character():
    read = AnnotatedText("市长宣布 closed")
    assert [token.text for token in read.tokens] == ["市", "长", "宣", "布", "closed"]
    assert len(read.words) == 2
