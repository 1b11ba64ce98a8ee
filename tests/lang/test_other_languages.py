"""What reads words of any language reads those of the language that it is handed."""

from dataclasses import replace

from forensics.lang import language
from forensics.text.alignment import align
from forensics.text.annotate import AnnotatedText
from forensics.text.edited import edited
from forensics.text.edits import Edit
from forensics.text.sentences import sentences
from forensics.text.stems import is_content
from forensics.text.synonyms import SynonymFold

SOME_GERMAN = replace(
    language("en"),
    code="de",
    name="German",
    stemmer="german",
    glue=frozenset({"und"}),
    stop_words=frozenset({"und", "der"}),
    function_words=frozenset({"und", "der", "nicht"}),
    abbreviations=("Hr", "z.B"),
)
TEXT = "Das sagte Hr. Schmidt. Dr. Schmidt schwieg."


def test_abbreviations_are_those_of_the_language():
    read = AnnotatedText(TEXT, SOME_GERMAN)
    assert [s.of(TEXT) for s in read.sentences] == ["Das sagte Hr. Schmidt.", "Dr.", "Schmidt schwieg."]
    assert read.sentences == tuple(sentences(TEXT, language=SOME_GERMAN))
    here = AnnotatedText(TEXT).sentences
    assert [s.of(TEXT) for s in here] == ["Das sagte Hr.", "Schmidt.", "Dr. Schmidt schwieg."]


def test_function_words_are_those_of_the_language():
    text = "nicht the Haus"
    assert AnnotatedText(text, SOME_GERMAN).content == (False, True, True)
    assert AnnotatedText(text).content == (True, False, True)
    assert not is_content("nicht", SOME_GERMAN)


def test_stems_are_those_of_the_language():
    assert AnnotatedText("Wagen running", SOME_GERMAN).stems == ("wag", "running")
    assert AnnotatedText("Wagen running").stems == ("wagen", "run")


def test_a_text_with_its_edits_made_is_read_as_the_same_language():
    read = AnnotatedText(TEXT, SOME_GERMAN)
    assert edited(read, [Edit(0, 3, "Das", "Dies")]).annotated.language is SOME_GERMAN


def test_synonyms_are_folded_with_the_stop_words_and_stems_of_the_language():
    pairs = [(("auto",), ("wagen",), 1.0)]
    assert SynonymFold(pairs, SOME_GERMAN).fold("der Auto und die Häuser") == "wag die haus"
    assert SynonymFold(pairs).fold("the auto") == "wagen"


def test_words_that_stand_everywhere_align_nothing_in_their_language_alone():
    a, b = "eins zwei und drei vier".split(), "fünf sechs und sieben acht".split()
    whole = [range(5)]
    assert [block.equal for block in align(a, b, whole, whole, SOME_GERMAN).blocks] == [False]
    assert [block.equal for block in align(a, b, whole, whole).blocks] == [False, True, False]
