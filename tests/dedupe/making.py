"""Small corpora with planted copies, and the truth about them from the definition."""

import itertools
import random

from forensics.dedupe.run import dedupe
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.engines.local import LocalEngine
from forensics.settings import DedupeSettings
from forensics.text.shingles import shingles


def planted(seed: int, sources: int = 60) -> list[str]:
    """Return sources and their copies: exact, edited, shouted, truncated, wrapped; some texts short or empty."""
    draw = random.Random(seed)
    words = [f"w{i}" for i in range(500)]
    frame = draw.choices(words, k=40)
    texts = ["", "!!", "two words", "two words", "Two, words"]
    for _ in range(sources):
        source = draw.choices(words, k=draw.randint(3, 150))
        texts.append(" ".join(source))
        for _ in range(draw.choice([0, 0, 1, 2, 4])):
            copy = list(source)
            for _ in range(int(len(copy) * draw.choice([0, 0.01, 0.03, 0.05, 0.1]))):
                copy[draw.randrange(len(copy))] = draw.choice(words)
            if draw.random() < 0.15:
                copy = copy[: max(1, int(len(copy) * draw.uniform(0.3, 0.9)))]
            if draw.random() < 0.15:
                copy = frame + copy
            text = " ".join(copy)
            texts.append(text.upper() if draw.random() < 0.2 else text)
    return texts


def documents(texts: list[str]) -> list[Document]:
    """Name texts by their place."""
    return [Document(f"d{number}", text) for number, text in enumerate(texts)]


def run(docs: list[Document], *, engine=None, max_memory=None, **settings):
    """Deduplicate documents that are held in memory, in this thread where no engine is given."""
    engine = engine or LocalEngine(1)
    return dedupe(MemoryCorpus(docs), DedupeSettings(**settings), engine=engine, max_memory=max_memory)


def truth(docs: list[Document], threshold: float, length: int = 5) -> dict[tuple[str, str], float]:
    """Return all pairs at the threshold, compared as sets."""
    sets = {one.id: shingles(one.text, length) for one in docs}
    pairs = {}
    for a, b in itertools.combinations(docs, 2):
        shared = len(sets[a.id] & sets[b.id])
        if shared and (jaccard := shared / len(sets[a.id] | sets[b.id])) >= threshold:
            pairs[a.id, b.id] = jaccard
    return pairs


def reaching(result, threshold: float) -> dict[tuple[str, str], float]:
    """Return the pairs of a result that are at the threshold."""
    return {(pair.a, pair.b): pair.jaccard for pair in result.pairs if pair.jaccard >= threshold}
