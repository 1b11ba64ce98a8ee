"""The turns of phrase by which English cites a source: the grammar behind claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from forensics.lang import language
from forensics.trace.extract import speakers
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.speakers import SentenceWords, Speaker
from forensics.trace.result import ClaimKind

_QUOTES = set('“”"«»')
_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names


@dataclass(slots=True)
class Memory:
    """Who was cited before: what "the newspaper" and "the spokesman" stand for."""

    medium: str | None = None
    roles: dict[str, Speaker] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """One citation: who is cited, and who is said to have spoken to them."""

    kind: ClaimKind
    by: Speaker
    speaker: Speaker | None = None


def cues(sentence: SentenceWords, links: OriginalsOf, memory: Memory) -> Iterator[Cue]:
    """Yield the citations of one sentence, word by word; `memory` learns who was cited."""
    quoting = bool(sentence.tokens) and bool(
        _QUOTES & set(sentence.text[max(0, sentence.tokens[0].start - 1) : sentence.tokens[-1].end + 2])
    )
    named_until = 0
    for index in range(len(sentence.tokens)):
        cue = _told(sentence, index, links, memory) or _according(sentence, index, links)
        cue = cue or _quoted(sentence, index, links, memory) or _by_agent(sentence, index, links)
        cue = cue or _said(sentence, index, links, memory, quoting) or _found(sentence, index, links, memory)
        if cue is not None:
            for speaker in filter(None, (cue.by, cue.speaker)):
                if speaker.head and (speaker.cited == "official" or " " in speaker.name):
                    memory.roles[speaker.head] = speaker
            if (other := speakers.beside(sentence, cue.by, links)) is not None:
                yield Cue(cue.kind, other)
            yield cue
        if index >= named_until and (named := named_at(sentence.text, sentence.tokens, index, links)):
            named_until = named.last  # "York Times" within "New York Times" is no name of its own
            if named.outlet.kind == "media":
                memory.medium = named.outlet.name


def _told(sentence: SentenceWords, index: int, links: OriginalsOf, memory: Memory) -> Cue | None:
    key, following = sentence.key(index), index + 1
    spun = key not in speech.told and not speech.told.isdisjoint(links(key))
    addressed = key in speech.addressed and sentence.key(following) == "to"
    interview = key == "interview" and sentence.key(following) in ("with", "to", "for", "on", "in", "within")
    if not (key in speech.told or spun or addressed or interview) or _is_passive(sentence, index):
        return None
    hearer = _medium(sentence, following + (addressed or interview), links)
    if hearer is not None:
        # "instructed the BBC to pay" is an instruction; "instructed the BBC that it would" is a spun "told".
        if spun and sentence.key(hearer.last) == "to":
            return None
        speaker = None if interview else _before(sentence, index, links, memory)
        return Cue("told", hearer, speaker or speakers.opening(sentence, index, links))
    if key in speech.told and _addresses_public(sentence, following, links):
        teller = _before(sentence, index, links, memory)
        return Cue("told", teller) if teller else None
    return None


def _according(sentence: SentenceWords, index: int, links: OriginalsOf) -> Cue | None:
    key, following = sentence.key(index), sentence.key(index + 1)
    if key == "according" and following == "to":
        speaker = speakers.after(sentence, index + 2, links)
        return Cue("according_to", speaker) if speaker else None
    if key == "citing" or (key == "attributed" and following == "to"):
        speaker = speakers.after(sentence, index + (1 if key == "citing" else 2), links)
        return Cue("according_to", speaker) if speaker else None
    for turn in speech.according:
        # English of their own: only with an outlet, set off as a phrase, do they read "according to".
        if key == turn[0] and tuple(sentence.key(index + i) for i in range(len(turn))) == turn:
            medium = _medium(sentence, index + len(turn), links)
            set_off = medium is not None and (
                medium.last == len(sentence.tokens) or sentence.gap(medium.last).startswith(",")
            )
            return Cue("according_to", medium) if medium and set_off else None
    return None


def _quoted(sentence: SentenceWords, index: int, links: OriginalsOf, memory: Memory) -> Cue | None:
    if sentence.key(index) not in ("quoted", "quotes", "quoting"):
        return None
    if sentence.key(index + 1) == "by":
        medium = _medium(sentence, index + 2, links)
        return Cue("quoted", medium) if medium else None
    if _is_passive(sentence, index):
        subject = index - 1
        while subject > 0 and sentence.key(subject) in speech.quoted_passive:
            subject -= 1
        speaker = speakers.before(sentence, subject + 1, links)
        return Cue("quoted", speaker) if speaker and sentence.key(index + 1) == "as" else None
    outlet = _before(sentence, index, links, memory)
    source = speakers.after(sentence, index + 1, links)
    if outlet is not None:
        return Cue("quoted", outlet, source)
    return Cue("quoted", source) if source and sentence.key(source.last) == "as" else None


def _by_agent(sentence: SentenceWords, index: int, links: OriginalsOf) -> Cue | None:
    """Find "first reported by Reuters", "published in the Lancet"."""
    if sentence.key(index) not in speech.published:
        return None
    if sentence.key(index + 1) not in ("by", "in", "on", "within"):
        return None
    medium = _medium(sentence, index + 2, links)
    return Cue("reported", medium) if medium else None


def _said(
    sentence: SentenceWords, index: int, links: OriginalsOf, memory: Memory, quoting: bool
) -> Cue | None:
    key = sentence.key(index)
    word = sentence.tokens[index]
    knows = key in speech.knows
    if not (key in speech.said or key in speech.say or knows) or not word.text[0].islower():
        return None
    if sentence.key(index + 1) == "by":
        return None  # "announced by": who announced it comes after
    if key in speech.like_nouns and sentence.key(index + 1) not in speech.clause_starts:
        return _closing(sentence, index, links)
    kind: ClaimKind = "quoted" if quoting else "reported"
    speaker = _before(sentence, index, links, memory)
    if knows:
        return Cue("reported", speaker) if speaker and speaker.cited == "media" else None
    if speaker is None and set(sentence.gap(index)) & (_QUOTES | {",", "’", "'"}) and key in speech.said:
        speaker = speakers.after(sentence, index + 1, links)
    return Cue(kind, speaker) if speaker else None


def _closing(sentence: SentenceWords, index: int, links: OriginalsOf) -> Cue | None:
    """Find "..., experts claim." at the end of a sentence, where the words could be nouns elsewhere."""
    if index + 1 < len(sentence.tokens):
        return None
    speaker = speakers.before(sentence, index, links)
    return Cue("reported", speaker) if speaker and speaker.head and sentence.breaks(speaker.first) else None


def _found(sentence: SentenceWords, index: int, links: OriginalsOf, memory: Memory) -> Cue | None:
    """Find "a study by X found that ..." and "..., the study found"; to find a thing is no statement."""
    if sentence.key(index) not in speech.found or sentence.tokens[index].text[0].isupper():
        return None
    if sentence.key(index + 1) != "that" and index + 1 < len(sentence.tokens):
        return None
    for start in range(index - 2, max(-1, index - speakers.LONGEST_PHRASE), -1):
        if sentence.breaks(start + 1):
            break
        if sentence.key(start) in speech.authors and sentence.key(start - 1) in speech.documents:
            maker = speakers.phrase(sentence, start + 1, index, links)
            return Cue("reported", maker) if maker else None
    speaker = _before(sentence, index, links, memory)
    if speaker is None:
        return None
    # A person who found that the door was open says nothing; at the head of a sentence a role has a capital.
    role = speaker.head or sentence.key(speaker.last - 1) in speech.roles
    return Cue("reported", speaker) if role or speaker.cited != "speaker" else None


def _before(sentence: SentenceWords, verb: int, links: OriginalsOf, memory: Memory) -> Speaker | None:
    speaker = speakers.before(sentence, verb, links)
    if speaker is not None:
        known = memory.roles.get(speaker.head)
        if known is not None and " " not in speaker.name and sentence.key(speaker.last - 2) == "the":
            return Speaker(speaker.first, speaker.last, known.name, known.cited, None, speaker.head)
        return speaker
    last = verb
    while last > 0 and speakers.skippable(sentence, last - 1):
        last -= 1
    if memory.medium and sentence.key(last - 1) in speech.media_nouns and sentence.key(last - 2) == "the":
        return Speaker(last - 2, last, memory.medium, "media")
    return None


def _medium(sentence: SentenceWords, first: int, links: OriginalsOf) -> Speaker | None:
    """Return the outlet that is named at word `first`, after an article or not."""
    if sentence.key(first) in ("the", "a", "an"):
        first += 1
    if first >= len(sentence.tokens) or sentence.breaks(first):
        return None
    named = named_at(sentence.text, sentence.tokens, first, links)
    if named is None or named.outlet.kind != "media":
        return None
    return Speaker(named.first, named.last, named.outlet.name, "media", named)


def _addresses_public(sentence: SentenceWords, first: int, links: OriginalsOf) -> bool:
    for index in range(first, min(first + 5, len(sentence.tokens))):
        if index > first and sentence.breaks(index):
            return False
        key = sentence.key(index)
        if (
            key in speech.hearers
            or key == "conference"
            or (key == "news" and sentence.key(index + 1) == "agency")
        ):
            return True
        named = named_at(sentence.text, sentence.tokens, index, links)
        if named is not None and index <= first + 1:
            return named.outlet.kind == "official"
        if key not in names.determiners and key not in speech.before_hearers:
            return False
    return False


def _is_passive(sentence: SentenceWords, index: int) -> bool:
    before = index - 1
    while before >= 0 and speakers.skippable(sentence, before):
        before -= 1
    return sentence.key(before) in speech.passive
