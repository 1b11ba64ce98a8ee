"""Who signs: agencies in datelines, bylines and credits, and the authors of posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forensics.text.annotate import AnnotatedText
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.posts import find_posts
from forensics.trace.result import Claim, Residue

_SIGNING = ("dateline", "byline", "agency_credit")
LONGEST_POST = 800
"""Of a longer post, a claim shows so many code points before its author's name."""


def who_signed(text: AnnotatedText, residue: Sequence[Residue]) -> Iterator[Claim]:
    """Yield a claim for each medium that a dateline, a byline or a credit names, the first time alone."""
    seen: set[str] = set()
    for item in residue:
        if item.kind not in _SIGNING:
            continue
        tokens = text.bare_words_in(item.start, item.end)
        last = 0
        for index in range(len(tokens)):
            named = named_at(text.text, tokens, index, _as_it_stands) if index >= last else None
            if named is None or named.outlet.kind != "media":
                continue
            last = named.last
            if named.outlet.name not in seen:
                seen.add(named.outlet.name)
                yield Claim(
                    start=item.start,
                    end=item.end,
                    text=item.text,
                    outlet=named.outlet.name,
                    spun_from=None,
                    kind="reported",
                    cited="media",
                    cited_start=named.start,
                    cited_end=named.end,
                )


def who_posted(text: AnnotatedText) -> Iterator[Claim]:
    """Yield a claim for each post, by the author who signs it."""
    for post in find_posts(text):
        if post.author is not None:
            start, end = post.span.start, post.span.end
            start = max(start, post.author.start - LONGEST_POST)
            yield Claim(
                start=start,
                end=end,
                text=text.text[start:end],
                outlet=" ".join(post.author.of(text.text).split()),
                spun_from=None,
                kind="quoted",
                cited_start=post.author.start,
                cited_end=post.author.end,
            )


def _as_it_stands(_: str) -> tuple[str, ...]:
    return ()
