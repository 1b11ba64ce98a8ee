"""Words reduced to what two tellings of the same thing still share: stems, and which words carry content."""

from __future__ import annotations

import re
from functools import lru_cache

from forensics.lang import language
from forensics.lang.base import Language
from forensics.lang.stemming import stemmer

_ENGLISH = language("en")
_POSSESSIVE = re.compile(r"'s$|'$")
_ENDINGS = (
    ("ies", ("y", "ie")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("",)),
    ("er", ("", "e")),
    ("est", ("", "e")),
)


@lru_cache(maxsize=500_000)
def stem(key: str, language: Language = _ENGLISH) -> str:
    """Return the Snowball stem of a lower-case word, its possessive ending dropped (Porter 2001)."""
    bare = _POSSESSIVE.sub("", key)
    return stemmer(language.stemmer)(bare) if bare.isascii() else bare


@lru_cache(maxsize=500_000)
def is_content(key: str, language: Language = _ENGLISH) -> bool:
    """Tell whether a lower-case word carries content: no function word, no lone letter."""
    bare = _POSSESSIVE.sub("", key)
    return bare not in language.function_words and (len(bare) > 1 or bare.isdigit() or not bare.isascii())


@lru_cache(maxsize=500_000)
def base_forms(key: str) -> tuple[str, ...]:
    """Return what a dictionary may list a lower-case word under: itself and its endings undone, right or not.

    A form that is no word is in no thesaurus, so that a wrong guess costs a look-up and nothing else.
    """
    bare = _POSSESSIVE.sub("", key)
    forms = [bare]
    for ending, others in _ENDINGS:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            trunk = bare[: -len(ending)]
            forms += [trunk + other for other in others]
            if ending in ("ed", "ing", "er") and len(trunk) > 2 and trunk[-1] == trunk[-2]:
                forms.append(trunk[:-1])
    return tuple(dict.fromkeys(forms))
