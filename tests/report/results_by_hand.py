"""Results made by hand, small and large, plain and hostile, to draw reports of."""

import random
import re
from hashlib import sha256

from forensics.dedupe.result import Cluster, DedupeResult, Pair
from forensics.documents.model import Input, Skipped
from forensics.envelope import Envelope
from forensics.settings import DedupeSettings, SpinSettings, TraceSettings
from forensics.spin.result import (
    Change,
    ChangedFact,
    Comparison,
    Evidence,
    Family,
    SpinDocument,
    SpinResult,
    Substitution,
    TorturedPhrase,
)
from forensics.trace import result as trace

# Text and file names as somebody would write them who wants a reader's browser or terminal.
HOSTILE = [
    "<script>window.fired = 1</script>",
    "<img src=x onerror='window.fired = 1'>",
    '"><svg onload=window.fired=1>',
    "</script><script>window.fired = 1</script>",
    "<!--<script>",
    "javascript:window.fired=1",
    "' onfocus=window.fired=1 autofocus '",
    "{{7*7}} ${window.fired=1} `${window.fired=1}`",
    "&lt;b&gt; &amp;",
    "a\u202egnp.exe\u2066\u200f \x1b[31mred\x07 \x85",
    "</title></style></textarea><b>",
    "\\u003cscript\\u003e",
    "]]> --> </template>",
]

_NOUNS = "river council harbour engine winter signal garden ministry village archive bridge market".split()
_VERBS = "opened carried measured closed repaired promised described delayed counted watched".split()


def sentence(number):
    """Return one of endlessly many sentences, the same for the same number."""
    drawn = random.Random(number)
    return (
        f"The {drawn.choice(_NOUNS)} of the {drawn.choice(_NOUNS)} {drawn.choice(_VERBS)} "
        f"{drawn.randint(2, 900)} times before the {drawn.choice(_NOUNS)} was {drawn.choice(_VERBS)} again."
    )


def inputs(*ids):
    return tuple(Input(id, sha256(id.encode()).hexdigest(), 100) for id in ids)


def spin_envelope(id="story.txt", fill="", sentences=30):
    """Return a spun text: in every other sentence "before" stands for "until"."""
    parts, made, original, position = [], [], [], 0
    for number in range(sentences):
        line = sentence(number) + fill + ("\n" if number % 5 == 4 else " ")
        at = line.index("before")
        if number % 2 == 0:
            details = (
                Evidence("lexicon", f"until → before on 3 pages{fill}", 2.25),
                Evidence("language_model", "reads worse here", -0.4),
            )
            start = position + at
            made.append(
                Substitution(
                    start,
                    start + 6,
                    "before",
                    f"until{fill}",
                    (f"till{fill}", "up to"),
                    0.91,
                    details,
                    probability_replaced=0.91,
                    probability_original=0.84,
                )
            )
            original.append(line.replace("before", f"until{fill}"))
        else:
            original.append(line)
        parts.append(line)
        position += len(line)
    compared = Comparison(
        original=f"original{fill}.txt",
        relation="reference",
        kept=0.9,
        changes=(Change("substitute", 0, 3, 0, 3), Change("insert", 5, 9, 5, 5)),
        facts_changed=(ChangedFact("number", 0, 3, f"900{fill}", 0, 3, "90"),),
        limits=(f"Moves within a sentence are not seen.{fill}",),
    )
    spun = SpinDocument(
        id,
        "spun",
        0.97,
        400,
        37.5,
        tuple(made),
        "".join(original),
        compared if fill else None,
        (f"Names were left as they are.{fill}",),
        Family("autoblog", 0.8, 0.9),
        phrases=(TorturedPhrase(0, 3, f"irregular woodland{fill}", f"random forest{fill}"),),
    )
    clean = SpinDocument(f"clean-{id}", "clean", 0.03, 300, 0.0, (), None)
    return Envelope(
        command="spin",
        settings=SpinSettings(against=f"original{fill}.txt" if fill else None),
        inputs=inputs(id, f"clean-{id}"),
        skipped=(Skipped(f"broken{fill}", f"not UTF-8{fill}"),),
        result=SpinResult((spun, clean)),
    ), "".join(parts)


def dedupe_envelope(fill="", clusters=3):
    """Return clusters of three with their texts: a copy, an edited copy linked by a chain, and a kept one."""
    found, pairs, texts = [], [], {}
    for number in range(clusters):
        kept, copy, edited = (f"{name}-{number}{fill}.txt" for name in ("kept", "copy", "edited"))
        text = " ".join(sentence(100 * number + k) for k in range(12)) + fill
        texts[kept] = texts[copy] = text
        texts[edited] = text.replace("was", "is").replace("The river", "A river") + " And more."
        found.append(Cluster(number, kept, (kept, copy, edited), (1.0, 1.0, 0.65), ("chain-only",)))
        pairs += [Pair(kept, copy, 1.0, 1.0, "exact"), Pair(copy, edited, 0.71, 0.99, "contained")]
    ids = tuple(texts)
    return Envelope(
        command="dedupe",
        settings=DedupeSettings(threshold=0.7),
        inputs=inputs(*ids),
        skipped=(),
        result=DedupeResult(len(ids) + 4, clusters + 4, tuple(pairs), tuple(found)),
    ), texts


def trace_envelope(a="story.txt", b="source.txt", fill="", sentences=24):
    """Return a text and its source in which most sentences match, at every level and some out of order."""
    levels = ("verbatim", "minor", "spun", "paraphrased", "summarised", "facts_only", "boilerplate")
    order = list(range(sentences))
    order[2], order[3] = order[3], order[2]
    sides = {}
    texts = {}
    for name, numbers, change in ((a, range(sentences), "before"), (b, order, "until")):
        parts, position = [], 0
        for number in numbers:
            line = sentence(number).replace("before", change) + fill + ("\n\n" if number % 4 == 3 else " ")
            sides[name, number] = trace.Side(name, position, position + len(line.rstrip()))
            parts.append(line)
            position += len(line)
        texts[name] = "".join(parts)
    matches = [
        trace.Match(
            sides[a, n],
            sides[b, n],
            levels[n % 7],
            (
                trace.Op("equal", "The engine", "The engine"),
                trace.Op("substitute", f"before{fill}", f"until{fill}"),
                trace.Op("insert", "again", ""),
            ),
            similarity=0.8,
            passage=n // 4,
        )
        for n in range(sentences)
        if n % 8 != 7
    ]
    # One match lies within another on the one side, as a summary does.
    first = sides[a, 0]
    inside = trace.Side(a, first.start + 4, first.end - 4)
    matches.append(trace.Match(inside, sides[b, 1], "paraphrased", ()))
    covered = 0.5
    cut = texts[a].index("before")
    first_words = texts[a][:20]
    told = trace.TraceDocument(
        id=a,
        claims=(
            trace.Claim(
                0, 20, first_words, f"The Herald{fill}", f"The Messenger{fill}", "told", "media", "a minister"
            ),
        ),
        residue=(
            trace.Residue(
                len(texts[a]) - 8, len(texts[a]), texts[a][-8:], "source_link", f"Source link{fill}"
            ),
        ),
        facts=(
            trace.Fact(0, first.end, texts[a][: first.end], "quote", f"the{fill}"),
            trace.Fact(0, 3, texts[a][:3], "name", f"herald{fill}"),
        ),
        substitutions=(trace.SpunWord(cut, cut + 6, "before", f"until{fill}", 0.9),),
        spun=0.93,
        text=texts[a],
        quotations=(trace.Quotation(0, first.end),),
    )
    source = trace.TraceDocument(b, (), (), (), (), 0.02, texts[b], "source")
    other = trace.TraceDocument(f"other{fill}", (), (), (), (), None, f"Nothing alike.{fill}", "source")
    verdicts = (
        trace.PairVerdict(
            a,
            b,
            "sibling",
            "common_source",
            0.93,
            covered,
            covered,
            {"alignment_density": 0.43, "order_z": 7.2, f"odd{fill}": 1.0},
            (f"Only two texts were compared.{fill}",),
        ),
        trace.PairVerdict(a, f"other{fill}", "unrelated", "unknown", 0.99, 0.0, 0.0, {}, ()),
    )
    missing = trace.MissingSource(
        id="missing:1",
        label=f"an unseen Herald article{fill}",
        outlet=f"The Herald{fill}",
        probability=0.9,
        children=(a, b),
        facts=(f"900 times{fill}",),
        reconstruction=(
            trace.Reconstructed(
                f"The engine closed.{fill}",
                (sides[a, 0], sides[b, 0]),
                (trace.Settled(f"until{fill}", "before", b, 0, 5, a, 0.8),),
            ),
        ),
        limits=(f"Its words are known only in part.{fill}",),
        name=f"The Herald{fill}",
        named_by="cited",
        named_in=(trace.Side(a, 0, 20),),
    )
    graph = trace.Graph(
        (
            *(trace.Node(id, "document", id) for id in (a, b, f"other{fill}")),
            trace.Node("missing:1", "missing_source", missing.label),
            trace.Node("outlet:h", "outlet", f"The Herald{fill}"),
        ),
        (
            trace.Edge(a, b, "sibling_of", 0.93),
            trace.Edge(a, "missing:1", "derived_from", 0.9),
            trace.Edge(b, "missing:1", "derived_from", 0.9),
            trace.Edge("missing:1", "outlet:h", "claims", 0.9),
        ),
    )
    return Envelope(
        command="trace",
        settings=TraceSettings(against=(b, f"other{fill}")),
        inputs=inputs(a, b, f"other{fill}"),
        skipped=(),
        result=trace.TraceResult((told, source, other), verdicts, tuple(matches), graph, (missing,)),
    )


def word_starts(text):
    """Return where the words of a plain English text start."""
    return [found.start() for found in re.finditer(r"[A-Za-z]+|\d+", text)]
