/* The signature kernel: words, shingle hashes, MinHash signatures and band keys of packed texts.
 *
 * forensics/sketch/hashing.py defines the hashes; forensics/sketch/twin.py computes the same bytes in numpy.
 * Every function takes buffers, checks their sizes, and works with the interpreter lock released.
 */
#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(_MSC_VER)
#include <intrin.h>
#define INLINE static __forceinline
#else
#define INLINE static inline __attribute__((always_inline))
#endif

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#include <immintrin.h>
#define HAS_AVX 1
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define WITH_512 "avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512dq,avx512vl"
#if defined(__clang__)
#define AVX512 __attribute__((target(WITH_512)))
#else
#define AVX512 __attribute__((target(WITH_512 ",prefer-vector-width=512")))
#endif
#endif

#define WORD 0x9E3779B97F4A7C15ULL
#define FINAL 0xFF51AFD7ED558CCDULL
#define STEP 0xD6E8FEB86659FD93ULL
#define BAND 0xC4CEB9FE1A85EC53ULL
#define HIGHS 0x8080808080808080ULL
#define COMPLEX 0xFF
#define SAMPLED 32  /* one shingle in so many is remembered by its hash; a power of two */
#define ROOM 128   /* zero bytes behind a lower-cased text, so that 64 can be looked at anywhere */
#define PADDING 16 /* zero bytes that follow the last text, so that eight can be read anywhere */

INLINE uint64_t load(const uint8_t *at) {
    uint64_t x;
    memcpy(&x, at, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

INLINE void store(uint8_t *at, uint64_t x) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    memcpy(at, &x, 8);
}

INLINE unsigned lowest(uint64_t bits) { /* index of the lowest bit; bits is not 0 */
#if defined(_MSC_VER)
    unsigned long index;
    _BitScanForward64(&index, bits);
    return (unsigned)index;
#else
    return (unsigned)__builtin_ctzll(bits);
#endif
}

/* Lower-case ASCII letters, keep digits and all that is not ASCII, and make everything else 0. */
INLINE void lower(const uint8_t *text, size_t size, uint8_t *out) {
    for (size_t i = 0; i < size; i++) {
        uint8_t c = text[i], small = (uint8_t)(c | 32);
        uint8_t letter = (uint8_t)(small - 'a') < 26;
        uint8_t other = (uint8_t)((uint8_t)(c - '0') < 10) | (uint8_t)(c >> 7);
        out[i] = letter ? small : (other ? c : 0);
    }
    memset(out + size, 0, ROOM);
}

/* A bit for each of 64 bytes: 1 where it is not 0. */
INLINE uint64_t word_bits(const uint8_t *low) {
#if defined(__SSE2__)
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++) {
        __m128i zero = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(low + 16 * i)), _mm_setzero_si128());
        bits |= (uint64_t)(uint16_t)_mm_movemask_epi8(zero) << (16 * i);
    }
    return ~bits;
#else
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++) {
        uint64_t x = load(low + 8 * i);
        uint64_t there = (((x & ~HIGHS) + ~HIGHS) | x) & HIGHS;
        bits |= ((there >> 7) * 0x0102040810204080ULL >> 56) << (8 * i);
    }
    return bits;
#endif
}

/* Hash the words of `low`, which is lower-cased and has 64 zero bytes behind it; `edges` is room for size + 128. */
typedef size_t WordHashes(const uint8_t *low, size_t size, uint32_t *edges, uint64_t *out);

static size_t word_hashes_plain(const uint8_t *low, size_t size, uint32_t *edges, uint64_t *out) {
    size_t count = 0;
    uint64_t before = 0;
    for (size_t at = 0; at <= size; at += 64) {
        uint64_t bits = word_bits(low + at), changes = bits ^ (bits << 1 | before);
        before = bits >> 63;
        while (changes) {
            edges[count++] = (uint32_t)at + lowest(changes);
            changes &= changes - 1;
        }
    }
    count /= 2;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *word = low + edges[2 * i];
        uint32_t rest = edges[2 * i + 1] - edges[2 * i];
        uint64_t h = 0;
        for (; rest > 8; rest -= 8, word += 8) {
            h = (h ^ load(word)) * WORD;
            h ^= h >> 32;
        }
        h = (h ^ (load(word) & (~0ULL >> (64 - 8 * rest)))) * WORD;
        h ^= h >> 32;
        out[i] = h * FINAL;
    }
    return count;
}

#ifdef HAS_AVX
/* The same, eight words at a time. */
AVX512 static size_t word_hashes_avx512(const uint8_t *low, size_t size, uint32_t *edges, uint64_t *out) {
    const __m512i ascending = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    size_t count = 0;
    uint64_t before = 0;
    for (size_t at = 0; at <= size; at += 64) {
        __m512i bytes = _mm512_loadu_si512(low + at);
        uint64_t bits = _mm512_test_epi8_mask(bytes, bytes), changes = bits ^ (bits << 1 | before);
        before = bits >> 63;
        for (int part = 0; part < 64; part += 16, changes >>= 16) {
            __m512i places = _mm512_add_epi32(ascending, _mm512_set1_epi32((int)at + part));
            _mm512_storeu_si512(edges + count, _mm512_maskz_compress_epi32((__mmask16)changes, places));
            count += (size_t)_mm_popcnt_u32(changes & 0xFFFF);
        }
    }
    count /= 2;
    for (size_t i = 0; i < count; i += 8) {
        __mmask8 there = count - i < 8 ? (__mmask8)((1U << (count - i)) - 1) : 0xFF;
        __m512i both = _mm512_maskz_loadu_epi64(there, edges + 2 * i);
        __m512i at = _mm512_and_si512(both, _mm512_set1_epi64(0xFFFFFFFF));
        __m512i rest = _mm512_sub_epi64(_mm512_srli_epi64(both, 32), at), h = _mm512_setzero_si512();
        const __m512i eight = _mm512_set1_epi64(8);
        for (__mmask8 left = there; left; left = _mm512_test_epi64_mask(rest, rest)) {
            __m512i taken = _mm512_min_epu64(rest, eight);
            __m512i x = _mm512_mask_i64gather_epi64(h, left, at, low, 1);
            __m512i unused = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(taken, 3));
            x = _mm512_and_si512(x, _mm512_srlv_epi64(_mm512_set1_epi64(-1), unused));
            x = _mm512_mullo_epi64(_mm512_xor_si512(h, x), _mm512_set1_epi64((long long)WORD));
            h = _mm512_mask_xor_epi64(h, left, x, _mm512_srli_epi64(x, 32));
            at = _mm512_add_epi64(at, eight);
            rest = _mm512_sub_epi64(rest, taken);
        }
        _mm512_mask_storeu_epi64(out + i, there, _mm512_mullo_epi64(h, _mm512_set1_epi64((long long)FINAL)));
    }
    return count;
}
#endif

INLINE uint64_t mixed(uint64_t h) {
    h ^= h >> 32;
    h *= WORD;
    return h ^ (h >> 29);
}

#define RUNS 4 /* stretches of a text whose rolling hashes are computed side by side */

/* Shingle hashes of `count` words; returns how many (with repetitions). */
INLINE size_t shingle_hashes(const uint64_t *words, size_t count, size_t length, uint64_t top, uint64_t *out) {
    if (count == 0) return 0;
    size_t shingles = count < length ? 1 : count - length + 1, head = count < length ? count : length;
    size_t runs = shingles / RUNS, start[RUNS];
    uint64_t h[RUNS];
    for (size_t r = 0; r < RUNS; r++) {
        start[r] = r * runs;
        h[r] = count < length ? count : 0;
        for (size_t i = 0; i < head; i++) h[r] = h[r] * STEP + words[start[r] + i];
        out[start[r]] = h[r];
    }
    for (size_t i = 1; i < runs; i++)
        for (size_t r = 0; r < RUNS; r++) {
            const uint64_t *leaves = words + start[r] + i - 1;
            out[start[r] + i] = h[r] = h[r] * STEP + (leaves[length] - leaves[0] * top);
        }
    for (size_t i = runs ? RUNS * runs : 1; i < shingles; i++)
        out[i] = out[i - 1] * STEP + words[i + length - 1] - words[i - 1] * top;
    for (size_t i = 0; i < shingles; i++) out[i] = mixed(out[i]);
    return shingles;
}

INLINE uint32_t fmix32(uint32_t h) { /* MurmurHash3's finaliser, datasketch's pre-mix */
    h ^= h >> 16;
    h *= 0x85EBCA6BU;
    h ^= h >> 13;
    h *= 0xC2B2AE35U;
    return h ^ (h >> 16);
}

INLINE uint64_t power(size_t length) {
    uint64_t p = 1;
    for (size_t i = 0; i < length; i++) p *= STEP;
    return p;
}

typedef struct {
    const uint8_t *data;
    const int64_t *offsets; /* text i is data[offsets[i]] to data[offsets[i + 1] - 1], a zero byte behind it */
    size_t texts, length;
    const uint32_t *a, *b;
    size_t num_perm, bands, rows;
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
                if (!(h[i] & (SAMPLED - 1))) job->samples[taken++] = h[i];
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

/* The instructions in use: none in particular, AVX2, AVX-512. */
enum { PLAIN, WITH_AVX2, WITH_AVX512 };
static const char *const names[] = {"c", "c-avx2", "c-avx512"};
static int level = PLAIN;

static int best(void) {
#ifdef HAS_AVX
    int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return WITH_AVX512;
    if (avx2) return WITH_AVX2;
#endif
    return PLAIN;
}

/* The longest text in bytes, or -1 where the offsets do not describe the data. */
static int64_t longest(const Py_buffer *data, const Py_buffer *offsets) {
    const int64_t *at = offsets->buf;
    int64_t texts = offsets->len / 8 - 1, most = 0;
    if (texts < 0 || at[0] != 0 || at[texts] + PADDING > data->len) return -1;
    for (int64_t i = 0; i < texts; i++) {
        int64_t size = at[i + 1] - at[i] - 1;
        if (size < 0) return -1;
        if (size > most) most = size;
    }
    return most;
}

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

static PyObject *sign(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, a, b, counts, keys, signatures, samples, sample_ends;
    Py_ssize_t length, bands, rows;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*ny*y*nnw*w*w*w*w*", &data, &offsets, &length, &a, &b, &bands, &rows, &counts,
                          &keys, &signatures, &samples, &sample_ends))
        return NULL;
    int64_t most = longest(&data, &offsets);
    Py_ssize_t texts = offsets.len / 8 - 1, num_perm = a.len / 4;
    int fits = most >= 0 && length > 0 && bands >= 0 && rows >= 0 && b.len == a.len && bands * rows <= num_perm &&
               counts.len == 4 * texts && keys.len == 4 * texts * bands &&
               (signatures.len == 0 || signatures.len == 4 * texts * num_perm) &&
               (samples.len == 0 || (sample_ends.len == offsets.len &&
                                     samples.len / 2 >= ((const int64_t *)offsets.buf)[texts]));
    int enough = 0;
    if (fits) {
        Job job = {.data = data.buf, .offsets = offsets.buf, .texts = (size_t)texts, .length = (size_t)length,
                   .a = a.buf, .b = b.buf, .num_perm = (size_t)num_perm, .bands = (size_t)bands, .rows = (size_t)rows,
                   .counts = counts.buf, .keys = keys.buf, .signatures = signatures.len ? signatures.buf : NULL,
                   .samples = samples.len ? samples.buf : NULL, .sample_ends = sample_ends.buf};
        if (job.samples) job.sample_ends[0] = 0;
        Py_BEGIN_ALLOW_THREADS;
        uint32_t *signature = malloc(4 * (size_t)num_perm + 4);
        enough = allocate(&job, most) && signature;
        if (enough) {
#ifdef HAS_AVX
            if (level == WITH_AVX512)
                sign_avx512(&job, signature);
            else if (level == WITH_AVX2)
                sign_avx2(&job, signature);
            else
#endif
                sign_plain(&job, signature);
        }
        free(signature);
        release(&job);
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&data);
    PyBuffer_Release(&offsets);
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    PyBuffer_Release(&counts);
    PyBuffer_Release(&keys);
    PyBuffer_Release(&signatures);
    PyBuffer_Release(&samples);
    PyBuffer_Release(&sample_ends);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    if (!enough) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

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

/* The sorted set of each text's shingle hashes, end to end in `flat`; `ends` gets n + 1 offsets into it. */
static PyObject *shingle_sets(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, flat, ends;
    Py_ssize_t length;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*nw*w*", &data, &offsets, &length, &flat, &ends)) return NULL;
    int64_t most = longest(&data, &offsets);
    Py_ssize_t texts = offsets.len / 8 - 1;
    /* a text of s bytes has at most (s + 1) / 2 words */
    int fits = most >= 0 && length > 0 && ends.len == offsets.len && flat.len >= 4 * ((const int64_t *)offsets.buf)[texts];
    int enough = 0;
    if (fits) {
        Setting setting = {.job = {.data = data.buf, .offsets = offsets.buf, .texts = (size_t)texts, .length = (size_t)length},
                           .flat = flat.buf, .ends = ends.buf};
        Py_BEGIN_ALLOW_THREADS;
        size_t words = (size_t)most / 2 + 2;
        setting.counts = malloc(4 * (2 * words + 8));
        enough = allocate(&setting.job, most) && setting.counts;
        if (enough) {
#ifdef HAS_AVX
            if (level == WITH_AVX512)
                set_avx512(&setting);
            else if (level == WITH_AVX2)
                set_avx2(&setting);
            else
#endif
                set_plain(&setting);
        }
        free(setting.counts);
        release(&setting.job);
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&data);
    PyBuffer_Release(&offsets);
    PyBuffer_Release(&flat);
    PyBuffer_Release(&ends);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    if (!enough) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

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

/* How many elements the sorted sets a[i] and b[i] share. */
static PyObject *overlaps(PyObject *self, PyObject *args) {
    Py_buffer flat, ends, a, b, shared;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*y*w*", &flat, &ends, &a, &b, &shared)) return NULL;
    const int64_t *end = ends.buf, *left = a.buf, *right = b.buf;
    int64_t sets = ends.len / 8 - 1, pairs = a.len / 8;
    int fits = sets >= 0 && a.len == b.len && shared.len == 4 * pairs && end[0] == 0 && 8 * end[sets] <= flat.len;
    for (int64_t i = 0; fits && i < sets; i++) fits = end[i] <= end[i + 1];
    for (int64_t i = 0; fits && i < pairs; i++) fits = left[i] >= 0 && left[i] < sets && right[i] >= 0 && right[i] < sets;
    if (fits) {
        Overlapping job = {.values = flat.buf, .end = end, .left = left, .right = right, .pairs = pairs,
                           .shared = shared.buf};
        Py_BEGIN_ALLOW_THREADS;
#ifdef HAS_AVX
        if (level >= WITH_AVX2)
            overlaps_avx2(&job);
        else
#endif
            overlaps_plain(&job);
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&flat);
    PyBuffer_Release(&ends);
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    PyBuffer_Release(&shared);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    Py_RETURN_NONE;
}

typedef struct {
    const uint8_t *data;
    const int64_t *offsets, *seeds;
    int64_t texts;
    uint64_t *hashes;
} Hashing;

/* A sum over chunks of eight bytes, each mixed with its place: no chunk waits for the one before. */
INLINE void hash_contents(const Hashing *job) {
    for (int64_t d = 0; d < job->texts; d++) {
        const uint8_t *text = job->data + job->offsets[d];
        uint64_t size = (uint64_t)(job->offsets[d + 1] - job->offsets[d] - 1), chunks = size / 8;
        uint64_t h = (uint64_t)job->seeds[d] * FINAL;
        for (uint64_t i = 0; i < chunks; i++) {
            uint64_t x = (load(text + 8 * i) ^ (i + 1) * STEP) * WORD;
            h += x ^ (x >> 32);
        }
        if (size % 8) {
            uint64_t x = load(text + 8 * chunks) & (~0ULL >> (64 - 8 * (size % 8)));
            x = (x ^ (chunks + 1) * STEP) * WORD;
            h += x ^ (x >> 32);
        }
        job->hashes[d] = (h ^ (h >> 32)) * FINAL;
    }
}

static void contents_plain(const Hashing *job) { hash_contents(job); }
#ifdef HAS_AVX
AVX512 static void contents_avx512(const Hashing *job) { hash_contents(job); }
#endif

/* A 64-bit hash of each packed text's bytes, begun with a number that goes with the text. */
static PyObject *contents(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, seeds, hashes;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*w*", &data, &offsets, &seeds, &hashes)) return NULL;
    int64_t texts = offsets.len / 8 - 1;
    int fits = longest(&data, &offsets) >= 0 && hashes.len == 8 * texts && seeds.len == 8 * texts;
    if (fits) {
        Hashing job = {.data = data.buf, .offsets = offsets.buf, .seeds = seeds.buf, .texts = texts,
                       .hashes = hashes.buf};
        Py_BEGIN_ALLOW_THREADS;
#ifdef HAS_AVX
        if (level == WITH_AVX512)
            contents_avx512(&job);
        else
#endif
            contents_plain(&job);
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&data);
    PyBuffer_Release(&offsets);
    PyBuffer_Release(&seeds);
    PyBuffer_Release(&hashes);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    Py_RETURN_NONE;
}

/* Fold the code points of one text into `to`, and return where it ends there, or NULL with `mark` set. */
INLINE uint8_t *fold_one(const uint32_t *from, size_t size, const uint64_t *known, uint8_t *to, uint8_t *mark) {
    size_t i = 0;
    while (i < size) {
        for (; i + 16 <= size; i += 16, to += 16) { /* as much ASCII as there is, sixteen at a time */
            uint32_t any = 0;
            for (size_t j = 0; j < 16; j++) any |= from[i + j];
            if (any >= 0x80) break;
            for (size_t j = 0; j < 16; j++) to[j] = (uint8_t)from[i + j];
        }
        for (size_t stop = i + 16; i < size && i < stop; i++) {
            uint32_t code = from[i];
            if (code < 0x80) {
                *to++ = (uint8_t)code;
                continue;
            }
            uint64_t folded = code < 0x110000 ? known[code] : 0;
            unsigned bytes = (unsigned)(folded >> 56);
            if (bytes == 0 || bytes == COMPLEX) {
                *mark = bytes ? 2 : 1;
                return NULL;
            }
            for (unsigned j = 0; j + 1 < bytes; j++) to[j] = (uint8_t)(folded >> (8 * j));
            to += bytes - 1;
        }
    }
    return to;
}

typedef struct {
    size_t texts, total;
    const char **ascii;   /* of each text, or NULL where it is not ASCII */
    Py_ssize_t *size;     /* in code points */
    uint32_t *codes;      /* of the texts that are not ASCII, end to end */
    const uint64_t *known;
    int64_t *ends;
    uint8_t *marks, *out;
} Folding;

INLINE size_t fold_texts(const Folding *job) {
    const uint32_t *codes = job->codes;
    uint8_t *to = job->out;
    job->ends[0] = 0;
    for (size_t i = 0; i < job->texts; i++) {
        size_t size = (size_t)job->size[i];
        job->marks[i] = 0;
        if (job->ascii[i]) {
            memcpy(to, job->ascii[i], size);
            to += size;
        } else {
            uint8_t *stop = fold_one(codes, size, job->known, to, &job->marks[i]);
            if (stop) to = stop;
            codes += size;
        }
        *to++ = 0;
        job->ends[i + 1] = to - job->out;
    }
    memset(to, 0, PADDING);
    return (size_t)(to - job->out) + PADDING;
}

static size_t fold_plain(const Folding *job) { return fold_texts(job); }
#ifdef HAS_AVX
AVX2 static size_t fold_avx2(const Folding *job) { return fold_texts(job); }
AVX512 static size_t fold_avx512(const Folding *job) { return fold_texts(job); }
#endif

/* Fold texts code point by code point: table[c] holds up to 7 bytes that stand for c, their number plus one on top.
 * Where a text holds a code point that the table does not know (0) or cannot say (COMPLEX), its mark is set to 1 or
 * 2, and what is written for it is empty. `plain` says which texts are ASCII, `sizes` gets all texts' code points.
 * Returns the folded texts packed. */
static PyObject *fold(PyObject *self, PyObject *args) {
    PyObject *list, *packed = NULL;
    Py_buffer plain, table, ends, marks, sizes;
    Folding job = {0};
    size_t wide = 0, written = 0;
    (void)self;
    if (!PyArg_ParseTuple(args, "Oy*y*w*w*w*", &list, &plain, &table, &ends, &marks, &sizes)) return NULL;
    Py_ssize_t texts = PyList_Size(list);
    if (texts < 0) goto done;
    if (table.len != 8 * 0x110000 || ends.len != 8 * (texts + 1) || marks.len != texts || sizes.len != 8 * texts ||
        plain.len != texts) {
        PyErr_SetString(PyExc_ValueError, "sizes of the arrays do not fit together");
        goto done;
    }
    job.ascii = malloc(sizeof(*job.ascii) * (size_t)(texts + 1));
    job.size = malloc(sizeof(*job.size) * (size_t)(texts + 1));
    if (!job.ascii || !job.size) {
        PyErr_NoMemory();
        goto done;
    }
    for (Py_ssize_t i = 0; i < texts; i++) {
        job.size[i] = PyUnicode_GetLength(PyList_GetItem(list, i));
        if (job.size[i] < 0) goto done;
        ((int64_t *)sizes.buf)[i] = job.size[i];
        if (!((const uint8_t *)plain.buf)[i]) wide += (size_t)job.size[i];
    }
    /* a code point takes one byte where all are ASCII, and at most seven */
    for (Py_ssize_t i = 0; i < texts; i++)
        job.total += (size_t)job.size[i] * (((const uint8_t *)plain.buf)[i] ? 1 : 7) + 1;
    job.codes = malloc(4 * wide + 4);
    job.out = malloc(job.total + PADDING);
    if (!job.codes || !job.out) {
        PyErr_NoMemory();
        goto done;
    }
    uint32_t *codes = job.codes;
    for (Py_ssize_t i = 0; i < texts; i++) {
        PyObject *text = PyList_GetItem(list, i);
        job.ascii[i] = NULL;
        if (((const uint8_t *)plain.buf)[i]) {
            Py_ssize_t bytes;
            job.ascii[i] = PyUnicode_AsUTF8AndSize(text, &bytes);
            if (!job.ascii[i] || bytes != job.size[i]) {
                if (job.ascii[i]) PyErr_SetString(PyExc_ValueError, "a text is not ASCII");
                goto done;
            }
        } else if (job.size[i]) {
            if (!PyUnicode_AsUCS4(text, codes, job.size[i], 0)) goto done;
            codes += job.size[i];
        }
    }
    job.texts = (size_t)texts;
    job.known = table.buf;
    job.ends = ends.buf;
    job.marks = marks.buf;
    Py_BEGIN_ALLOW_THREADS;
#ifdef HAS_AVX
    if (level == WITH_AVX512)
        written = fold_avx512(&job);
    else if (level == WITH_AVX2)
        written = fold_avx2(&job);
    else
#endif
        written = fold_plain(&job);
    Py_END_ALLOW_THREADS;
    packed = PyBytes_FromStringAndSize((const char *)job.out, (Py_ssize_t)written);
done:
    free(job.ascii);
    free(job.size);
    free(job.codes);
    free(job.out);
    PyBuffer_Release(&plain);
    PyBuffer_Release(&table);
    PyBuffer_Release(&ends);
    PyBuffer_Release(&marks);
    PyBuffer_Release(&sizes);
    return packed;
}

/* The code point that the escape or the UTF-8 sequence at `*at` stands for, and past it; JSON that is known to be valid. */
INLINE uint32_t code_point(const uint8_t **at) {
    const uint8_t *p = *at;
    uint32_t code = p[0];
    if (code == '\\' && p[1] != 'u') {
        *at += 2;
        switch (p[1]) {
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return p[1];
        }
    }
    if (code == '\\') {
        uint32_t unit[2] = {0, 0};
        for (int u = 0; u < 2; u++) {
            for (int i = 2; i < 6; i++) unit[u] = unit[u] << 4 | (uint32_t)(p[i] <= '9' ? p[i] - '0' : (p[i] | 32) - 'a' + 10);
            p += 6;
            if (u == 0 && (unit[0] < 0xD800 || unit[0] > 0xDBFF)) break;
        }
        *at = p;
        return unit[1] ? 0x10000 + ((unit[0] - 0xD800) << 10) + (unit[1] - 0xDC00) : unit[0];
    }
    int more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : 1;
    code &= 0x3FU >> more;
    for (int i = 1; i <= more; i++) code = code << 6 | (p[i] & 0x3F);
    *at += more + 1;
    return code;
}

typedef struct {
    const uint8_t *data;
    size_t size, texts;
    const int64_t *starts, *stops;
    const uint64_t *known;
    int64_t *ends;
    uint8_t *marks, *out;
} Unpacking;

/* Fold JSON strings; `out` has room for four bytes where there was one. Returns how much was written. */
INLINE size_t fold_json(const Unpacking *job) {
    const uint8_t *last = job->data + job->size;
    uint8_t *to = job->out;
    job->ends[0] = 0;
    for (size_t d = 0; d < job->texts; d++) {
        const uint8_t *from = job->data + job->starts[d], *stop = job->data + job->stops[d];
        uint8_t *first = to;
        job->marks[d] = 0;
        while (from < stop) {
#if defined(__SSE2__)
            while (from < stop && last - from >= 16) {
                __m128i x = _mm_loadu_si128((const __m128i *)from);
                unsigned odd = (unsigned)_mm_movemask_epi8(_mm_or_si128(x, _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'))));
                size_t some = odd ? lowest(odd) : 16;
                if (some > (size_t)(stop - from)) some = (size_t)(stop - from);
                _mm_storeu_si128((__m128i *)to, x);
                from += some, to += some;
                if (odd) break;
            }
            if (from >= stop) break;
#endif
            if (*from < 0x80 && *from != '\\') {
                *to++ = *from++;
                continue;
            }
            uint32_t code = code_point(&from);
            if (code < 0x80) {
                *to++ = (uint8_t)code;
                continue;
            }
            uint64_t folded = code < 0x110000 ? job->known[code] : 0;
            unsigned bytes = (unsigned)(folded >> 56);
            if (bytes == 0 || bytes == COMPLEX) {
                job->marks[d] = bytes ? 2 : 1;
                to = first;
                break;
            }
            store(to, folded); /* seven of the eight bytes may be its own */
            to += bytes - 1;
        }
        *to++ = 0;
        job->ends[d + 1] = to - job->out;
    }
    memset(to, 0, PADDING);
    return (size_t)(to - job->out) + PADDING;
}

static size_t fold_json_plain(const Unpacking *job) { return fold_json(job); }
#ifdef HAS_AVX
AVX2 static size_t fold_json_avx2(const Unpacking *job) { return fold_json(job); }
#endif

/* The same for JSON strings as they are stored, data[starts[i]] to data[stops[i] - 1], with room for a quote behind. */
static PyObject *fold_strings(PyObject *self, PyObject *args) {
    PyObject *packed = NULL;
    Py_buffer data, starts, stops, table, ends, marks;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*y*w*w*", &data, &starts, &stops, &table, &ends, &marks)) return NULL;
    Py_ssize_t texts = marks.len;
    const int64_t *from = starts.buf, *to = stops.buf;
    size_t total = 0;
    int fits = starts.len == 8 * texts && stops.len == 8 * texts && ends.len == 8 * (texts + 1) && table.len == 8 * 0x110000;
    for (Py_ssize_t i = 0; fits && i < texts; i++) {
        fits = from[i] >= 0 && from[i] <= to[i] && to[i] < data.len;
        total += (size_t)(to[i] - from[i]);
    }
    if (fits) {
        Unpacking job = {.data = data.buf, .size = (size_t)data.len, .texts = (size_t)texts, .starts = from, .stops = to,
                         .known = table.buf, .ends = ends.buf, .marks = marks.buf,
                         .out = malloc(4 * total + (size_t)texts + PADDING + 16)};
        size_t written = 0;
        if (job.out) {
            Py_BEGIN_ALLOW_THREADS;
#ifdef HAS_AVX
            if (level >= WITH_AVX2)
                written = fold_json_avx2(&job);
            else
#endif
                written = fold_json_plain(&job);
            Py_END_ALLOW_THREADS;
            packed = PyBytes_FromStringAndSize((const char *)job.out, (Py_ssize_t)written);
            free(job.out);
        } else
            PyErr_NoMemory();
    } else
        PyErr_SetString(PyExc_ValueError, "sizes of the arrays do not fit together");
    PyBuffer_Release(&data);
    PyBuffer_Release(&starts);
    PyBuffer_Release(&stops);
    PyBuffer_Release(&table);
    PyBuffer_Release(&ends);
    PyBuffer_Release(&marks);
    return packed;
}

/* The pairs of members of each bucket that stand at most `reach` apart, the smaller in the upper half. */
static PyObject *neighbours(PyObject *self, PyObject *args) {
    Py_buffer texts, starts, sizes, pairs;
    Py_ssize_t reach;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*nw*", &texts, &starts, &sizes, &reach, &pairs)) return NULL;
    const int64_t *start = starts.buf, *size = sizes.buf;
    int64_t members = texts.len / 8, buckets = starts.len / 8, room = pairs.len / 8, needed = 0;
    int fits = sizes.len == starts.len && reach >= 0;
    for (int64_t i = 0; fits && i < buckets; i++) {
        fits = start[i] >= 0 && size[i] >= 1 && size[i] <= members - start[i] && needed <= room;
        int64_t steps = size[i] - 1 < reach ? size[i] - 1 : reach;
        needed += steps * size[i] - steps * (steps + 1) / 2;
    }
    fits = fits && needed == room;
    if (fits) {
        uint64_t *to = pairs.buf;
        Py_BEGIN_ALLOW_THREADS;
        for (int64_t i = 0; i < buckets; i++) {
            const uint64_t *bucket = (const uint64_t *)texts.buf + start[i];
            for (int64_t x = 0; x < size[i]; x++)
                for (int64_t y = x + 1; y < size[i] && y - x <= reach; y++) {
                    uint64_t a = bucket[x], b = bucket[y];
                    *to++ = a < b ? a << 32 | b : b << 32 | a;
                }
        }
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&texts);
    PyBuffer_Release(&starts);
    PyBuffer_Release(&sizes);
    PyBuffer_Release(&pairs);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    Py_RETURN_NONE;
}

/* The least member of each node's component: `labels` comes in as 0..n-1. (union by least label, path halving) */
static PyObject *components(PyObject *self, PyObject *args) {
    Py_buffer a, b, labels;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*w*", &a, &b, &labels)) return NULL;
    const int64_t *left = a.buf, *right = b.buf;
    int64_t nodes = labels.len / 8, edges = a.len / 8;
    int64_t *parent = labels.buf;
    int fits = a.len == b.len;
    for (int64_t i = 0; fits && i < nodes; i++) fits = parent[i] == i;
    for (int64_t i = 0; fits && i < edges; i++) fits = left[i] >= 0 && left[i] < nodes && right[i] >= 0 && right[i] < nodes;
    if (fits) {
        Py_BEGIN_ALLOW_THREADS;
        for (int64_t i = 0; i < edges; i++) {
            int64_t x = left[i], y = right[i];
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            while (parent[y] != y) y = parent[y] = parent[parent[y]];
            if (x < y)
                parent[y] = x;
            else
                parent[x] = y;
        }
        for (int64_t i = 0; i < nodes; i++) parent[i] = parent[parent[i]];
        Py_END_ALLOW_THREADS;
    }
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    PyBuffer_Release(&labels);
    if (!fits) return PyErr_Format(PyExc_ValueError, "edges do not fit the labels");
    Py_RETURN_NONE;
}

/* Which instructions are in use: the best there are, up to those named where a name is given. */
static PyObject *name(PyObject *self, PyObject *args) {
    const char *most = NULL;
    (void)self;
    if (!PyArg_ParseTuple(args, "|z", &most)) return NULL;
    if (most) {
        level = best();
        while (level > PLAIN && strcmp(names[level], most)) level--;
    }
    return PyUnicode_FromString(names[level]);
}

static PyMethodDef methods[] = {
    {"sign", sign, METH_VARARGS, "Counts of shingles, band keys and signatures of packed texts."},
    {"shingle_sets", shingle_sets, METH_VARARGS, "Sorted sets of shingle hashes of packed texts."},
    {"overlaps", overlaps, METH_VARARGS, "Sizes of the intersections of pairs of sorted sets."},
    {"contents", contents, METH_VARARGS, "Hashes of packed texts' bytes."},
    {"fold", fold, METH_VARARGS, "Texts folded code point by code point, where that is enough."},
    {"fold_strings", fold_strings, METH_VARARGS, "JSON strings folded code point by code point, where that is enough."},
    {"neighbours", neighbours, METH_VARARGS, "Pairs of near members of buckets."},
    {"components", components, METH_VARARGS, "The least member of each node's component."},
    {"name", name, METH_VARARGS, "Which instructions are in use; a name bounds them."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void) {
    level = best();
    return PyModuleDef_Init(&definition);
}
