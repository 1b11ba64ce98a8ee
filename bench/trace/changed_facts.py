"""Facts that differ inside matches: found where a script changed them, and each one told of real copies to be read.

Run: python -m bench.trace.changed_facts [TEXTS]
Needs the extra bench, and news_reuse of ../shared/data. Nothing was fitted on it; the rules were tuned by eye on it.

Figures, weekdays, first names and negations are changed in real news texts, at most two of a kind and six in all; the
changed text is set beside the original. Then every changed fact of the real pairs that depend is printed.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bench.arguments import parser
from bench.trace import corpus
from bench.trace.news import Texts
from bench.trace.news_pairs import documents, families, pairs
from forensics.documents.model import Document
from forensics.trace.align.changed_facts import changed_facts
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import Prepared, prepare

TEXTS = 60
_FIGURE = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w.,:/-]*\d)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_VERB = re.compile(
    r"\b(?:is|was|has|have|will|would|could|can|did|should|are|were)(?P<denied> not)?\b(?= \w)"
)
_MOST, _MOST_OF_A_KIND, _APART = 6, 2, 60


@dataclass(frozen=True)
class Change:
    """Code points [start, end) of a text, and what was put there."""

    kind: str
    start: int
    end: int
    instead: str


def possible(text: Prepared) -> Iterator[Change]:
    """Yield every change that could be made to a text."""
    for found in _FIGURE.finditer(text.text):
        if digit := re.search("[1-9]", found[0]):
            other = str((int(digit[0]) + 2) % 9 + 1)
            at = found.start() + digit.start()
            yield Change("number", at, at + 1, other)
    for found in _WEEKDAY.finditer(text.text):
        yield Change("date", *found.span(), _WEEKDAYS[(_WEEKDAYS.index(found[0]) + 3) % 7])
    for found in _VERB.finditer(text.text):
        verb = found[0].split()[0]
        yield Change("negation", *found.span(), verb if found["denied"] else f"{verb} not")
    for fact in text.facts:
        given, _, last = fact.text.partition(" ")
        if fact.kind == "name" and given.istitle() and given.isalpha() and last.istitle() and last.isalpha():
            other = "Wilbur" if given.startswith("J") else "Jasper"
            yield Change("name", fact.start, fact.start + len(given), other)


def chosen(text: Prepared, chance: random.Random) -> list[Change]:
    """Return some changes, far apart and inside sentences, in the order of the text."""
    every = [c for c in possible(text) if any(s.start <= c.start < s.end for s in text.sentences)]
    chance.shuffle(every)
    kept: list[Change] = []
    for one in every:
        crowded = any(abs(one.start - other.start) <= _APART for other in kept)
        if len(kept) < _MOST and not crowded and sum(o.kind == one.kind for o in kept) < _MOST_OF_A_KIND:
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)


def made(texts: int, seed: int = 3) -> None:
    """Print which of the changes that were made are found, and how many were found that nobody made."""
    chance = random.Random(seed)
    every = sorted(documents().values(), key=lambda d: d.id)
    chance.shuffle(every)
    changed, found = Counter[str](), Counter[str]()
    beside = 0
    for document in every[:texts]:
        a = prepare(document)
        changes = chosen(a, chance)
        other = document.text
        for one in reversed(changes):
            other = other[: one.start] + one.instead + other[one.end :]
        told = changed_facts(compare_pair(a, prepare(Document("changed", other)), corpus.knowledge("all")))
        hits = [[t for t in told if t.a.start <= one.end and one.start <= t.a.end] for one in changes]
        changed.update(one.kind for one in changes)
        found.update(one.kind for one, hit in zip(changes, hits, strict=True) if hit)
        beside += sum(all(t not in hit for hit in hits) for t in told)
    for kind, number in sorted(changed.items()):
        print(f"  {kind:10} {found[kind]:4} of {number:4} found")
    print(f"  all        {found.total():4} of {changed.total():4} found, and {beside} that nobody made")


def real() -> None:
    """Print every changed fact of real pairs that depend."""
    texts = Texts()
    seen: set[tuple[str, str]] = set()
    for pair in (*pairs(), *families()):
        if (pair.a.id, pair.b.id) in seen or pair.dependent is False:
            continue
        seen.add((pair.a.id, pair.b.id))
        a, b = texts.of(pair.a), texts.of(pair.b)
        for fact in changed_facts(compare_pair(a, b, corpus.knowledge("all"))):
            here, there = (
                " ".join(t.text[max(0, s.start - 40) : s.end + 40].split())
                for t, s in ((a, fact.a), (b, fact.b))
            )
            print(
                f"  {fact.kind:8} {pair.kind:12} {fact.text_a!r} for {fact.text_b!r}\n    {here}\n    {there}"
            )
    print(f"  in {len(seen)} pairs")


def main() -> None:
    """Print the figures, then the findings."""
    options = parser(__doc__)
    options.add_argument("texts", nargs="?", type=int, default=TEXTS, metavar="TEXTS", help="texts to change")
    asked = options.parse_args()
    print("facts that a script changed in real texts")
    made(asked.texts)
    print("facts that differ between real texts that depend")
    real()


if __name__ == "__main__":
    main()
