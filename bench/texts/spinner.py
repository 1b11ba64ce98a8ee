"""Spin clean text ourselves, as spinning programs do, so that every substitution is known."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.texts.vocabularies import Options, Vocabulary
from forensics.text.stems import is_content
from forensics.text.words import Word, words

_NAMES = 0.35  # how often a name is taken up by a spinner of habit
_PASSED_OVER, _VARIED = (
    0.03,
    0.15,
)  # of the places of a word taken up: left as they are, written in another way


@dataclass(frozen=True, slots=True)
class Gold:
    """Code points [start, end) of the spun text read `observed` and stood for `original` (both as printed).

    [original_start, original_end) is where the original stands in the text that was spun.
    """

    start: int
    end: int
    observed: str
    original: str
    original_start: int
    original_end: int


class Habits:
    """The manner of spinners that own a table: what they take up in a document they replace nearly always.

    Each original that the vocabulary knows is taken up in this document with probability `share`, then replaced
    mostly by the same words; the longest phrase goes first, and names are replaced less often.
    """

    def __init__(self, text: str, known: Vocabulary, share: float, seed: int) -> None:
        self._text, self._known, self._share = text, known, share
        self._chance = random.Random(f"{seed}:{len(text)}")
        self._taken_up: dict[tuple[str, ...], str | None] = {}

    def at(self, tokens: Sequence[Word], i: int) -> tuple[int, str | None]:
        """Return how many words from token i on are dealt with, and what is written for them (None: they stay)."""
        size, options = self._longest(tokens, i)
        if not size or (_names(self._text, tokens, i) and self._chance.random() >= _NAMES):
            return 1, None
        run = tokens[i : i + size]
        original = tuple(t.key for t in run)
        if original not in self._taken_up:
            taken = self._chance.random() < self._share
            self._taken_up[original] = self._choice(options) if taken else None
        habit = self._taken_up[original]
        if habit is None or self._chance.random() > 1 - _PASSED_OVER:
            return size, None
        return size, _cased(self._choice(options) if self._chance.random() < _VARIED else habit, run)

    def _longest(self, tokens: Sequence[Word], i: int) -> tuple[int, Options]:
        for size in range(min(self._known.longest, len(tokens) - i), 0, -1):
            run = tokens[i : i + size]
            options = self._known.options(tuple(t.key for t in run))
            if options and all(self._text[a.end : b.start] == " " for a, b in pairwise(run)):
                return size, options
        return 0, ()

    def _choice(self, options: Options) -> str:
        return self._chance.choices([o for o, _ in options], [w for _, w in options])[0]


class Dice:
    """The manner of spinners that throw dice at every word: content words alone, each by itself, names stay.

    `share` of the words that the vocabulary knows are replaced, all that may be written being equally likely.
    """

    def __init__(self, text: str, known: Vocabulary, share: float, seed: int) -> None:
        self._text, self._known, self._share = text, known, share
        self._chance = random.Random(seed)

    def at(self, tokens: Sequence[Word], i: int) -> tuple[int, str | None]:
        """Return how many words from token i on are dealt with, and what is written for them (None: they stay)."""
        word = tokens[i]
        capital = word.text[0].isupper()
        if not is_content(word.key) or (capital and _inside_sentence(self._text, word.start)):
            return 1, None
        if self._chance.random() >= self._share or not (options := self._known.options((word.key,))):
            return 1, None
        written, _ = options[self._chance.randrange(len(options))]
        return 1, written.capitalize() if capital else written


def spin(
    text: str,
    known: Vocabulary,
    share: float,
    seed: int,
    *,
    manner: type[Habits | Dice] = Habits,
    spans: Iterable[tuple[int, int]] | None = None,
) -> tuple[str, list[Gold]]:
    """Return `text` with words replaced by what `known` holds for them, and what was replaced, in order.

    `share` (0 to 1) is how much of what it knows is replaced; `spans` are the code points [start, end) to spin,
    each under `seed` anew, everything where it is None.
    """
    found: list[tuple[int, int, str]] = []
    for start, end in ((0, len(text)),) if spans is None else spans:
        tokens, drawn, i = words(text, start, end), manner(text, known, share, seed), 0
        while i < len(tokens):
            size, written = drawn.at(tokens, i)
            if written:
                found.append((tokens[i].start, tokens[i + size - 1].end, written))
            i += size
    parts: list[str] = []
    gold: list[Gold] = []
    at = length = 0
    for start, end, observed in sorted(found):
        parts += [text[at:start], observed]
        length += start - at
        gold.append(Gold(length, length + len(observed), observed, text[start:end], start, end))
        length += len(observed)
        at = end
    return "".join([*parts, text[at:]]), gold


def moved(offset: int, gold: Sequence[Gold]) -> int:
    """Return where an offset of a text stands once it is spun; inside of what was replaced, as if it were not."""
    shift = 0
    for one in gold:
        if one.original_end > offset:
            break
        shift = one.end - one.original_end
    return offset + shift


def _names(text: str, tokens: Sequence[Word], i: int) -> bool:
    """Tell whether a word looks like a name: a capital behind another word of its sentence."""
    return tokens[i].text[0].isupper() and i > 0 and text[tokens[i - 1].end : tokens[i].start] == " "


def _inside_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?\n"


def _cased(observed: str, run: Sequence[Word]) -> str:
    """Return `observed` in the capitals of what it is written for."""
    if len(run) > 1 and all(w.text[0].isupper() for w in run):
        return " ".join(w[:1].upper() + w[1:] for w in observed.split())
    if run[0].text.isupper() and len(run[0].text) > 1:
        return observed.upper()
    return observed[:1].upper() + observed[1:] if run[0].text[0].isupper() else observed
