"""The words that the lexicon numbers, and the n-gram statistics over them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sphinx
import wordfreq
import wordsegment
import xormap_build

from forensics.lexicon.ngrams import BACKOFF_SHIFT, LOG_STEP
from forensics.lexicon.xormap import pack

BIGRAMS, TRIGRAMS = 1_250_000, 1_300_000  # how many of each the package can afford to carry
_RAREST = 1.7  # Zipf frequency (Speer) below which a word is left out unless some table needs it
_WEB = 0.25  # share of the web bigrams where both sources know a pair of words
_WEB_TOTAL = 1_024_908_267_229


@dataclass(frozen=True)
class Vocabulary:
    """Words by number, with log-probability (nats) in running English."""

    words: list[str]
    log: np.ndarray
    number: dict[str, int]

    def __contains__(self, word: str) -> bool:
        return word in self.number


def gather(model: sphinx.Trigrams, needed: set[str]) -> Vocabulary:
    """Return the model's words, the frequent words of wordfreq, and `needed`; the model's words come first."""
    words = list(model.words)
    known = set(words)
    frequency = wordfreq.get_frequency_dict("en", wordlist="large")
    floor = 10 ** (_RAREST - 9)
    more = {w for w, f in frequency.items() if f >= floor and w.replace("'", "").isalpha() and w.isascii()}
    words += sorted((more | needed) - known)
    spoken = np.full(len(words), 1e-9)
    spoken[: len(model.words)] = np.exp(model.unigram)
    written = np.array([max(frequency.get(w, 0.0), 1e-9) for w in words])
    log = np.log(0.5 * spoken + 0.5 * written)
    for mark in ("<s>", "</s>"):
        log[words.index(mark)] = model.unigram[model.words.index("</s>")]
    return Vocabulary(words, log.astype(np.float32), {w: i for i, w in enumerate(words)})


def attested(model: sphinx.Trigrams, vocabulary: Vocabulary) -> Callable[[str, str], bool]:
    """Return what tells whether the model has seen two words side by side."""
    seen = set((model.bigram[:, 0] << 21 | model.bigram[:, 1]).tolist())
    number = vocabulary.number
    return lambda first, second: (number.get(first, -1) << 21 | number.get(second, -1)) in seen


def write_ngrams(model: sphinx.Trigrams, vocabulary: Vocabulary, out: Path) -> None:
    """Write unigrams, bigrams and trigrams as the arrays that forensics.lexicon.ngrams maps into memory."""
    backoff1 = np.zeros(len(vocabulary.words), np.float32)
    backoff1[: len(model.words)] = model.unigram_backoff
    np.save(out / "unigrams.npy", np.stack([vocabulary.log, backoff1]))

    bigram, log2, backoff2 = _with_web(model, vocabulary, backoff1)
    floor2 = backoff1[bigram[:, 0]] + vocabulary.log[bigram[:, 1]]
    key2 = pack(bigram[:, 0], bigram[:, 1])
    order = np.argsort(key2)
    bigram, log2, backoff2, floor2, key2 = (x[order] for x in (bigram, log2, backoff2, floor2, key2))

    def find(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        wanted = pack(first, second)
        at = np.minimum(np.searchsorted(key2, wanted), len(key2) - 1)
        return at, key2[at] == wanted

    at12, has12 = find(model.trigram[:, 0], model.trigram[:, 1])
    at23, has23 = find(model.trigram[:, 1], model.trigram[:, 2])
    lower = np.where(
        has23, log2[at23], backoff1[model.trigram[:, 1]] + vocabulary.log[model.trigram[:, 2]]
    ) + np.where(has12, backoff2[at12], 0.0)
    joint3 = vocabulary.log[model.trigram[:, 0]] + np.where(has12, log2[at12], -9) + model.trigram_log
    kept3 = _most_telling(joint3, model.trigram_log - lower, TRIGRAMS)

    # A bigram whose back-off weight a kept trigram's siblings need stays, whatever it tells by itself.
    context = np.zeros(len(key2), bool)
    context[at12[kept3][has12[kept3]]] = True
    telling = log2 - floor2
    telling[context & (backoff2 != 0)] += 50
    kept2 = _most_telling(vocabulary.log[bigram[:, 0]] + log2, telling, BIGRAMS)

    # Back-off weights are made anew, so that what is left after pruning and mixing sums to one again.
    p1 = np.exp(vocabulary.log.astype(np.float64))
    first, second = bigram[kept2].T
    backoff1 = _left(first, np.exp(log2[kept2]), p1[second], len(p1))
    np.save(out / "unigrams.npy", np.stack([vocabulary.log, backoff1.astype(np.float32)]))
    place2 = np.full(len(key2), -1)
    place2[kept2] = np.arange(len(kept2))
    lower = np.where(
        has23 & (place2[at23] >= 0),
        log2[at23],
        backoff1[model.trigram[:, 1]] + vocabulary.log[model.trigram[:, 2]],
    )
    inside = kept3[has12[kept3] & (place2[at12[kept3]] >= 0)]
    contexts = place2[at12[inside]]
    renewed = _left(contexts, np.exp(model.trigram_log[inside]), np.exp(lower[inside]), len(kept2))

    def quantised(log: np.ndarray) -> np.ndarray:
        return np.clip(np.rint(-log / LOG_STEP), 0, 255).astype(np.uint8)

    map2 = xormap_build.build(
        key2[kept2], (quantised(log2[kept2]), quantised(np.clip(renewed - BACKOFF_SHIFT, -17, 0)))
    )
    tri = model.trigram[kept3]
    map3 = xormap_build.build(pack(tri[:, 0], tri[:, 1], tri[:, 2]), (quantised(model.trigram_log[kept3]),))
    for name, table in (("bigrams", map2), ("trigrams", map3)):
        np.save(out / f"{name}-checks.npy", table.checks)
        np.save(out / f"{name}-values.npy", np.stack(table.values))


def _left(context: np.ndarray, higher: np.ndarray, lower: np.ndarray, count: int) -> np.ndarray:
    """Return each context's Katz back-off weight (nats): what its n-grams leave, over what backing off would give."""
    free = 1 - np.bincount(context, higher, count)
    given = 1 - np.bincount(context, lower, count)
    return np.log(np.clip(free, 0.01, 1) / np.clip(given, 0.01, 1))


def _most_telling(joint_log: np.ndarray, gain: np.ndarray, count: int) -> np.ndarray:
    """Return the `count` n-grams whose loss would cost the model most (Seymore and Rosenfeld 1996)."""
    cost = np.log(np.maximum(np.abs(gain), 1e-6)) + joint_log
    if len(cost) <= count:
        return np.arange(len(cost))
    return np.sort(np.argpartition(-cost, count)[:count])


def _with_web(
    model: sphinx.Trigrams, vocabulary: Vocabulary, backoff1: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    counts = Path(wordsegment.__file__).parent
    total: dict[str, float] = {}
    for line in (counts / "unigrams.txt").read_text().splitlines():
        word, count = line.split("\t")
        total[word] = float(count)
    web: dict[tuple[int, int], float] = {}
    for line in (counts / "bigrams.txt").read_text().splitlines():
        pair, count = line.rsplit("\t", 1)
        first, second = pair.lower().split(" ")[:2]
        if first in vocabulary.number and second in vocabulary.number and first in total and first != "<s>":
            key = vocabulary.number[first], vocabulary.number[second]
            web[key] = web.get(key, 0.0) + float(count) / max(total[first], float(count))
    bigram = {(int(v), int(w)): i for i, (v, w) in enumerate(model.bigram)}
    log2 = model.bigram_log.astype(np.float64).copy()
    extra, extra_log = [], []
    for (v, w), p in sorted(web.items()):
        i = bigram.get((v, w))
        if i is not None:
            log2[i] = math.log((1 - _WEB) * math.exp(log2[i]) + _WEB * p)
        else:
            floor = math.exp(float(backoff1[v]) + float(vocabulary.log[w]))
            extra.append((v, w))
            extra_log.append(math.log((1 - _WEB) * floor + _WEB * p))
    return (
        np.concatenate([model.bigram, np.array(extra, np.int64).reshape(-1, 2)]),
        np.concatenate([log2, extra_log]),
        np.concatenate([model.bigram_backoff, np.zeros(len(extra))]),
    )
