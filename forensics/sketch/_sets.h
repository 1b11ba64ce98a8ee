/* Sets of shingle hashes, and how much two of them share. */
#ifndef FORENSICS_SETS_H
#define FORENSICS_SETS_H

#include "_minhash.h"

/* Sort m hashes in place, whatever they are. (Williams 1964, heapsort) */
static void heap_sort(uint64_t *values, size_t m) {
    for (size_t begin = m / 2, end = m; end > 1;) {
        uint64_t v;
        if (begin > 0)
            v = values[--begin];
        else {
            v = values[--end];
            values[end] = values[0];
        }
        size_t at = begin;
        for (size_t child; (child = 2 * at + 1) < end; at = child) {
            if (child + 1 < end && values[child] < values[child + 1]) child++;
            if (values[child] <= v) break;
            values[at] = values[child];
        }
        values[at] = v;
    }
}

/* Steps of insertion for a hash: of hashes that fall as chance has it there is less than one. */
#define PATIENCE 16

/* Sort m hashes into `sorted` without repetitions: one counting pass on the top bits, then insertion. Who makes hashes
 * that agree in their top bits, which anybody can, has them sorted as a heap. */
INLINE size_t sort_unique(const uint64_t *values, size_t m, uint64_t *sorted, uint32_t *counts) {
    unsigned bits = 2;
    while (bits < 30 && ((size_t)1 << bits) < m) bits++;
    size_t buckets = (size_t)1 << bits;
    unsigned shift = 64 - bits;
    memset(counts, 0, 4 * (buckets + 1));
    for (size_t i = 0; i < m; i++) counts[(values[i] >> shift) + 1]++;
    for (size_t i = 0; i < buckets; i++) counts[i + 1] += counts[i];
    for (size_t i = 0; i < m; i++) sorted[counts[values[i] >> shift]++] = values[i];
    size_t steps = PATIENCE * m;
    for (size_t i = 1; i < m; i++) {
        uint64_t v = sorted[i];
        size_t j = i;
        while (j > 0 && sorted[j - 1] > v) {
            sorted[j] = sorted[j - 1];
            j--;
        }
        sorted[j] = v;
        if (steps < i - j) {
            heap_sort(sorted, m);
            break;
        }
        steps -= i - j;
    }
    size_t kept = 0;
    for (size_t i = 0; i < m; i++)
        if (kept == 0 || sorted[i] != sorted[kept - 1]) sorted[kept++] = sorted[i];
    return kept;
}

#define PRIME 0x1FFFFFFFFFFFFFFFULL /* 2^61 - 1 */
#define STRETCH 7                   /* bytes of a word taken at once: fewer bits than PRIME has */

/* a * b modulo PRIME, for a and b below 2^62; the result is below 2^61. */
INLINE uint64_t times(uint64_t a, uint64_t b) {
#if defined(_MSC_VER)
    uint64_t high, low = _umul128(a, b, &high);
    uint64_t sum = (low & PRIME) + (low >> 61 | high << 3);
#else
    unsigned __int128 product = (unsigned __int128)a * b;
    uint64_t sum = ((uint64_t)product & PRIME) + (uint64_t)(product >> 61);
#endif
    sum = (sum & PRIME) + (sum >> 61);
    return sum >= PRIME ? sum - PRIME : sum;
}

INLINE uint64_t plus(uint64_t a, uint64_t b) {
    uint64_t sum = a + b;
    return sum >= PRIME ? sum - PRIME : sum;
}

/* Hash words under a key: polynomials over their stretches of bytes, at a place that nobody knows (hashing.py). */
INLINE void keyed_words(const uint8_t *low, const uint32_t *edges, size_t count, uint64_t key, uint64_t *out) {
    for (size_t i = 0; i < count; i++) {
        const uint8_t *word = low + edges[2 * i];
        uint32_t rest = edges[2 * i + 1] - edges[2 * i];
        uint64_t h = 1;
        for (; rest > STRETCH; rest -= STRETCH, word += STRETCH)
            h = plus(times(h, key), load(word) & (~0ULL >> (64 - 8 * STRETCH)));
        out[i] = plus(times(h, key), load(word) & (~0ULL >> (64 - 8 * rest)));
    }
}

/* The same for shingles, as shingle_hashes has them. */
INLINE size_t keyed_shingles(const uint64_t *words, size_t count, size_t length, uint64_t key, uint64_t *out) {
    if (count == 0) return 0;
    size_t head = count < length ? count : length, shingles = count < length ? 1 : count - length + 1;
    size_t runs = shingles / RUNS, start[RUNS];
    uint64_t top = 1, h[RUNS];
    for (size_t i = 0; i < head; i++) top = times(top, key);
    uint64_t begun = times((uint64_t)head, top);
    for (size_t r = 0; r < RUNS; r++) {
        start[r] = r * runs;
        h[r] = 0;
        for (size_t i = 0; i < head; i++) h[r] = plus(times(h[r], key), words[start[r] + i]);
        out[start[r]] = h[r];
    }
    for (size_t i = 1; i < runs; i++)
        for (size_t r = 0; r < RUNS; r++) {
            const uint64_t *leaves = words + start[r] + i - 1;
            uint64_t less = plus(leaves[length], PRIME - times(leaves[0], top));
            out[start[r] + i] = h[r] = plus(times(h[r], key), less);
        }
    for (size_t i = runs ? RUNS * runs : 1; i < shingles; i++)
        out[i] = plus(times(out[i - 1], key), plus(words[i + length - 1], PRIME - times(words[i - 1], top)));
    for (size_t i = 0; i < shingles; i++) out[i] = mixed(plus(out[i], begun));
    return shingles;
}

typedef struct {
    Job job;
    uint64_t *flat;
    int64_t *ends;
    uint32_t *counts;
    uint64_t word_key, shingle_key; /* 0 for none */
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
        size_t m;
        if (setting->word_key) {
            keyed_words(job->low, job->edges, words, setting->word_key, job->words);
            m = keyed_shingles(job->words, words, job->length, setting->shingle_key, job->shingles);
        } else
            m = shingle_hashes(job->words, words, job->length, top, job->shingles);
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
