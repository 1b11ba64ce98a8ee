"""Original words written as the observed ones were: case carried over, the words that both share left alone."""

from __future__ import annotations

from collections.abc import Sequence


def cased(original: Sequence[str], observed: Sequence[str], title: bool) -> str:
    """Return `original` (keys) in the case of the `observed` words; a word that both hold keeps its form.

    `title` says that the passage capitalises every word.
    """
    forms = {word.lower().replace("’", "'"): word for word in observed}
    letters = [w for w in observed if w[0].isalpha()]
    capitals = [w for w in letters if w[0].isupper()]
    shouting = len("".join(letters)) > 1 and all(w.isupper() for w in letters)
    every = bool(letters) and len(capitals) == len(letters) and (len(letters) > 1 or title)
    out = []
    for i, word in enumerate(original):
        if shouting:
            out.append(word.upper())
        elif word in forms and (i > 0 or forms[word][0].isupper() == observed[0][0].isupper()):
            out.append(forms[word])
        elif every or (i == 0 and observed[0][0].isupper()):
            out.append(word[:1].upper() + word[1:])
        elif word == "i":
            out.append("I")
        else:
            out.append(word)
    text = " ".join(out)
    return text.replace("'", "’") if any("’" in w for w in observed) else text
