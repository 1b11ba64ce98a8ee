"""What dedupe writes beside its result: the kept documents, and who is in which cluster."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np

from forensics.dedupe.columns import ClusterColumns, PairColumns
from forensics.dedupe.result import DedupeResult
from forensics.dedupe.signing import RereadableTexts
from forensics.documents.copying import write_kept
from forensics.documents.corpus import Corpus
from forensics.documents.joined import JoinedCorpus
from forensics.documents.output import atomic
from forensics.errors import UsageError


def write_unique(result: DedupeResult, corpus: RereadableTexts, out: str | Path) -> int:
    """Copy the documents that stay to `out`, in the input's own format, and return how many there are.

    `result` is what `dedupe` made of `corpus`, also re-thresholded. Raises UsageError for a result that does not
    know its documents (read from a file, or of paragraphs), and what documents.copying.write_kept raises.
    """
    clusters = result.clusters
    if isinstance(corpus, JoinedCorpus):
        corpus = corpus.new  # only new documents are written, at the positions that they have there
    if not isinstance(corpus, Corpus):
        raise UsageError("documents that were given in memory have no file format to be written in")
    if not isinstance(clusters, ClusterColumns) or clusters.positions is None or clusters.paragraphs:
        raise UsageError(
            "kept documents are written by the run that finds them, with unit 'document'",
            "forensics dedupe PATH... --write-unique OUT",
        )
    known = result.known.b if isinstance(result.known, PairColumns) else np.empty(0, np.uint32)
    stays = clusters.staying(len(clusters.positions), known)
    return write_kept(corpus, np.frombuffer(clusters.positions, np.int64)[stays].tolist(), out)


def write_clusters(result: DedupeResult, out: str | Path) -> None:
    """Write a table to `out`, a line for each member of a cluster: id, cluster, kept, jaccard.

    `kept` is the id of the document that stays and `jaccard` the member's similarity to it (empty where it was not
    measured). Tabs between, or commas where `out` ends in .csv; fields that hold them are quoted. Raises
    OutputError where `out` cannot be written.
    """
    with atomic(out) as file:
        text = io.TextIOWrapper(file, "utf-8", "surrogatepass", newline="", write_through=True)
        table = csv.writer(text, delimiter="," if str(out).endswith(".csv") else "\t", lineterminator="\n")
        table.writerow(["id", "cluster", "kept", "jaccard"])
        for cluster in result.clusters:
            for member, jaccard in zip(cluster.members, cluster.jaccard, strict=True):
                table.writerow([member, cluster.id, cluster.kept, "" if jaccard is None else jaccard])
        text.flush()
        text.detach()
