"""What the index of a case file says of texts that were read for spinning."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.report.html.kit.element import Html, joined, tag
from forensics.report.reasons import NOT_ASSESSED
from forensics.report.wording import words_of
from forensics.spin.result import SpinResult

_MOST_TELLING_FIRST = ("spun", "suspect", "clean", "not_assessed")


def in_short(result: SpinResult) -> str:
    """Return the result in a sentence."""
    verdicts = [one.verdict for one in result.documents]
    told = (f"{verdicts.count(v):,} {words_of(v)}" for v in _MOST_TELLING_FIRST if v in verdicts)
    return ", ".join(told) or "no text"


def by_document(result: SpinResult) -> Iterator[tuple[str, Html]]:
    """Yield what is said of each document, with its id."""
    for one in result.documents:
        verdict = tag("strong", words_of(one.verdict), class_=f"verdict {one.verdict}")
        why = NOT_ASSESSED[one.reason] if one.reason else f"score {one.score:.2f}"
        yield one.id, joined(verdict, f" {why}")
