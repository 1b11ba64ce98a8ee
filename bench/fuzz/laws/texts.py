"""Laws of reading a text: its disguises, its folding, its words and sentences."""

from __future__ import annotations

import re

from bench.fuzz.laws.places import apart, within
from bench.fuzz.target import Law, Target
from bench.fuzz.text import all_bytes_of, text_of

_WORD = re.compile(r"[a-z0-9\x80-\U0010ffff]+")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
SEEDS = (
    "The bridge, Jane Smith said on Monday, was “closed” by Reuters.\n\nRead more: www.example.com\n1. One. 2. Two.",
    "Th\u0435 f\u200berry d\u00adid not sa\u0301il, t-\nhe ｃrew s\u0336a\u0336i\u0336d; 漢字 かな한국 ก ำ \u1112\u1161\u11ab 👩\u200d🚀",
    "a b c d e f g  h i j k l m\n1 first\n2 second\n3 third\n&amp; _u_n_d_e_r_ th3 b0y",
    "He said: 'It's 12:30, 1,000 km-long.' U.S. Dr. No... Really?! \"Yes.\" So.It",
)


def disguises() -> Law:
    """Return the law of taking disguises off."""
    from forensics.text.disguise.unmask import unmask

    def law(data: bytes) -> None:
        text = text_of(data)
        found = unmask(text)
        assert (found.text is text) == (found.text == text), (
            "a text that is read as it stands is another object"
        )
        places = [found.source(k, k + 1) for k in range(len(found.text))]
        for start, end in places:
            within(start, end, text, "what is read")
            assert start < end, "a character comes from nowhere"
        assert places == sorted(places), "what is read stands in another order"
        for one in found.findings:
            within(one.start, one.end, text, one)
            assert one.count >= 1
            assert one.places[0] == one.start < one.end, one
            assert len(one.places) == min(one.count, 10), one
            assert list(one.places) == sorted(one.places), one
        again = unmask(text)
        assert (again.text, again.findings) == (found.text, found.findings), "two readings differ"

    return law


def folding() -> Law:
    """Return the law of folding."""
    from forensics.text.fold import fold, fold_characters

    def law(data: bytes) -> None:
        text = text_of(data)
        folded = fold(text)
        once, twice = (_WORD.findall(one.translate(_LOWER)) for one in (folded, fold_characters(folded)))
        assert once == twice, f"folding what is folded changes it: {once}, {twice}"
        folded.encode()

    return law


def words() -> Law:
    """Return the law of words, sentences, lines and tokens."""
    from forensics.text.annotate import AnnotatedText
    from forensics.text.shingles import shingles

    def law(data: bytes) -> None:
        text = text_of(data)
        read = AnnotatedText(text)
        for name, parts in (("words", read.words), ("tokens", read.tokens)):
            apart(((one.start, one.end) for one in parts), name)
            for one in parts:
                within(one.start, one.end, text, one)
                assert one.text == text[one.start : one.end] != "", one
        for name, spans in (
            ("lines", read.lines),
            ("sentences", read.sentences),
            ("whole sentences", read.whole_sentences),
        ):
            apart(((one.start, one.end) for one in spans), name)
            said = "".join(one.of(text) for one in spans)
            assert "".join(said.split()) == "".join(text.split()), f"{name} lose or double what stands there"
            assert all(one.of(text) == one.of(text).strip() != "" for one in spans), f"{name} are not trimmed"
        for line in read.sentences:
            assert not set("\r\n") & set(line.of(text)), "a sentence crosses a line's end"
        assert len(read.keys) == len(read.tokens) == len(read.stems) == len(read.content)
        for bare, word in zip(read.bare_words, read.words, strict=True):
            assert text[bare.start : bare.end] == bare.text
            assert word.start == bare.start
            assert word.end >= bare.end
        list(shingles(text, 5))

    return law


TARGETS = (
    Target("disguises", "disguises taken off", disguises, lambda: all_bytes_of(SEEDS), 300),
    Target("folding", "folding for shingles", folding, lambda: all_bytes_of(SEEDS), 300),
    Target("words", "words, lines, sentences, tokens", words, lambda: all_bytes_of(SEEDS), 300),
)
