"""The report of a spin reading: each text with its substitutions in place, the restored text beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from forensics.envelope import Envelope
from forensics.report.html import plots
from forensics.report.html.comparison import compared
from forensics.report.html.element import Html, fold, joined, table, tag
from forensics.report.html.page import Part, page
from forensics.report.table.marks import spun_text
from forensics.report.table.style import count
from forensics.settings import SpinSettings
from forensics.spin.result import SpinDocument, SpinResult, Substitution
from forensics.text.words import words

_LISTED = 2_000
_IN_DETAIL = 200
_LETTERS = 4_000_000
_WINDOW = 50

_SAID = {
    "spun": "This text reads as rewritten by a machine that replaces words by synonyms.",
    "suspect": "Some of this text reads as if words were replaced by synonyms; that is not enough to call it spun.",
    "clean": "Nothing here tells of synonyms put in by a machine.",
}


def render(envelope: Envelope[SpinSettings, SpinResult], texts: Mapping[str, str]) -> str:
    """Return the page; `texts` by id show those documents in which nothing was replaced."""
    documents = envelope.result.documents
    title = (
        f"Spinning in {documents[0].id}" if len(documents) == 1 else f"Spinning in {len(documents):,} texts"
    )
    detailed = _detailed(documents, texts)
    parts = [Part("overview", "In short", _overview(documents, detailed))]
    parts += [Part(f"text-{at}", one.id, _detail(one, at, text)) for at, (one, text) in detailed.items()]
    parts.append(Part("limits", "What this cannot know", _limits(len(documents) - len(detailed))))
    return page(
        title,
        None,
        parts,
        envelope=envelope,
        texts=tuple(i.id for i in envelope.inputs if i.id != envelope.settings.against),
        scripts=("roving.js", "spin.js"),
    )


def _detailed(
    documents: tuple[SpinDocument, ...], texts: Mapping[str, str]
) -> dict[int, tuple[SpinDocument, str | None]]:
    """Return the documents to show whole, by place: the highest scores, as many as a page opens quickly with."""
    chosen: dict[int, tuple[SpinDocument, str | None]] = {}
    room = _LETTERS
    for at in sorted(range(len(documents)), key=lambda i: (-documents[i].score, i))[:_IN_DETAIL]:
        one = documents[at]
        text = texts.get(one.id) if one.restored is None else spun_text(one.restored, one.substitutions)
        room -= len(text or "")
        if chosen and room < 0:
            break
        chosen[at] = (one, text)
    return dict(sorted(chosen.items()))


def _overview(documents: tuple[SpinDocument, ...], detailed: Mapping[int, object]) -> Html:
    ranked = sorted(range(len(documents)), key=lambda i: (-documents[i].score, i))[:_LISTED]
    rest = len(documents) - len(ranked)
    rows = (
        (
            tag(
                "a" if at in detailed else "span",
                one.id,
                href=f"#text-{at}" if at in detailed else None,
                class_="id",
            ),
            tag("span", one.verdict, class_=f"verdict {one.verdict}"),
            f"{one.score:.2f}",
            f"{one.words:,}",
            f"{len(one.substitutions):,}",
            f"{one.density:.0f}",
            "; ".join(
                f"{s.original} → {s.observed}"
                for s in sorted(one.substitutions, key=lambda s: -s.confidence)[:3]
            ),
        )
        for at in ranked
        for one in (documents[at],)
    )
    return joined(
        table(
            ("text", "verdict", "score", "words", "substitutions", "per 1,000 words", "most telling"),
            rows,
            "Texts",
        ),
        tag("p", f"and {rest:,} more with lower scores, in the JSON.") if rest else None,
    )


def _detail(one: SpinDocument, at: int, text: str | None) -> Html:
    hundred = round(one.score * 100)
    return tag(
        "div",
        tag("p", tag("strong", one.verdict, class_=f"verdict {one.verdict}"), f" {_SAID[one.verdict]}"),
        tag(
            "p",
            f"Score {one.score:.2f}: of 100 texts that score like this one, about {hundred} were spun among the texts that the "
            f"score was fitted on. {count(len(one.substitutions), 'substitution')} in {count(one.words, 'word')}, "
            f"{one.density:.0f} per 1,000.",
        ),
        _anomaly(one, text) if text and one.substitutions else None,
        compared(one.comparison) if one.comparison else None,
        _texts(one, at, text),
        fold(f"Substitutions: {len(one.substitutions):,}", _table(one, text or ""))
        if one.substitutions
        else None,
        class_="document",
    )


def _texts(one: SpinDocument, at: int, text: str | None) -> Html:
    if text is None:
        return tag(
            "p",
            "The text is not at hand: nothing was replaced in it, and its file was not found as it was.",
            class_="none",
        )
    left = tag(
        "div",
        tag("h3", "As read, and as it most likely was"),
        tag(
            "div",
            _lines(_marked(one, at, text)),
            class_="text",
            tabindex=0,
            role="region",
            aria_label=f"Text of {one.id} with substitutions",
        ),
        class_="column",
    )
    if one.restored is None:
        return left
    right = tag(
        "div",
        tag("h3", "Restored"),
        tag(
            "div",
            _lines(_undone(one, at)),
            class_="text restored",
            tabindex=0,
            role="region",
            aria_label=f"Restored text of {one.id}",
        ),
        class_="column",
    )
    return joined(
        tag(
            "p",
            "Point at a replaced word, or go there by Tab and the arrow keys, for its evidence; Escape hides it.",
            class_="hint",
        ),
        tag("div", left, right, class_="sides"),
    )


def _marked(one: SpinDocument, at: int, text: str) -> Iterator[Html | str]:
    position = 0
    for number, sub in _in_order(one):
        yield text[position : sub.start]
        yield tag(
            "span",
            tag("del", sub.observed),
            " ",
            tag("ins", sub.original or "∅"),
            tag("span", _evidence(sub), class_="tip", role="tooltip", id=f"tip-{at}-{number}"),
            class_="sub",
            tabindex=0,
            role="group",
            aria_describedby=f"tip-{at}-{number}",
            data_n=number,
        )
        position = sub.end
    yield text[position:]


def _undone(one: SpinDocument, at: int) -> Iterator[Html | str]:
    assert one.restored is not None
    taken = read = 0
    for number, sub in _in_order(one):
        between = sub.start - read
        yield one.restored[taken : taken + between]
        yield tag("ins", sub.original, data_n=number)
        taken += between + len(sub.original)
        read = sub.end
    yield one.restored[taken:]


def _in_order(one: SpinDocument) -> Iterator[tuple[int, Substitution]]:
    position = 0
    for number, sub in enumerate(sorted(one.substitutions, key=lambda s: s.start)):
        if sub.start >= position:
            yield number, sub
            position = sub.end


def _lines(parts: Iterator[Html | str]) -> Iterator[Html]:
    line: list[Html | str] = []
    for part in parts:
        if isinstance(part, Html):
            line.append(part)
            continue
        first, *others = part.split("\n")
        line.append(first)
        for other in others:
            if any(line):
                yield tag("p", line, dir="auto")
            line = [other]
    if any(line):
        yield tag("p", line, dir="auto")


def _evidence(sub: Substitution) -> Iterator[Html]:
    yield tag(
        "span",
        f"{sub.confidence:.0%} sure",
        f"; or: {', '.join(sub.alternatives[:4])}" if sub.alternatives else "",
    )
    if sub.replacement:
        yield tag("span", f"kind: {sub.replacement.replace('_', ' ')}")
    for one in sub.evidence:
        yield tag("span", f"{one.kind.replace('_', ' ')}: {one.detail} ({one.weight:+.1f})")


def _table(one: SpinDocument, text: str) -> Html:
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    rows = (
        (
            f"{bisect_right(breaks, s.start) + 1}",
            s.observed,
            s.original,
            ", ".join(s.alternatives[:4]),
            f"{s.confidence:.2f}",
            "; ".join(f"{e.kind.replace('_', ' ')}: {e.detail} ({e.weight:+.1f})" for e in s.evidence),
        )
        for s in one.substitutions[:_LISTED]
    )
    return table(
        ("line", "as read", "most likely was", "or", "sure", "evidence, with its weight in nats"),
        rows,
        "Substitutions",
    )


def _anomaly(one: SpinDocument, text: str) -> Html:
    found = words(text)
    starts = [sub.start for sub in sorted(one.substitutions, key=lambda s: s.start)]
    if len(found) < 2 * _WINDOW:
        return Html("")
    steps = min(120, len(found) // 10)
    shares = []
    for step in range(steps + 1):
        first = round((len(found) - _WINDOW) * step / steps)
        begin, end = found[first].start, found[first + _WINDOW - 1].end
        inside = bisect_right(starts, end) - bisect_right(starts, begin - 1)
        shares.append((step / steps, inside / _WINDOW))
    top = max(0.1, *(y for _, y in shares))
    told = f"Share of replaced words in every stretch of {_WINDOW} words, from the start of the text to its end; at most {max(y for _, y in shares):.0%}."
    drawing = plots.curve(
        [(x, y / top) for x, y in shares],
        told,
        "position in the text",
        ("start", "middle", "end"),
        levels=("0%", f"{top:.0%}"),
        filled=True,
    )
    return plots.figure(drawing, told)


def _limits(hidden: int) -> Html:
    said = [
        "A low score does not say that a text is original: copies without replaced words, rewriting by a person and fluent "
        "paraphrase by a language model leave none of these marks.",
        "A substitution is a reading. Its evidence is given so that it can be judged; a reference text, where there is one, decides.",
        "Naturalness says which words were put in. It does not say by whom, nor who had the text first.",
    ]
    if hidden:
        said.append(f"{hidden:,} texts with lower scores are not shown whole; the JSON has all.")
    return tag("ul", (tag("li", one) for one in said))
