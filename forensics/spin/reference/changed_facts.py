"""Which facts a text states otherwise than its reference."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.spin.reference.changes import changed_fact
from forensics.spin.reference.word_pairing import Pairing
from forensics.spin.reference.wording import Wording
from forensics.spin.result import ChangedFact

# Words that may come or go inside a kept sentence; more is a rewriting. Chosen, not measured
_SHORT_CHANGE = 4
_MOVED_WITHIN = 12  # words to either side in which a word that went may turn up; chosen: half a long sentence


def changed_facts(
    a: Wording, b: Wording, pairings: Sequence[Pairing], firm: Sequence[bool]
) -> list[ChangedFact]:
    """Return the facts that changed, in the order of the text; `firm` tells which sentences of it were kept.

    A number, date or negation that came or went counts in a kept sentence only, when it did not just change
    its place; a name counts when something replaced it.
    """
    found: list[ChangedFact] = []
    for p in pairings:
        if not p.replaces and not (_inside_kept(p, a, firm) and not _moved(a, b, p)):
            continue
        kind = changed_fact(a.phrase(p.a_start, p.a_end), b.phrase(p.b_start, p.b_end), p.link)
        if kind is None or (kind == "name" and not p.replaces):
            continue
        start, end = a.span(p.a_start, p.a_end)
        b_start, b_end = b.span(p.b_start, p.b_end)
        found.append(ChangedFact(kind, start, end, a.text[start:end], b_start, b_end, b.text[b_start:b_end]))
    return found


def _inside_kept(p: Pairing, a: Wording, firm: Sequence[bool]) -> bool:
    at = min(p.a_start, len(a.words) - 1)
    short = p.a_end - p.a_start + p.b_end - p.b_start <= _SHORT_CHANGE
    inside = p.a_start < p.a_end or (p.a_start > 0 and a.sentence_of[at] == a.sentence_of[at - 1])
    return short and inside and firm[a.sentence_of[at]]


def _moved(a: Wording, b: Wording, p: Pairing) -> bool:
    """Tell whether what came or went stands close by on the other side."""
    inserted = p.a_start < p.a_end
    gone = a.keys[p.a_start : p.a_end] if inserted else b.keys[p.b_start : p.b_end]
    keys, at = (b.keys, p.b_start) if inserted else (a.keys, p.a_start)
    return set(gone) <= set(keys[max(0, at - _MOVED_WITHIN) : at + _MOVED_WITHIN])
