"""CPU time of one pair of 1,000-word texts, read and compared, after the lexicon is loaded.

Run: python -m bench.trace.speed
Needs the extra bench.
"""

from __future__ import annotations

import time

from bench.arguments import parser
from bench.texts.corpora import articles
from bench.trace import corpus
from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare

PAIRS = 20


def main() -> None:
    """Print the figures."""
    parser(__doc__).parse_args()
    texts = [
        " ".join((a.text + "\n\n" + b.text).split(" ")[:1000])
        for a, b in zip(articles()[::40], articles()[7::40], strict=False)
    ]
    knowledge = corpus.knowledge("all")
    compare_pair(
        prepare(Document("x", texts[-1])),
        prepare(Document("y", corpus.spun(texts[-1], "moby", 0.5, 1))),
        knowledge,
    )
    reading: list[float] = []
    comparing: list[float] = []
    for n, text in enumerate(texts[:PAIRS]):
        other = corpus.spun(text, "moby", 0.5, n)
        start = time.process_time()
        a, b = prepare(Document("a", text)), prepare(Document("b", other))
        middle = time.process_time()
        compare_pair(a, b, knowledge)
        reading.append(middle - start)
        comparing.append(time.process_time() - middle)
    for name, spent in (("reading both", reading), ("comparing", comparing)):
        print(
            f"{name:13} median {sorted(spent)[len(spent) // 2] * 1000:.0f} ms, most {max(spent) * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
