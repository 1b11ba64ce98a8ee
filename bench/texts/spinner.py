"""Spin clean text ourselves, so that every substitution is known."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from forensics.text.words import Word, words

Table = Mapping[tuple[str, ...], list[tuple[str, float]]]


@dataclass(frozen=True)
class Gold:
    """Code points [start, end) of the spun text read `observed` and stood for `original` (both as printed)."""

    start: int
    end: int
    observed: str
    original: str


def table(rows: Iterable[tuple[str, str, float]]) -> Table:
    """Return original words -> [(observed, weight)] from (observed, original, weight)."""
    found: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
    for observed, original, weight in rows:
        if observed != original:
            found[tuple(original.split())].append((observed, weight))
    return found


def spin(text: str, known: Table, rate: float, seed: int) -> tuple[str, list[Gold]]:
    """Return `text` with words replaced, and what was replaced.

    Each original that the table knows is taken up in this document with probability `rate`, then replaced nearly
    always and mostly by the same word; names are replaced less often.
    """
    rng = random.Random(f"{seed}:{len(text)}")
    tokens = words(text)
    keys = [t.key for t in tokens]
    longest = max(map(len, known), default=1)
    habits: dict[tuple[str, ...], str | None] = {}
    parts: list[str] = []
    gold: list[Gold] = []
    at, length, i = 0, 0, 0
    while i < len(tokens):
        size = next(
            (
                n
                for n in range(min(longest, len(tokens) - i), 0, -1)
                if tuple(keys[i : i + n]) in known and _adjacent(text, tokens[i : i + n])
            ),
            0,
        )
        original = tuple(keys[i : i + size])
        if not size or not _taken(tokens, i, text, rng):
            i += 1
            continue
        if original not in habits:
            habits[original] = _choice(known[original], rng) if rng.random() < rate else None
        habit = habits[original]
        if habit is None or rng.random() > 0.97:
            i += size
            continue
        observed = _cased(
            _choice(known[original], rng) if rng.random() < 0.15 else habit, tokens[i : i + size]
        )
        start, end = tokens[i].start, tokens[i + size - 1].end
        parts += [text[at:start], observed]
        length += start - at
        gold.append(Gold(length, length + len(observed), observed, text[start:end]))
        length += len(observed)
        at = end
        i += size
    return "".join([*parts, text[at:]]), gold


def _taken(tokens: list[Word], i: int, text: str, rng: random.Random) -> bool:
    name = tokens[i].text[0].isupper() and i > 0 and text[tokens[i - 1].end : tokens[i].start] == " "
    return not name or rng.random() < 0.35


def _adjacent(text: str, run: list[Word]) -> bool:
    return all(text[a.end : b.start] == " " for a, b in pairwise(run))


def _choice(options: list[tuple[str, float]], rng: random.Random) -> str:
    return rng.choices([o for o, _ in options], [w for _, w in options])[0]


def _cased(observed: str, run: list[Word]) -> str:
    if len(run) > 1 and all(w.text[0].isupper() for w in run):
        return " ".join(w[:1].upper() + w[1:] for w in observed.split())
    if run[0].text.isupper() and len(run[0].text) > 1:
        return observed.upper()
    return observed[:1].upper() + observed[1:] if run[0].text[0].isupper() else observed
