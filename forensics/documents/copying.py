"""Documents copied out of a corpus as they were stored, whole or not at all."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import IO

from forensics.documents.corpus import Corpus, file_and_ordinal
from forensics.documents.files import is_pipe
from forensics.documents.output import atomic, atomic_folder
from forensics.documents.records import Records
from forensics.documents.streams import Hashed
from forensics.errors import UsageError


def write_kept(corpus: Corpus, positions: Iterable[int], out: str | Path) -> int:
    """Copy the documents at `positions` to `out` in the input's own format, and return how many there were.

    Records (JSON Lines, CSV, TSV, Parquet, WARC) go to one file `out` in the order of the input, each as it
    stands with all its fields; `out` ending in .gz or .zst is compressed. Files that are a document each
    (plain text, HTML, PDF, DOCX) are copied, byte for byte, into the new folder `out`, in folders as they
    were. Known documents are not written, and may have any format. To be called after an iteration over `corpus`
    has ended. Raises UsageError where one output cannot hold the inputs, OutputError where `out` cannot be
    written, InputError where an input has changed.
    """
    wanted = sorted(set(positions))
    new = [number for number in corpus.numbers() if number >= corpus.files.known]
    readers = [corpus.records(number) for number in new]
    if len({type(reader) for reader in readers}) > 1:
        raise UsageError(
            "the inputs have several formats, and one output has one",
            "write each format's documents on its own",
        )
    reader = readers[0] if readers else None
    if reader is None:
        _copy_files(corpus, wanted, out)
    else:
        inputs = [corpus.files.path(number) for number in corpus.numbers()]
        with atomic(out, inputs) as file, _compressed(file, str(out)) as packed:
            reader.write(_parts(corpus, wanted), packed)
    return len(wanted)


def _parts(corpus: Corpus, positions: list[int]) -> Iterator[tuple[Records, IO[bytes], list[int]]]:
    for number, group in groupby(map(file_and_ordinal, positions), key=lambda pair: pair[0]):
        records = corpus.records(number)
        if records is not None:
            yield records, corpus.stream(number), [ordinal for _, ordinal in group]


def _copy_files(corpus: Corpus, positions: list[int], out: str | Path) -> None:
    paths = {number: corpus.files.path(number) for number in corpus.numbers() if number >= corpus.files.known}
    places = {number: os.path.abspath(path) for number, path in paths.items() if not is_pipe(path)}  # noqa: PTH100 (links stay two files)
    shared = os.path.commonpath([str(Path(place).parent) for place in places.values()]) if places else ""
    with atomic_folder(out) as folder:
        for number, _ in map(file_and_ordinal, positions):
            inside = os.path.relpath(places[number], shared) if number in places else "stdin.txt"
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            with corpus.files.again(number) as source, target.open("xb") as copy:
                hashed = Hashed(source)
                while piece := hashed.read(1 << 20):
                    copy.write(piece)
                corpus.check_digest(number, hashed.digest())


@contextmanager
def _compressed(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    if name.endswith(".gz"):
        # No name and no time in the header: the same documents give the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            yield packed  # type: ignore[misc]  # it writes bytes, which is all that is asked of it
    elif name.endswith(".zst"):
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(file, closefd=False) as packed:
            yield packed
    else:
        yield file
