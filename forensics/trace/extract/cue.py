"""One citation as the grammar finds it, and what all its turns of phrase share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forensics.lang import language
from forensics.trace.extract import speakers
from forensics.trace.extract.asides import skippable
from forensics.trace.extract.memory import Memory
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.speaker_names import Speaker
from forensics.trace.result import ClaimKind

_SPEECH = language("en").speech
QUOTES = set('“”"«»')


@dataclass(frozen=True, slots=True)
class Cue:
    """One citation: who is cited, and who is said to have spoken to them.

    `alone` says that only a colon makes it one: it holds where the text cites the same name elsewhere.
    """

    kind: ClaimKind
    by: Speaker
    speaker: Speaker | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a turn of phrase is read with: the sentence, what was cited before, and whether a place is quoted."""

    sentence: SentenceWords
    links: OriginalsOf
    memory: Memory
    quoted: Callable[[int], bool]

    def before(self, verb: int) -> Speaker | None:
        """Return who speaks where the verb is word `verb`, whoever "the spokesman", "the newspaper" or "he" is."""
        sentence, memory = self.sentence, self.memory
        speaker = speakers.before(sentence, verb, self.links)
        if speaker is not None:
            known = memory.roles.get(speaker.head)
            if known is not None and " " not in speaker.name and sentence.key(speaker.last - 2) == "the":
                return Speaker(speaker.first, speaker.last, known.name, known.cited, None, speaker.head)
            return memory.settled(speaker)
        last = verb
        while last > 0 and skippable(sentence, last - 1):
            last -= 1
        if (
            memory.medium
            and sentence.key(last - 1) in _SPEECH.media_nouns
            and sentence.key(last - 2) == "the"
        ):
            return Speaker(last - 2, last, memory.medium, "media")
        if verb < len(sentence.tokens) and not self.quoted(sentence.tokens[verb].start):
            return memory.pronoun(sentence, verb)
        return None

    def medium(self, first: int) -> Speaker | None:
        """Return the outlet that is named at word `first`, after an article or not."""
        sentence = self.sentence
        if sentence.key(first) in ("the", "a", "an"):
            first += 1
        if first >= len(sentence.tokens):
            return None
        opening = set(sentence.gap(first).strip())
        marked = bool(opening) and opening <= QUOTES
        if sentence.breaks(first) and not marked:
            return None
        named = named_at(sentence.text, sentence.tokens, first, self.links)
        if named is None or named.outlet.kind != "media":
            return None
        if marked and not set(sentence.text[named.end : named.end + 2]) & QUOTES:
            return None  # only a programme's name stands in marks of its own: "told “Fox & Friends”"
        return Speaker(named.first, named.last, named.outlet.name, "media", named)

    def is_passive(self, index: int) -> bool:
        """Say whether word `index` is a participle of the passive, or of what did not happen."""
        before = index - 1
        while before >= 0 and skippable(self.sentence, before):
            before -= 1
        return self.sentence.key(before) in _SPEECH.passive
