"""One peer, one process: the pairs that it finds in a corpus, and what that took.

Run: python -m bench.dedupe.peers datasketch|rensa|gaoya|daft|text-dedup|datatrove corpus.jsonl found.npz
Needs the peer in the environment of the Python that runs it, and this package in the working folder.

Each is used as its documentation shows for pairs at Jaccard 0.7 over word 5-grams with 128 permutations, reading
the same JSON Lines; of those that give clusters, each pair of members is taken. Prints a line of JSON: wall and
CPU seconds of the process and those that it waited for, peak memory of the largest in MB. datatrove needs spacy,
orjson and xxhash beside it.
"""

from __future__ import annotations

import json
import os
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.arguments import parser

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


def text_dedup(path: Path) -> Pairs:
    """Its command, with its own bands and processes; every pair within a cluster.

    It never compares signatures: one band in common links two documents, and links chain. Words are what stands
    between any two characters that are no word characters, empty ones too.
    """
    with TemporaryDirectory() as folder:
        os.environ.update(HF_HOME=folder, HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")
        from text_dedup import minhash

        asked = {
            "path": "json",
            "data_files": path,
            "split": "train",
            "cache_dir": f"{folder}/cache",
            "output": f"{folder}/output",
            "column": "text",
            "ngram": 5,
            "num_perm": PERMUTATIONS,
            "threshold": THRESHOLD,
        }
        minhash.main([f"--{name}={value}" for name, value in asked.items()], standalone_mode=False)
        return within((number, minhash.uf.find(number)) for number in list(minhash.uf.parent))


def datatrove(path: Path) -> Pairs:
    """Its four stages, its English words, 16 buckets of 8 hashes, one worker; every pair within a cluster.

    It never compares signatures: one bucket in common links two documents, and links chain. It numbers the
    documents that it reads, which are all lines as long as no text is empty.
    """
    import numpy as np
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupSignature
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupBuckets,
        MinhashDedupCluster,
        MinhashDedupFilter,
    )
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    with TemporaryDirectory() as folder:
        listed = Path(folder, "paths.txt")
        listed.write_text(path.name + "\n", encoding="utf-8")
        reader = JsonlReader(str(path.absolute().parent), paths_file=str(listed))
        config = MinhashConfig(n_grams=5, num_buckets=PERMUTATIONS // 8, hashes_per_bucket=8)
        signatures, buckets, clusters = (f"{folder}/{name}" for name in ("signatures", "buckets", "clusters"))
        stages = (
            [reader, MinhashDedupSignature(signatures, config)],
            [MinhashDedupBuckets(signatures, buckets, config=config)],
            [MinhashDedupCluster(buckets, clusters, config, save_cluster_id=True)],
            [reader, MinhashDedupFilter(clusters, load_cluster_ids=True), JsonlWriter(f"{folder}/output")],
        )
        for number, stage in enumerate(stages):
            tasks = config.num_buckets if number == 1 else 1
            LocalPipelineExecutor(stage, tasks=tasks, workers=1, logging_dir=f"{folder}/logs/{number}").run()
        of = Path(clusters, "000000.clusters")
        return within(np.fromfile(of, "<u4").reshape(-1, 2).tolist() if of.exists() else ())


def within(clusters: Iterable[tuple[int, int]]) -> Pairs:
    """Return each pair of members of one cluster, from documents and their clusters."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, cluster in clusters:
        members[cluster].append(number)
    return [pair for some in members.values() for pair in combinations(some, 2)]


PEERS = {
    "datasketch": datasketch,
    "rensa": rensa,
    "gaoya": gaoya,
    "daft": daft,
    "text-dedup": text_dedup,
    "datatrove": datatrove,
}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("peer", choices=PEERS)
    options.add_argument("corpus", type=Path)
    options.add_argument("out", type=Path)
    asked = options.parse_args()
    found = list(PEERS[asked.peer](asked.corpus))
    wall = time.perf_counter() - STARTED
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        json.dumps(
            {
                "name": asked.peer,
                "wall": round(wall, 2),
                "cpu": round(sum(one.ru_utime + one.ru_stime for one in used), 2),
                "peak_mb": max(one.ru_maxrss for one in used) // 1024,
            }
        )
    )
    import numpy as np

    pairs = np.fromiter((min(pair) << 32 | max(pair) for pair in found), np.uint64, len(found))
    np.savez(asked.out, pairs=np.unique(pairs))


if __name__ == "__main__":
    main()
