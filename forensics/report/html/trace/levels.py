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
    "order_z": "how far the common order exceeds a shuffled one, in standard deviations",
    "fact_containment": "share of the facts of the text with fewer that the other has too",
    "facts_shared": "facts that both texts tell",
    "facts_exclusive_a": "figures and dates that only the first tells, within matches",
    "facts_exclusive_b": "figures and dates that only the second tells, within matches",
    "cosine": "likeness of the words of both texts, order apart, 0 to 1",
    "jaccard_5gram": "share of runs of five words that are in both",
    "containment_3gram": "share of runs of three words that the other has too",
    "longest_run": "words in the longest run that is the same in both",
    "verbatim_a": "share of the first text that matches word for word",
    "verbatim_b": "share of the second text that matches word for word",
    "matched_similarity": "mean likeness of the matches, 0 to 1",
    "matched_words": "words in matches, on the side with fewer",
    "covered_least": "the smaller of both coverages",
    "covered_most": "the larger of both coverages",
    "spun_slots_a": "spun words of the first text where the second has the likely original",
    "spun_slots_b": "spun words of the second text where the first has the likely original",
    "spun_a": "probability that the first text was spun",
    "spun_b": "probability that the second text was spun",
}
