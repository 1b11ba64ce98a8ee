"""One peer, one process: the pairs that it finds in a corpus, and what that took.

    python bench/dedupe/peers.py datasketch|rensa|gaoya|daft corpus.jsonl found.npz [--verified]

Each is used as its documentation shows for pairs at Jaccard 0.7 over word 5-grams with 128 permutations, reading
the same JSON Lines. Prints a line of JSON: wall and CPU seconds of the whole process, peak memory in MB.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

STARTED = time.perf_counter()
THRESHOLD = 0.7
PERMUTATIONS = 128
_WORD = re.compile(r"\w+")

Pairs = Iterable[tuple[int, int]]


def texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def shingles(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)] or [" ".join(words)]


def datasketch(path: Path) -> Pairs:
    """MinHash in bulk, MinHashLSH at its own bands, pairs whose signatures agree enough."""
    from datasketch import MinHash, MinHashLSH

    signatures = MinHash.bulk(
        ([one.encode() for one in set(shingles(text))] for text in texts(path)), num_perm=PERMUTATIONS
    )
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for number, signature in enumerate(signatures):
            session.insert(number, signature, check_duplication=False)
    for number, signature in enumerate(signatures):
        for other in index.query(signature):
            if other > number and signature.jaccard(signatures[other]) >= THRESHOLD:
                yield number, other


def rensa(path: Path) -> Pairs:
    """Signatures in bulk, its index with the bands of its documentation, pairs whose signatures agree enough."""
    from rensa import RMinHash, RMinHashLSH

    signatures = RMinHash.from_token_sets(
        [shingles(text) for text in texts(path)], num_perm=PERMUTATIONS, seed=42
    )
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    index.insert_many(signatures, 0)
    for number, others in enumerate(index.query_all(signatures)):
        for other in map(int, others):
            if other > number and signatures[number].jaccard(signatures[other]) >= THRESHOLD:
                yield number, other


def gaoya(path: Path) -> Pairs:
    """Its string index with its own word 5-grams, in parallel."""
    from gaoya.minhash import MinHashStringIndex

    documents = texts(path)
    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=16,
        band_size=8,
        num_hashes=None,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
        id_container="smallvec",
    )
    index.par_bulk_insert_docs(list(range(len(documents))), documents)
    for number, others in enumerate(index.par_bulk_query(documents)):
        yield from ((number, int(other)) for other in others if int(other) > number)


def daft(path: Path) -> Pairs:
    """Its normalise and minhash expressions; bands of 8 joined in Python, as its deduplication guide does in SQL."""
    import daft as engine
    import numpy as np

    column = engine.col("text").normalize(remove_punct=True, lowercase=True, white_space=True)
    table = (
        engine.read_json(str(path))
        .with_column("signature", column.minhash(num_hashes=PERMUTATIONS, ngram_size=5, seed=1))
        .select("signature")
        .to_arrow()
    )
    flat = table.column("signature").combine_chunks().flatten()
    signatures = np.asarray(flat).reshape(-1, PERMUTATIONS)
    found: set[tuple[int, int]] = set()
    for band in range(0, PERMUTATIONS, 8):
        buckets: defaultdict[bytes, list[int]] = defaultdict(list)
        for number, key in enumerate(np.ascontiguousarray(signatures[:, band : band + 8])):
            buckets[key.tobytes()].append(number)
        for members in buckets.values():
            found.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    return sorted(found)


PEERS = {"datasketch": datasketch, "rensa": rensa, "gaoya": gaoya, "daft": daft}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    found = list(PEERS[asked.peer](asked.corpus))
    wall = time.perf_counter() - STARTED
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "name": asked.peer,
                "wall": round(wall, 2),
                "cpu": round(used.ru_utime + used.ru_stime, 2),
                "peak_mb": used.ru_maxrss // 1024,
            }
        )
    )
    import numpy as np

    pairs = np.fromiter((min(pair) << 32 | max(pair) for pair in found), np.uint64, len(found))
    np.savez(asked.out, pairs=np.unique(pairs))


if __name__ == "__main__":
    main()
