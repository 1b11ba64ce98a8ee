"""Text that was spun twice: what stands below the first layer, found in the restored text and told at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from forensics.spin.result import Evidence, Substitution
from forensics.text.edits import Edit, apply

_MOST_LAYERS = 3  # nobody was met who spins a text oftener; chosen
# The least score of a restored text that is read again: of 17 that were spun once the highest has .011, of eight news
# texts spun twice by the main family the lowest .04
_AGAIN_FROM = 0.03
# Of a substitution below another: chosen, what is likelier right than not
_LEAST_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A substitution, and where its original stands in the restored text: code points [start, end)."""

    one: Substitution
    start: int
    end: int


def is_read_again(score: float) -> bool:
    """Tell whether a restored text with this probability of having been spun holds another layer."""
    return score >= _AGAIN_FROM


def with_layers(
    text: str,
    found: Sequence[Substitution],
    below: Callable[[str], Sequence[Substitution]],
) -> tuple[Substitution, ...]:
    """Return the substitutions of `text` with those of deeper layers, in order, offsets into `text` all of them.

    `below` returns what is found in a restored text. It is asked until it finds nothing.
    """
    layered = tuple(found)
    for _ in range(_MOST_LAYERS - 1):
        restored = apply(text, [Edit(one.start, one.end, one.observed, one.original) for one in layered])
        deeper = [one for one in below(restored) if one.confidence >= _LEAST_BELOW]
        if not deeper:
            break
        layered = _merged(text, layered, restored, deeper)
    return layered


def _merged(
    text: str, upper: Sequence[Substitution], restored: str, deeper: Sequence[Substitution]
) -> tuple[Substitution, ...]:
    """Return both layers as one: those that touch are one substitution, of the deeper's original."""
    pieces, shift = [], 0
    for one in upper:
        start = one.start + shift
        pieces.append(_Piece(one, start, start + len(one.original)))
        shift += len(one.original) - (one.end - one.start)
    found: list[Substitution] = []
    at = 0  # the first piece that is not told yet
    shift = 0  # from the text to the restored text, behind what was told
    for one in deeper:
        while at < len(pieces) and pieces[at].end <= one.start:
            shift += _grown(pieces[at])
            found.append(pieces[at].one)
            at += 1
        touched = []
        while at < len(pieces) and pieces[at].start < one.end:
            touched.append(pieces[at])
            at += 1
        low = min([one.start, *(piece.start for piece in touched)])
        high = max([one.end, *(piece.end for piece in touched)])
        start, grown = low - shift, sum(map(_grown, touched))
        if found and start < found[-1].end:  # it reaches into what another one of its layer has told
            shift += grown
            found += [piece.one for piece in touched]
            continue
        shift += grown
        end = high - shift
        told = _told(text, start, end, restored[low : one.start], one, restored[one.end : high], touched)
        if told.original.lower() != told.observed.lower():
            found.append(told)
    return (*found, *(piece.one for piece in pieces[at:]))


def _grown(piece: _Piece) -> int:
    return (piece.end - piece.start) - (piece.one.end - piece.one.start)


def _told(
    text: str,
    start: int,
    end: int,
    before: str,
    deeper: Substitution,
    behind: str,
    touched: Sequence[_Piece],
) -> Substitution:
    """Return a substitution of the second layer, told at its place in the text."""
    above = [piece.one for piece in touched]
    said = tuple(
        Evidence(e.kind, f"in the restored text, for “{deeper.observed}”: {e.detail}", e.weight)
        for e in deeper.evidence
    )
    return replace(
        deeper,
        start=start,
        end=end,
        observed=text[start:end],
        original=before + deeper.original + behind,
        alternatives=tuple(before + other + behind for other in deeper.alternatives),
        evidence=(*(e for one in above for e in one.evidence), *said),
        probability_original=round(
            min([deeper.probability_original, *(one.probability_original for one in above)]), 4
        ),
    )
