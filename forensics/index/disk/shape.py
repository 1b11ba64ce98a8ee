"""What shapes an index: everything that another program would have to do alike to read the same out of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from forensics.settings import DedupeSettings
from forensics.sketch.bands import Banding, choose
from forensics.unicode import UNICODE

_DEFAULT = DedupeSettings()
BANDING: Banding = choose(_DEFAULT.threshold, _DEFAULT.num_perm)
"""How signatures are cut: as `forensics dedupe` does it unless told otherwise."""
SHINGLE, NUM_PERM, SEED = _DEFAULT.shingle, _DEFAULT.num_perm, _DEFAULT.seed


@cache
def shape() -> Mapping[str, str]:
    """Return what shapes an index that this program makes, by name.

    What spinners write and the thesaurus shape no index: they are asked when a text is.
    """
    import tantivy

    from forensics.index import chunks

    return {
        "unicode": UNICODE,
        "stems": _digest_of_stems(),
        "chunks": ", ".join(f"{name} {value}" for name, value in chunks.SHAPE.items()),
        "bands": f"{BANDING.bands} of {BANDING.rows}, of {NUM_PERM} permutations (seed {SEED}) of {SHINGLE} words",
        "words": str(vars(tantivy)["__version__"]).rpartition(" ")[2],
    }


def fingerprint(of: Mapping[str, str]) -> str:
    """Return the SHA-256 of a shape, in 64 hexadecimal digits."""
    return sha256(json.dumps(dict(sorted(of.items()))).encode()).hexdigest()


def unlike(made: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Return in words what of two shapes differs; empty where nothing does."""
    return "; ".join(
        f"{name} {made.get(name, 'unknown')} then, {now.get(name, 'unknown')} now"
        for name in sorted({*made, *now})
        if made.get(name) != now.get(name)
    )


def _digest_of_stems() -> str:
    data = files("forensics.lang.en").joinpath("data")
    hashed = sha256()
    for name in ("stems.npy", "stem-endings.txt"):
        hashed.update(sha256(data.joinpath(name).read_bytes()).digest())
    return hashed.hexdigest()[:16]
