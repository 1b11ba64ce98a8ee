"""The article before a restored word, mended where the word asks for the other: "an assault" was "a raid"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forensics.lang import language
from forensics.spin.result import Substitution

_ARTICLES = language("en").spelling.articles
_PARTS_OF_WORDS = "'’-"


def with_articles(text: str, found: Sequence[Substitution]) -> tuple[Substitution, ...]:
    """Return the substitutions of a text in order, each with the article before it where its original asks for another.

    An article that another substitution touches is left to that one.
    """
    mended: list[Substitution] = []
    for one in found:
        low = mended[-1].end if mended else 0
        before = text[low : one.start]
        stands = _last_word(before)
        mended.append(_mended(text, one, low + before.rindex(stands), stands) if stands else one)
    return tuple(mended)


def _last_word(before: str) -> str:
    """Return the article, as it is written, that `before` ends with, with blanks behind it; nothing without one."""
    head = before.rstrip(" \t")
    for article in _ARTICLES if head != before else ():
        rest, stands = head[: -len(article)], head[-len(article) :]
        if stands.lower() == article and not (rest and (rest[-1].isalnum() or rest[-1] in _PARTS_OF_WORDS)):
            return stands
    return ""


def _mended(text: str, one: Substitution, start: int, stands: str) -> Substitution:
    if not one.original or _asked(one.original) == stands.lower() or _asked(one.observed) != stands.lower():
        return one  # an article that does not suit what is printed was not chosen for it: "an MP", "a 18"
    between = text[start + len(stands) : one.start]

    def written(original: str) -> str:
        asked = _asked(original)
        return (asked.capitalize() if stands[0].isupper() else asked) + between + original

    return replace(
        one,
        start=start,
        observed=text[start : one.end],
        original=written(one.original),
        alternatives=tuple(written(other) if other else other for other in one.alternatives),
    )


def _asked(original: str) -> str:
    from forensics.spin.channel.evidence_terms import article

    return article(original.lower())
