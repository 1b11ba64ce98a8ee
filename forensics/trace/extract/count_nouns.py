"""What a number counts: the noun after it, or what befell those it counts."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.text.words import Word

_PLURALS = frozenset(
    """people men women children police troops cattle sheep fish personnel staff crew teeth feet mice media
        criteria servicemen servicewomen policemen firefighters lawmen clergymen businessmen sportsmen
        alumni bacteria data""".split()
)
# What kills and what hurts is told in many words; two reports of one toll use different ones.
_STATES = {
    "killed": "killed dead died dying deaths fatalities perished slain lives",
    "injured": "injured wounded hurt injuries",
    "missing": "missing",
    "arrested": "arrested detained",
    "displaced": "displaced homeless",
}
STATES = {word: state for state, words in _STATES.items() for word in words.split()}
_SAME = {
    "soldiers": "troops",
    "troopers": "troops",
    "servicemen": "troops",
    "persons": "people",
    "individuals": "people",
    "kids": "children",
    "houses": "homes",
}
_PASSED = frozenset(
    """of the these those their his her its our other more new have has had been be were are was also
        already about""".split()
)
_NEVER_COUNTED = frozenset(
    """as was is has this his its us yes thus perhaps across towards always besides unless whereas plus
        less does versus minus ages times sometimes others says hours after since""".split()
)
_STOPPERS = frozenset(
    """and or but that which who when while to in on at from for by with if because then than as into it
        they he she we i you there this""".split()
)
_HAPPENED = frozenset(
    "have has had been be being were was are is also reportedly believed feared confirmed went gone go".split()
)
LOOKAHEAD = 6
"""Words between a number and what it counts."""


def counted_at(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int]:
    """Return what the number before word `index` counts, and the index after the words that say so.

    "11,000 North Korean troops" counts troops, "1,000 have died" those killed; ("", index) where nothing is known.
    """
    for position in range(index, min(index + LOOKAHEAD, len(tokens))):
        token = tokens[position]
        if text[tokens[position - 1].end : token.start] not in (" ", "-", "\u00a0", "‑"):
            break
        if token.key in STATES:
            return STATES[token.key], position + 1
        if token.text[0].isdigit():
            break
        if token.key in _PASSED or token.text[0].isupper():
            continue
        if is_plural(token.key):
            return _befallen(text, tokens, position + 1) or (
                _SAME.get(token.key, singular(token.key)),
                position + 1,
            )
        if token.key in _STOPPERS:
            break
    return "", index


def _befallen(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int] | None:
    """Return what befell those who are counted before word `index`: "troops have been killed"."""
    for position in range(index, min(index + LOOKAHEAD, len(tokens))):
        if text[tokens[position - 1].end : tokens[position].start] != " ":
            break
        if tokens[position].key in STATES:
            return STATES[tokens[position].key], position + 1
        if tokens[position].key not in _HAPPENED:
            break
    return None


def is_plural(key: str) -> bool:
    """Say whether `key` reads as the plural of a noun."""
    if key in _PLURALS:
        return True
    ends = len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s"))
    return ends and key not in _NEVER_COUNTED


def singular(key: str) -> str:
    """Return the one form by which the counted noun `key` is compared."""
    if key in _PLURALS:
        return key
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes", "zes")):
        return key[:-2]
    return key[:-1]
