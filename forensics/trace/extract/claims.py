"""Claims: who a text says has said what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.edited import edited
from forensics.text.edits import Edit
from forensics.text.spans import Span
from forensics.trace.extract.cues import Memory, cues
from forensics.trace.extract.names import full_names
from forensics.trace.extract.originals import OriginalsOf, originals_of
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.residue import find_residue
from forensics.trace.extract.speakers import SentenceWords
from forensics.trace.result import Claim, Residue

_SIGNING = ("dateline", "byline", "agency_credit")
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
    un-spun through `links` as well. A speaker who is only
    a pronoun is no claim; "the newspaper" is the outlet named last. An agency that signs, in a dateline, a byline or
    a credit, has reported the text; `residue` is where that stands, looked for where it is not given.
    """
    read = annotated(text)
    reading = edited(read, [edit for edit in edits if edit.confidence >= _SURE])
    memory = Memory()
    surnames = full_names(reading.annotated, links)
    signed = list(_signed(read, find_residue(read, links) if residue is None else residue))
    claims: list[Claim] = []
    for span in reading.annotated.sentences:
        sentence = SentenceWords(reading.text, reading.annotated.bare_words_in(span.start, span.end))
        seen: set[str] = set()
        for cue in cues(sentence, links, memory):
            name = surnames.get(cue.by.name, cue.by.name) if cue.by.cited == "speaker" else cue.by.name
            if name in seen:
                continue
            seen.add(name)
            first, last = cue.by.first, cue.by.last
            if cue.by.named is not None:
                first, last = cue.by.named.first, cue.by.named.last
            cited = reading.in_source(sentence.tokens[first].start, sentence.tokens[last - 1].end)
            start, end = reading.in_source(*_shown(span, sentence.tokens[first].start))
            observed = " ".join(read.text[slice(*cited)].split())
            read_as = " ".join(
                reading.text[sentence.tokens[first].start : sentence.tokens[last - 1].end].split()
            )
            spun = cue.by.named.outlet.spun_from if cue.by.named is not None else None
            claims.append(
                Claim(
                    start=start,
                    end=end,
                    text=read.text[start:end],
                    outlet=name,
                    spun_from=observed if spun or observed != read_as else None,
                    kind=cue.kind,
                    cited=cue.by.cited,
                    speaker=surnames.get(cue.speaker.name, cue.speaker.name) if cue.speaker else None,
                    cited_start=cited[0],
                    cited_end=cited[1],
                )
            )
    signers = {(one.start, one.outlet) for one in signed}
    told = [one for one in claims if (one.start, one.outlet) not in signers]
    return tuple(sorted([*signed, *told], key=lambda one: one.start))


def _signed(text: AnnotatedText, residue: Sequence[Residue]) -> Iterator[Claim]:
    """Yield a claim for each medium that a dateline, a byline or a credit names, the first time alone."""
    seen: set[str] = set()
    for item in residue:
        if item.kind not in _SIGNING:
            continue
        tokens = text.bare_words_in(item.start, item.end)
        last = 0
        for index in range(len(tokens)):
            named = named_at(text.text, tokens, index, _as_it_stands) if index >= last else None
            if named is None or named.outlet.kind != "media":
                continue
            last = named.last
            if named.outlet.name not in seen:
                seen.add(named.outlet.name)
                yield Claim(
                    start=item.start,
                    end=item.end,
                    text=item.text,
                    outlet=named.outlet.name,
                    spun_from=None,
                    kind="reported",
                    cited="media",
                    cited_start=named.start,
                    cited_end=named.end,
                )


def _as_it_stands(_: str) -> tuple[str, ...]:
    return ()


def _shown(span: Span, cited: int) -> tuple[int, int]:
    if span.end - span.start <= LONGEST_SENTENCE:
        return span.start, span.end
    start = max(span.start, cited - LONGEST_SENTENCE // 2)
    return start, min(span.end, start + LONGEST_SENTENCE)
