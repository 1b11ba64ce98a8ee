"""By what name a noun phrase is cited: an outlet, a person, a body, or the role that it turns on."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.lang import language
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import Named, named_at
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.result import Cited

_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: words [first, last), the name to cite by, and what kind of source that is."""

    first: int
    last: int
    name: str
    cited: Cited
    named: Named | None = None
    head: str = ""  # the role word that the phrase turns on, "" where it is a name
    person: str = ""  # who spoke for an outlet or a body that is cited: John Roe in "John Roe of Reuters"


def phrase(sentence: SentenceWords, first: int, last: int, links: OriginalsOf) -> Speaker | None:
    """Return the speaker that words [first, last) name: an outlet, a name, a role; None for nobody."""
    while first < last and sentence.key(first) in ("and", "but", "or", "so", "of"):
        first += 1
    if first >= last:
        return None
    if any(sentence.key(i) in ("neither", "nor", "no", "none") for i in range(first, last)):
        return None
    if sentence.key(first) in speech.first_person and not sentence.tokens[first].text.isupper():
        return None  # "our findings suggest": whoever is quoted speaks
    head_end = next((i for i in range(first + 1, last) if _ends_head(sentence, i)), last)
    roles = [i for i in range(first, last) if sentence.key(i) in speech.roles]
    if not roles and sentence.key(last - 1) in speech.documents:
        roles = [last - 1]  # "multiple news reports"
    if (whole := _titled(sentence, first, last, links)) is not None:
        return whole
    for index in range(first, last):
        named = named_at(sentence.text, sentence.tokens, index, links)
        if named is not None and named.last <= last and not _is_surname(sentence, named, first):
            if (
                index > head_end
                and not any(i < head_end for i in roles)
                and not _person(sentence, first, head_end)
            ):
                continue  # "the growth of Reuters": no speaker
            head = sentence.key(roles[0]) if roles else ""
            person = _person(sentence, first, head_end) if head_end <= index else ""
            return Speaker(first, last, named.outlet.name, named.outlet.kind, named, head, person)
    while first < last and sentence.key(first) in names.determiners:
        first += 1
    while first < last - 1 and len(sentence.key(first)) > 4 and sentence.key(first).endswith("ly"):
        first += 1
    # "analyst Alex Potter at Lehman Brothers" is Alex Potter; "a spokesman for the council" is the whole of it.
    for end in (head_end, last):
        role = (
            end == first + 1 and sentence.key(first) in speech.roles
        )  # "Researchers", at the head of a sentence
        if end > first and sentence.is_name(end - 1) and not role:
            start = _name_start(sentence, first, end)
            return Speaker(first, last, sentence.spelled(start, end), "speaker")
        if roles and roles[0] < end:
            head = sentence.key(end - 1) if end - 1 in roles else ""
            last = head_end if _tells_of(sentence, head_end) else last
            return Speaker(first, last, sentence.spelled(first, last), "speaker", head=head)
    return None


def _tells_of(sentence: SentenceWords, index: int) -> bool:
    """Say whether word `index` is the "of" of what a document is about: "study of 7,000 people", of no name."""
    if sentence.key(index) != "of" or sentence.key(index - 1) not in speech.documents:
        return False
    following = index + 1 + (sentence.key(index + 1) in names.determiners)
    return not sentence.is_capital(following)


def _ends_head(sentence: SentenceWords, index: int) -> bool:
    """Say whether the head of a phrase ends before word `index`; the "of" in "the University of Ulm" ends none."""
    if sentence.key(index) not in names.prepositions:
        return False
    body = sentence.key(index - 1) in names.bodies and sentence.is_capital(index - 1)
    following = index + 1 + (sentence.key(index + 1) in names.determiners)
    return not (body and sentence.key(index) in names.in_bodies and sentence.is_capital(following))


def _titled(sentence: SentenceWords, first: int, last: int, links: OriginalsOf) -> Speaker | None:
    """Return the person whose name ends a phrase right behind a role: "White House press secretary Jane Doe"."""
    if not sentence.is_name(last - 1) or sentence.key(last - 1) in speech.roles:
        return None
    start = last - 1
    while (
        start > first and sentence.belongs_to_name(start - 1) and sentence.key(start - 1) not in speech.people
    ):
        start -= 1
    offices = start
    while offices < last - 1 and sentence.key(offices) in names.departments:
        offices += 1
    if offices > start and sentence.key(start - 1) == "of" and sentence.key(start - 2) in speech.people:
        return Speaker(first, last, sentence.spelled(offices, last), "speaker")
    if start == first or sentence.key(start - 1) not in speech.people or sentence.breaks(start):
        return None
    named = named_at(sentence.text, sentence.tokens, start, links)
    if named is not None and named.last == last:
        return None
    return Speaker(first, last, sentence.spelled(start, last), "speaker")


def _is_surname(sentence: SentenceWords, named: Named, first: int) -> bool:
    """Say whether an outlet of one word is the surname of a person: "Michael R. Bloomberg"."""
    before = named.first - 1
    if named.last - named.first > 1 or before < first or sentence.breaks(named.first):
        return False
    return sentence.belongs_to_name(before) and sentence.key(before) not in speech.people | names.titles


def _person(sentence: SentenceWords, first: int, end: int) -> str:
    """Return who is named in words [first, end), before the outlet that they are of; "" for nobody."""
    if not sentence.is_name(end - 1) or sentence.key(end - 1) in speech.roles:
        return ""
    start = _name_start(sentence, first, end)
    whole = end - start > 1 or sentence.key(start - 1) in names.titles
    return sentence.spelled(start, end) if whole else ""


def _name_start(sentence: SentenceWords, first: int, end: int) -> int:
    """Return where the name begins that ends before word `end`, "School of Health and Related Studies" as a whole."""
    start = end - 1
    while start > first:
        if sentence.belongs_to_name(start - 1):
            start -= 1
            continue
        body = start - 1
        while body > first and (
            sentence.is_name(body) or sentence.key(body) in names.joiners | {"and", "for"}
        ):
            if sentence.key(body - 1) in names.bodies and sentence.is_capital(body - 1):
                break
            body -= 1
        if body == first or sentence.is_capital(body) or sentence.key(body) not in names.in_bodies:
            break
        start = body - 1
    return start + (not sentence.is_capital(start))
