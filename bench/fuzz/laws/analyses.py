"""Laws of the analyses: what is found lies where it says, says what stands there, and is the same twice."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bench.fuzz.laws.places import apart, placed, quoted, within
from bench.fuzz.target import Law, Target
from bench.fuzz.text import all_bytes_of, text_of

NEWS = (
    "LONDON, March 7 (Reuters) - The bridge was closed on Monday, Jane Smith said. “It is not safe,” she told the "
    "BBC.\n"
    "According to Dr Smith, 1,000 km of road and two hundred people are concerned.\nRead more: www.example.com\n",
    "By Jane Smith\nUpdated 12:30, 7 March 2019\nThe Guardian reported that the minister's spokesman wrote: 'No.'\n"
    "“We said no.” ENDS\nContact: a@b.example\nReferences\n[1] Smith, J. (2019). A study. Journal, 3, 1-7.\n",
    "Contents\n1. One\n2. Two\nThe New York Occasions reported in a statement:\n"
    "We found 42% (Smith et al., 2019).\nSource: Reuters\n",
    "The consciousness said that the counterfeit area unit {were|was} closed until the last occasions.\nTweet\nShare\n",
)


def grammars() -> Law:
    """Return the law of claims, facts, residue, quotations and citations, with and without substitutions undone."""
    from forensics.documents.model import Document
    from forensics.text.annotate import AnnotatedText
    from forensics.text.edits import Edit, SpunReading
    from forensics.text.words import words
    from forensics.trace.extract.prepare import prepare

    def edits(text: str, step: int) -> SpunReading | None:
        if not step:
            return None
        some = words(text)[::step]
        originals = ("Times", "said", "two", "it is", "Jane")
        made = (Edit(w.start, w.end, w.text, originals[n % 5], (0.9, 0.6)[n % 2]) for n, w in enumerate(some))
        return SpunReading(0.9, tuple(made))

    def law(data: bytes) -> None:
        step, text = (data[0] % 4 if data else 0), text_of(data[1:])
        read = prepare(Document("a", text), edits(text, step))
        for one in (*read.claims, *read.residue, *read.facts):
            quoted(one, text)
        apart(((one.start, one.end) for one in read.residue), "residue")
        for claim in read.claims:
            within(claim.cited_start, claim.cited_end, text, claim)
            assert claim.outlet.strip(), claim
        for name, spans in (
            ("citations", read.citations),
            ("quotations", read.quotations),
            ("given", read.given),
        ):
            for span in spans:
                within(span.start, span.end, text, span)
                assert span.start < span.end, f"{name}: {span} holds nothing"
            starts = [span.start for span in spans]
            assert starts == sorted(starts), f"{name} are not in order"
        for sentence in read.sentences:
            within(sentence.start, sentence.end, text, sentence)
            assert 0 <= sentence.first < sentence.last <= len(read.words), sentence
        apart(((one.start, one.end) for one in read.sentences), "sentences")
        assert len(read.words) == len(read.keys) == len(read.quoted) == len(read.cited)
        again = prepare(Document("a", text), edits(text, step), text=AnnotatedText(text))
        assert again == read, "a second reading finds something else"

    return law


def spinning() -> Law:
    """Return the law of reading for spinning and of undoing it, also beside a reference."""
    from forensics.api.spin_work import SpinWork, read_document, reading
    from forensics.documents.model import Document
    from forensics.text.edits import Edit, apply

    reading.cache_clear()

    def law(data: bytes) -> None:
        first, _, second = data.partition(b"\xfe")
        document, other = Document("a", text_of(first)), text_of(second)
        work = SpinWork(original=("b", other)) if second else SpinWork()
        found = read_document(work, document)
        text = document.text
        placed(found, {"a": text, "b": other}, "a")
        apart(((one.start, one.end) for one in found.substitutions), "substitutions")
        for one in found.substitutions:
            assert one.observed == text[one.start : one.end] != "", one
            assert 0 <= one.probability_original <= one.probability_replaced <= 1, one
            assert one.confidence == one.probability_replaced, one
            assert one.original != one.observed, one
        assert 0 <= found.score <= 1
        assert 0 <= found.read <= 1
        if found.restored is not None:
            undone = [Edit(s.start, s.end, s.observed, s.original) for s in found.substitutions]
            assert found.restored == apply(text, undone), (
                "what is restored is not what the substitutions make"
            )
        assert read_document(work, document) == found, "a second reading finds something else"

    return law


def aligning() -> Law:
    """Return the law of comparing texts: matches, verdicts and the graph of a trace."""
    from forensics.api.trace import trace
    from forensics.documents.model import Document

    def made(first: str, second: str) -> Any:
        return trace([Document("a", first)], against=[Document("b", second)]).result

    def law(data: bytes) -> None:
        head, _, rest = data.partition(b"\xfe")
        # Without a second text the first one's words are shared out anew: two texts that have much in common.
        second = text_of(rest) if rest else text_of(head[len(head) // 3 :] + head[: len(head) // 2])
        texts = {"a": text_of(head), "b": second}
        found = made(texts["a"], texts["b"])
        placed(found, texts)
        for verdict in found.verdicts:
            for share in (verdict.coverage_a, verdict.coverage_b, verdict.counted_a, verdict.counted_b):
                assert 0 <= share <= 1, verdict
            assert 0 <= verdict.probability <= 1, verdict
            assert 0 <= verdict.chance_dependent <= 1, verdict
        for changed in (one for verdict in found.verdicts for one in verdict.changed_facts):
            assert 0 <= changed.match < len(found.matches), changed
        for document in found.documents:
            assert document.text == texts[document.id]
            for one in (*document.claims, *document.residue, *document.facts):
                quoted(one, document.text)
        ids = {node.id for node in found.graph.nodes}
        assert {end for edge in found.graph.edges for end in (edge.source, edge.target)} <= ids
        assert made(texts["a"], texts["b"]) == found, "a second comparison finds something else"

    return law


def _pairs() -> list[bytes]:
    made = all_bytes_of(NEWS)
    return [*made, *(a + b"\xfe" + b for a, b in pairwise(made))]


TARGETS = (
    Target(
        "grammars",
        "claims, facts, residue, quotations",
        grammars,
        lambda: [bytes([n % 4]) + one for n, one in enumerate(all_bytes_of(NEWS))],
        400,
    ),
    Target("spinning", "reading for spinning, and undoing it", spinning, _pairs, 300),
    Target("aligning", "comparing two texts", aligning, _pairs, 300),
)
