"""A text held against its original, or against another text made from the same original."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.documents.model import Document
from forensics.settings import SpinSettings
from forensics.spin.changes import Phrase, changed_fact, replacement
from forensics.spin.links import phrase_links
from forensics.spin.reference_verdict import judge
from forensics.spin.result import (
    Change,
    ChangedFact,
    Comparison,
    Evidence,
    Relation,
    SpinDocument,
    Substitution,
)
from forensics.spin.word_alignment import Pairing, pair_words
from forensics.text.alignment import Alignment, align
from forensics.text.edits import Edit, apply
from forensics.text.sentences import sentences
from forensics.text.words import Word, words

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon

_SIBLING = 0.5  # of the words kept: fewer, and the reference is not what this text was made from
_UNRELATED = 0.12  # fewer, and what is shared is the language
_FIRM = 0.4  # of a sentence's words kept: fewer, and position alone does not name a substitution
_TITLE_CASE = 0.7  # of a sentence's words capitalised: more, and capitals mark no names


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as words, and the sentence that each word is in."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    sentences: tuple[range, ...]
    sentence_of: tuple[int, ...]
    names: tuple[bool, ...]

    def phrase(self, start: int, end: int) -> Phrase:
        return Phrase(self.words[start:end], self.names[start:end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of words [start, end); an empty range stands behind the word before."""
        if start < end:
            return self.words[start].start, self.words[end - 1].end
        at = self.words[start - 1].end if start else 0
        return at, at


def compare(
    document: Document,
    original: Document,
    lexicon: Lexicon | None = None,
    settings: SpinSettings | None = None,
    *,
    sibling: bool | None = None,
) -> SpinDocument:
    """Align `document` with `original` word by word, and name what was substituted, inserted, deleted and moved.

    `sibling` says whether `original` is another text made from the same original rather than the original itself;
    None lets the share of words that both have decide. Texts that have next to nothing in common give no
    substitutions. The score is the probability that the changes were made by a synonym spinner, see
    docs/spin-reference.md; a reference makes a substitution sure, never the intent behind it.
    """
    del settings  # nothing of it bears on a reference
    a, b = _read(document.text), _read(original.text)
    laid = align(a.keys, b.keys, a.sentences, b.sentences)
    kept = sum(x.a_end - x.a_start for x in laid.blocks if x.equal) / max(1, len(a.words))
    relation = _relation(a, b, kept, sibling)
    pairings = _pairings(a, b, laid, lexicon, relation) if relation in ("reference", "sibling") else []
    found = [_substitution(a, b, p, relation) for p in pairings if _replaces(p)]
    verdict, score, density = judge(found, pairings, len(a.words), relation)
    restored = apply(a.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found])
    return SpinDocument(
        id=document.id,
        verdict=verdict,
        score=score,
        words=len(a.words),
        density=density,
        substitutions=tuple(found),
        restored=restored if found else None,
        comparison=Comparison(
            original=original.id,
            relation=relation,
            kept=round(kept, 4),
            changes=tuple(_changes(a, b, pairings, laid if relation != "unrelated" else None)),
            facts_changed=tuple(_facts(a, b, pairings)),
            limits=_limits(relation, kept),
        ),
    )


def _read(text: str) -> _Read:
    found = words(text)
    starts = [w.start for w in found]
    ranges = [range(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in sentences(text)]
    sentence_of = [0] * len(found)
    names = [False] * len(found)
    for k, r in enumerate(ranges):
        capitals = sum(found[at].text[0].isupper() for at in r)
        titled = capitals > _TITLE_CASE * len(r)
        for at in r:
            sentence_of[at] = k
            names[at] = at > r.start and not titled and found[at].text[0].isupper() and found[at].key != "i"
    return _Read(
        text=text,
        words=tuple(found),
        keys=tuple(w.key for w in found),
        sentences=tuple(r for r in ranges if r),
        sentence_of=tuple(sentence_of),
        names=tuple(names),
    )


def _relation(a: _Read, b: _Read, kept: float, sibling: bool | None) -> Relation:
    if a.keys == b.keys:
        return "identical"
    if kept < _UNRELATED:
        return "unrelated"
    if sibling is None:
        sibling = kept < _SIBLING
    return "sibling" if sibling else "reference"


def _pairings(a: _Read, b: _Read, laid: Alignment, lexicon: Lexicon | None, relation: Relation) -> list[Pairing]:
    """Return what faces what, with substitutions that neither a link nor firm surroundings hold taken apart."""

    def breaks(start: int, end: int) -> bool:
        return a.sentence_of[start] != a.sentence_of[end - 1]

    kept = [0] * (len(a.sentences) + 1)
    for block in laid.blocks:
        if block.equal:
            for at in range(block.a_start, block.a_end):
                kept[a.sentence_of[at]] += 1
    found: list[Pairing] = []
    for p in pair_words(a.keys, b.keys, laid.blocks, phrase_links(lexicon), breaks):
        if not _replaces(p) or p.link:
            found.append(p)
            continue
        sentence = a.sentence_of[p.a_start]
        length = sum(1 for at in a.sentences[sentence]) if sentence < len(a.sentences) else 1
        if relation == "reference" and kept[sentence] >= _FIRM * length:
            found.append(p)
        else:
            found += [Pairing(p.a_start, p.a_end, p.b_start, p.b_start), Pairing(p.a_end, p.a_end, p.b_start, p.b_end)]
    return found


def _replaces(pairing: Pairing) -> bool:
    return pairing.a_start < pairing.a_end and pairing.b_start < pairing.b_end


def _substitution(a: _Read, b: _Read, pairing: Pairing, relation: Relation) -> Substitution:
    start, end = a.span(pairing.a_start, pairing.a_end)
    b_start, b_end = b.span(pairing.b_start, pairing.b_end)
    stands = b.text[b_start:b_end]
    observed, original = a.phrase(pairing.a_start, pairing.a_end), b.phrase(pairing.b_start, pairing.b_end)
    sure = 0.99 if pairing.link else 0.93
    if relation == "sibling":
        sure = 0.75
    kind = "reference" if relation == "reference" else "sibling"
    whose = "the reference" if relation == "reference" else "a text of the same origin"
    evidence = [Evidence(kind, f"{whose} has “{stands}” here", round(math.log(sure / (1 - sure)), 4))]
    return Substitution(
        start=start,
        end=end,
        observed=a.text[start:end],
        original=_cased(stands, a, pairing.a_start, b, pairing.b_start),
        alternatives=(),
        confidence=sure,
        evidence=tuple(evidence),
        replacement=replacement(observed, original, pairing.link),
    )


def _cased(stands: str, a: _Read, at: int, b: _Read, b_at: int) -> str:
    """Return the original as it would stand in this text: sentences may begin elsewhere than in the reference."""
    begins = a.words[at].text[:1].isupper() and not a.names[at]
    if begins and stands[:1].islower():
        return stands[0].upper() + stands[1:]
    begun = not b.names[b_at] and stands[:1].isupper()
    if begun and a.words[at].text[:1].islower() and stands[1:].islower():
        return stands[0].lower() + stands[1:]
    return stands


def _changes(a: _Read, b: _Read, pairings: Sequence[Pairing], laid: Alignment | None) -> list[Change]:
    found = [
        Change(
            "substitute" if _replaces(p) else "insert" if p.a_start < p.a_end else "delete",
            *a.span(p.a_start, p.a_end),
            *b.span(p.b_start, p.b_end),
        )
        for p in pairings
    ]
    if laid:
        found += [Change("move", *a.span(m.a_start, m.a_end), *b.span(m.b_start, m.b_end)) for m in laid.moved]
    return sorted(found, key=lambda c: (c.start, c.end, c.original_start))


def _facts(a: _Read, b: _Read, pairings: Sequence[Pairing]) -> list[ChangedFact]:
    found: list[ChangedFact] = []
    for p in pairings:
        kind = changed_fact(a.phrase(p.a_start, p.a_end), b.phrase(p.b_start, p.b_end), p.link)
        if kind is None or (kind == "name" and not _replaces(p)):
            continue
        start, end = a.span(p.a_start, p.a_end)
        b_start, b_end = b.span(p.b_start, p.b_end)
        found.append(ChangedFact(kind, start, end, a.text[start:end], b_start, b_end, b.text[b_start:b_end]))
    return found


def _limits(relation: Relation, kept: float) -> tuple[str, ...]:
    share = f"{100 * kept:.0f}% of the words stand in the reference"
    if relation == "unrelated":
        return (f"Only {share}: these texts do not tell the same thing in the same words, so no word is taken for another's.",)
    if relation == "sibling":
        return (
            f"Only {share}: it is read as a text of the same origin, not as the original, and what it says may be "
            "a rewriting too.",
        )
    return ()
