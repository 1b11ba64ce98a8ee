"""Page furniture of more than one line: tables of contents, lists of other stories, bars of share buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forensics.text.sentences import Span
from forensics.trace.furniture import match
from forensics.trace.phrases import Phrases, name_words
from forensics.trace.unspin import OriginalsOf

_CONTENTS = Phrases[None](
    (heading.split(), None)
    for heading in (
        "table of contents",
        "contents",
        "in this article",
        "in this story",
        "in this post",
        "on this page",
        "jump to",
        "jump to section",
        "article contents",
        "what is in this article",
        "what's inside",
        "quick links",
    )
)
_RELATED = Phrases[None](
    (heading.split(), None)
    for heading in (
        "more from author",
        "more from the author",
        "more from this author",
        "more on this story",
        "more on this topic",
        "more on this",
        "more stories",
        "more news",
        "more to explore",
        "related",
        "related articles",
        "related posts",
        "related stories",
        "related news",
        "related topics",
        "related content",
        "related coverage",
        "related reading",
        "you may also like",
        "you might also like",
        "you may like",
        "you might be interested in",
        "recommended",
        "recommended for you",
        "recommended stories",
        "read next",
        "read also",
        "up next",
        "see also",
        "also read",
        "don't miss",
        "trending",
        "trending now",
        "most read",
        "most popular",
        "most viewed",
        "popular posts",
        "popular stories",
        "top stories",
        "latest news",
        "latest posts",
        "recent posts",
        "recent comments",
        "editor's picks",
        "from our partners",
        "from the web",
        "around the web",
        "promoted stories",
    )
)
_LISTED = re.compile(
    r"\s*(?:[-*•·–—▪►➤]\s*)?(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+|[-*•·▪►➤]\s*|[IVXivx]{1,5}[.)]\s+)\S"
)
_STATEMENT = (".", ",", ";", ":", "!", "”", '"', "’")
_SHARE_WORDS = frozenset(
    [
        "share",
        "tweet",
        "pin",
        "print",
        "email",
        "mail",
        "copy",
        "link",
        "whatsapp",
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "reddit",
        "telegram",
        "pinterest",
        "tumblr",
        "messenger",
        "viber",
        "vk",
        "flipboard",
        "pocket",
        "instagram",
        "youtube",
        "mastodon",
        "bluesky",
        "threads",
        "sms",
        "line",
        "skype",
        "fb",
        "on",
        "via",
        "to",
        "by",
        "with",
        "this",
        "like",
        "follow",
        "us",
        "rss",
        "google",
        "news",
    ]
)
_PLATFORMS = frozenset(
    [
        "facebook",
        "twitter",
        "whatsapp",
        "linkedin",
        "reddit",
        "telegram",
        "pinterest",
        "tumblr",
        "messenger",
        "viber",
        "flipboard",
        "instagram",
        "youtube",
        "mastodon",
        "bluesky",
    ]
)
LONGEST_HEADLINE = 20
MOST_HEADLINES = 12


def contents_end(text: str, lines: Sequence[Span], first: int, links: OriginalsOf) -> int:
    """Return the index after the table of contents that line `first` opens, `first` where it opens none."""
    if not _is_heading(text, lines[first], _CONTENTS, links):
        return first
    last = first + 1
    while last < len(lines) and _LISTED.match(lines[last].of(text)):
        last += 1
    return last if last > first + 1 else first


def related_end(text: str, lines: Sequence[Span], first: int, links: OriginalsOf) -> int:
    """Return the index after the list of other stories that line `first` heads, `first` where it heads none."""
    if not _is_heading(text, lines[first], _RELATED, links):
        return first
    last = first + 1
    while last < len(lines) and last - first <= MOST_HEADLINES and _is_headline(text, lines[last], links):
        last += 1
    # One word, such as "Related", is a heading of furniture only where headlines follow.
    return last if last > first + 1 or len(name_words(lines[first].of(text))) > 1 else first


def share_end(text: str, lines: Sequence[Span], first: int) -> int:
    """Return the index after the bar of share buttons that begins at line `first`, `first` where none does."""
    last, platforms = first, 0
    while last < len(lines):
        keys = [word.key for word in name_words(lines[last].of(text)[:200])]
        if not keys or not set(keys) <= _SHARE_WORDS or len(keys) > 20:
            break
        platforms += len(set(keys) & _PLATFORMS)
        last += 1
    return last if platforms >= 2 else first


def _is_heading(text: str, line: Span, headings: Phrases[None], links: OriginalsOf) -> bool:
    if line.end - line.start > 60:
        return False
    tokens = name_words(text, line.start, line.end)
    return bool(tokens) and any(
        hit.last == len(tokens) and (len(tokens) > 1 or not hit.edits)
        for hit in headings.at(tokens, 0, links)
    )


def _is_headline(text: str, line: Span, links: OriginalsOf) -> bool:
    if line.end - line.start > 200 or line.of(text).endswith(_STATEMENT):
        return False
    tokens = name_words(text, line.start, line.end)
    return 2 < len(tokens) <= LONGEST_HEADLINE and match(tokens, True, links) is None
