"""Words reduced to what two tellings of the same thing still share: stems, and which words carry content."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_FUNCTION_WORDS = frozenset(
    """a about above across after again against ago all almost alone along already also although always am among an
    and another any anyone anything are around as at away back be became because become been before behind
    being below between both but by came can cannot come could did do does doing done down due during each
    either else enough etc even ever every few for from further get gets getting go goes going gone got had
    has have having he hence her here hers herself him himself his how however i if in indeed instead into is
    it its itself just keep kept last least less let like made make makes making many may maybe me might mine
    more moreover most much must my myself neither never nevertheless no nobody none nor not nothing now of
    off often on once one only onto or other others our ours out over own per perhaps put quite rather really
    s said same say says see seem seemed seems several shall she should since so some something soon still
    such t take taken than that the their theirs them themselves then there therefore these they thing things
    this those though through thus to together too toward towards under until unless up upon us use used uses
    using very was way we well went were what whatever when whenever where whereas whether which while who
    whoever whole whom whose why will with within without would yes yet you your yours don doesn didn isn aren
    wasn weren hasn haven hadn won wouldn couldn shouldn can't cannot it's he's she's they're we're you're i'm
    i've they've we've they'd he'd she'd it'll they'll didn't doesn't don't isn't aren't wasn't weren't hasn't
    haven't hadn't won't wouldn't couldn't shouldn't that's there's""".split()
)
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


@cache
def _stemmer() -> Any:  # noqa: ANN401 - nltk carries no types
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@lru_cache(maxsize=500_000)
def stem(key: str) -> str:
    """Return the Snowball stem of a lower-case word, its possessive ending dropped (Porter 2001)."""
    bare = _POSSESSIVE.sub("", key)
    return str(_stemmer().stem(bare)) if bare.isascii() else bare


@lru_cache(maxsize=500_000)
def is_content(key: str) -> bool:
    """Tell whether a lower-case word carries content: no function word, no lone letter."""
    bare = _POSSESSIVE.sub("", key)
    return bare not in _FUNCTION_WORDS and (len(bare) > 1 or bare.isdigit() or not bare.isascii())


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
