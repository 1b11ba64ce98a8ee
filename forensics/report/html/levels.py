"""What the levels, relations and figures of a trace are called for readers, and what each means."""

from __future__ import annotations

from forensics.trace.result import Direction, Level, Relation

LEVELS: dict[Level, str] = {
    "verbatim": "a run of the same words",
    "minor": "the same words, inflected or reordered",
    "spun": "the same slots in the same order, content words replaced",
    "paraphrased": "the same facts in the same order, in other words",
    "summarised": "several sentences told in one",
    "facts_only": "the same facts, told independently as far as can be seen",
    "boilerplate": "furniture of the page, in no way evidence of copying",
}

# Levels that count in no coverage unless somebody switches them on.
UNCOUNTED: frozenset[Level] = frozenset({"facts_only", "boilerplate"})

# The most telling first.
RELATIONS: dict[Relation, str] = {
    "copy": "nearly word for word the same text",
    "derived": "one was made from the other",
    "patchwork": "put together from several sources",
    "sibling": "both were made from one text that is in neither",
    "undetermined": "not enough to tell",
    "same_event": "independent reports of the same events",
    "unrelated": "nothing to link them",
}
RELATED: frozenset[Relation] = frozenset({"copy", "derived", "patchwork", "sibling"})

DIRECTIONS: dict[Direction, str] = {
    "a_from_b": "the first comes from the second",
    "b_from_a": "the second comes from the first",
    "common_source": "neither comes from the other",
    "unknown": "which came first cannot be told",
}

EVIDENCE: dict[str, str] = {
    "alignment_density": "share of sentences that align in order",
    "fact_containment": "share of the shorter text's facts that the other has",
    "order_z": "how far the common order exceeds a shuffled one, in standard deviations",
}


def words_of(name: str) -> str:
    """Return a name of the JSON as words."""
    return name.replace("_", " ")
