"""Measure patchworks: called where a text was put together from several, and not where one source stands behind it.

Run: python -m bench.trace.patchworks
Needs the extra bench, and news_reuse of ../shared/data.

Patchworks are put together from real articles: of different stories, of independent reports of one event, and of
follow-ups of one newsroom, in halves or by turns of three sentences; some other articles stand beside their sources.
Not patchworks are children of a release beside it and their siblings, the same without the release, and articles that
we spun beside their source and another report of the event. Nothing is read for spinning, and nothing was fitted here.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.arguments import parser
from bench.trace import corpus
from bench.trace.news_pairs import documents, family_rows, pairs
from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.text.sentences import sentences
from forensics.trace.result import TraceResult
from forensics.trace.run import trace

_SENTENCES = 10  # that a source gives
_TURN = 3  # sentences in a row, where sources take turns
_OF_A_KIND = 20


@dataclass(frozen=True)
class Case:
    """A text and what it is compared with; `made` says for each of its sentences from which source it was taken."""

    kind: str
    text: Document
    sources: Sequence[Document]
    made: Sequence[tuple[str, str]] = ()


def patched(kind: str, sources: Sequence[Document], beside: Sequence[Document], *, turns: bool) -> Case:
    """Return a patchwork of parts of `sources`, each from another place of its source."""
    taken: list[list[tuple[str, str]]] = []
    for n, source in enumerate(sources):
        told = [s.of(source.text).strip() for s in sentences(source.text)]
        told = [one for one in told if len(one.split()) > 6]
        first = n * max(0, len(told) - _SENTENCES) // max(1, len(sources) - 1)
        taken.append([(one, source.id) for one in told[first : first + _SENTENCES]])
    made = [one for part in taken for one in part]
    if turns:
        made = [one for k in range(0, _SENTENCES, _TURN) for part in taken for one in part[k : k + _TURN]]
    text = "\n\n".join(" ".join(one for one, _ in made[k : k + _TURN]) for k in range(0, len(made), _TURN))
    return Case(kind, Document("patched", text), [*sources, *beside], made)


def cases() -> Iterator[Case]:
    chance = random.Random(5)
    every = sorted(documents())
    by_kind: dict[str, list[tuple[Document, Document]]] = defaultdict(list)
    for pair in pairs():
        by_kind[pair.kind].append((pair.a, pair.b))
    strangers = [tuple(documents()[id] for id in chance.sample(every, 3)) for _ in range(_OF_A_KIND)]
    for n, (a, b, c) in enumerate(strangers):
        yield patched("two stories", (a, b), (c,), turns=n % 2 == 1)
        yield patched("three stories", (a, b, c), (), turns=n % 2 == 1)
    for kind in ("same_event", "follow_up"):
        for n, (a, b) in enumerate(by_kind[kind][:_OF_A_KIND]):
            yield patched(kind, (a, b), (strangers[n][0],), turns=n % 2 == 1)
    for _, release, children in family_rows():
        for child in children:
            siblings = [documents()[id] for id in children if id != child]
            yield Case("child, release and siblings", documents()[child], [documents()[release], *siblings])
            if len(siblings) > 1:
                yield Case("child and siblings alone", documents()[child], siblings)
    for n, (a, b) in enumerate(by_kind["same_event"][:_OF_A_KIND]):
        text = Document("spun", corpus.spun(a.text, ("moby", "wordnet")[n % 2], 0.6, n))
        yield Case("spun, source and report", text, [a, b, strangers[n][0]])


def sources_right(case: Case, result: TraceResult) -> tuple[int, int, int]:
    """Return how many sentences were given their source, how many another one, and how many there are."""
    right = wrong = at = 0
    for text, source in case.made:
        start = case.text.text.index(text, at)
        at = start + len(text)
        told = [s.source for s in result.sentence_sources if s.start < at and s.end > start]
        right += source in told
        wrong += source not in told and any(told)
    return right, wrong, len(case.made)


def main() -> None:
    """Print, kind by kind, how many texts are called a patchwork, and how many sentences get their source."""
    parser(__doc__).parse_args()
    many: Counter[str] = Counter()
    called: Counter[str] = Counter()
    told: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    away: Counter[str] = Counter()
    for case in cases():
        result = trace([case.text], case.sources, TraceSettings())
        many[case.kind] += 1

        called[case.kind] += any(v.relation == "patchwork" for v in result.verdicts)
        away[case.kind] += sum(v.explained_by is not None for v in result.verdicts)
        if case.made:
            told[case.kind].append(sources_right(case, result))
    for kind, n in many.items():
        right, wrong, total = (
            (sum(column) for column in zip(*told[kind], strict=True)) if told[kind] else (0, 0, 0)
        )
        shown = f"; sentences {right} right, {wrong} wrong of {total}" if total else ""
        print(f"  {kind:28} called a patchwork {called[kind]} of {n}, sources explained {away[kind]}{shown}")


if __name__ == "__main__":
    main()
