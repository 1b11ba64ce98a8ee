from hypothesis import given
from hypothesis import strategies as st

from forensics.text.words import words
from forensics.trace.extract.phrases import Phrases, first_word, name_words

word = st.sampled_from("a b c d".split())
phrase = st.lists(word, min_size=1, max_size=3).map(tuple)


@given(st.lists(st.sets(phrase, min_size=1), max_size=6), st.lists(word, min_size=1, max_size=12))
def test_every_phrase_that_stands_in_a_text_is_found_whatever_was_looked_for_before(entries, text):
    phrases = Phrases(
        list(enumerate(entries)),
        openings=lambda entry: [one[0] for one in sorted(entry[1])],
        spelled=lambda entry, first: [(one, entry[0]) for one in sorted(entry[1]) if one[0] == first],
    )
    tokens = words(" ".join(text))
    for first in range(len(text)):
        found = [(tuple(text[hit.first : hit.last]), hit.payload) for hit in phrases.at(tokens, first)]
        stands = [
            (one, number)
            for number, entry in enumerate(entries)
            for one in entry
            if tuple(text[first : first + len(one)]) == one
        ]
        assert sorted(found) == sorted(stands)


@given(st.from_regex(r"[A-Za-zÀ-ÿʼ0-9.'’&-]{1,8}( [A-Za-z0-9'’s.-]{1,8}){0,3}", fullmatch=True))
def test_the_first_word_of_a_phrase_is_the_first_that_a_text_would_have(text):
    if name_words(text):
        assert first_word(text) == name_words(text)[0].key
