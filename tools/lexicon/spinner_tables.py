"""Tables of synonyms to spin with, as spinners that use a thesaurus would: (observed, original, weight).

    python tools/lexicon/spinner_tables.py --moby words.txt --wordnet dict --mythes th_en_US_v2.dat --out FOLDER

FOLDER is FORENSICS_CORPORA of the benches. Needs what build.py needs, and Debian's mythes-en-us (apt-get download,
dpkg -x). Moby and WordNet are what the detector's own thesaurus is made of; mythes, the thesaurus of LibreOffice,
is not, so it serves to measure on.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import thesaurus
import wordfreq

Senses = dict[tuple[str, str], list[str]]  # (lemma, part of speech) -> synonyms, the commonest first
_FEW = 6
_STOP = set(
    "be have do the a an of to in for on with at by from as it he she they we you i this that these those who which"
    " what not no can will would could should may might must shall and or but if one two three us go get".split()
)


def moby(path: Path) -> Senses:
    """Return the most frequent synonyms of each Moby root."""
    found = {}
    for root, synonyms in thesaurus.moby(path).items():
        common = sorted(synonyms, key=lambda s: -wordfreq.zipf_frequency(s, "en"))
        for pos in thesaurus.speech(root):
            found[root, pos] = [s for s in common if pos in thesaurus.speech(s)][3 : 3 + 2 * _FEW]
    return found


def wordnet(path: Path) -> Senses:
    """Return the other lemmas of each lemma's first two senses, as WordNet-based spinners take them."""
    reader = thesaurus.wordnet(path)
    found: Senses = {}
    for synset in reader.all_synsets():
        names = [n.replace("_", " ").lower() for n in synset.lemma_names()]
        for lemma in synset.lemmas():
            name, pos = lemma.name().replace("_", " ").lower(), thesaurus._POS[synset.pos()]
            rank = [s.name() for s in reader.synsets(lemma.name(), synset.pos())[:2]]
            if synset.name() in rank:
                found.setdefault((name, pos), []).extend(n for n in names if n != name)
    return found


def mythes(path: Path) -> Senses:
    """Return the first senses of LibreOffice's thesaurus."""
    speech = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
    found: Senses = {}
    lines = iter(path.read_text("latin-1").splitlines()[1:])
    for line in lines:
        word, count = line.rsplit("|", 1)
        for rank in range(int(count)):
            pos, *synonyms = next(lines).split("|")
            pos = speech.get(pos.strip("()"), "")
            if pos and rank < 3:
                plain = [s for s in synonyms if "(" not in s and re.fullmatch(r"[a-z' -]+", s) and s != word]
                found.setdefault((word.lower(), pos), []).extend(plain)
    return found


def surface(senses: Senses) -> Iterator[tuple[str, str, float]]:
    """Yield the rows for every inflection of frequent originals."""
    for (lemma, pos), synonyms in sorted(senses.items()):
        if lemma in _STOP or wordfreq.zipf_frequency(lemma, "en") < 3 or " " in lemma:
            continue
        for rank, synonym in enumerate(dict.fromkeys(synonyms)):
            if wordfreq.zipf_frequency(synonym, "en") < 1.5 or synonym == lemma or rank >= _FEW:
                continue
            for tag in thesaurus._TAGS[pos]:
                for a in thesaurus.inflect(lemma, tag)[:1]:
                    for b in thesaurus.inflect(synonym, tag)[:1]:
                        if a != b:
                            yield b, a, 1.0 / (1 + rank)


def main() -> None:
    """Write the three tables."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("moby", "wordnet", "mythes", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    arguments = options.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for build in (moby, wordnet, mythes):
        rows = sorted(set(surface(build(getattr(arguments, build.__name__)))))
        out = arguments.out / f"{build.__name__}.tsv"
        out.write_text("".join(f"{a}\t{b}\t{w:.3f}\n" for a, b, w in rows))
        print(out, len(rows))


if __name__ == "__main__":
    main()
