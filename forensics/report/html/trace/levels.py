"""Which levels and relations of a trace count, and which are worth a reader's first look."""

from __future__ import annotations

from forensics.trace.result import Level, Relation

# Levels that count in no coverage unless somebody switches them on.
UNCOUNTED: frozenset[Level] = frozenset({"facts_only", "boilerplate"})
RELATED: frozenset[Relation] = frozenset({"copy", "derived", "patchwork", "sibling", "background"})
