"""Tortured phrases: terms of a field whose words a spinner replaced one by one, found in any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from forensics.lang import language
from forensics.lexicon import Lexicon
from forensics.lexicon.terminology import Terminology, Words, terminology
from forensics.spin.channel.rendering import cased
from forensics.spin.odds import log_odds
from forensics.spin.result import Evidence, Substitution, TorturedPhrase

if TYPE_CHECKING:
    from forensics.spin.channel.screen import Survey
    from forensics.spin.channel.word_runs import WordRun

_FAMILY = "tortured"  # the label of pairs that are read off such phrases
_LONGEST = 4  # words of a phrase that is put together; terms have no more
_LEAST_REPLACED = 2  # words: one odd word beside a plain one is no phrase
# Of a phrase in a spun text: chosen, such phrases are published because nobody else writes them
_PHRASE_CONFIDENCE = 0.95
_SMALL = language("en").kept_as_is
_REMEMBERED = 1 << 16  # words whose originals are kept

Found = tuple[int, int, Words]  # first word, words, term


def tortured_phrases(text: str, surveyed: Survey, lexicon: Lexicon) -> tuple[TorturedPhrase, ...]:
    """Return the phrases of a surveyed text that stand for a term, in order; none in quotation marks.

    A phrase is one that is published as such, or is put together of words that spinners write for those of a term: a
    term of the lexicon, or one that the text itself uses. Source: Cabanac, Labbé and Magazinov, "Tortured phrases"
    (2021), for the phrases.
    """
    known = terminology()
    own = cache(lambda: _own_terms(surveyed.passages))  # most texts ask for none
    found = []
    for passage in surveyed.passages:
        for first, length, term in _in_passage(passage, known, own, lexicon):
            words = passage.words[first : first + length]
            start, end = words[0].start, words[-1].end
            original = cased(term, [w.text for w in words], passage.title)
            found.append(TorturedPhrase(start, end, text[start:end], original))
    return tuple(found)


def whole(phrases: Sequence[TorturedPhrase]) -> tuple[Substitution, ...]:
    """Return the phrases as substitutions of a text that was spun."""
    return tuple(
        Substitution(
            start=p.start,
            end=p.end,
            observed=p.observed,
            original=p.original,
            alternatives=(),
            confidence=_PHRASE_CONFIDENCE,
            probability_replaced=_PHRASE_CONFIDENCE,
            probability_original=_PHRASE_CONFIDENCE,
            evidence=(
                Evidence(
                    "lexicon",
                    f"a tortured phrase for the term “{p.original}”",
                    round(log_odds(_PHRASE_CONFIDENCE), 4),
                ),
            ),
        )
        for p in phrases
    )


def in_place_of(found: Sequence[Substitution], larger: Sequence[Substitution]) -> tuple[Substitution, ...]:
    """Return the substitutions in order, the `larger` ones in place of those that they touch."""
    kept = [one for one in found if not any(one.start < p.end and p.start < one.end for p in larger)]
    return tuple(sorted([*kept, *larger], key=lambda one: one.start))


def _in_passage(
    passage: WordRun, known: Terminology, own: Callable[[], frozenset[Words]], lexicon: Lexicon
) -> Iterator[Found]:
    at = 0
    while at < len(passage.keys):
        key = passage.keys[at]
        if key not in known.phrases and not _originals(key, lexicon):
            at += 1
            continue
        here = _published(passage, at, known) or _put_together(passage, at, known, own, lexicon)
        if here is None or any(passage.quoted[at : at + here[0]]):
            at += 1
            continue
        yield at, *here
        at += here[0]


def _published(passage: WordRun, at: int, known: Terminology) -> tuple[int, Words] | None:
    for phrase, term in known.phrases.get(passage.keys[at], ()):
        if passage.keys[at : at + len(phrase)] == phrase and all(passage.joined[at + 1 : at + len(phrase)]):
            return len(phrase), term
    return None


def _put_together(
    passage: WordRun, at: int, known: Terminology, own: Callable[[], frozenset[Words]], lexicon: Lexicon
) -> tuple[int, Words] | None:
    """Return the longest phrase from word `at` on whose words stand for those of a term, and the term."""
    options: list[tuple[str, ...]] = []
    replaced = 0
    best = None
    for size in range(1, min(_LONGEST, len(passage.keys) - at) + 1):
        key = passage.keys[at + size - 1]
        originals = _originals(key, lexicon) or ((key,) if key in _SMALL and size > 1 else ())
        if not originals or (size > 1 and not passage.joined[at + size - 1]):
            break
        options.append(originals)
        replaced += key not in _SMALL
        if key in _SMALL or replaced < _LEAST_REPLACED or _is_usual(passage, at, size, lexicon):
            continue
        for term in product(*options):
            if term in known.terms or term in own() or " ".join(term) in lexicon.numbers:
                best = size, term
                break
    return best


def _originals(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for which a word was seen in tortured phrases."""
    remembered: dict[str, tuple[str, ...]] = lexicon.remembered.setdefault(_originals, {})
    found = remembered.get(key)
    if found is None:
        found = _seen_in_phrases(key, lexicon)
        if len(remembered) < _REMEMBERED:
            remembered[key] = found
    return found


def _seen_in_phrases(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(
        pair.original[0]
        for pair in lexicon.pairs.get((key,), ())
        if len(pair.original) == 1
        and not pair.inflected
        and any(label == _FAMILY for label, _ in pair.families)
    )


def _is_usual(passage: WordRun, at: int, size: int, lexicon: Lexicon) -> bool:
    """Tell whether the words as they stand are a term themselves, or follow each other in English anyway."""
    words = passage.keys[at : at + size]
    if " ".join(words) in lexicon.numbers:
        return True
    numbers = passage.numbers[at : at + size]
    return all(lexicon.ngrams.holds(a, b) for a, b in pairwise(numbers))


def _own_terms(passages: Sequence[WordRun]) -> frozenset[Words]:
    """Return the runs of two to four words that the text itself holds."""
    return frozenset(
        run.keys[i : i + size]
        for run in passages
        for size in range(2, _LONGEST + 1)
        for i in range(len(run.keys) - size + 1)
    )
