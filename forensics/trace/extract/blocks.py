"""Page furniture of more than one line: tables of contents, lists of other stories, bars of share buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from forensics.lang import language
from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit
from forensics.text.spans import Span
from forensics.trace.extract.bylines import signature
from forensics.trace.extract.declarations import declaration_end
from forensics.trace.extract.furniture import Scope, match
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.references import bare_list_end, list_end
from forensics.trace.extract.release_forms import LONGEST_SENDER, MOST, begins_notes, heads_sender
from forensics.trace.result import ResidueKind

LONGEST_HEADING = 60
LONGEST_HEADLINE = 20
"""Words; what runs on is the article again."""
MOST_HEADLINES = 12
MOST_BUTTONS = 16
LONGEST_TEASER = 250
"""Characters; under a headline of another story no more of it is told."""

_BROKEN_OFF = ("…", "...", "[…]", "[...]", "Read more", "Read More", "Continue reading", "read more")

_LISTED = re.compile(
    r"\s*(?:[-*•·–—▪►➤]\s*)?(?:\(?\d{1,3}(?:\.\d{1,3}){0,5}[.):]?\s+|[-*•·▪►➤]\s*"
    r"|[IVXivx]{1,5}[.)]\s+)\S"
)
_STATEMENT = (".", ",", ";", ":", "!", "”", '"', "’")
_TITLE_MARKS = "“”\"‘’'"
_FURNITURE = language("en").furniture


@dataclass(frozen=True, slots=True)
class FurnitureBlock:
    """Lines [first, last) are furniture of one kind; `edits` un-spin its heading."""

    kind: ResidueKind
    last: int
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A text by its lines, `shown` as they stand.

    `last_seen` says where each line's words stand for the last time, `reached` how many code points the lines up to
    each one hold, itself left out, and all of them at its end.
    """

    annotated: AnnotatedText
    last_seen: dict[str, int]
    shown: tuple[str, ...]
    reached: tuple[int, ...]

    @property
    def text(self) -> str:
        """The text itself."""
        return self.annotated.text

    @property
    def lines(self) -> tuple[Span, ...]:
        """Its lines."""
        return self.annotated.lines


def page(text: AnnotatedText) -> Page:
    """Return `text` made ready for `block_at`."""
    seen = {_entry(text.text, line): index for index, line in enumerate(text.lines)}
    lengths = (line.end - line.start for line in text.lines)
    shown = tuple(line.of(text.text) for line in text.lines)
    return Page(text, seen, shown, tuple(accumulate(lengths, initial=0)))


def block_at(page: Page, first: int, links: OriginalsOf) -> FurnitureBlock | None:
    """Return the block of furniture that line `first` begins, None where it begins none."""
    share = _share_bar_end(page, first)
    if share > first:
        return FurnitureBlock("share", share)
    if (listed := bare_list_end(page.shown, first)) > first:
        return FurnitureBlock("reference_list", listed)
    if _ends_release(page, first):
        return FurnitureBlock("release_form", len(page.lines))
    if (declared := declaration_end(page.shown, first)) > first:
        return FurnitureBlock("declaration", declared)
    line = page.lines[first]
    if line.end - line.start > LONGEST_HEADING:
        return None
    tokens = page.annotated.bare_words_in(line.start, line.end)
    heading = match(tokens, Scope.HEADING, links)
    if heading is None:
        return None
    if heading.phrase.kind == "contents":
        last = _contents_end(page, first)
        return FurnitureBlock("contents", last, heading.edits) if last > first + 1 else None
    if heading.phrase.kind == "reference_list":
        last = list_end(page.shown, first + 1)
        return FurnitureBlock("reference_list", last, heading.edits) if last > first + 1 else None
    last = _headlines_end(page, first, links)
    # A single word, such as "Related", heads furniture only where headlines follow.
    return (
        FurnitureBlock(heading.phrase.kind, last, heading.edits)
        if last > first + 1 or len(tokens) > 1
        else None
    )


def _ends_release(page: Page, first: int) -> bool:
    """Say whether line `first` begins what stands behind a release: its notes, or a last paragraph on its sender."""
    lines = len(page.lines)
    if page.reached[-1] - page.reached[first] > MOST * page.reached[-1]:
        return False
    sender = 2 <= first < lines - 1 and lines - first <= LONGEST_SENDER
    return begins_notes(page.shown, first) or (sender and heads_sender(page.shown[first]))


def _contents_end(page: Page, first: int) -> int:
    """Entries are marked as a list is, or come again as the headings that they announce."""
    last = first + 1
    while last < len(page.lines):
        line = page.lines[last]
        if not _LISTED.match(page.text[line.start : min(line.end, line.start + 80)]) and not (
            line.end - line.start <= 200 and page.last_seen[_entry(page.text, line)] > last
        ):
            break
        last += 1
    return last


def _headlines_end(page: Page, first: int, links: OriginalsOf) -> int:
    """A headline may have a teaser under it, and each its date or author; the article goes on where neither stands."""
    last, headlines = first + 1, 0
    while last < len(page.lines) and headlines <= MOST_HEADLINES:
        if _is_headline(page, last, links):
            headlines += 1
        elif last == first + 1 or not _belongs_to_headline(page, last, headlines, links):
            break
        last += 1
    return last


def _belongs_to_headline(page: Page, index: int, headlines: int, links: OriginalsOf) -> bool:
    """A teaser that breaks off, a date, an author; a sentence between two headlines, or under the last of several."""
    shown = page.shown[index]
    if shown.rstrip().endswith(_BROKEN_OFF) and len(shown) <= LONGEST_TEASER:
        return True
    if signature(shown, 0, 0) is not None:
        return True
    if len(shown) > LONGEST_TEASER or not _is_headline(page, index - 1, links):
        return False
    if index + 1 == len(page.lines):
        return headlines > 1
    return _is_headline(page, index + 1, links)


def _is_headline(page: Page, index: int, links: OriginalsOf) -> bool:
    line = page.lines[index]
    shown = line.of(page.text)
    titled = shown[0] in _TITLE_MARKS and shown[-1] in _TITLE_MARKS and shown[-2:-1] not in _STATEMENT
    if len(shown) > 200 or (shown.endswith(_STATEMENT) and not titled):
        return False
    tokens = page.annotated.bare_words_in(line.start, line.end)
    return 2 < len(tokens) <= LONGEST_HEADLINE and all(
        match(tokens, scope, links) is None for scope in (Scope.LINE, Scope.HEADING)
    )


def _share_bar_end(page: Page, first: int) -> int:
    last, platforms = first, 0
    while last < min(len(page.lines), first + MOST_BUTTONS):
        line = page.lines[last]
        if line.end - line.start > 200:
            break
        keys = {word.key for word in page.annotated.bare_words_in(line.start, line.end)}
        if not keys or not keys <= _FURNITURE.share_words:
            break
        platforms += len(keys & _FURNITURE.platforms)
        last += 1
    return last if platforms >= 2 else first


def _entry(text: str, line: Span) -> str:
    return text[line.start : min(line.end, line.start + 201)].casefold()
