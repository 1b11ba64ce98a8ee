"""Write the table of pairs, and what is counted over it, as the arrays of forensics.lexicon.shipped_pairs."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import strings_build

from forensics.lexicon.habits import habits
from forensics.lexicon.pairs import merged, shipped


def write(folder: Path, numbers: Mapping[str, int]) -> None:
    """Write the arrays beside the pairs.tsv in `folder`; `numbers` are those of the lexicon's words."""
    with (folder / "pairs.tsv").open(encoding="utf-8") as lines:
        table = merged(shipped(lines))
    counted = habits(table, numbers)
    phrases = list(dict.fromkeys((*table, *counted.written, *((word,) for word in counted.longest))))
    number = {phrase: i for i, phrase in enumerate(phrases)}
    pairs = [pair for some in table.values() for pair in some]
    families = sorted({label for pair in pairs for label, _ in pair.families})
    lines = "".join(" ".join(phrase) + "\n" for phrase in phrases)
    (folder / "pairs-phrases.txt").write_bytes(lines.encode())
    strings_build.write(folder / "pairs-phrases.txt")
    (folder / "pairs-families.txt").write_text("\n".join(families) + "\n")
    arrays = {
        "starts": (np.uint16, np.cumsum([0, *map(len, table.values())])),
        "columns": (
            np.uint16,
            np.array(
                [
                    (number[p.original], p.inflected, *(dict(p.families).get(label, 0) for label in families))
                    for p in pairs
                ]
            ).T,
        ),
        "written": (np.float32, np.array([counted.written.get(phrase, 0) for phrase in phrases])),
        "longest": (
            np.uint8,
            np.array([counted.longest.get(p[0], 0) if len(p) == 1 else 0 for p in phrases]),
        ),
        "replaced": (
            np.uint32,
            np.array(
                [
                    (families.index(family), word, count)
                    for family, words in sorted(counted.replaced.items())
                    for word, count in sorted(words.items())
                ]
            ).T,
        ),
    }
    for name, (kind, values) in arrays.items():
        exact = values.astype(kind)
        if not np.array_equal(exact, values):
            raise ValueError(f"the {name} of the pairs do not fit in {np.dtype(kind)}")
        np.save(folder / f"pairs-{name}.npy", exact)
