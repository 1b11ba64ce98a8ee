"""Spinning found without a reference: the text's most likely original, and why."""

from __future__ import annotations

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.explain import substitutions
from forensics.spin.channel.screen import Survey, survey
from forensics.spin.result import SpinDocument
from forensics.spin.verdict import family, verdict
from forensics.text.edits import Edit, apply


def detect(document: Document, lexicon: Lexicon) -> SpinDocument:
    """Return whether `document` was spun, every substitution found with its evidence, and the restored text."""
    return conclude(document, survey(document.text, lexicon), lexicon)


def conclude(document: Document, surveyed: Survey, lexicon: Lexicon) -> SpinDocument:
    """Return what a survey of `document` comes to: the verdict, then the decoding that it asks for."""
    judged, limits = verdict(surveyed)
    decoded = substitutions(document.text, surveyed, judged, lexicon)
    found = tuple(one.substitution for one in decoded)
    restored = None
    if found and judged != "clean":
        restored = apply(
            document.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found]
        )
    return SpinDocument(
        id=document.id,
        verdict=judged,
        score=round(surveyed.score, 4),
        words=surveyed.words,
        density=round(1000 * len(found) / max(surveyed.words, 1), 2),
        substitutions=found,
        restored=restored,
        limits=limits,
        family=family([one.family for one in decoded]) if judged != "clean" else None,
    )
