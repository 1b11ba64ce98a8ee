"""Who speaks: the noun phrase before or after a verb of saying, and the name to cite it by."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.text.words import Word
from forensics.trace import speech
from forensics.trace.outlets import Named, named_at
from forensics.trace.result import Cited
from forensics.trace.unspin import OriginalsOf

LONGEST_PHRASE = 12
LONGEST_ASIDE = 25
"""Words between a speaker and the verb, set off by commas: "John Smith, head of ..., said"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: words [first, last), the name to cite by, and what kind of source that is."""

    first: int
    last: int
    name: str
    cited: Cited
    named: Named | None = None
    head: str = ""  # the role word that the phrase turns on, "" where it is a name


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, and the text between them."""

    text: str
    tokens: tuple[Word, ...]

    def gap(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index`; "" outside the sentence."""
        if 0 < index < len(self.tokens):
            return self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return ""

    def breaks(self, index: int) -> bool:
        """Say whether a phrase ends before word `index`: at punctuation other than what names hold."""
        return bool(set(self.gap(index)) - set(" \u00a0-./&’'"))

    def key(self, index: int) -> str:
        """Return the word at `index` as dictionaries know it, "" outside the sentence."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""


def before(sentence: Sentence, verb: int, links: OriginalsOf) -> Speaker | None:
    """Return who speaks where the verb of saying is word `verb`: the phrase that ends right before it."""
    last = verb
    while last > 0 and not sentence.breaks(last) and skippable(sentence.key(last - 1)):
        last -= 1
    if last == 0 or sentence.key(last - 1) in speech.BLOCKERS:
        return None
    if sentence.breaks(last):
        if "," not in sentence.gap(last) or (last := _before_aside(sentence, last)) == 0:
            return None
    first = last
    while (
        first > max(0, last - LONGEST_PHRASE)
        and (first == last or not sentence.breaks(first))
        and _may_stand_in_phrase(sentence, first - 1)
    ):
        first -= 1
    return phrase(sentence, first, last, links)


def after(sentence: Sentence, first: int, links: OriginalsOf) -> Speaker | None:
    """Return the speaker whose phrase begins at word `first`, as in "according to X" or "said X"."""
    start = sentence.key(first)
    if start in speech.PREPOSITIONS or (start in speech.NOT_NAMES and start not in speech.DETERMINERS):
        return None
    last = first
    while (
        last < min(len(sentence.tokens), first + LONGEST_PHRASE)
        and (last == first or not sentence.breaks(last))
        and (last == first or _continues_phrase(sentence, last))
    ):
        last += 1
    return phrase(sentence, first, last, links)


def phrase(sentence: Sentence, first: int, last: int, links: OriginalsOf) -> Speaker | None:
    """Return the speaker that words [first, last) name: an outlet, a role or a name; None where they name nobody."""
    named = next(
        (n for i in range(first, last) if (n := named_at(sentence.text, sentence.tokens, i, links))), None
    )
    roles = [i for i in range(first, last) if sentence.key(i) in speech.ROLES]
    if named is not None and named.last <= last:
        head = sentence.key(roles[0]) if roles else ""
        return Speaker(first, last, named.outlet.name, named.outlet.kind, named, head)
    while first < last and sentence.key(first) in speech.DETERMINERS:
        first += 1
    names = [i for i in range(first, last) if _is_name(sentence, i)]
    if names and (not roles or names[-1] > roles[-1]) and names[-1] == last - 1:
        start = last - 1
        while (
            start > first and _is_name(sentence, start - 1) and sentence.key(start - 1) not in speech.TITLES
        ):
            start -= 1
        return Speaker(first, last, _spelled(sentence, start, last), "speaker")
    if roles:
        # Lower-case words before the role may be anything ("yesterday police"); a plain role stands on its own.
        return Speaker(first, last, _spelled(sentence, first, last), "speaker", head=sentence.key(roles[0]))
    return None


def skippable(key: str) -> bool:
    """Say whether a word may stand between a speaker and the verb: "has", "later", "reportedly"."""
    return key in speech.PERFECT or (
        len(key) > 4 and key.endswith("ly") and key not in ("family", "italy", "july")
    )


def _before_aside(sentence: Sentence, end: int) -> int:
    """Return where the words before an aside in commas end: "John Smith, its head, said" gives 2; 0 for none."""
    for index in range(end - 1, max(0, end - LONGEST_ASIDE), -1):
        gap = sentence.gap(index)
        if "," in gap:
            return index if _is_name(sentence, index - 1) else 0
        if set(gap) & set(';:."“”()'):
            return 0
    return 0


def _may_stand_in_phrase(sentence: Sentence, index: int) -> bool:
    key = sentence.key(index)
    if key in speech.PREPOSITIONS:
        # "a spokesman for the ministry", "head of the bank": the phrase goes on where a speaker stands before.
        return sentence.key(index - 1) in speech.ROLES and not sentence.breaks(index)
    if key in speech.NOT_NAMES and key not in speech.DETERMINERS and key not in ("mr", "mrs", "ms", "and"):
        return False
    return key not in speech.BLOCKERS and key not in speech.SAID


def _continues_phrase(sentence: Sentence, index: int) -> bool:
    key = sentence.key(index)
    if key in ("of", "for", "at", "and", "the", "de", "von", "van"):
        return index + 1 < len(sentence.tokens)
    if sentence.tokens[index].text[0].isupper():
        return key not in speech.NOT_NAMES or key in ("mr", "mrs", "ms")
    return not sentence.key(index - 1) == "" and (
        key in speech.ROLES
        or (key not in speech.NOT_NAMES and key not in speech.SAID and key not in speech.BLOCKERS)
    )


def _is_name(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens[index]
    return word.text[0].isupper() and word.key not in speech.NOT_NAMES and word.key not in speech.DETERMINERS


def _spelled(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end].split())
