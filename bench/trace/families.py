"""Measure the sources that nobody has: raised where a release is withheld, and never among independent reports.

Run: python -m bench.trace.families
Needs the extra bench, and news_reuse, clough_stevenson and pan_verbatim of ../shared/data.

Every family is judged by models that were fitted without its story, and every group of independent reports too: those
of bench/trace/news.py and bench/trace/news_direction.py, one in five stories left out at a time.

A name is right where it is the one who issued the withheld release, or an agency whose text the children share beyond
the release; a journal, where the release tells of it. Beside the families stand pairs of an article and its original,
without their records: no third text is missing there, and a name is right where it is the original's.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import msgspec

from bench.arguments import parser
from bench.trace import corpus, news, news_direction
from bench.trace.news import FOLDS, Texts
from bench.trace.news_pairs import documents, family_rows, pairs
from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.models import Models, shipped_models
from forensics.trace.provenance.missing_sources import missing_sources
from forensics.trace.result import MissingSource
from forensics.trace.run import ONE_TEXT
from forensics.trace.verdict.judge import judge
from forensics.trace.verdict.sources import set_against

# Who issued a release, by the first number of its family, with what else it calls itself.
ISSUERS = {
    "04": {"Cardiff University"},
    "22": {"University College London"},
    "25": {"British Medical Journal"},
    "26": {"BioMed Central"},
    "29": {"University of Leicester"},
}
ORIGINAL = "its original"
INDEPENDENT = ("same_event", "shared_quotes", "other_release", "follow_up")


@dataclass(frozen=True)
class Group:
    """Texts of one story: `source` is what was withheld of a family, None for texts that have none in common.

    `original` is the outlet of one of two texts that the other one was copied from.
    """

    kind: str
    name: str
    story: str
    texts: tuple[str, ...]
    source: str | None = None
    original: str = ""


def groups() -> list[Group]:
    """Return the families, and the groups of reports that pairs of independent texts join, kind by kind."""
    stories = {id.split("/")[0]: p.story for p in pairs() for id in (p.a.id, p.b.id) if "/" in id}
    found = [
        Group("family", name, stories.get(name, name), tuple(children), source)
        for name, source, children in family_rows()
    ]
    joined: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pair in pairs():
        if pair.kind in INDEPENDENT:
            joined[pair.kind, pair.story] |= {pair.a.id, pair.b.id}
    found += [Group(kind, story, story, tuple(sorted(ids))) for (kind, story), ids in sorted(joined.items())]
    for pair in pairs():
        if pair.kind == "syndicated" and pair.direction and not pair.doubted:
            source = pair.b if pair.direction == "a_from_b" else pair.a
            ids = tuple(unrecorded(one.id) for one in (pair.a, pair.b))
            found.append(
                Group(ORIGINAL, pair.a.id, pair.story, ids, original=source.metadata.get("outlet") or "")
            )
    return found


def unrecorded(id: str) -> str:
    """Add a text without its record to the documents, and return its id."""
    bare = f"{id} without its record"
    documents()[bare] = Document(bare, documents()[id].text)
    return bare


class Compared:
    """Texts read and compared, each once."""

    def __init__(self) -> None:
        self.texts = Texts()
        self._pairs: dict[tuple[str, str], PairComparison] = {}

    def of(self, ids: Sequence[str]) -> list[PairComparison]:
        return [self._pair(a, b) for a, b in combinations(ids, 2)]

    def _pair(self, a: str, b: str) -> PairComparison:
        if (a, b) not in self._pairs:
            one, other = (self.texts.of(documents()[id]) for id in (a, b))
            self._pairs[a, b] = compare_pair(one, other, corpus.knowledge("all"))
        return self._pairs[a, b]

    def missing(self, ids: Sequence[str], models: Models) -> list[MissingSource]:
        """Return the sources that texts point to together; those that one names alone are another matter."""
        held = self.of(ids)
        judged = [judge(one, TraceSettings(), models) for one in held]
        related = {frozenset((v.a, v.b)) for v in judged if v.relation in ONE_TEXT}
        verdicts, _ = set_against(judged, held, set(ids), lambda a, b: frozenset((a, b)) in related)
        texts = {id: self.texts.of(documents()[id]) for id in ids}
        return [one for one in missing_sources(texts, verdicts, held, models) if len(one.children) > 1]


def is_right(group: Group, one: MissingSource, compared: Compared) -> bool:
    """Say whether a source is called after whose text it is."""
    if group.source is None:
        return one.name == group.original
    release = documents()[group.source].text.casefold()
    if one.named_by == "journal":
        heard = (one.name or "").casefold().removeprefix("the ")
        return heard in release or (one.name in ISSUERS["25"] and "bmj" in release)
    printed = one.named_by == "credit" and beyond(group, compared)
    return printed or one.name in ISSUERS[group.name[:2]]


def beyond(group: Group, compared: Compared) -> bool:
    """Say whether children share more words in runs with each other than any of them does with the release."""
    assert group.source is not None
    sharing = max(one.runs.share_a + one.runs.share_b for one in compared.of(group.texts))
    beside = [compared.of([child, group.source])[0].runs for child in group.texts]
    return sharing > max(runs.share_a + runs.share_b for runs in beside)


def left_out(found: Sequence[Group], texts: Texts) -> Iterator[tuple[Models, list[Group]]]:
    """Yield models fitted on nine stories in ten and more, and the groups of the stories that were left out."""
    real = [
        news.Row(p.kind, p.story, bool(p.dependent), texts.evidence(p))
        for p in pairs()
        if p.dependent is not None and not p.doubted
    ]
    beside = [row for row in news.made_up() if row.kind not in news.HELD_OUT]
    ways = news_direction.rows()
    names = {group.name: group.story for group in found}
    stories = sorted({group.story for group in found})
    random.Random(1).shuffle(stories)
    for n in range(FOLDS):
        out = set(stories[n::FOLDS])
        pair = news.fitted([row for row in [*real, *beside] if row.story not in out])
        direction = news_direction.fitted([row for row in ways if names.get(row.story, row.story) not in out])
        models = msgspec.structs.replace(shipped_models(), pair=pair, direction=direction)
        yield models, [group for group in found if group.story in out]


def main() -> None:
    """Print how often a source is raised where one is missing, and where none is, and how it is named."""
    parser(__doc__).parse_args()
    compared = Compared()
    count: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for models, held in left_out(groups(), compared.texts):
        for group in held:
            total[group.kind] += 1
            raised = compared.missing(group.texts, models)
            count[group.kind, "raised"] += bool(raised)
            if group.source is not None or group.original:
                for one in raised[:1]:
                    right = "right" if is_right(group, one, compared) else "wrong"
                    count[group.kind, f"named by {one.named_by}: {right}" if one.name else "unnamed"] += 1
                    print(
                        f"  {group.name:12} {one.label} ({right})"
                        if one.name
                        else f"  {group.name:12} unnamed"
                    )
            if group.source is None:
                continue
            whole = [one for one in raised if set(one.children) == set(group.texts)]
            count[group.kind, "raised, by all of its children"] += bool(whole)
            with_source = compared.missing([*group.texts, group.source], models)
            count[group.kind, "raised though the release is at hand"] += bool(with_source)
    for (kind, what), n in sorted(count.items()):
        print(f"  {kind:14} {what:40} {n} of {total[kind]}")


if __name__ == "__main__":
    main()
