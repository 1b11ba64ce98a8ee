"""Word-level differences between a text and the one that is kept in its place."""

from __future__ import annotations

import re

from forensics.text.visible import visible

_TOKEN = re.compile(r"\S+\s*|\s+")
_CONTEXT = 12

Difference = list[str | int]


def difference(kept: str, other: str) -> list[Difference]:
    """Return what makes `other` of `kept`: parts ["=", words], ["-", text] and ["+", text].

    An equal run too long to read is ["=", its start, how many words are left out, its end].
    """
    from rapidfuzz.distance import Levenshtein

    a, b = _TOKEN.findall(kept), _TOKEN.findall(other)
    made: list[Difference] = []
    for op in Levenshtein.opcodes([t.strip() for t in a], [t.strip() for t in b]):
        old, new = a[op.src_start : op.src_end], b[op.dest_start : op.dest_end]
        if op.tag == "equal":
            made.append(_equal(new))
            continue
        if old:
            made.append(["-", visible("".join(old), keep="\n\t")])
        if new:
            made.append(["+", visible("".join(new), keep="\n\t")])
    return made


def _equal(words: list[str]) -> Difference:
    if len(words) <= 3 * _CONTEXT:
        return ["=", visible("".join(words), keep="\n\t")]
    head, tail = "".join(words[:_CONTEXT]), "".join(words[-_CONTEXT:])
    return ["=", visible(head, keep="\n\t"), len(words) - 2 * _CONTEXT, visible(tail, keep="\n\t")]
