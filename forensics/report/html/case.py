"""A case file: an index over several reports, and what each of them says of every document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from forensics.report.html.dedupe import summary as dedupe
from forensics.report.html.kit.element import Html, identity, joined, table, tag
from forensics.report.html.kit.page import Section, page
from forensics.report.html.spin import summary as spin
from forensics.report.html.trace import summary as trace
from forensics.report.load import Saved
from forensics.report.wording import count, words_of
from forensics.settings import Command

_ROWS = 1_000
_SAID = 6
_IN_SHORT: Mapping[Command, Callable[[Any], str]] = {
    "dedupe": dedupe.in_short,
    "spin": spin.in_short,
    "trace": trace.in_short,
}
_BY_DOCUMENT: Mapping[Command, Callable[[Any], Iterator[tuple[str, Html]]]] = {
    "dedupe": dedupe.by_document,
    "spin": spin.by_document,
    "trace": trace.by_document,
}


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
            _IN_SHORT[one.envelope.command](one.envelope.result),
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


def _documents(filed: Sequence[Saved], names: Sequence[str]) -> Html:
    said: dict[str, list[Html]] = defaultdict(list)
    for name, one in zip(names, filed, strict=True):
        for id, words in _BY_DOCUMENT[one.envelope.command](one.envelope.result):
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


def _plain(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:60]
