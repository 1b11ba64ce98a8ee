"""Texts are cut where they end, not where a line happens to."""

from forensics.text.segments import sentence_spans, sentence_words, word_tokens


def test_a_sentence_goes_on_over_a_fixed_line_width():
    text = (
        "We often hear the question how much a property like this\n"
        "one is worth, and the answer is that every property is\n"
        "unique in its own right, as Mr Smith said in the town of\n"
        "Norvik when he was asked.\nIt is true."
    )
    assert [s.of(text)[:8] for s in sentence_spans(text)] == ["We often", "It is tr"]


def test_headlines_and_paragraphs_stay_apart():
    text = "Fire at plant\n\nFourteen people were hurt\nTwo of them badly\n"
    assert len(sentence_spans(text)) == 3


def test_a_script_without_spaces_is_read_by_character():
    text = "市长宣布 closed"
    assert [w.text for w in word_tokens(text)] == ["市", "长", "宣", "布", "closed"]
    assert all(text[w.start : w.end] == w.text for w in word_tokens(text))


def test_words_come_sentence_by_sentence():
    assert sentence_words("The fire burned. It’s out!") == [["the", "fire", "burned"], ["it's", "out"]]
