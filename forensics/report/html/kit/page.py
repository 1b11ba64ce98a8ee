"""One self-contained page: what may run in it, what it looks like, and what it takes to make it again."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from forensics.envelope import Envelope
from forensics.report import json
from forensics.report.html.kit.element import Child, Html, tag
from forensics.report.html.kit.manifest import manifest
from forensics.report.wording import shortened

_IN_CONTENTS, _IN_A_LINE = 24, 60


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: `id` is its anchor, `title` its heading and its line in the contents."""

    id: str
    title: str
    body: Html


def page(
    title: str,
    sections: Sequence[Section],
    *,
    envelope: Envelope[Any, Any] | None = None,
    texts: tuple[str, ...] = (),
    scripts: tuple[str, ...] = (),
    view: object = None,
    after: Child = None,
) -> str:
    """Return the whole page as HTML.

    `scripts` name script files of the pages, such as "spin/spin.js"; `view` is data for them, text in it already
    made visible; `texts` are the inputs in the reconstructed command; `after` follows the sections, such as a drawer.
    Nothing in the page may load anything, and only the scripts and the style given here may act in it.
    """
    style = asset("kit/report.css")
    code = [asset(name) for name in ("kit/common.js", *scripts)]
    shown = [*sections]
    if envelope is not None:
        envelope = replace(envelope, digest=json.digest(envelope))
        shown.append(Section("manifest", "How this was made", manifest(envelope, texts)))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, code)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Html(style)),
    )
    body = tag(
        "body",
        tag("a", "Skip to the findings", href="#main", class_="skip"),
        tag("header", tag("h1", title)),
        _contents(shown),
        tag("main", map(_section, shown), id="main", tabindex=-1),
        after,
        tag("footer", tag("p", _made_by(envelope))),
        tag("noscript", tag("p", "Scripts are off: what is found is here, what can be switched is not.")),
        _data("result", msgspec.json.format(json.document(envelope), indent=-1).decode())
        if envelope is not None
        else None,
        _data("view", msgspec.json.encode(view).decode()) if view is not None else None,
        (tag("script", Html(source)) for source in code),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


@cache
def asset(name: str) -> str:
    """Return a style or a script of the pages, by its path below `report/html`."""
    return (files("forensics.report.html") / name).read_text(encoding="utf-8")


def _contents(sections: Sequence[Section]) -> Html:
    """Return the links to the sections; of many texts only the first are named."""
    texts = [one for one in sections if one.id.startswith("text-")][_IN_CONTENTS:]
    named = (
        tag("li", tag("a", shortened(one.title, _IN_A_LINE), href=f"#{one.id}"))
        for one in sections
        if one not in texts
    )
    return tag(
        "nav",
        tag("ul", named, tag("li", f"and {len(texts):,} texts more") if texts else None),
        aria_label="Contents",
    )


def _section(section: Section) -> Html:
    heading = f"{section.id}-title"
    return tag(
        "section",
        tag("h2", section.title, id=heading),
        section.body,
        id=section.id,
        aria_labelledby=heading,
    )


def _policy(style: str, code: Sequence[str]) -> str:
    scripts = " ".join(_hash(source) for source in code)
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _data(id: str, encoded: str) -> Html:
    # A data block ends at the first "</script"; without "<" there is none, and JSON reads the same.
    inert = encoded.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return tag("script", Html(inert), type="application/json", id=id)


def _made_by(envelope: Envelope[Any, Any] | None) -> str:
    return f"Made by {envelope.tool.name} {envelope.tool.version}." if envelope else "Made by forensics."
