"""Write forensics/text/disguise/data/lookalikes.tsv from Unicode's confusables, as confusable-homoglyphs packs them.

    python -m tools.disguise.lookalikes

A row: a Latin letter, the script of its look-alikes, and these. Kept are letters that stay themselves under
compatibility normalisation (the others are styled Latin letters, and Python knows what they stand for) and of scripts
whose words nobody mixes with Latin ones by the rules of a script of their own. Letters that look like small capitals go
by the capital that they look like.
"""

from __future__ import annotations

import string
import unicodedata
from collections import defaultdict
from pathlib import Path

from confusable_homoglyphs import confusables

TABLE = Path(__file__).parents[2] / "forensics" / "text" / "disguise" / "data" / "lookalikes.tsv"
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "
# Strokes and circles of scripts that are nothing like Latin ones: there a mixed word is two words without a space.
_LEFT_OUT = {"HEBREW", "ARABIC", "NKO", "ORIYA", "MALAYALAM", "MYANMAR", "ETHIOPIC", "AHOM", "RUNIC", "BAMUM"}
# Of Latin letters beyond ASCII only those that no alphabet in use has: a dotless i is Turkish.
_PHONETIC = "ɑɡ"
_KRA = "ĸ"  # a small capital in all but name


def main() -> None:
    """Write the table."""
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    known = _known()
    for code in range(0x80, 0x110000):
        char = chr(code)
        name = unicodedata.name(char, "")
        script = name.partition(" ")[0]
        if unicodedata.category(char)[0] != "L" or unicodedata.normalize("NFKC", char) != char:
            continue
        if script in _LEFT_OUT or (
            script == "LATIN" and (char == _KRA or (char not in _PHONETIC and not _small_capital(char)))
        ):
            continue
        if letter := _letter(char, known):
            rows[letter, script.lower()].append(char)
    lines = [f"{letter}\t{script}\t{''.join(chars)}" for (letter, script), chars in sorted(rows.items())]
    head = "# Latin letter, script, letters that look like it; made by tools/disguise/lookalikes.py\n"
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _known() -> dict[str, set[str]]:
    """Return for each character those that it is listed with."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for one, others in confusables.confusables_data.items():
        for other in others:
            char = other["c"].strip("\u200e")
            if len(one) == len(char) == 1:
                known[char].add(one)
                known[one].add(char)
    return known


def _letter(char: str, known: dict[str, set[str]]) -> str | None:
    if found := _small_capital(char):
        return found
    latin = [one for one in known[char] if one in string.ascii_letters]
    near = known[char] | {two for one in known[char] for two in known[one]}
    latin = latin or [found for one in near if (found := _small_capital(one))]
    # Of the group of I and l that has the case of the letter itself.
    latin = ["I" if one == "l" and char.isupper() else one for one in latin]
    return min(latin) if latin else None


def _small_capital(char: str) -> str | None:
    name = unicodedata.name(char, "")
    if char == _KRA:
        return "k"
    return (
        name[-1].lower() if name.startswith(_SMALL_CAPITAL) and len(name) == len(_SMALL_CAPITAL) + 1 else None
    )


if __name__ == "__main__":
    main()
