"""A lexicon of a few words whose numbers a test chooses, in the shapes of the one that ships."""

from collections.abc import Iterable, Mapping

import numpy as np

from forensics.lexicon import Lexicon, SpinnerPair
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START, UNKNOWN
from forensics.lexicon.ngrams import BACKOFF_SHIFT, LOG_STEP, NgramModel
from forensics.lexicon.thesaurus import STRENGTH_SCALE, Thesaurus
from forensics.lexicon.vectors import WordVectors
from forensics.lexicon.xormap import XorMap, pack
from forensics.spin.channel.known_words import _KEPT_AS_IS
from tools.lexicon.xormap_build import build

PLAIN = -9.0  # nats: the log-probability of a word for which a test names no other


def small_lexicon(
    words: Mapping[str, float] | Iterable[str] = (),
    *,
    pairs: Iterable[SpinnerPair] = (),
    links: Mapping[str, Iterable[tuple[str, int, float]]] | None = None,
    bigrams: Mapping[tuple[str, str], float] | None = None,
    replaced: Mapping[str, Mapping[str, float]] | None = None,
    written: Mapping[tuple[str, ...], float] | None = None,
    vectors: Mapping[str, tuple[int, int]] | None = None,
) -> Lexicon:
    """Return a lexicon that holds `words` (with log-probabilities, in nats), and what `pairs` and `links` name.

    `links` are observed -> (original, flags, strength from 0 to 1); a word follows another as its own
    log-probability says, but for `bigrams`. `replaced` is family -> word -> pages, as in `Lexicon`; `vectors` are of
    two dimensions.
    """
    logs = dict(words) if isinstance(words, Mapping) else dict.fromkeys(words, PLAIN)
    links, bigrams, pairs = links or {}, bigrams or {}, list(pairs)
    named = [w for p in pairs for w in (*p.observed, *p.original)]
    named += [w for o, some in links.items() for w in (*o.split(), *(w for s in some for w in s[0].split()))]
    named += [w for two in bigrams for w in two]
    single = list(
        dict.fromkeys([SENTENCE_START, SENTENCE_END, UNKNOWN, "an", *sorted(_KEPT_AS_IS), *logs, *named])
    )
    both = [*links, *(s[0] for some in links.values() for s in some)]
    phrases = sorted({term for term in both if " " in term})
    terms = single + phrases
    numbers = {term: n for n, term in enumerate(terms)}
    rows = [[(numbers[o], f, s) for o, f, s in links.get(term, ())] for term in terms]
    flat = [one for row in rows for one in row]
    by_observed: dict[tuple[str, ...], tuple[SpinnerPair, ...]] = {}
    longest: dict[str, int] = {}
    for pair in pairs:
        by_observed[pair.observed] = (*by_observed.get(pair.observed, ()), pair)
        longest[pair.observed[0]] = max(longest.get(pair.observed[0], 0), len(pair.observed))
    return Lexicon(
        terms=terms,
        numbers=numbers,
        pairs=by_observed,
        longest=longest,
        written=written or {},
        replaced={f: {numbers[w]: n for w, n in some.items()} for f, some in (replaced or {}).items()},
        thesaurus=Thesaurus(
            starts=np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.uint32),
            originals=np.array([o for o, _, _ in flat], np.uint32),
            flags=np.array([f for _, f, _ in flat], np.uint8),
            strengths=np.array([round(s * STRENGTH_SCALE) for _, _, s in flat], np.uint8),
            phrases=np.array(
                [[numbers[w] for w in p.split()] + [-1] * (4 - len(p.split())) for p in phrases], np.int32
            ).reshape(-1, 4),
        ),
        ngrams=_ngrams([logs.get(word, PLAIN) for word in single], bigrams, numbers),
        vectors=_vectors(single, vectors or {}),
    )


def _vectors(words: list[str], vectors: Mapping[str, tuple[int, int]]) -> WordVectors:
    rows = {word: n for n, word in enumerate(vectors, 1)}
    return WordVectors(
        rows=np.array([rows.get(word, 0) for word in words], np.uint16),
        vectors=np.array([(0, 0), *vectors.values()], np.int8),
    )


def _ngrams(
    logs: list[float], bigrams: Mapping[tuple[str, str], float], numbers: Mapping[str, int]
) -> NgramModel:
    pairs = np.array([[numbers[a], numbers[b]] for a, b in bigrams], np.uint64).reshape(-1, 2)
    stored = np.array([round(-log / LOG_STEP) for log in bigrams.values()], np.uint8)
    no_backoff = np.full(len(pairs), round(BACKOFF_SHIFT / LOG_STEP), np.uint8)
    return NgramModel(
        unigrams=np.array([logs, [0.0] * len(logs)], np.float32),
        bigrams=build(pack(pairs[:, 0], pairs[:, 1]), (stored, no_backoff)) if len(pairs) else _empty(2),
        trigrams=_empty(1),
    )


def _empty(values: int) -> XorMap:
    # No key's check is that of these cells but by chance, once in 65,536.
    cells = np.arange(3 * 64, dtype=np.uint16) * 257 + 1
    return XorMap(cells, tuple(np.zeros(3 * 64, np.uint8) for _ in range(values)))
