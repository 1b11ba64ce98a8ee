"""Who speaks: the noun phrase before or after a verb of saying, and the name to cite it by."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.lang import language
from forensics.text.words import Word
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import Named, named_at
from forensics.trace.result import Cited

_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names
LONGEST_PHRASE = 12
LONGEST_OPENING = 6
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
class SentenceWords:
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
        gap = self.gap(index).removeprefix("'s").removeprefix("’s")
        return bool(set(gap) - set(" \u00a0-./&’'"))

    def key(self, index: int) -> str:
        """Return the word at `index` as dictionaries know it, "" outside the sentence."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""


def before(sentence: SentenceWords, verb: int, links: OriginalsOf) -> Speaker | None:
    """Return who speaks where the verb of saying is word `verb`: the phrase that ends right before it."""
    last = verb
    while last > 0 and not sentence.breaks(last) and skippable(sentence, last - 1):
        last -= 1
    if last == 0 or sentence.key(last - 1) in speech.blockers:
        return None
    if sentence.breaks(last):
        last = _before_aside(sentence, last)
        if last == 0:
            return None
    if sentence.gap(last).startswith(("'s", "’s")):
        return None  # "Syria's alleged role": no verb at all
    first = _phrase_start(sentence, last)
    # "The Office for National Statistics", "the Sunday Telegraph": names hold words that phrases do not.
    for index in range(first - 1, max(-1, first - LONGEST_OPENING), -1):
        longer = named_at(sentence.text, sentence.tokens, index, links)
        if longer is not None and longer.last > first:
            first = index
    return None if _is_object(sentence, first) else phrase(sentence, first, last, links)


def opening(sentence: SentenceWords, verb: int, links: OriginalsOf) -> Speaker | None:
    """Return the role that opens the clause of word `verb`: "Troops operating in the region have told ..."."""
    start = next((i for i in range(verb, max(0, verb - LONGEST_ASIDE), -1) if sentence.breaks(i)), 0)
    if verb - start > LONGEST_ASIDE:
        return None
    for index in range(start, min(verb, start + LONGEST_OPENING)):
        if sentence.key(index) in names.prepositions or sentence.key(index) in speech.blockers:
            return None
        if sentence.key(index) in speech.roles:
            return phrase(sentence, start, index + 1, links)
    return None


def after(sentence: SentenceWords, first: int, links: OriginalsOf) -> Speaker | None:
    """Return the speaker whose phrase begins at word `first`, as in "according to X" or "said X"."""
    start = sentence.key(first)
    if not start or sentence.breaks(first) or start in names.prepositions:
        return None
    if start in names.not_names and start not in names.determiners and start not in names.forms_of_address:
        return None
    if (source := _source_of(sentence, first)) > first:
        return after(sentence, source, links)
    last = first + 1
    while (
        last < min(len(sentence.tokens), first + LONGEST_PHRASE)
        and not sentence.breaks(last)
        and _continues_phrase(sentence, last)
    ):
        last += 1
    return phrase(sentence, first, last, links)


def beside(sentence: SentenceWords, speaker: Speaker, links: OriginalsOf) -> Speaker | None:
    """Return who else spoke where the phrase names two: Jane Doe in "Jane Doe and John Roe said"; None for nobody.

    Both must be names of two words and more, or outlets: "Trade and Industry Secretary" is one office.
    """
    joint = next((i for i in range(speaker.last - 1, speaker.first, -1) if sentence.key(i) == "and"), None)
    if joint is None or sentence.breaks(joint) or sentence.breaks(joint + 1):
        return None
    other = phrase(sentence, speaker.first, joint, links)
    right = phrase(sentence, joint + 1, speaker.last, links)
    if other is None or right is None or other.name == speaker.name:
        return None
    whole = all(one.named is not None or (not one.head and " " in one.name) for one in (other, right))
    return other if whole else None


def _source_of(sentence: SentenceWords, first: int) -> int:
    """Return where whoever made a document is named, after "research carried out by"; `first` where nobody is."""
    made = False
    for index in range(first, min(first + LONGEST_OPENING, len(sentence.tokens) - 1)):
        if index > first and sentence.breaks(index):
            break
        if made and sentence.key(index) in ("from", "by") and not sentence.breaks(index + 1):
            return index + 1
        made = made or sentence.key(index) in speech.documents
    return first


def phrase(sentence: SentenceWords, first: int, last: int, links: OriginalsOf) -> Speaker | None:
    """Return the speaker that words [first, last) name: an outlet, a name, a role; None for nobody."""
    while first < last and sentence.key(first) in ("and", "but", "or", "so", "of"):
        first += 1
    if any(sentence.key(i) in ("neither", "nor", "no", "none") for i in range(first, last)):
        return None
    roles = [i for i in range(first, last) if sentence.key(i) in speech.roles]
    for index in range(first, last):
        named = named_at(sentence.text, sentence.tokens, index, links)
        if named is not None and named.last <= last:
            head = sentence.key(roles[0]) if roles else ""
            return Speaker(first, last, named.outlet.name, named.outlet.kind, named, head)
    while first < last and sentence.key(first) in names.determiners:
        first += 1
    while first < last - 1 and len(sentence.key(first)) > 4 and sentence.key(first).endswith("ly"):
        first += 1
    # "analyst Alex Potter at Lehman Brothers" is Alex Potter; "a spokesman for the council" is the whole of it.
    head_end = next((i for i in range(first + 1, last) if sentence.key(i) in names.prepositions), last)
    for end in (head_end, last):
        if end > first and _is_name(sentence, end - 1):
            start = end - 1
            while start > first and _belongs_to_name(sentence, start - 1):
                start -= 1
            start += sentence.tokens[start].text[0].islower()
            return Speaker(first, last, _spelled(sentence, start, end), "speaker")
        if roles and roles[0] < end:
            head = sentence.key(end - 1) if end - 1 in roles else ""
            return Speaker(first, last, _spelled(sentence, first, last), "speaker", head=head)
    return None


def _phrase_start(sentence: SentenceWords, last: int) -> int:
    """Return where the noun phrase begins that ends before word `last`."""
    first = last
    while first > max(0, last - LONGEST_PHRASE) and (first == last or not sentence.breaks(first)):
        if not _may_stand_in_phrase(sentence, first - 1):
            break
        first -= 1
        before_it = sentence.key(first - 1) if not sentence.breaks(first) else ""
        if sentence.key(first) in names.forms_of_address:
            break
        if sentence.key(first) in names.determiners and before_it not in names.prepositions | {"and"}:
            break
    return first


def _is_object(sentence: SentenceWords, first: int) -> bool:
    """Say whether a preposition before word `first` makes the phrase something else than a subject."""
    if first == 0 or sentence.breaks(first) or sentence.key(first - 1) not in names.prepositions:
        return False
    # "Reports from officials" and "stories attributed to them" do name who speaks.
    return sentence.key(first - 1) != "from" and sentence.key(first - 2) != "attributed"


def skippable(sentence: SentenceWords, index: int) -> bool:
    """Say whether a word may stand between a speaker and the verb: "has", "later", "reportedly"."""
    key = sentence.key(index)
    adverb = len(key) > 4 and key.endswith("ly") and key not in ("family", "assembly")
    return bool(key) and sentence.tokens[index].text[0].islower() and (key in speech.perfect or adverb)


def _before_aside(sentence: SentenceWords, end: int) -> int:
    """Return where the speaker's words end before an aside: 2 in "John Smith, its head, said"; 0 for none.

    Asides stand in commas or in brackets ("the WHO (in Geneva) said"). Where the aside is the name itself, as in
    "its head, John Smith, said", the speaker's words end with it.
    """
    closing = sentence.gap(end).strip(" %")
    opening_mark = {",": ",", ")": "("}.get(closing)
    if opening_mark is None:
        return 0
    nearer = 0
    for index in range(end - 1, max(0, end - LONGEST_ASIDE), -1):
        gap = sentence.gap(index)
        if gap.strip() == opening_mark:
            if closing == "," and _is_name(sentence, index - 1) and _in_prepositional(sentence, index):
                nearer = (
                    nearer or index
                )  # "Ann Bell, of Shore Trust, York, said": the aside goes on before it
                continue
            if _is_name(sentence, index - 1) or (closing == ")" and sentence.key(index - 1) in speech.roles):
                return index
            if sentence.key(index - 1) in speech.roles:
                return end if _is_name(sentence, end - 1) else index
            return nearer
        if set(gap) & set(';:,."“”()'):
            return nearer
    return nearer


def _in_prepositional(sentence: SentenceWords, last: int) -> bool:
    """Say whether an aside goes on before word `last`: ", of Shore Trust" and ", head of tides at Shore Trust" do."""
    first = last - 1
    while first > 0 and not sentence.breaks(first):
        first -= 1
    opens = sentence.key(first) in names.prepositions or sentence.key(first) in speech.roles
    return first > 0 and opens and sentence.gap(first).strip() == ","


def _may_stand_in_phrase(sentence: SentenceWords, index: int) -> bool:
    key = sentence.key(index)
    if key in names.prepositions:
        # "a spokesman for the ministry", "head of the bank": the phrase goes on where a role stands before.
        if index == 0 or sentence.breaks(index):
            return False
        named = key in ("of", "at") and _is_name(sentence, index - 1)
        return named or sentence.key(index - 1) in speech.roles
    if key == "and":
        return index > 0 and (_is_name(sentence, index - 1) or sentence.key(index - 1) in speech.roles)
    if key in names.not_names and key not in names.determiners and key not in names.forms_of_address:
        return False
    return key not in speech.blockers and key not in speech.said


def _continues_phrase(sentence: SentenceWords, index: int) -> bool:
    key = sentence.key(index)
    if key in ("of", "for", "at", "and", "the", *names.particles):
        return index + 1 < len(sentence.tokens)
    if sentence.tokens[index].text[0].isupper():
        return key not in names.not_names or key in names.forms_of_address
    return key in speech.roles or not (
        key in names.not_names or key in speech.said or key in speech.say or key in speech.blockers
    )


def _is_name(sentence: SentenceWords, index: int) -> bool:
    word = sentence.tokens[index]
    return word.text[0].isupper() and word.key not in names.not_names and word.key not in names.determiners


def _belongs_to_name(sentence: SentenceWords, index: int) -> bool:
    if sentence.key(index) in names.particles:
        return True
    return _is_name(sentence, index) and sentence.key(index) not in names.titles


def _spelled(sentence: SentenceWords, first: int, last: int) -> str:
    return " ".join(sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end].split())
