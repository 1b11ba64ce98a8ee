"""Residue: what pages and scrapers left in a text, spun or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forensics.lang import language
from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.edits import Edit, apply
from forensics.text.spans import Span
from forensics.text.words import Word
from forensics.trace.extract import blocks
from forensics.trace.extract.agency_credits import (
    closing_credit,
    credit_of,
    line_credit,
    piped_credit,
    reported_from,
)
from forensics.trace.extract.archive_labels import is_archive_label
from forensics.trace.extract.author_notes import is_note
from forensics.trace.extract.bylines import is_bare_name, is_byline, signature
from forensics.trace.extract.cards import cards, is_gallery
from forensics.trace.extract.datelines import LONGEST as LONGEST_DATELINE
from forensics.trace.extract.datelines import dateline
from forensics.trace.extract.furniture import Scope, match
from forensics.trace.extract.originals import OriginalsOf, originals_of
from forensics.trace.extract.outlets import of_domain, resolve
from forensics.trace.extract.prompts import prompt_of
from forensics.trace.extract.release_forms import is_form
from forensics.trace.result import Residue, ResidueKind

LONGEST_LINE = 600
"""A line with more characters than this is prose: only its first and last sentences are looked at."""
HEAD = 3
"""A site's header stands in this many first lines."""

_FURNITURE = language("en").furniture
_LABELS = _FURNITURE.credit_labels.union(_FURNITURE.source_labels, _FURNITURE.via)
_DOMAIN = (
    r"(?<![\w@./-])(?:[\w-]{1,40}\.){1,4}(?:com|org|net|info|news|co|io|tv|uk|us|eu|de|fr|in|au|ca|ru|ua)\b"
)
_SEPARATOR = r"[|»›>➤►▶•·—–:-]"
_HEADER = re.compile(rf"({_DOMAIN})\s*(?:{_SEPARATOR}\s+\S.*)?$")
_TITLE_TAIL = re.compile(rf"\S\s+{_SEPARATOR}\s+([^|»›>➤►▶•·—–]{{2,40}})$")
_CRUMBS = re.compile(
    rf"(?:{'|'.join(_FURNITURE.home)})(?:\s*[»›>/|]\s*[^»›>/|]{{1,60}}){{1,6}}$", re.IGNORECASE
)
_LABEL = re.compile(r"\s*[:：]\s*(?=\S)")
_URL = re.compile(r"(?:https?://|www\.)\S+|" + _DOMAIN)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\s*©)\s*\S", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=\s)[A-Z(]")
_TRAILING = " \t.*!:»›>→…"


def find_residue(text: str | AnnotatedText, links: OriginalsOf = originals_of) -> tuple[Residue, ...]:
    """Return the residue in `text`, in order, none overlapping another.

    A line is residue by its shape and its words: a phrase of page furniture that fills it, the head of a list,
    a site's name. Each of its words is read as it stands or as `links` say it may have been spun from; then
    `restored` has the words undone. A sentence that only mentions such a phrase is prose.
    """
    read = annotated(text)
    lines = read.lines
    page = blocks.page(read)
    found: list[Residue] = []
    position = 0
    while position < len(lines):
        block = blocks.block_at(page, position, links)
        if block is not None:
            start, end = lines[position].start, lines[block.last - 1].end
            found.append(_residue(read.text, start, end, block.kind, block.edits))
            position = block.last
        else:
            found += _of_line(page, position, links)
            position += 1
    return tuple(found)


def _of_line(page: blocks.Page, position: int, links: OriginalsOf) -> Iterator[Residue]:
    text, line = page.annotated, page.lines[position]
    if is_gallery(line.of(text.text)):
        yield _residue(text.text, line.start, line.end, "photo_credit", ())
        return
    if hung := list(cards(text.text, line)):
        yield from (head for head in _heads(text.text, line, position) if head.end <= hung[0].start)
        yield from (_residue(text.text, card.start, card.end, "related", ()) for card in hung)
        return
    if line.end - line.start <= LONGEST_LINE:
        if (whole := _furniture(text, line, Scope.LINE, links)) is not None:
            yield whole
            return
        if position < HEAD and (header := _header(text.text, line)) is not None:
            yield header
            return
        if (kind := _kind_of_line(page.shown, position)) is not None:
            yield _residue(text.text, line.start, line.end, kind, ())
            return
    heads = list(_heads(text.text, line, position))
    start = heads[-1].end if heads else line.start
    closing = closing_credit(text.text, Span(start, line.end)) if start < line.end else None
    end = closing[0].start if closing else line.end
    yield from heads
    yield from _sentences_at_edges(text, Span(start, end), links)
    if closing is not None:
        yield _residue(text.text, end, line.end, closing[1], ())


def _kind_of_line(lines: Sequence[str], at: int) -> ResidueKind | None:
    """Return what a whole line is by its shape, or by the lines around it; None for prose."""
    shown, below = lines[at], len(lines) - at - 1
    kind = signature(shown, at, below) or prompt_of(shown) or line_credit(shown, last=not below)
    if kind is not None:
        return kind
    if is_form(shown):
        return "release_form"
    if is_archive_label(shown):
        return "site_header"
    if is_note(lines, at):
        return "author_note"
    if 0 < at < HEAD + 2 and is_bare_name(shown):
        beside = [signature(lines[k], k, len(lines) - k - 1) for k in (at - 1, at + 1) if k < len(lines)]
        if "timestamp" in beside or "agency_credit" in beside:
            return "byline"
    return None


def _heads(text: str, line: Span, position: int) -> Iterator[Residue]:
    """What stands before the first words of a report: a dateline, or a byline and a dateline run together."""
    if position < HEAD and (piped := piped_credit(text, line)) is not None:
        yield _residue(text, piped.start, piped.end, "photo_credit", ())
        return
    if (found := dateline(text, line)) is not None:
        yield _residue(text, found.start, found.end, "dateline", ())
        return
    if text[line.start : line.start + 3].lower() != "by ":
        return
    for start in _CAPITAL.finditer(text, line.start + 3, min(line.end, line.start + LONGEST_DATELINE)):
        found = dateline(text, Span(start.start(), line.end))
        if found is not None and is_byline(signed := text[line.start : found.start].rstrip()):
            yield _residue(text, line.start, line.start + len(signed), "byline", ())
            yield _residue(text, found.start, found.end, "dateline", ())
            return


def _sentences_at_edges(text: AnnotatedText, line: Span, links: OriginalsOf) -> Iterator[Residue]:
    """Furniture that was run together with prose stands before it or after it, not within."""
    spans = [s for s in text.sentences_in(line.start, line.end) if s.end <= line.end]
    head: list[Residue] = []
    while spans and (found := _furniture(text, spans[0], Scope.SENTENCE, links)) is not None:
        head.append(found)
        spans.pop(0)
    tail: list[Residue] = []
    while spans and (found := _furniture(text, spans[-1], Scope.SENTENCE, links)) is not None:
        tail.append(found)
        spans.pop()
    if not tail and len(spans) > 1 and reported_from(spans[-1].of(text.text)):
        credit = _furniture(text, spans[-2], Scope.SENTENCE, links)
        if credit is not None and credit.kind == "agency_credit":
            tail = [_residue(text.text, spans[-1].start, spans[-1].end, "agency_credit", ()), credit]
    yield from _joined(text.text, [*head, *reversed(tail)])


def _joined(text: str, residue: Sequence[Residue]) -> Iterator[Residue]:
    """Sentences of the same kind that follow each other are one residue."""
    current: Residue | None = None
    for item in residue:
        if current and item.kind == current.kind and not text[current.end : item.start].strip():
            restored = None
            if current.restored or item.restored:
                gap = text[current.end : item.start]
                restored = (current.restored or current.text) + gap + (item.restored or item.text)
            current = Residue(current.start, item.end, text[current.start : item.end], item.kind, restored)
        else:
            if current:
                yield current
            current = item
    if current:
        yield current


def _furniture(text: AnnotatedText, span: Span, scope: Scope, links: OriginalsOf) -> Residue | None:
    if span.end - span.start > LONGEST_LINE:
        return None
    tokens = text.bare_words_in(span.start, span.end)
    if not tokens:
        return None
    if (found := match(tokens, scope, links)) is not None:
        return _residue(text.text, span.start, span.end, found.phrase.kind, found.edits)
    if (kind := credit_of(span.of(text.text))) is not None:
        return _residue(text.text, span.start, span.end, kind, ())
    if (edits := _source_label(text.text, span, tokens, links)) is not None:
        return _residue(text.text, span.start, span.end, "source_link", edits)
    if len(tokens) <= 30 and _COPYRIGHT.match(span.of(text.text)):
        return _residue(text.text, span.start, span.end, "copyright", ())
    return None


def _source_label(
    text: str, span: Span, tokens: Sequence[Word], links: OriginalsOf
) -> tuple[Edit, ...] | None:
    """Return the edits of a line like "Source: Reuters" or "Via The Verge", None where it is no such line."""
    label = tokens[0]
    originals = {label.key, *links(label.key)}
    rest = Span(label.end, span.end).of(text)
    colon = _LABEL.match(rest)
    name = rest[colon.end() :] if colon else rest.strip()
    name = name.rstrip(_TRAILING)
    source = next((word for word in _FURNITURE.source_labels if word in originals), None)
    if (colon and (source or label.key in _FURNITURE.credit_labels)) or label.key in _FURNITURE.via:
        known = resolve(name, links) is not None or _URL.match(name) is not None
        if known or (colon and 0 < len(tokens) - 1 <= 4 and all(t.text[0].isupper() for t in tokens[1:])):
            if source is None or label.key in _LABELS:
                return ()
            return (Edit(label.start, label.end, label.text, source.capitalize()),)
    return None


def _header(text: str, line: Span) -> Residue | None:
    shown = line.of(text)
    if len(shown) > 200:
        return None
    if (header := _HEADER.match(shown)) and (
        line.end - line.start == header.end(1) or not shown.endswith(".")
    ):
        return _residue(text, line.start, line.end, "site_header", ())
    if _CRUMBS.match(shown):
        return _residue(text, line.start, line.end, "site_header", ())
    tail = _TITLE_TAIL.search(shown)
    if tail and (of_domain(tail.group(1).strip()) or _is_medium(tail.group(1))):
        start = line.start + tail.start(1)
        return _residue(text, start, line.end, "site_header", ())
    return None


def _is_medium(name: str) -> bool:
    outlet = resolve(name)
    return outlet is not None and outlet.kind == "media"


def _residue(text: str, start: int, end: int, kind: ResidueKind, edits: Sequence[Edit]) -> Residue:
    moved = [Edit(e.start - start, e.end - start, e.observed, e.original, e.confidence) for e in edits]
    shown = text[start:end]
    return Residue(start, end, shown, kind, apply(shown, moved) if edits else None)
