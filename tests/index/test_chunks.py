"""What retrieval reads of a text is what its plain definition says, however quickly it is found."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.evidence.disguises import DISGUISES
from forensics.index.chunks import asked_chunks, chunks, kept_prints, read_source, sentence_words
from forensics.text.annotate import AnnotatedText
from forensics.text.disguise import digits, spacing
from forensics.text.disguise.unmask import unmask
from forensics.text.fingerprints import fingerprints
from forensics.text.sentences import _END
from forensics.text.stems import is_content, stem

decides = pytest.mark.decides
HERE = "forensics.index.chunks."
ROOT = Path(__file__).parents[2]
REAL = [
    path.read_text("utf-8")
    for folder in ("samples", "docs", "tests/trace/events")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".txt", ".md") and path.stat().st_size < 60_000
]
ALPHABET = "aA 'éß.!?…)\"’\n1,3@-İΣ中文かな\u00a0\u200bо&;"
TEXTS = st.one_of(
    st.text(alphabet=ALPHABET, max_size=60),
    st.text(max_size=40),
    st.lists(
        st.sampled_from(["Dr. ", "The ship's ", "1,000km-long ", "end. ", "Wow!Yes ", "東京は ", "l e t "])
    ).map("".join),
)


def defined(text):
    """Return the keys of the words of each sentence, by way of everything that is known of a text."""
    read = AnnotatedText(unmask(text).text)
    return [
        [read.tokens[k].key for k in read.tokens_in(span.start, span.end)] for span in read.whole_sentences
    ]


def as_defined(text):
    return [[word.key for word in sentence] for sentence in sentence_words(text)] == defined(text)


def test_real_texts_are_read_as_defined():
    assert len(REAL) > 50
    assert all(as_defined(text) for text in REAL)


@pytest.mark.parametrize("name", DISGUISES)
def test_disguised_texts_are_read_as_defined(name):
    assert all(as_defined(DISGUISES[name][1](text)) for text in REAL[:4])


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_read_as_defined(text):
    assert as_defined(text)


@settings(deadline=None)
@given(TEXTS)
def test_a_word_brings_its_stem_and_whether_it_carries_content(text):
    for word in (word for sentence in sentence_words(text) for word in sentence):
        assert (word.stem, word.content) == (stem(word.key), is_content(word.key))


@settings(deadline=None)
@given(TEXTS)
def test_sentences_end_where_the_plain_pattern_ends_them(text):
    plain = re.compile(
        r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s+[\"'“‘(\[]?[^\W_a-z]|\s*$)|(?<=[a-z)]{3})[.!?](?=[A-Z][a-z])"
    )
    assert [m.span() for m in _END.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(st.text(alphabet="aé .\u00a0_1\n", max_size=30))
def test_a_quick_look_misses_no_letters_set_apart(text):
    assert spacing.may_be_apart(text) == (spacing._APART.search(text) is not None)


@given(st.lists(st.sampled_from(["th3 ", "4é ", "1st? ", "a", "7", " ", "ok "]), max_size=40).map("".join))
def test_a_quick_look_misses_no_digits_in_words(text):
    assert digits.has_digits_beside_letters(text) or not (
        digits._BESIDE.search(text) and digits.digit_letters(text)
    )


def words(*sentences):
    return [[word for part in sentence_words(sentence) for word in part] for sentence in sentences]


@decides(HERE + "_CHUNK_SENTENCES", -1, 1)
def test_a_chunk_holds_the_content_stems_of_three_sentences_once_each():
    assert chunks(words("the lamps", "a boat, a lamp", "cape", "storm", "coast"), 2) == [
        ["lamp", "boat", "cape"],
        ["cape", "storm", "coast"],
        ["coast"],
    ]


def test_sentences_without_content_make_no_chunk():
    assert chunks(words("and so on", "of it all"), 1) == []


@decides(HERE + "_CHUNK_SENTENCES", -1, 1)
def test_a_source_is_cut_into_chunks_that_do_not_overlap():
    assert read_source("Red lamps. Two boats. Three capes. Four storms.").chunks == [
        ["red", "lamp", "two", "boat", "three", "cape"],
        ["four", "storm"],
    ]


@decides(HERE + "_STEP_ASKED", -1, 1)
def test_a_text_asks_at_every_second_sentence():
    asked = asked_chunks(words(*(f"k{n}" for n in "abcdef")))
    assert [chunk[0] for chunk in asked] == ["ka", "kc", "ke"]


@decides(HERE + "_CHUNKS_ASKED", -1, 1)
@pytest.mark.parametrize(("sentences", "asked"), [(10, 5), (120, 60), (122, 60), (4000, 60)])
def test_a_text_asks_sixty_times_at_most_and_evenly(sentences, asked):
    found = asked_chunks(words(*map(str, range(10, sentences + 10))))
    assert len(found) == asked
    assert int(found[asked // 2][0]) - 10 == pytest.approx(sentences / 2, abs=2)


@decides(HERE + "_PRINTS_KEPT", -1, 1)
def test_one_fingerprint_in_eight_is_kept():
    text = max(REAL, key=len)
    every = fingerprints([word.stem for sentence in sentence_words(text) for word in sentence])
    kept = {p // 8 % 2**32 for p in every.tolist() if p % 8 == 0}
    assert kept_prints(sentence_words(text)).tolist() == sorted(kept)
    assert len(every) > 100


def test_words_are_the_same_after_so_many_others_that_they_are_forgotten(monkeypatch):
    monkeypatch.setattr(HERE + "_TYPES_KEPT", 3)
    assert all(as_defined(text) for text in REAL[:3])
