"""Write the stems of the words that ship, as nltk makes them, for forensics.lang.en.stemmer."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from nltk.stem.snowball import SnowballStemmer


def write(folder: Path, words: Sequence[str]) -> None:
    """Write a byte for each word: how many letters go, and which ending comes."""
    stem = SnowballStemmer("english").stem
    changes = []
    for word in words:
        made = stem(word)
        kept = next((i for i, pair in enumerate(zip(word, made, strict=False)) if pair[0] != pair[1]), None)
        kept = min(len(word), len(made)) if kept is None else kept
        changes.append((len(word) - kept, made[kept:]))
    endings = sorted({ending for _, ending in changes})
    codes = np.array([gone * len(endings) + endings.index(ending) for gone, ending in changes])
    if codes.max() > 255:
        raise ValueError("a stem's code does not fit in a byte")
    np.save(folder / "stems.npy", codes.astype(np.uint8))
    (folder / "stem-endings.txt").write_text(",".join(endings))
