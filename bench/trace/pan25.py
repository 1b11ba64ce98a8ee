"""PAN 2025's sample: for each paragraph that a language model rewrote, is its source paragraph found first?

Run: python -m bench.trace.pan25
Needs pan25_sample of ../shared/data.

Each paragraph of the source paper is a source of its own; retrieval ranks them.
"""

from __future__ import annotations

import json
from collections import Counter

from bench.arguments import parser
from bench.texts.places import SHARED
from bench.trace import corpus
from forensics.documents.model import Document
from forensics.index.temporary import TemporaryIndex


def paragraphs(tree: object) -> list[dict[str, object]]:
    if isinstance(tree, dict):
        if "content" in tree:
            return [tree]
        return [p for value in tree.values() for p in paragraphs(value)]
    return [p for value in tree for p in paragraphs(value)] if isinstance(tree, list) else []


def measure() -> dict[str, float]:
    """Return how many were asked and the shares found first, first under the very id, and among five."""
    found: Counter[str] = Counter()
    for path in sorted((SHARED / "pan25_sample").glob("*.json")):
        paper = json.loads(path.read_text("utf-8"))
        sources = {str(p["id"]): str(p["content"]) for p in paragraphs(paper["source"])}
        wanted = [
            (str(p["content"]), str(p["plagiarism"]["source_paragraph_id"]))  # type: ignore[index]
            for p in paragraphs(paper["candidate"])
            if "source_paragraph_id" in (p.get("plagiarism") or {})  # type: ignore[operator]
        ]
        with TemporaryIndex(corpus.knowledge("all")) as index:
            index.add(Document(i, t) for i, t in sources.items())
            for number, (text, right) in enumerate(wanted):
                leaders = [
                    leader.document.id for leader in index.leaders(Document(f"candidate {number}", text), 5)
                ]
                found["asked"] += 1
                found["first"] += _same(leaders[:1], right, sources)
                found["first by id"] += right in leaders[:1]
                found["among five"] += _same(leaders, right, sources)
    return {k: n if k == "asked" else round(n / found["asked"], 3) for k, n in found.items()}


def _same(leaders: list[str], right: str, sources: dict[str, str]) -> bool:
    """Tell whether the right text is among the leaders: a paragraph may stand twice in a paper, under two ids."""
    return "".join(sources[right].split()) in ("".join(sources[id_].split()) for id_ in leaders)


def main() -> None:
    parser(__doc__).parse_args()
    print(measure())


if __name__ == "__main__":
    main()
