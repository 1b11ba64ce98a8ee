"""The turns of phrase by which English cites a source: the grammar behind claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from forensics.lang import language
from forensics.trace.extract import speakers
from forensics.trace.extract.cue import QUOTES, Context, Cue
from forensics.trace.extract.hearers import told
from forensics.trace.extract.memory import Memory
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.sayings import found, heads, said, saying
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.speaker_names import Speaker

_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names
_TURNS = frozenset().union(
    ("according", "citing", "attributed", "quoted", "quotes", "quoting", "interview"),
    (turn[0] for turn in speech.according),
    *(speech.told, speech.addressed, speech.published, speech.said, speech.say, speech.knows, speech.found),
    *(speech.participles, speech.beside_quotes, speech.calling, speech.before_that, speech.asking),
)


def cues(
    sentence: SentenceWords,
    links: OriginalsOf,
    memory: Memory,
    quoted: Callable[[int], bool] = lambda _: False,
) -> Iterator[Cue]:
    """Yield the citations of one sentence, word by word; `memory` learns who was cited.

    `quoted` says whether a code point stands in quotation marks.
    """
    context = Context(sentence, links, memory, quoted)
    quoting = bool(sentence.tokens) and bool(
        QUOTES & set(sentence.text[max(0, sentence.tokens[0].start - 1) : sentence.tokens[-1].end + 2])
    )
    cited: list[Speaker] = []
    named_until = 0
    for index in range(len(sentence.tokens)):
        cue = _cue_at(context, index, quoting, cited) if _may_cite(sentence.key(index), links) else None
        cue = cue or heads(context, index)
        if cue is not None and cue.by.head and quoted(sentence.tokens[index].start):
            cue = None  # "“The findings indicate ...” she said": within what she said nobody else is cited by a role
        if cue is not None:
            for speaker in filter(None, (cue.by, cue.speaker)):
                memory.learn(speaker)
                cited.append(speaker)
            if (other := speakers.beside(sentence, cue.by, links)) is not None:
                cited.insert(len(cited) - 1, other)
                yield Cue(cue.kind, other)
            yield cue
        if memory.of_media and index >= named_until:
            named = named_at(sentence.text, sentence.tokens, index, links)
            named_until = (
                named.last if named else index
            )  # "York Times" in "New York Times" is no name of its own
            if named is not None and named.outlet.kind == "media":
                memory.medium = named.outlet.name
    if sentence.tokens:
        memory.end(sentence, cited, links, inside=quoted(sentence.tokens[0].start))


def _cue_at(context: Context, index: int, quoting: bool, cited: list[Speaker]) -> Cue | None:
    cue = told(context, index) or _according(context, index)
    cue = cue or _quoted(context, index) or _by_agent(context, index)
    return cue or said(context, index, quoting) or found(context, index) or saying(context, index, cited)


@lru_cache(maxsize=50_000)
def _may_cite(key: str, links: OriginalsOf) -> bool:
    """Say whether any turn of phrase begins at such a word; most words are let go at once."""
    return key in _TURNS or not speech.told.isdisjoint(links(key))


def _according(context: Context, index: int) -> Cue | None:
    sentence, links = context.sentence, context.links
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
            medium = context.medium(index + len(turn))
            set_off = medium is not None and (
                medium.last == len(sentence.tokens) or sentence.gap(medium.last).startswith(",")
            )
            return Cue("according_to", medium) if medium and set_off else None
    return None


def _quoted(context: Context, index: int) -> Cue | None:
    sentence, links = context.sentence, context.links
    if sentence.key(index) not in ("quoted", "quotes", "quoting"):
        return None
    if sentence.key(index + 1) == "by":
        medium = context.medium(index + 2)
        return Cue("quoted", medium) if medium else None
    if context.is_passive(index):
        subject = index - 1
        while subject > 0 and sentence.key(subject) in speech.quoted_passive:
            subject -= 1
        speaker = speakers.before(sentence, subject + 1, links)
        return Cue("quoted", speaker) if speaker and sentence.key(index + 1) == "as" else None
    outlet = context.before(index)
    source = speakers.after(sentence, index + 1, links)
    if outlet is not None:
        return Cue("quoted", outlet, source)
    return Cue("quoted", source) if source and sentence.key(source.last) == "as" else None


def _by_agent(context: Context, index: int) -> Cue | None:
    """Find "first reported by Reuters", "published in the Lancet", "published in the open access journal Gut"."""
    sentence = context.sentence
    if sentence.key(index) not in speech.published:
        return None
    following = index + 1
    while sentence.key(following) in speech.published_when:
        following += 1
    if sentence.key(following) not in ("by", "in", "on", "within"):
        return None
    place = following + 1
    for last in range(place, min(place + speakers.LONGEST_OPENING, len(sentence.tokens))):
        if sentence.breaks(last) or sentence.is_capital(last):
            break
        if sentence.key(last) in _ENGLISH.journals.before:
            place = last + 1
            break
    medium = context.medium(place)
    return Cue("reported", medium) if medium else None
