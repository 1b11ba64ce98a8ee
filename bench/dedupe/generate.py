"""News-like documents with planted copies, as JSON Lines: what is planted is known, what is similar is measured apart.

Run: python -m bench.dedupe.generate 100000 corpus.jsonl [--seed 7]
Needs wordfreq.

Fields: id, text, kind, family (documents made from one source share it). Words are drawn by their English frequency
(wordfreq), so that common phrases recur; stock phrases and shared headers make unrelated documents overlap; template
documents (one frame, other words in its slots) are alike and are not copies: the hard negatives.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.arguments import parser

Tokens = NDArray[np.int32]  # word * 8 + what stands behind it (index into _BEHIND)
_BEHIND = np.array(["", ",", ".", ".\n", "’s", ";", " –", "”"], object)
_CHANCE = np.array([0.882, 0.05, 0.045, 0.012, 0.005, 0.002, 0.002, 0.002])
# How the copies of a source are made, and how often.
COPIES: dict[str, float] = {
    "exact": 0.14,
    "case_spacing": 0.08,
    "edit_1": 0.14,
    "edit_2": 0.14,
    "edit_5": 0.12,
    "edit_10": 0.08,
    "edit_20": 0.06,
    "edit_30": 0.04,
    "truncated": 0.08,
    "wrapped": 0.08,
    "reordered": 0.04,
}


@dataclass(frozen=True)
class Planted:
    tokens: Tokens
    kind: str
    family: int


class Newsroom:
    """Draws documents; everything comes from one seeded generator."""

    def __init__(self, seed: int) -> None:
        from wordfreq import top_n_list, word_frequency

        self.random = np.random.default_rng(seed)
        vocabulary = [w for w in top_n_list("en", 60_000) if w.isalpha()]
        frequency = np.array([word_frequency(w, "en") for w in vocabulary])
        self._cumulative = np.cumsum(frequency / frequency.sum())
        self.words = np.array(vocabulary, object)
        self.capitals = np.array([w.capitalize() for w in vocabulary], object)
        self._stock = [self.run(int(n)) for n in self.random.integers(4, 10, 3000)]
        rank = 1 / np.arange(1, 3001) ** 0.9
        self._stock_chance = np.cumsum(rank / rank.sum())
        self._frames = [self.run(int(n)) for n in self.random.integers(15, 70, 40)]
        self._templates: list[Tokens] = []

    def run(self, length: int) -> Tokens:
        """Draw `length` words."""
        drawn = np.searchsorted(self._cumulative, self.random.random(length)).clip(0, len(self.words) - 1)
        behind = np.searchsorted(np.cumsum(_CHANCE), self.random.random(length)).clip(0, 7)
        return (drawn * 8 + behind).astype(np.int32)

    def article(self) -> Tokens:
        """Draw an article: 40 to 1,500 words, a stock phrase every other stretch."""
        wanted = int(np.clip(self.random.lognormal(5.6, 0.45), 40, 1500))
        parts: list[Tokens] = []
        while wanted > 0:
            stretch = self.run(int(self.random.integers(15, 60)))
            if self.random.random() < 0.55:
                phrase = int(np.searchsorted(self._stock_chance, self.random.random())) % 3000
                stretch = np.concatenate([stretch, self._stock[phrase]])
            parts.append(stretch)
            wanted -= len(stretch)
        return np.concatenate(parts)

    def templates(self, count: int) -> None:
        """Draw the frames that template documents fill."""
        self._templates = [self.run(int(n)) for n in self.random.integers(180, 320, count)]

    def template(self) -> Tokens:
        """Fill a frame: the same sentences around other names and figures."""
        tokens = self._templates[int(self.random.integers(len(self._templates)))].copy()
        for slot in self.random.choice(len(tokens) - 6, int(self.random.integers(12, 28)), replace=False):
            length = int(self.random.integers(1, 5))
            tokens[slot : slot + length] = self.run(length)
        return tokens

    def copy(self, source: Tokens, kind: str) -> Tokens:
        """Copy `source` in the way of `kind`."""
        if kind.startswith("edit_"):
            return self._edited(source, int(kind[5:]) / 100)
        makers: dict[str, Callable[[Tokens], Tokens]] = {
            "truncated": self._truncated,
            "wrapped": self._wrapped,
            "reordered": self._reordered,
        }
        return makers.get(kind, lambda tokens: tokens)(source)

    def _edited(self, source: Tokens, share: float) -> Tokens:
        places = self.random.random(len(source)) < share
        what = self.random.random(len(source))
        new = self.run(len(source))
        replaced = np.where(places & (what < 0.6), new, source)
        parts = [replaced[:, None], np.full((len(source), 1), -1, np.int32)]
        parts[0][places & (what >= 0.6) & (what < 0.8)] = -1
        inserted = places & (what >= 0.8)
        parts[1][inserted, 0] = new[inserted]
        both = np.concatenate(parts, axis=1).ravel()
        return both[both >= 0]

    def _truncated(self, source: Tokens) -> Tokens:
        size = max(20, int(len(source) * self.random.uniform(0.5, 0.95)))
        return source[:size] if self.random.random() < 0.7 else source[-size:]

    def _wrapped(self, source: Tokens) -> Tokens:
        before, after = self.random.choice(len(self._frames), 2, replace=False)
        return np.concatenate([self._frames[before], source, self._frames[after]])

    def _reordered(self, source: Tokens) -> Tokens:
        cuts = np.sort(self.random.choice(np.arange(1, len(source)), 3, replace=False))
        parts = np.split(source, cuts)
        return np.concatenate([parts[i] for i in self.random.permutation(4)])

    def text(self, planted: Planted) -> str:
        """Spell a document out."""
        word, behind = planted.tokens >> 3, planted.tokens & 7
        starts = np.concatenate([[True], (behind[:-1] == 2) | (behind[:-1] == 3)])
        spelt = np.where(starts, self.capitals[word], self.words[word]) + _BEHIND[behind]
        text = " ".join(spelt.tolist()).replace("\n ", "\n")
        return text.upper().replace(" ", "  ") if planted.kind == "case_spacing" else text


def plant(newsroom: Newsroom, count: int) -> list[Planted]:
    """Return `count` documents in random order: 62% alone, 12% of families templates, the rest sources with copies."""
    random = newsroom.random
    newsroom.templates(max(20, count // 1000))
    kinds, chances = list(COPIES), np.cumsum(np.array(list(COPIES.values())))
    planted: list[Planted] = []
    family = 0
    while len(planted) < count:
        drawn = random.random()
        if drawn < 0.62:
            planted.append(Planted(newsroom.article(), "single", family))
        elif drawn < 0.74:
            planted.append(Planted(newsroom.template(), "template", family))
        else:
            source = newsroom.article()
            planted.append(Planted(source, "source", family))
            copies = 1 + random.geometric(0.45) if random.random() > 0.002 else random.integers(50, 200)
            for _ in range(int(copies)):
                kind = kinds[
                    min(int(np.searchsorted(chances, random.random() * chances[-1])), len(kinds) - 1)
                ]
                planted.append(Planted(newsroom.copy(source, kind), kind, family))
        family += 1
    return [planted[i] for i in random.permutation(count)]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("count", type=int)
    options.add_argument("out", type=Path)
    options.add_argument("--seed", type=int, default=7)
    asked = options.parse_args()
    newsroom = Newsroom(asked.seed)
    with asked.out.open("w", encoding="utf-8") as out:
        for number, planted in enumerate(plant(newsroom, asked.count)):
            record = {
                "id": f"d{number}",
                "text": newsroom.text(planted),
                "kind": planted.kind,
                "family": planted.family,
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
