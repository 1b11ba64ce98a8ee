"""Verbs by which somebody says, finds or is given to say something."""

from __future__ import annotations

from forensics.lang import language
from forensics.trace.extract import speakers
from forensics.trace.extract.asides import before_adverbs
from forensics.trace.extract.cue import QUOTES, Context, Cue
from forensics.trace.extract.hearers import medium_behind
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.speaker_names import Speaker, phrase
from forensics.trace.result import ClaimKind

LONGEST_HEAD = 4
"""Words of a name before a colon."""
LONGEST_CALLED = 8
"""Words between "called" and what something is called, in quotation marks."""
_JOINS = ("and", "but", "now", "that")
_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names


def said(context: Context, index: int, quoting: bool) -> Cue | None:
    """Find "X said", "said X", "X on Tuesday said", and verbs that say something only where a quotation stands."""
    sentence, links = context.sentence, context.links
    key, following = sentence.key(index), sentence.key(index + 1)
    word = sentence.tokens[index]
    knows = key in speech.knows
    beside = _only_here(sentence, index)
    if not (key in speech.said or key in speech.say or knows or beside) or not word.text[0].islower():
        return None
    if following == "by" or (key == "added" and following == "to"):
        return None  # "announced by": who announced it comes after; "added to which"
    if key in speech.byline_verbs and following == "from" and sentence.is_capital(index + 2):
        return None  # "Jane Doe reported from Paris": who wrote it
    if (
        key in speech.like_nouns
        and following not in speech.clause_starts
        and not _at_mark(sentence, index + 1)
    ):
        return _closing(context, index)
    kind: ClaimKind = "quoted" if quoting else "reported"
    speaker = context.before(index)
    if knows:
        return Cue("reported", speaker) if speaker and speaker.cited == "media" else None
    if speaker is None and following != "that" and set(sentence.gap(index)) & (QUOTES | {",", "’", "'"}):
        found = speakers.after(sentence, index + 1, links)
        # "..., suggest the researchers": of words that are nouns as often, or objects, only a role speaks.
        named = key in ("said", "says") or bool(set(sentence.gap(index)) - {",", " "})
        found = context.memory.settled(found) if found else None
        speaker = found if found and (found.head or (named and (key in speech.said or beside))) else None
    if speaker is None or (key in speech.calling and speaker.head and speaker.head not in speech.people):
        return None  # "a cover story called “The Pier”" calls nothing anything
    medium = medium_behind(context, index)
    return Cue("told", medium, speaker) if medium else Cue(kind, speaker)


def _only_here(sentence: SentenceWords, index: int) -> bool:
    """Say whether word `index` tells something beside quotation marks, "that" or a question, as few verbs do."""
    key, following = sentence.key(index), sentence.key(index + 1)
    if key in speech.beside_quotes and _beside_quotes(sentence, index):
        return True
    if key in speech.calling:
        named = range(index + 1, min(index + LONGEST_CALLED, len(sentence.tokens)))
        return any(set(sentence.gap(k)) & QUOTES for k in named)
    if key in speech.before_that:
        return following == "that" or _at_mark(sentence, index + 1)
    return key in speech.asking and following in speech.questions


def _beside_quotes(sentence: SentenceWords, index: int) -> bool:
    """Say whether quotation marks stand right behind word `index`, or right before its subject."""
    if _at_mark(sentence, index + 1):
        return True
    first = before_adverbs(sentence, index)
    start = sentence.tokens[0].start
    if first <= LONGEST_HEAD and set(sentence.text[max(0, start - 3) : start]) & QUOTES:
        return True  # "“Is it late?” Ines Prado continued.", of which the quotation is a sentence of its own
    return any(set(sentence.gap(k)) & QUOTES for k in range(max(1, first - 4), index + 1))


def _at_mark(sentence: SentenceWords, index: int) -> bool:
    end = sentence.tokens[index - 1].end
    gap = sentence.gap(index) if index < len(sentence.tokens) else sentence.text[end : end + 3]
    return bool(set(gap) & (QUOTES | {":"}))


def heads(context: Context, index: int) -> Cue | None:
    """Find "Jane Doe: “It was late.”", where a name stands alone before a colon and a quotation."""
    sentence = context.sentence
    gap = sentence.gap(index)
    if not 0 < index <= LONGEST_HEAD or not gap.startswith(":") or not set(gap) & (QUOTES | {"‘", "'"}):
        return None
    if not all(sentence.is_name(k) and not (k and sentence.breaks(k)) for k in range(index)):
        return None
    speaker = phrase(sentence, 0, index, context.links)
    return Cue("quoted", speaker, alone=True) if speaker and speaker.cited == "speaker" else None


def _closing(context: Context, index: int) -> Cue | None:
    """Find "..., experts claim." at the end of a sentence, where the words could be nouns elsewhere."""
    sentence = context.sentence
    if index + 1 < len(sentence.tokens) and not sentence.gap(index + 1).startswith(","):
        return None
    speaker = context.before(index)
    if speaker is None or not sentence.breaks(speaker.first):
        return None
    stands = speaker.head or speaker.last == speaker.first + 1 or speaker.cited != "speaker"
    return Cue("reported", speaker) if stands else None


def found(context: Context, index: int) -> Cue | None:
    """Find "a study by X found that ..." and "..., the study found"; a person who finds a thing says nothing."""
    sentence, links = context.sentence, context.links
    if sentence.key(index) not in speech.found or sentence.tokens[index].text[0].isupper():
        return None
    if context.is_passive(index):
        return None
    plain = sentence.key(index + 1) == "that" or index + 1 == len(sentence.tokens)
    if sentence.gap(index).startswith(",") and sentence.key(index + 1) in names.determiners:
        finder = speakers.after(sentence, index + 1, links)  # "..., finds a study in the Lancet"
        papers = (
            any(sentence.key(k) in speech.finders for k in range(index + 1, finder.last)) if finder else False
        )
        return Cue("reported", finder) if finder and papers else None
    for start in range(index - 2, max(-1, index - speakers.LONGEST_PHRASE), -1):
        if sentence.breaks(start + 1):
            break
        if plain and sentence.key(start) in speech.authors and sentence.key(start - 1) in speech.documents:
            maker = phrase(sentence, start + 1, index, links)
            return Cue("reported", maker) if maker else None
    speaker = context.before(index)
    if speaker is None:
        return None
    # A person who found that the door was open says nothing; at the head of a sentence a role has a capital.
    last = sentence.key(speaker.last - 1)
    if not plain:
        opens = (
            speaker.first == 0 or sentence.breaks(speaker.first) or sentence.key(speaker.first - 1) in _JOINS
        )
        return Cue("reported", speaker) if last in speech.finders and opens else None
    return (
        Cue("reported", speaker)
        if speaker.head or last in speech.roles or speaker.cited != "speaker"
        else None
    )


def saying(context: Context, index: int, cited: list[Speaker]) -> Cue | None:
    """Find "X defended the picture, saying that ...": the subject of the sentence speaks."""
    sentence = context.sentence
    if cited or sentence.key(index) not in speech.participles or not sentence.gap(index).strip(" "):
        return None
    if sentence.key(index + 1) not in speech.clause_starts and not _at_mark(sentence, index + 1):
        return None
    speaker = speakers.subject(sentence, index, context.links)
    return Cue("reported", speaker) if speaker else None
