/* Sets of shingle hashes, and how much two of them share. */
#ifndef FORENSICS_SETS_H
#define FORENSICS_SETS_H

#include "_minhash.h"

/* Sort m hashes into `sorted` without repetitions: one counting pass on the top bits, then insertion. */
INLINE size_t sort_unique(const uint64_t *values, size_t m, uint64_t *sorted, uint32_t *counts) {
    unsigned bits = 2;
    while (bits < 30 && ((size_t)1 << bits) < m) bits++;
    size_t buckets = (size_t)1 << bits;
    unsigned shift = 64 - bits;
    memset(counts, 0, 4 * (buckets + 1));
    for (size_t i = 0; i < m; i++) counts[(values[i] >> shift) + 1]++;
    for (size_t i = 0; i < buckets; i++) counts[i + 1] += counts[i];
    for (size_t i = 0; i < m; i++) sorted[counts[values[i] >> shift]++] = values[i];
    for (size_t i = 1; i < m; i++) {
        uint64_t v = sorted[i];
        size_t j = i;
        while (j > 0 && sorted[j - 1] > v) {
            sorted[j] = sorted[j - 1];
            j--;
        }
        sorted[j] = v;
    }
    size_t kept = 0;
    for (size_t i = 0; i < m; i++)
        if (kept == 0 || sorted[i] != sorted[kept - 1]) sorted[kept++] = sorted[i];
    return kept;
}

typedef struct {
    Job job;
    uint64_t *flat;
    int64_t *ends;
    uint32_t *counts;
} Setting;

INLINE void set_texts(const Setting *setting, WordHashes *word_hashes) {
    const Job *job = &setting->job;
    uint64_t top = power(job->length);
    int64_t *end = setting->ends;
    end[0] = 0;
    for (size_t d = 0; d < job->texts; d++) {
        size_t size = (size_t)(job->offsets[d + 1] - job->offsets[d] - 1);
        lower(job->data + job->offsets[d], size, job->low);
        size_t words = word_hashes(job->low, size, job->edges, job->words);
        size_t m = shingle_hashes(job->words, words, job->length, top, job->shingles);
        end[d + 1] = end[d] + (m ? (int64_t)sort_unique(job->shingles, m, setting->flat + end[d], setting->counts) : 0);
    }
}

static void set_plain(const Setting *setting) { set_texts(setting, word_hashes_plain); }
#ifdef HAS_AVX
AVX2 static void set_avx2(const Setting *setting) { set_texts(setting, word_hashes_plain); }
AVX512 static void set_avx512(const Setting *setting) { set_texts(setting, word_hashes_avx512); }
#endif


/* How many elements two sorted sets share. */
INLINE uint32_t common(const uint64_t *x, const uint64_t *xe, const uint64_t *y, const uint64_t *ye) {
    uint32_t count = 0;
    while (x < xe && y < ye) {
        uint64_t p = *x, q = *y;
        count += p == q;
        x += p <= q;
        y += q <= p;
    }
    return count;
}

typedef struct {
    const uint64_t *values;
    const int64_t *end, *left, *right;
    int64_t pairs;
    uint32_t *shared;
} Overlapping;

static void overlaps_plain(const Overlapping *job) {
    const uint64_t *values = job->values;
    const int64_t *end = job->end, *left = job->left, *right = job->right;
    for (int64_t i = 0; i < job->pairs; i++)
        job->shared[i] = common(values + end[left[i]], values + end[left[i] + 1], values + end[right[i]],
                                values + end[right[i] + 1]);
}

#ifdef HAS_AVX
/* Four elements of one set against four of the other at a time: every block meets all that its range overlaps, and
 * no two blocks meet twice, so that an element, which is in a set but once, is counted once. */
AVX2 static void overlaps_avx2(const Overlapping *job) {
    for (int64_t i = 0; i < job->pairs; i++) {
        const uint64_t *x = job->values + job->end[job->left[i]], *xe = job->values + job->end[job->left[i] + 1];
        const uint64_t *y = job->values + job->end[job->right[i]], *ye = job->values + job->end[job->right[i] + 1];
        __m256i found = _mm256_setzero_si256();
        while (xe - x >= 4 && ye - y >= 4) {
            __m256i p = _mm256_loadu_si256((const __m256i *)x), q = _mm256_loadu_si256((const __m256i *)y);
            __m256i same = _mm256_or_si256(_mm256_cmpeq_epi64(p, q),
                                           _mm256_cmpeq_epi64(p, _mm256_permute4x64_epi64(q, 0x39)));
            __m256i more = _mm256_or_si256(_mm256_cmpeq_epi64(p, _mm256_permute4x64_epi64(q, 0x4E)),
                                           _mm256_cmpeq_epi64(p, _mm256_permute4x64_epi64(q, 0x93)));
            found = _mm256_sub_epi64(found, _mm256_or_si256(same, more));
            uint64_t last_x = x[3], last_y = y[3];
            x += 4 * (last_x <= last_y);
            y += 4 * (last_y <= last_x);
        }
        uint64_t each[4];
        _mm256_storeu_si256((__m256i *)each, found);
        job->shared[i] = (uint32_t)(each[0] + each[1] + each[2] + each[3]) + common(x, xe, y, ye);
    }
}
#endif

#endif
