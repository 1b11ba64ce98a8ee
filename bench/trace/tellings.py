"""Measure whose text it is that says who was told: how often it is the outlet's own, by how often it says so.

Run: python -m bench.trace.tellings
Needs news_reuse of ../shared/data: its texts whose record names an outlet. A text of an agency that signs it is the
agency's own, whoever printed it.
"""

from __future__ import annotations

from collections import Counter

from bench.arguments import parser
from bench.trace.news_pairs import documents
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.provenance.mentions import mentions

# What the records call outlets, and the names by which texts cite them.
_CALLED = {
    "fox": "Fox News",
    "Fox Online News": "Fox News",
    "hpo": "HuffPost",
    "nyt": "New York Times",
    "NPR Online News": "NPR",
    "NBCNews.com": "NBC News",
}
_MOST = 3


def whose(child: Prepared) -> set[str]:
    """Return whose text it is: the outlet of its record, and who signs it."""
    outlet = child.document.metadata["outlet"]
    signed = {residue.start for residue in child.residue}
    signers = {claim.outlet for claim in child.claims if claim.start in signed}
    return {_CALLED.get(outlet, outlet), *({child.origin.outlet} - {None}), *signers}


def main() -> None:
    """Print for texts that say once, twice, three times and more that an outlet was told how many are its own."""
    parser(__doc__).parse_args()
    count: Counter[tuple[int, bool]] = Counter()
    for document in documents().values():
        if document.metadata.get("outlet"):
            child = prepare(document)
            told = Counter(m.claim.outlet for m in mentions(child, ()) if m.claim.kind == "told")
            for outlet, n in told.items():
                count[min(n, _MOST), outlet in whose(child)] += 1
    for n in range(1, _MOST + 1):
        own = count[n, True]
        print(
            f"  told {n} times{' and more' if n == _MOST else '':10} its own: {own} of {own + count[n, False]}"
        )


if __name__ == "__main__":
    main()
