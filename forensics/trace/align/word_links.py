"""Which words of two texts stand for one another: equal stems, spun words undone, synonyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.lexicon.relations import Knowledge
from forensics.text.stems import base_forms, stem
from forensics.trace.extract.prepare import Prepared

if TYPE_CHECKING:
    from numpy import ndarray

# The link of words that begin alike (Ukraine, Ukrainians), and the letters that they share: weaker than WordNet's
# links, as the aligner knows no sense here; no figure of the bench moves at 0, .8, or 4 and 6 letters.
_COMMON_BEGINNING = 0.5
_SAME_START = 5
# Another form of a word stands for it nearly as well as the word itself, which is preferred where both are there.
_SAME_STEM = 0.95
# A function word that returns counts less than a content word, and less than most synonyms: there are many.
_FUNCTION_WORD = 0.4
# A substitution that spin is not sure of links as a common beginning does; its confidence adds the rest.
_LEAST_UNDONE = 0.5
# Different stems of a text that are compared, the most frequent of more, so that links stay below 600 MB. Chosen.
_MOST_STEMS = 12_000


@dataclass(frozen=True, slots=True)
class Links:
    """Strengths 0..1 between the content stems of two texts: `strength` is (stems of a, stems of b)."""

    stems_a: Mapping[str, int]
    stems_b: Mapping[str, int]
    strength: ndarray

    def likeness(self, a: Prepared, b: Prepared, words_a: range, words_b: range) -> ndarray:
        """Return how well each word of a stretch of `a` stands for each of one of `b`, for the word aligner."""
        import numpy as np

        ids_a = np.array(
            [self.stems_a.get(a.stems[k], -1) if a.content[k] else -1 for k in words_a], dtype=np.intp
        )
        ids_b = np.array(
            [self.stems_b.get(b.stems[k], -1) if b.content[k] else -1 for k in words_b], dtype=np.intp
        )
        both = (ids_a >= 0)[:, None] & (ids_b >= 0)[None, :]
        found = np.where(both, self.strength[ids_a][:, ids_b] * _SAME_STEM, 0.0)
        keys_a, keys_b = [a.words[k].key for k in words_a], [b.words[k].key for k in words_b]
        places: dict[str, list[int]] = {}
        for j, key in enumerate(keys_b):
            places.setdefault(key, []).append(j)
        for i, key in enumerate(keys_a):
            if key in places:
                found[i, places[key]] = 1.0 if ids_a[i] >= 0 else _FUNCTION_WORD
        return np.asarray(found)


def link(a: Prepared, b: Prepared, knowledge: Knowledge) -> Links:
    """Return the links between the content words of two texts."""
    import numpy as np

    stems_a, stems_b = _vocabulary(a), _vocabulary(b)
    strength = np.zeros((max(1, len(stems_a)), max(1, len(stems_b))), dtype=np.float32)
    forms_a, forms_b = _forms(a, stems_a), _forms(b, stems_b)
    for forms, others, way in ((forms_a, forms_b, strength), (forms_b, forms_a, strength.T)):
        for form, own in forms.items():
            related = knowledge.related(form)
            for other in related.keys() & others.keys():
                there = others[other]
                way[own, there] = max(way[own, there], related[other])
    _undo_spinning(a, stems_a, stems_b, strength)
    _undo_spinning(b, stems_b, stems_a, strength.T)
    beginnings: dict[str, list[int]] = {}
    for s, j in stems_b.items():
        beginnings.setdefault(s[:_SAME_START], []).append(j)
    for s, i in stems_a.items():
        if len(s) >= _SAME_START:
            for j in beginnings.get(s[:_SAME_START], ()):
                strength[i, j] = max(strength[i, j], _COMMON_BEGINNING)
        if (same := stems_b.get(s)) is not None:
            strength[i, same] = 1.0
    return Links(stems_a, stems_b, strength)


def _vocabulary(text: Prepared) -> dict[str, int]:
    stems = dict.fromkeys(s for s, content in zip(text.stems, text.content, strict=True) if content)
    if len(stems) > _MOST_STEMS:
        often = Counter(s for s, content in zip(text.stems, text.content, strict=True) if content)
        stems = dict.fromkeys(s for s, _ in often.most_common(_MOST_STEMS))
    return {s: k for k, s in enumerate(stems)}


def _forms(text: Prepared, vocabulary: Mapping[str, int]) -> dict[str, int]:
    """Return every form under which a thesaurus may know a word of the vocabulary."""
    forms: dict[str, int] = {}
    for key, s in sorted({(word.key, s) for word, s in zip(text.words, text.stems, strict=True)}):
        if (k := vocabulary.get(s)) is not None:
            for form in base_forms(key):
                forms.setdefault(form, k)
    return forms


def _undo_spinning(
    text: Prepared, own: Mapping[str, int], others: Mapping[str, int], strength: ndarray
) -> None:
    """Link what spin reads as a substitution with its likely original on the other side."""
    for edit in text.edits:
        for observed in edit.observed.lower().split():
            for original in edit.original.lower().split():
                x, y = own.get(stem(observed)), others.get(stem(original))
                if x is not None and y is not None:
                    strength[x, y] = max(
                        strength[x, y], _LEAST_UNDONE + (1 - _LEAST_UNDONE) * edit.confidence
                    )
