"""Claims: who a text says has said what."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.edited import EditedText, edited
from forensics.text.edits import Edit
from forensics.text.spans import Span
from forensics.text.words import Word
from forensics.trace.extract.cue import Cue
from forensics.trace.extract.cues import cues
from forensics.trace.extract.marks import marked
from forensics.trace.extract.memory import Memory
from forensics.trace.extract.names import full_names
from forensics.trace.extract.originals import OriginalsOf, originals_of
from forensics.trace.extract.residue import find_residue
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.signers import who_posted, who_signed
from forensics.trace.extract.stretches import Stretches
from forensics.trace.result import Claim, Residue

_SURE = 0.8
LONGEST_SENTENCE = 800
"""Of a longer sentence, a claim shows this many characters around who is cited."""


def find_claims(
    text: str | AnnotatedText,
    edits: Sequence[Edit] = (),
    links: OriginalsOf = originals_of,
    residue: Sequence[Residue] | None = None,
) -> tuple[Claim, ...]:
    """Return who `text` says has told, reported or been quoted, in order, one claim a sentence and source.

    The text is read with `edits` undone, those alone that are sure enough to name somebody by; outlets are
    un-spun through `links` as well. A pronoun is whoever the sentences before were about, and nobody where that is not
    certain; "the newspaper" is the outlet named last. An agency that signs, in a dateline, a byline or a credit, has
    reported the text, and who signs a post is quoted; `residue` is what the page left, looked for where it is not
    given: nothing else in it is a claim.
    """
    read = annotated(text)
    reading = edited(read, [edit for edit in edits if edit.confidence >= _SURE])
    people = read.language.speech.people
    surnames = {key: _untitled(name, people) for key, name in full_names(reading.annotated, links).items()}
    memory = Memory(surnames, not read.language.speech.media_nouns.isdisjoint(reading.annotated.keys))
    residue = find_residue(read, links) if residue is None else residue
    signed = [*who_signed(read, residue), *who_posted(read)]
    quoted = Stretches(marked(reading.annotated))
    left = Stretches(Span(item.start, item.end) for item in residue)
    claims: list[Claim] = []
    alone: list[Claim] = []
    for span in reading.annotated.sentences:
        sentence = _words(reading, span, left)
        seen: set[str] = set()
        for cue in cues(sentence, links, memory, quoted.hold):
            name = surnames.get(cue.by.name, cue.by.name) if cue.by.cited == "speaker" else cue.by.name
            if name not in seen:
                seen.add(name)
                (alone if cue.alone else claims).append(_claim(reading, span, sentence, cue, name, surnames))
    names = {one.outlet for one in claims}
    claims += [one for one in alone if one.outlet in names]
    signers = {(one.start, one.outlet) for one in signed}
    told = [one for one in claims if (one.start, one.outlet) not in signers]
    return tuple(sorted([*signed, *told], key=lambda one: one.start))


def _words(reading: EditedText, span: Span, left: Stretches) -> SentenceWords:
    """Return the words of one sentence of `reading`, those left out that stand in residue."""
    tokens = reading.annotated.bare_words_in(span.start, span.end)
    if not left.touch(*reading.in_source(span.start, span.end)):
        return SentenceWords(reading.text, tokens)
    kept: list[Word] = []
    gaps: dict[int, str] = {}
    end, before = span.start, ""
    for token in tokens:
        between = reading.text[end : token.start]
        end = token.end
        if left.hold(reading.in_source(token.start, token.end)[0]):
            before = before or between
            continue
        if before:
            gaps[len(kept)] = before + between
        kept.append(token)
        before = ""
    return SentenceWords(reading.text, tuple(kept), gaps)


def _claim(
    reading: EditedText, span: Span, sentence: SentenceWords, cue: Cue, name: str, surnames: Mapping[str, str]
) -> Claim:
    first, last = cue.by.first, cue.by.last
    if cue.by.named is not None:
        first, last = cue.by.named.first, cue.by.named.last
    place = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
    start, end = reading.in_source(*_shown(span, place.start))
    cited = reading.in_source(place.start, place.end)
    observed = " ".join(reading.source[slice(*cited)].split())
    spun = cue.by.named is not None and cue.by.named.outlet.spun_from is not None
    spoke = cue.speaker.name if cue.speaker else cue.by.person
    return Claim(
        start=start,
        end=end,
        text=reading.source[start:end],
        outlet=name,
        spun_from=observed if spun or observed != " ".join(place.of(reading.text).split()) else None,
        kind=cue.kind,
        cited=cue.by.cited,
        speaker=surnames.get(spoke, spoke) or None,
        cited_start=cited[0],
        cited_end=cited[1],
    )


def _untitled(name: str, people: Container[str]) -> str:
    """Return a full name without what its bearer is: "Minority Leader Jane Doe" is Jane Doe."""
    words = name.split()
    first = next((n + 1 for n in range(len(words) - 2, -1, -1) if words[n].lower() in people), 0)
    return " ".join(words[first:])


def _shown(span: Span, cited: int) -> tuple[int, int]:
    if span.end - span.start <= LONGEST_SENTENCE:
        return span.start, span.end
    start = max(span.start, cited - LONGEST_SENTENCE // 2)
    return start, min(span.end, start + LONGEST_SENTENCE)
