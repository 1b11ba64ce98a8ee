"""A case file: an index over several reports, and what each of them says of every document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from forensics.envelope import Envelope
from forensics.report.html.kit.element import Html, identity, joined, table, tag
from forensics.report.html.kit.page import Section, page
from forensics.report.load import Saved
from forensics.report.wording import count, words_of

_ROWS = 1_000
_SAID = 6


def file_names(filed: Sequence[Saved]) -> list[str]:
    """Return each report's file name: its number, its command, and what is plain in its JSON's name."""
    width = max(2, len(str(len(filed))))
    return [
        f"{at:0{width}d}-{one.envelope.command}-{_plain(PurePath(one.name).stem)}".rstrip("-") + ".html"
        for at, one in enumerate(filed, 1)
    ]


def index(filed: Sequence[Saved]) -> str:
    """Return the index page, which links to reports named by `file_names` in the same folder."""
    names = file_names(filed)
    reports = (
        (
            tag("a", words_of(name.removesuffix(".html")), href=name),
            one.envelope.command,
            in_short(one.envelope),
            f"{len(one.envelope.inputs):,}",
        )
        for name, one in zip(names, filed, strict=True)
    )
    made = ((identity(one.name), tag("code", one.sha256), one.envelope.tool.version) for one in filed)
    parts = [
        Section(
            "reports", "Reports", table(("report", "analysis", "in short", "inputs"), reports, "Reports")
        ),
        Section("documents", "Documents", _documents(filed, names)),
        Section(
            "sources",
            "How this was made",
            table(("result", "SHA-256 of the JSON", "made by version"), made, "Results"),
        ),
    ]
    return page(f"Case file: {count(len(filed), 'report')}", parts)


def in_short(envelope: Envelope[Any, Any]) -> str:
    """Return a result in a sentence."""
    result = envelope.result
    match envelope.command:
        case "dedupe":
            copies = count(result.documents - result.unique, "near-duplicate")
            return f"{copies} in {count(len(result.clusters), 'cluster')}"
        case "spin":
            verdicts = [one.verdict for one in result.documents]
            return (
                ", ".join(f"{verdicts.count(v):,} {v}" for v in ("spun", "suspect", "clean") if v in verdicts)
                or "no text"
            )
        case "trace":
            relations = [v.relation for v in result.verdicts]
            told = [f"{relations.count(r):,} {words_of(r)}" for r in dict.fromkeys(sorted(relations))]
            missing = [count(len(result.missing_sources), "missing source")] if result.missing_sources else []
            return ", ".join([*told, *missing]) or "no other text compared"


def _documents(filed: Sequence[Saved], names: Sequence[str]) -> Html:
    said: dict[str, list[Html]] = defaultdict(list)
    for name, one in zip(names, filed, strict=True):
        for id, words in _said(one.envelope):
            said[id].append(joined(words, " (", tag("a", f"report {name.split('-')[0]}", href=name), ")"))
    rows = [(identity(id), _few(found)) for id, found in sorted(said.items())]
    more = len(rows) - _ROWS
    if not rows:
        return tag("p", "No report says anything of a single document.")
    return joined(
        table(("document", "what the reports say of it"), rows[:_ROWS], "Documents"),
        tag("p", f"and {more:,} more, in the reports.") if more > 0 else None,
    )


def _few(found: Sequence[Html]) -> Html:
    more = len(found) - _SAID
    return tag(
        "ul", (tag("li", one) for one in found[:_SAID]), tag("li", f"and {more:,} more") if more > 0 else None
    )


def _said(envelope: Envelope[Any, Any]) -> Iterator[tuple[str, Html]]:
    result = envelope.result
    if envelope.command == "dedupe":
        for cluster in result.clusters:
            for member in cluster.members:
                kept = "kept of" if member == cluster.kept else "in"
                yield (
                    member,
                    joined(f"{kept} cluster {cluster.id}, of {count(len(cluster.members), 'document')}"),
                )
    elif envelope.command == "spin":
        for one in result.documents:
            yield (
                one.id,
                joined(
                    tag("strong", one.verdict, class_=f"verdict {one.verdict}"), f" score {one.score:.2f}"
                ),
            )
    else:
        for one in result.verdicts:
            for here, other in ((one.a, one.b), (one.b, one.a)):
                if one.relation not in ("unrelated", "same_event"):
                    yield (
                        here,
                        joined(
                            tag("strong", words_of(one.relation), class_=f"verdict {one.relation}"),
                            " with ",
                            identity(other),
                            f" (probability {one.probability:.2f})",
                        ),
                    )


def _plain(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:60]
