"""Laws of the readers: of any bytes under any name, documents and reasons, the same twice, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.fuzz.seeds import FILES, PACKED
from bench.fuzz.target import Law, Target


def law(suffix: str) -> Law:
    """Return the law of reading a file whose name ends in `suffix`."""
    from forensics.documents.corpus import Corpus
    from forensics.settings import ReadSettings

    folder = tempfile.TemporaryDirectory(prefix="forensics-fuzz-")

    def check(data: bytes) -> None:
        path = Path(folder.name) / f"input{suffix}"
        path.write_bytes(data)
        corpus = Corpus([str(path)], ReadSettings(), metadata=True)
        found = [(block.documents, block.positions) for block in corpus.blocks()]
        documents = [one for some, _ in found for one in some]
        said = corpus.skipped, corpus.warnings, corpus.inputs
        assert documents or corpus.skipped, "nothing was read, and nothing was said"
        assert bool(documents) == bool(corpus.inputs), "documents without an input, or an input without any"
        for one in documents:
            assert one.text.strip(), "a document without a text"
            one.text.encode()
        assert len({one.id for one in documents}) == len(documents), "two documents share an id"
        for one in corpus.skipped:
            assert one.reason.isprintable(), f"a reason that is no line: {one.reason!r}"
            assert 0 < len(one.reason) <= 300, one.reason
            assert "Error" not in one.reason.split(":")[0], (
                f"a reason that only programmers read: {one.reason}"
            )
        for one in corpus.warnings:
            assert one.warning.isprintable(), f"a warning that is no line: {one.warning!r}"
            assert len(one.warning) <= 300, one.warning
        texts = list(corpus.texts([position for _, some in found for position in some]))
        assert texts == [one.text for one in documents], "a text is another one when it is read again"
        again = list(corpus)
        assert [(one.id, one.text) for one in again] == [(one.id, one.text) for one in documents]
        assert (corpus.skipped, corpus.warnings, corpus.inputs) == said, (
            "a second reading says something else"
        )

    return check


def inside(suffix: str, packed: Callable[[str], bytes]) -> Law:
    """Return the law of reading the XML that `packed` puts into an archive."""
    outer = law(suffix)
    return lambda data: outer(packed(data.decode("utf-8", "replace")))


TARGETS = (
    *(
        Target(
            f"read-{name}", f"reading {suffix or 'files without a suffix'}", partial(law, suffix), seeds, 4000
        )
        for name, suffix, seeds in FILES
    ),
    *(
        Target(
            f"read-{name}", f"reading what stands in a {suffix}", partial(inside, suffix, packed), seeds, 1500
        )
        for name, suffix, packed, seeds in PACKED
    ),
)
