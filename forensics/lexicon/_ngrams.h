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

/* The three cells of a key, and whether what they hold is its own. */
static inline int found(const uint16_t *checks, uint64_t third, uint64_t key, uint64_t cells[3]) {
    uint64_t h = scrambled(key);
    for (int i = 0; i < 3; i++)
        cells[i] = (((h >> (WORD_BITS * i)) & FIELD) * third >> WORD_BITS) + (uint64_t)i * third;
    return (checks[cells[0]] ^ checks[cells[1]] ^ checks[cells[2]]) == (uint16_t)scrambled(h);
}

static inline uint8_t valued(const uint8_t *values, const uint64_t cells[3]) {
    return values[cells[0]] ^ values[cells[1]] ^ values[cells[2]];
}

static inline Bigram bigram(const Ngrams *model, int64_t before, int64_t word) {
    uint64_t cells[3];
    Bigram pair = {0, 0, 0};
    if (found(model->pair_checks, model->pair_third, (uint64_t)before << WORD_BITS | (uint64_t)word, cells)) {
        pair.stored = 1;
        pair.log = valued(model->pair_logs, cells);
        pair.back = valued(model->pair_backs, cells);
    }
    return pair;
}

/* log P(word | earlier before), given what is stored of (earlier, before) and of (before, word). */
static inline double trigram(const Ngrams *model, int64_t earlier, int64_t before, int64_t word, Bigram context,
                             Bigram pair) {
    uint64_t cells[3];
    uint64_t key = ((uint64_t)earlier << WORD_BITS | (uint64_t)before) << WORD_BITS | (uint64_t)word;
    if (found(model->triple_checks, model->triple_third, key, cells))
        return model->logs[valued(model->triple_logs, cells)];
    float alone = model->back[before] + model->own[word];
    return (context.stored ? model->backs[context.back] : 0.0) + (pair.stored ? model->logs[pair.log] : (double)alone);
}

static inline int is_word(const Ngrams *model, int64_t number) { return number >= 0 && number < model->words; }

#endif
