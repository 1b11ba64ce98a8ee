"""A spinner of our own: replaces words by a thesaurus, one at a time, as spinning programs do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from forensics.lexicon import Lexicon, load
from forensics.text.stems import is_content
from forensics.text.words import words

_TAGS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBZ", "VBP"),
    "ADJ": ("JJ",),
    "ADV": ("RB",),
}


class Spinner:
    """Replaces content words by words that a thesaurus links to them, inflected alike; names stay.

    `kinds` are the link flags of the thesaurus to spin with; `share` of the words that have a substitute lose to it.
    """

    def __init__(self, kinds: int, lexicon: Lexicon | None = None) -> None:
        self._substitutes = _reversed(kinds) if lexicon is None else _substitutes(lexicon, kinds)

    def spin(
        self, text: str, share: float, seed: int, start: int = 0, end: int | None = None
    ) -> list[tuple[int, int, str]]:
        """Return the edits (start, end, new words) that spin `text[start:end]`."""
        chance = random.Random(seed)
        edits: list[tuple[int, int, str]] = []
        for word in words(text, start, end):
            if not is_content(word.key) or (word.text[0].isupper() and _inside_sentence(text, word.start)):
                continue
            if chance.random() < share and (new := self._substitute(word.key, chance)):
                edits.append((word.start, word.end, new.capitalize() if word.text[0].isupper() else new))
        return edits

    def _substitute(self, key: str, chance: random.Random) -> str | None:
        from lemminflect import getAllLemmas, getInflection, getLemma

        for upos, lemmas in sorted(getAllLemmas(key).items()):
            lemma = lemmas[0]
            if upos not in _TAGS or not (options := self._substitutes.get(lemma)):
                continue
            chosen = options[chance.randrange(len(options))]
            for tag in _TAGS[upos]:
                if key in getInflection(lemma, tag):
                    found = getInflection(chosen, tag)
                    return found[0] if found else chosen
            return chosen
        del getLemma
        return None


def apply(text: str, edits: Sequence[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the edited text and, for mapping offsets, the (position, shift from there on) of each edit."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    position = shift = 0
    for start, end, new in sorted(edits):
        parts += [text[position:start], new]
        position = end
        shift += len(new) - (end - start)
        shifts.append((end, shift))
    return "".join([*parts, text[position:]]), shifts


def moved(offset: int, shifts: Sequence[tuple[int, int]]) -> int:
    """Return where an offset of the text as it was stands in the edited one."""
    shift = 0
    for position, total in shifts:
        if position > offset:
            break
        shift = total
    return offset + shift


def _inside_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?\n"


@cache
def _reversed(kinds: int) -> dict[str, list[str]]:
    return _substitutes(load(), kinds)


def _substitutes(lexicon: Lexicon, kinds: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, observed in enumerate(lexicon.terms):
        if " " in observed or not observed.isalpha():
            continue
        for original, flags, _ in lexicon.thesaurus.of(number):
            if flags & kinds and observed[:5] != lexicon.terms[original][:5]:
                found.setdefault(lexicon.terms[original], []).append(observed)
    return {original: sorted(set(options)) for original, options in found.items()}
