"""Who speaks: the noun phrase before or after a verb of saying."""

from __future__ import annotations

from forensics.lang import language
from forensics.trace.extract.asides import LONGEST_ASIDE, before_adverbs, before_aside
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.speaker_names import Speaker, phrase

_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names
LONGEST_PHRASE = 12
LONGEST_OPENING = 6
MOST_PAPERS = 3
"""Documents that may stand before whoever made them; what names more is no citation."""


def before(sentence: SentenceWords, verb: int, links: OriginalsOf) -> Speaker | None:
    """Return who speaks where the verb of saying is word `verb`: the phrase that ends right before it."""
    last = before_adverbs(sentence, verb)
    if last == 0 or sentence.key(last - 1) in speech.blockers or sentence.key(last - 1) == "and":
        return None
    if sentence.key(last - 1) == "who" and sentence.gap(last - 1).strip() == ",":
        last -= 1  # "Jane Doe, who says she is undecided"
    elif sentence.breaks(last):
        last = before_aside(sentence, last)
    if last == 0 or sentence.gap(last).startswith(("'s", "’s")):
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


def subject(sentence: SentenceWords, verb: int, links: OriginalsOf) -> Speaker | None:
    """Return who or what opens the sentence, as the subject of all that it does; None where no name or role does."""
    first = 1 if sentence.key(0) in ("and", "but") else 0
    start = first + (sentence.key(first) in names.determiners)
    named = named_at(sentence.text, sentence.tokens, start, links) if start < len(sentence.tokens) else None
    if named is not None:
        last = named.last
    elif sentence.is_name(start):
        last = start + 1
        while sentence.is_name(last) and not sentence.breaks(last):
            last += 1
        if sentence.key(last) in speech.people and sentence.is_name(last + 1):
            last += 1  # "Former Harbour official Jane Doe"
            while sentence.is_name(last) and not sentence.breaks(last):
                last += 1
    else:
        last = next(
            (i + 1 for i in range(start, start + LONGEST_OPENING) if sentence.key(i) in speech.roles), first
        )
    if last == first or last >= verb or any(sentence.breaks(i) for i in range(first + 1, last)):
        return None
    if sentence.gap(last).startswith(("'s", "’s")):
        return None
    return phrase(sentence, first, last, links)


def after(
    sentence: SentenceWords, first: int, links: OriginalsOf, *, papers: int = MOST_PAPERS
) -> Speaker | None:
    """Return the speaker whose phrase begins at word `first`, as in "according to X" or "said X".

    `papers` is how many documents may stand before whoever made them: "a report by a study by X".
    """
    start = sentence.key(first)
    if not start or sentence.breaks(first) or start in names.prepositions:
        return None
    if start in names.not_names and start not in names.determiners and start not in names.forms_of_address:
        return None
    if papers and (source := _source_of(sentence, first)) > first:
        return after(sentence, source, links, papers=papers - 1)
    last = first + 1
    while (
        last < min(len(sentence.tokens), first + LONGEST_PHRASE)
        and not sentence.breaks(last)
        and _continues_phrase(sentence, last)
    ):
        last += 1
    # "Neurology, Surgery and Psychiatry": the commas in an outlet's name end no phrase.
    for index in range(first, last):
        named = named_at(sentence.text, sentence.tokens, index, links)
        if named is not None:
            last = max(last, named.last)
            break
    return phrase(sentence, first, last, links)


def beside(sentence: SentenceWords, speaker: Speaker, links: OriginalsOf) -> Speaker | None:
    """Return who else spoke where the phrase names two: Jane Doe in "Jane Doe and John Roe said"; None for nobody.

    Both must be names of two words and more, or outlets: "Trade and Industry Secretary" is one office.
    """
    joint = next((i for i in range(speaker.last - 1, speaker.first, -1) if sentence.key(i) == "and"), None)
    if joint is None or sentence.breaks(joint) or sentence.breaks(joint + 1):
        return None
    if " and " in speaker.name:
        return None
    other = phrase(sentence, speaker.first, joint, links)
    right = phrase(sentence, joint + 1, speaker.last, links)
    if other is None or right is None or other.name == right.name:
        return None
    whole = all(one.named is not None or (not one.head and " " in one.name) for one in (other, right))
    return (right if other.name == speaker.name else other) if whole else None


def _source_of(sentence: SentenceWords, first: int) -> int:
    """Return where whoever made a document is named, after "research carried out by"; `first` where nobody is.

    What has been published "in" an outlet comes from there.
    """
    made = published = False
    for index in range(first, min(first + LONGEST_OPENING, len(sentence.tokens) - 1)):
        if index > first and sentence.breaks(index):
            break
        key = sentence.key(index)
        place = index + 1 + (sentence.key(index + 1) in names.determiners)
        if made and not sentence.breaks(index + 1):
            if key in ("from", "by"):
                return index + 1
            if (
                published
                and key in ("in", "on")
                and (sentence.is_capital(place) or _says_journal(sentence, place))
            ):
                return _journal_start(sentence, place)
        published = published or key in speech.published or key in speech.documents
        made = made or key in speech.documents
    return first


def _says_journal(sentence: SentenceWords, first: int) -> bool:
    return _journal_start(sentence, first) > first


def _journal_start(sentence: SentenceWords, first: int) -> int:
    """Return where the name begins behind "the open access journal"; `first` where no such word comes."""
    for index in range(first, min(first + LONGEST_OPENING, len(sentence.tokens) - 1)):
        if sentence.breaks(index + 1) or sentence.is_capital(index):
            break
        if sentence.key(index) in _ENGLISH.journals.before and sentence.is_capital(index + 1):
            return index + 1
    return first


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


def _may_stand_in_phrase(sentence: SentenceWords, index: int) -> bool:
    key = sentence.key(index)
    if key in names.prepositions:
        # "a spokesman for the ministry", "head of the bank": the phrase goes on where a role stands before.
        if index == 0 or sentence.breaks(index):
            return False
        before = sentence.key(index - 1)
        named = sentence.is_name(index - 1) and (
            key in ("of", "at") or (key == "from" and before not in speech.documents)
        )
        body = key in names.in_bodies and before in names.bodies and sentence.is_capital(index - 1)
        return named or body or before in speech.roles or before in speech.knowing
    if key == "and":
        return index > 0 and (sentence.is_name(index - 1) or sentence.key(index - 1) in speech.roles)
    if key in names.not_names and key not in names.determiners and key not in names.forms_of_address:
        return False
    return key not in speech.blockers and (key not in speech.said or key in speech.documents)


def _continues_phrase(sentence: SentenceWords, index: int) -> bool:
    key = sentence.key(index)
    if key in ("of", "for", "at", "and", "the", *names.particles):
        return index + 1 < len(sentence.tokens)
    if key == "in":
        return sentence.key(index - 1) in speech.documents
    if sentence.is_capital(index):
        return key not in names.not_names or key in names.forms_of_address
    return key in speech.roles or not (
        key in names.not_names or key in speech.said or key in speech.say or key in speech.blockers
    )
