"""How much of each text matches the other, with and without what the settings leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from forensics.settings import TraceSettings
from forensics.trace.align.pair import Aligned, PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Exclusion

# Levels that are shown and count in no share: facts are free for all to tell, and template text is nobody's.
UNCOUNTED = ("facts_only", "boilerplate")
# Sentences less alike than what seeds a passage need neighbours in it that are: alone they covered 44% of a text that
# another source held word for word.
_ALIKE = 0.3
_AS_WRITTEN = ("verbatim", "minor")
# A match is a quotation when more than this share of either side's words stands in quotation marks. The half:
# a match of which less is quoted is the writer's own.
_MOSTLY = 0.5


def exclusions(one: Aligned, comparison: PairComparison, settings: TraceSettings) -> tuple[Exclusion, ...]:
    """Return why `settings` leave a match out of the counted coverage; empty where they count it."""
    found: list[Exclusion] = []
    if settings.exclude_quotes and (
        _mostly(comparison.a.quoted, one.words_a) or _mostly(comparison.b.quoted, one.words_b)
    ):
        found.append("quotation")
    if min(len(one.words_a), len(one.words_b)) < settings.exclude_small:
        found.append("small")
    if settings.exclude_boilerplate and one.level == "boilerplate":
        found.append("boilerplate")
    if comparison.b.id in settings.exclude_sources or comparison.a.id in settings.exclude_sources:
        found.append("source")
    if settings.exclude_citations and (
        _mostly(comparison.a.cited, one.words_a) or _mostly(comparison.b.cited, one.words_b)
    ):
        found.append("citation")
    return tuple(found)


def coverage(
    comparison: PairComparison, settings: TraceSettings | None = None, *, quotations: bool = True
) -> tuple[float, float]:
    """Return the shares of a's and b's words that match; with `settings`, less their exclusions.

    Without `quotations`, words that either text quotes match nothing: two texts may quote one speaker.
    """
    counted = [
        one
        for one in supported(comparison.aligned)
        if one.level not in UNCOUNTED and not (settings and exclusions(one, comparison, settings))
    ]
    cited = bool(settings and settings.exclude_citations)
    a, b, masks = comparison.a, comparison.b, comparison.masks
    return (
        _share(a, (one.words_a for one in counted), () if quotations else masks.a, a.cited if cited else ()),
        _share(b, (one.words_b for one in counted), () if quotations else masks.b, b.cited if cited else ()),
    )


def supported(aligned: Sequence[Aligned]) -> list[Aligned]:
    """Return the matches that are alike themselves, or stand in a passage of which more words are."""
    sure: Counter[int] = Counter()
    for one in aligned:
        if one.bead.similarity >= _ALIKE or one.level in _AS_WRITTEN:
            sure[one.passage] += len(one.words_a)
    return [
        one
        for one in aligned
        if one.bead.similarity >= _ALIKE or one.level in _AS_WRITTEN or sure[one.passage] >= len(one.words_a)
    ]


def _share(
    text: Prepared, stretches: Iterable[range], quoted: Sequence[bool], cited: Sequence[bool]
) -> float:
    """Return the share of a text's words in `stretches`; what is `quoted` matches nothing, `cited` are no words."""
    total = text.length
    matched = {k for words in stretches for k in words} & text.counted
    if quoted:
        matched = {k for k in matched if not quoted[k]}
    if cited:
        matched = {k for k in matched if not cited[k]}
        total -= sum(sum(cited[s.first : s.last]) for s in text.sentences)
    return len(matched) / total if total else 0.0


def _mostly(quoted: Sequence[bool], words: range) -> bool:
    return bool(quoted) and sum(quoted[k] for k in words) > _MOSTLY * len(words)
