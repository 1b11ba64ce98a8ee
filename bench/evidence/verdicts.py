"""Twenty-six disguises on a spun text and on a copied text, through three analyses.

Run: python -m bench.evidence.verdicts
Needs nothing beside the package and its samples.

The spun text is samples/001.txt, the copied one samples/000.txt. A verdict is held where spin calls the disguised text
spun, trace calls it a copy and dedupe lists the pair. Prints a row for each disguise and what the rows come to.
"""

from __future__ import annotations

from pathlib import Path

from bench.arguments import parser
from bench.evidence.disguises import DISGUISES, HARMLESS
from forensics.api.dedupe import dedupe
from forensics.api.spin import spin
from forensics.api.trace import trace
from forensics.documents.model import Document

SAMPLES = Path(__file__).parents[2] / "samples"


def main() -> None:
    """Print the table."""
    parser(__doc__).parse_args()
    spun, copied = ((SAMPLES / name).read_bytes().decode() for name in ("001.txt", "000.txt"))
    held = told = 0
    for name, (kind, put_on) in (DISGUISES | HARMLESS).items():
        found = [_spun(put_on(spun)), _traced(put_on(copied), copied), _deduped(put_on(copied), copied)]
        row = [f"{verdict:8}{'told' if kind in kinds else '-':5}" for verdict, _, kinds in found]
        if name in DISGUISES:
            held += sum(right for _, right, _ in found)
            told += sum(kind in kinds for _, _, kinds in found)
        print(f"{name:42}{kind:16}{' '.join(row)}", flush=True)
    print(
        f"held {held} of {3 * len(DISGUISES)} verdicts, told {told}; the last {len(HARMLESS)} rows not counted"
    )


def _spun(text: str) -> tuple[str, bool, list[str]]:
    (one,) = spin(Document("text", text)).result.documents
    return one.verdict, one.verdict == "spun", [told.kind for told in one.obfuscation]


def _traced(text: str, copied: str) -> tuple[str, bool, list[str]]:
    result = trace(Document("text", text), against=Document("original", copied)).result
    relation = result.verdicts[0].relation
    return relation, relation == "copy", [told.kind for told in result.documents[0].obfuscation]


def _deduped(text: str, copied: str) -> tuple[str, bool, list[str]]:
    result = dedupe([Document("original", copied), Document("text", text)]).result
    kinds = [told.kind for one in result.disguised for told in one.obfuscation]
    return (result.pairs[0].relation if result.pairs else "none"), len(result.pairs) == 1, kinds


if __name__ == "__main__":
    main()
