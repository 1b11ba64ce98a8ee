"""Who was told: outlets that somebody spoke to, the public, and anybody else with what they were told."""

from __future__ import annotations

from forensics.lang import language
from forensics.trace.extract import speakers
from forensics.trace.extract.asides import after_day
from forensics.trace.extract.cue import QUOTES, Context, Cue
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.speaker_names import Speaker

_ENGLISH = language("en")
speech, names = _ENGLISH.speech, _ENGLISH.names
LONGEST_HEARER = 8
"""Words between "told" and what was told: "told a Senate panel on Tuesday that"."""


def told(context: Context, index: int) -> Cue | None:
    """Find "told X", "said to X", "in an interview with X": the hearer is cited, and who spoke to them."""
    sentence, links = context.sentence, context.links
    key, following = sentence.key(index), index + 1
    if key == "interview":
        return _interview(context, index)
    spun = key not in speech.told and not speech.told.isdisjoint(links(key))
    addressed = key in speech.addressed and sentence.key(following) == "to"
    if not (key in speech.told or spun or addressed) or context.is_passive(index):
        return None
    hearer = context.medium(following + addressed)
    if hearer is not None:
        # "instructed the BBC to pay" is an instruction; "instructed the BBC that it would" is a spun "told".
        if spun and sentence.key(hearer.last) == "to":
            return None
        return Cue("told", hearer, context.before(index) or speakers.opening(sentence, index, links))
    if key not in speech.told:
        return None
    if _addresses_public(context, following) or _tells_something(context, following):
        teller = context.before(index)
        return Cue("told", teller) if teller else None
    return None


def medium_behind(context: Context, verb: int) -> Speaker | None:
    """Return the outlet in which something was said: "said on CNN", "wrote on Friday in the Guardian"."""
    sentence = context.sentence
    place = after_day(sentence, verb + 1)
    if sentence.key(place) not in speech.before_media or sentence.breaks(place):
        return None
    return context.medium(place + 1)


def _interview(context: Context, index: int) -> Cue | None:
    sentence = context.sentence
    if sentence.key(index + 1) in ("with", "to", "for", "on", "in", "within"):
        for place in range(index + 2, min(index + 2 + speakers.LONGEST_OPENING, len(sentence.tokens))):
            if sentence.breaks(place):
                break
            if (hearer := context.medium(place)) is not None:
                return Cue("told", hearer, speakers.opening(sentence, index, context.links))
    for first in range(index - 1, max(-1, index - speakers.LONGEST_OPENING), -1):
        if sentence.breaks(first + 1):
            break
        named = named_at(sentence.text, sentence.tokens, first, context.links)
        if named is not None and named.last == index and named.outlet.kind == "media":
            return Cue("told", Speaker(named.first, named.last, named.outlet.name, "media", named))
    return None


def _tells_something(context: Context, first: int) -> bool:
    """Say whether what was told follows the hearer: "told the judge that", "told a friend, “...", "told her he"."""
    sentence = context.sentence
    for index in range(first, min(first + LONGEST_HEARER, len(sentence.tokens) + 1)):
        gap = sentence.gap(index) if index < len(sentence.tokens) else ""
        if index > first and (set(gap) & (QUOTES | {",", ":"})):
            return bool(set(gap) & QUOTES) or _opens_with_quote(context, first)
        key = sentence.key(index)
        if index == len(sentence.tokens):
            return _opens_with_quote(context, first)
        if index > first and key in ("that", "he", "she", "they", "it", "there", "we"):
            return True
        if key in speech.not_told or (index == first and key in names.prepositions):
            return False
    return False


def _opens_with_quote(context: Context, first: int) -> bool:
    """Say whether quotation marks close somewhere before word `first`."""
    sentence = context.sentence
    return any(set(sentence.gap(k)) & QUOTES for k in range(1, first))


def _addresses_public(context: Context, first: int) -> bool:
    sentence = context.sentence
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
        named = named_at(sentence.text, sentence.tokens, index, context.links)
        if named is not None and index <= first + 1:
            return named.outlet.kind == "official"
        if key not in names.determiners and key not in speech.before_hearers:
            return False
    return False
