/* MinHash signatures of texts, keys of their bands, and samples of their shingles. */
#ifndef FORENSICS_MINHASH_H
#define FORENSICS_MINHASH_H

#include "_words.h"

#define BAND 0xC4CEB9FE1A85EC53ULL
#define SAMPLED 32  /* one shingle in so many is remembered by its hash, unless another power of two is asked for */

typedef struct {
    const uint8_t *data;
    const int64_t *offsets; /* text i is data[offsets[i]] to data[offsets[i + 1] - 1], a zero byte behind it */
    size_t texts, length;
    const uint32_t *a, *b;
    size_t num_perm, bands, rows;
    uint32_t sampled;
    uint32_t *counts, *keys, *signatures, *samples;
    int64_t *sample_ends;
    uint8_t *low;
    uint64_t *words, *shingles;
    uint32_t *small, *edges;
} Job;

/* The least value of each permutation a * h + b of m hashes, m a multiple of LANES. */
typedef void Minima(const uint32_t *h, size_t m, const uint32_t *a, const uint32_t *b, size_t count, uint32_t *out);

#define LANES 16

static void minima_plain(const uint32_t *h, size_t m, const uint32_t *a, const uint32_t *b, size_t count,
                         uint32_t *out) {
    for (size_t p = 0; p < count; p++) {
        uint32_t least = ~0U;
        for (size_t i = 0; i < m; i++) {
            uint32_t v = h[i] * a[p] + b[p];
            least = v < least ? v : least;
        }
        out[p] = least;
    }
}

#ifdef HAS_AVX
/* Four permutations at a time, so that each hash is loaded once for four. */
AVX2 static void minima_avx2(const uint32_t *h, size_t m, const uint32_t *a, const uint32_t *b, size_t count,
                             uint32_t *out) {
    size_t p = 0;
    for (; p + 4 <= count; p += 4) {
        __m256i least[4], factor[4], summand[4];
        for (int k = 0; k < 4; k++) {
            least[k] = _mm256_set1_epi32(-1);
            factor[k] = _mm256_set1_epi32((int)a[p + k]);
            summand[k] = _mm256_set1_epi32((int)b[p + k]);
        }
        for (size_t i = 0; i < m; i += 8) {
            __m256i x = _mm256_loadu_si256((const __m256i *)(h + i));
            for (int k = 0; k < 4; k++)
                least[k] = _mm256_min_epu32(
                    least[k], _mm256_add_epi32(_mm256_mullo_epi32(x, factor[k]), summand[k]));
        }
        for (int k = 0; k < 4; k++) {
            __m128i half = _mm_min_epu32(_mm256_castsi256_si128(least[k]), _mm256_extracti128_si256(least[k], 1));
            half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0x4E));
            half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0xB1));
            out[p + k] = (uint32_t)_mm_cvtsi128_si32(half);
        }
    }
    minima_plain(h, m, a + p, b + p, count - p, out + p);
}

/* Eight at a time, sixteen hashes each. */
AVX512 static void minima_avx512(const uint32_t *h, size_t m, const uint32_t *a, const uint32_t *b, size_t count,
                                 uint32_t *out) {
    size_t p = 0;
    for (; p + 8 <= count; p += 8) {
        __m512i least[8], factor[8], summand[8];
        for (int k = 0; k < 8; k++) {
            least[k] = _mm512_set1_epi32(-1);
            factor[k] = _mm512_set1_epi32((int)a[p + k]);
            summand[k] = _mm512_set1_epi32((int)b[p + k]);
        }
        for (size_t i = 0; i < m; i += LANES) {
            __m512i x = _mm512_loadu_si512(h + i);
            for (int k = 0; k < 8; k++)
                least[k] = _mm512_min_epu32(
                    least[k], _mm512_add_epi32(_mm512_mullo_epi32(x, factor[k]), summand[k]));
        }
        for (int k = 0; k < 8; k++) out[p + k] = _mm512_reduce_min_epu32(least[k]);
    }
    minima_plain(h, m, a + p, b + p, count - p, out + p);
}
#endif

INLINE void sign_texts(const Job *job, uint32_t *signature, WordHashes *word_hashes, Minima *minima) {
    uint64_t top = power(job->length);
    for (size_t d = 0; d < job->texts; d++) {
        size_t size = (size_t)(job->offsets[d + 1] - job->offsets[d] - 1);
        lower(job->data + job->offsets[d], size, job->low);
        size_t words = word_hashes(job->low, size, job->edges, job->words);
        size_t m = shingle_hashes(job->words, words, job->length, top, job->shingles);
        uint32_t *h = job->small;
        for (size_t i = 0; i < m; i++) h[i] = (uint32_t)(job->shingles[i] >> 32);
        for (size_t i = 0; i < m; i++) h[i] = fmix32(h[i]);
        size_t filled = m;
        while (filled % LANES) h[filled++] = h[0]; /* a hash that is there again changes no minimum */
        minima(h, filled, job->a, job->b, job->num_perm, signature);
        job->counts[d] = (uint32_t)m;
        if (job->samples) {
            int64_t taken = job->sample_ends[d];
            for (size_t i = 0; i < m; i++)
                if (!(h[i] & (job->sampled - 1))) job->samples[taken++] = h[i];
            job->sample_ends[d + 1] = taken;
        }
        if (job->signatures) memcpy(job->signatures + d * job->num_perm, signature, 4 * job->num_perm);
        for (size_t j = 0; j < job->bands; j++) {
            uint64_t key = (j + 1) * WORD;
            for (size_t r = 0; r < job->rows; r++) {
                key = (key ^ signature[j * job->rows + r]) * BAND;
                key ^= key >> 31;
            }
            job->keys[j * job->texts + d] = (uint32_t)(key >> 32);
        }
    }
}

static void sign_plain(const Job *job, uint32_t *signature) { sign_texts(job, signature, word_hashes_plain, minima_plain); }
#ifdef HAS_AVX
AVX2 static void sign_avx2(const Job *job, uint32_t *signature) { sign_texts(job, signature, word_hashes_plain, minima_avx2); }
AVX512 static void sign_avx512(const Job *job, uint32_t *signature) {
    sign_texts(job, signature, word_hashes_avx512, minima_avx512);
}
#endif


static int allocate(Job *job, int64_t most) {
    size_t words = (size_t)most / 2 + 2;
    job->low = malloc((size_t)most + ROOM);
    job->edges = malloc(4 * ((size_t)most + ROOM));
    job->words = malloc(8 * words);
    job->shingles = malloc(8 * words);
    job->small = malloc(4 * (words + LANES));
    return job->low && job->edges && job->words && job->shingles && job->small;
}

static void release(Job *job) {
    free(job->low);
    free(job->edges);
    free(job->words);
    free(job->shingles);
    free(job->small);
}

#endif
