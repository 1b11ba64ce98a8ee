"""Measure claims, outlets and residue on real articles that were read by hand before the tool read them.

Run: python -m bench.trace.articles [--show]
Needs news_reuse of ../shared/data.

articles.tsv holds places and names alone: code points [start, end) of an article, what stands there and who is cited,
alternatives split by "/". `claim` is somebody by name, `group` by a noun ("researchers"), `pronoun` by the name that a
pronoun stands for; `outlet` a medium, journal or institute that is given as a source; what begins with `open` may be
found or not. Ten articles were developed on, fifteen were scored at the end alone.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.arguments import parser
from bench.trace.news_pairs import documents
from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.residue import find_residue
from forensics.trace.result import Claim, Residue

TABLE = Path(__file__).with_name("articles.tsv")
CITED = ("claim", "group", "pronoun")
# Who is cited stands so near, in code points, to the place that may be found or not.
_NEAR = 60


@dataclass(frozen=True)
class Marked:
    """What one who read the article found at a place."""

    part: str
    document: str
    place: Span
    kind: str
    who: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One article as the tool reads it."""

    claims: tuple[Claim, ...]
    residue: tuple[Residue, ...]


def marked() -> list[Marked]:
    """Return the table, row by row."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Marked(
                row["part"],
                row["document"],
                Span(int(row["start"]), int(row["end"])),
                row["kind"],
                tuple(filter(None, row["who"].split("/"))),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def read(text: str) -> Found:
    """Return what the tool finds in one article."""
    annotated = AnnotatedText(text)
    residue = find_residue(annotated)
    return Found(find_claims(annotated, residue=residue), residue)


def is_named(name: str, who: Iterable[str]) -> bool:
    """Say whether `name` names one of `who`: all words of the one in the other, the last word in both."""
    said = _words(name)
    for other in map(_words, who):
        if said and other and other[-1] in said and (set(said) <= set(other) or set(other) <= set(said)):
            return True
    return False


def score(rows: Sequence[Marked], found: Found) -> tuple[Counter[str], list[str]]:
    """Return counts for one article, and a line for each thing that was missed or made up."""
    counts: Counter[str] = Counter()
    told: list[str] = []
    _claims(rows, found.claims, counts, told)
    _outlets(rows, found.claims, counts, told)
    _residue(rows, found.residue, counts, told)
    return counts, told


def _claims(rows: Sequence[Marked], claims: Sequence[Claim], counts: Counter[str], told: list[str]) -> None:
    cited = [row for row in rows if row.kind in CITED]
    free = [row.place for row in rows if row.kind == "open"]
    met: set[int] = set()
    for claim in claims:
        right = [n for n, row in enumerate(cited) if _is_of(claim, row)]
        met.update(right)
        if right:
            counts["claims right"] += 1
        elif any(s.start - _NEAR <= claim.cited_start <= s.end + _NEAR for s in free):
            counts["claims open"] += 1
        else:
            counts["claims wrong"] += 1
            told.append(f"  wrong {claim.outlet!r} ({claim.kind}) in: {claim.text[:150]!r}")
    for n, row in enumerate(cited):
        counts[f"{row.kind} {'met' if n in met else 'missed'}"] += 1
        if n not in met:
            told.append(f"  missed {row.kind} {'/'.join(row.who)} at {row.place.start}")


def _is_of(claim: Claim, row: Marked) -> bool:
    inside = claim.start - 1 <= row.place.start < claim.end
    return inside and any(is_named(name, row.who) for name in (claim.outlet, claim.speaker or ""))


def _outlets(rows: Sequence[Marked], claims: Sequence[Claim], counts: Counter[str], told: list[str]) -> None:
    wanted = {row.who for row in rows if row.kind == "outlet"}
    allowed = {name for row in rows if row.kind in ("outlet", "open_outlet", *CITED) for name in row.who}
    named = {claim.outlet for claim in claims} | {claim.speaker for claim in claims if claim.speaker}
    for who in sorted(wanted):
        hit = any(is_named(name, who) for name in named)
        counts[f"outlets {'met' if hit else 'missed'}"] += 1
        if not hit:
            told.append(f"  missed outlet {'/'.join(who)}")
    for name in sorted({claim.outlet for claim in claims if claim.cited == "media"}):
        counts[f"outlets {'right' if is_named(name, allowed) else 'wrong'}"] += 1
        if not is_named(name, allowed):
            told.append(f"  wrong outlet {name}")


def _residue(
    rows: Sequence[Marked], residue: Sequence[Residue], counts: Counter[str], told: list[str]
) -> None:
    lines = [row.place for row in rows if row.kind == "residue"]
    free = [row.place for row in rows if row.kind in ("residue", "open_residue")]
    spans = [Span(item.start, item.end) for item in residue]
    for item, span in zip(residue, spans, strict=True):
        right = 2 * _shared(span, free) >= span.end - span.start
        counts[f"residue {'right' if right else 'wrong'}"] += 1
        if not right:
            told.append(f"  wrong residue {item.kind}: {item.text[:150]!r}")
    for line in lines:
        hit = 2 * _shared(line, spans) >= line.end - line.start
        counts[f"residue {'met' if hit else 'missed'}"] += 1
        if not hit:
            told.append(f"  missed residue at {line.start}-{line.end}")


def _shared(one: Span, others: Iterable[Span]) -> int:
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for other in others)


def _words(name: str) -> list[str]:
    bare = name.lower().replace("’", "'").replace("'s", "").replace(",", "").replace(".", "")
    return [word for word in bare.split() if word not in ("the", "a", "an")]


def _share(right: int, other: int) -> str:
    return f"{right / (right + other):.3f} ({right} of {right + other})" if right + other else "none"


def tell(name: str, counts: Counter[str]) -> None:
    """Print precision and recall of one part of the articles."""
    by_name = ("claim", "group")
    print(
        f"{name}: claims precision {_share(counts['claims right'], counts['claims wrong'])}, recall "
        f"{_share(*(sum(counts[f'{k} {m}'] for k in by_name) for m in ('met', 'missed')))}, with pronouns "
        f"{_share(*(sum(counts[f'{k} {m}'] for k in CITED) for m in ('met', 'missed')))}"
    )
    for what, right in (("outlets", "right"), ("residue", "right")):
        print(
            f"  {what} precision {_share(counts[f'{what} {right}'], counts[f'{what} wrong'])}, "
            f"recall {_share(counts[f'{what} met'], counts[f'{what} missed'])}"
        )


def main() -> None:
    """Print how claims, outlets and residue are found, the articles that were developed on apart."""
    options = parser(__doc__)
    options.add_argument("--show", action="store_true", help="print what was missed or made up in `develop`")
    asked = options.parse_args()
    texts = documents()
    parts: dict[str, dict[str, list[Marked]]] = {}
    for row in marked():
        parts.setdefault(row.part, {}).setdefault(row.document, []).append(row)
    for part, articles in sorted(parts.items()):
        counts: Counter[str] = Counter()
        for document, rows in articles.items():
            here, told = score(rows, read(texts[document].text))
            counts += here
            if asked.show and part == "develop":
                print(document, *told, sep="\n")
        tell(f"{part}, {len(articles)} articles", counts)


if __name__ == "__main__":
    main()
