/* A back-off trigram model in three static maps: what one look-up gives. ngrams.py says what it means. */
#ifndef FORENSICS_NGRAMS_H
#define FORENSICS_NGRAMS_H

#include <stdint.h>

#define WORD_BITS 21
#define FIELD ((1u << WORD_BITS) - 1)

/* `words` have their log-probabilities in `own` and their back-off weights in `back`; bigrams and trigrams lie in maps
 * of `thirds` cells three times (xormap.py); `logs` and `backs` are the nats that each stored byte stands for. */
typedef struct {
    const float *own, *back;
    int64_t words;
    const uint16_t *pair_checks, *triple_checks;
    const uint8_t *pair_logs, *pair_backs, *triple_logs;
    uint64_t pair_third, triple_third;
    const double *logs, *backs;
} Ngrams;

/* What the map of bigrams says of two words, the second behind the first. */
typedef struct {
    int stored;
    uint8_t log, back;
} Bigram;

static inline uint64_t scrambled(uint64_t z) {
    z += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Where a key is looked up: its three cells, and what they hold if it is stored. */
typedef struct {
    uint64_t cells[3];
    uint16_t check;
} Place;

static inline Place placed(uint64_t third, uint64_t key) {
    uint64_t h = scrambled(key);
    Place at;
    for (int i = 0; i < 3; i++)
        at.cells[i] = (((h >> (WORD_BITS * i)) & FIELD) * third >> WORD_BITS) + (uint64_t)i * third;
    at.check = (uint16_t)scrambled(h);
    return at;
}

static inline Place pair_place(const Ngrams *model, int64_t before, int64_t word) {
    return placed(model->pair_third, (uint64_t)before << WORD_BITS | (uint64_t)word);
}

static inline Place triple_place(const Ngrams *model, int64_t earlier, int64_t before, int64_t word) {
    uint64_t context = (uint64_t)earlier << WORD_BITS | (uint64_t)before;
    return placed(model->triple_third, context << WORD_BITS | (uint64_t)word);
}

static inline int stored(const uint16_t *checks, const Place *at) {
    return (checks[at->cells[0]] ^ checks[at->cells[1]] ^ checks[at->cells[2]]) == at->check;
}

static inline uint8_t valued(const uint8_t *values, const Place *at) {
    return values[at->cells[0]] ^ values[at->cells[1]] ^ values[at->cells[2]];
}

static inline Bigram bigram_at(const Ngrams *model, const Place *at) {
    Bigram pair = {0, 0, 0};
    if (stored(model->pair_checks, at)) {
        pair.stored = 1;
        pair.log = valued(model->pair_logs, at);
        pair.back = valued(model->pair_backs, at);
    }
    return pair;
}

static inline Bigram bigram(const Ngrams *model, int64_t before, int64_t word) {
    Place at = pair_place(model, before, word);
    return bigram_at(model, &at);
}

/* log P(word | earlier before): given where three words are looked up, and what is stored of the first two and the
 * last two of them. */
static inline double trigram_at(const Ngrams *model, const Place *at, int64_t before, int64_t word, Bigram context,
                                Bigram pair) {
    if (stored(model->triple_checks, at)) return model->logs[valued(model->triple_logs, at)];
    float alone = model->back[before] + model->own[word];
    return (context.stored ? model->backs[context.back] : 0.0) + (pair.stored ? model->logs[pair.log] : (double)alone);
}

static inline double trigram(const Ngrams *model, int64_t earlier, int64_t before, int64_t word, Bigram context,
                             Bigram pair) {
    Place at = triple_place(model, earlier, before, word);
    return trigram_at(model, &at, before, word, context, pair);
}

static inline int is_word(const Ngrams *model, int64_t number) { return number >= 0 && number < model->words; }

#endif
