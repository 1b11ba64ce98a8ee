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
#define HAS_AVX2 1
#define AVX2 __attribute__((target("avx2,bmi,bmi2")))
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

/* Hash the words of `low`, which is lower-cased and has 64 zero bytes behind it; `edges` is room for size + 66. */
INLINE size_t word_hashes(const uint8_t *low, size_t size, uint32_t *edges, uint64_t *out) {
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

INLINE uint64_t mixed(uint64_t h) {
    h ^= h >> 32;
    h *= WORD;
    return h ^ (h >> 29);
}

/* Shingle hashes of `count` words; returns how many (with repetitions). */
INLINE size_t shingle_hashes(const uint64_t *words, size_t count, size_t length, uint64_t top, uint64_t *out) {
    if (count == 0) return 0;
    uint64_t h = count < length ? count : 0;
    size_t head = count < length ? count : length;
    for (size_t i = 0; i < head; i++) h = h * STEP + words[i];
    out[0] = mixed(h);
    for (size_t i = length; i < count; i++) {
        h = h * STEP + words[i] - words[i - length] * top;
        out[i - length + 1] = mixed(h);
    }
    return count < length ? 1 : count - length + 1;
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

/* The least value of each permutation a * h + b; four at a time, so that each hash is loaded once for four. */
INLINE void minima(const uint32_t *h, size_t m, const uint32_t *a, const uint32_t *b, size_t count, uint32_t *out) {
    size_t p = 0;
    for (; p + 4 <= count; p += 4) {
        uint32_t least0 = ~0U, least1 = ~0U, least2 = ~0U, least3 = ~0U;
        uint32_t a0 = a[p], a1 = a[p + 1], a2 = a[p + 2], a3 = a[p + 3];
        uint32_t b0 = b[p], b1 = b[p + 1], b2 = b[p + 2], b3 = b[p + 3];
        for (size_t i = 0; i < m; i++) {
            uint32_t v0 = h[i] * a0 + b0, v1 = h[i] * a1 + b1, v2 = h[i] * a2 + b2, v3 = h[i] * a3 + b3;
            least0 = v0 < least0 ? v0 : least0;
            least1 = v1 < least1 ? v1 : least1;
            least2 = v2 < least2 ? v2 : least2;
            least3 = v3 < least3 ? v3 : least3;
        }
        out[p] = least0, out[p + 1] = least1, out[p + 2] = least2, out[p + 3] = least3;
    }
    for (; p < count; p++) {
        uint32_t least = ~0U;
        for (size_t i = 0; i < m; i++) {
            uint32_t v = h[i] * a[p] + b[p];
            least = v < least ? v : least;
        }
        out[p] = least;
    }
}

INLINE void sign_texts(const Job *job, uint32_t *signature) {
    uint64_t top = power(job->length);
    for (size_t d = 0; d < job->texts; d++) {
        size_t size = (size_t)(job->offsets[d + 1] - job->offsets[d] - 1);
        lower(job->data + job->offsets[d], size, job->low);
        size_t words = word_hashes(job->low, size, job->edges, job->words);
        size_t m = shingle_hashes(job->words, words, job->length, top, job->shingles);
        uint32_t *h = job->small;
        for (size_t i = 0; i < m; i++) h[i] = (uint32_t)(job->shingles[i] >> 32);
        for (size_t i = 0; i < m; i++) h[i] = fmix32(h[i]);
        minima(h, m, job->a, job->b, job->num_perm, signature);
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

static void sign_plain(const Job *job, uint32_t *signature) { sign_texts(job, signature); }
#ifdef HAS_AVX2
AVX2 static void sign_avx2(const Job *job, uint32_t *signature) { sign_texts(job, signature); }
static int avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }
#endif

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
    job->small = malloc(4 * words);
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
#ifdef HAS_AVX2
            if (avx2())
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
static size_t sort_unique(const uint64_t *values, size_t m, uint64_t *sorted, uint32_t *counts) {
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
        Job job = {0};
        Py_BEGIN_ALLOW_THREADS;
        size_t words = (size_t)most / 2 + 2;
        uint32_t *counts = malloc(4 * (2 * words + 8));
        enough = allocate(&job, most) && counts;
        if (enough) {
            const int64_t *at = offsets.buf;
            int64_t *end = ends.buf;
            uint64_t *out = flat.buf, top = power((size_t)length);
            end[0] = 0;
            for (Py_ssize_t d = 0; d < texts; d++) {
                size_t size = (size_t)(at[d + 1] - at[d] - 1);
                lower((const uint8_t *)data.buf + at[d], size, job.low);
                size_t found = word_hashes(job.low, size, job.edges, job.words);
                size_t m = shingle_hashes(job.words, found, (size_t)length, top, job.shingles);
                end[d + 1] = end[d] + (int64_t)(m ? sort_unique(job.shingles, m, out + end[d], counts) : 0);
            }
        }
        free(counts);
        release(&job);
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

#ifdef HAS_AVX2
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
#ifdef HAS_AVX2
        if (avx2())
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

/* A 64-bit hash of each packed text's bytes, begun with a number that goes with the text. */
static PyObject *contents(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, seeds, hashes;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*w*", &data, &offsets, &seeds, &hashes)) return NULL;
    int64_t texts = offsets.len / 8 - 1;
    int fits = longest(&data, &offsets) >= 0 && hashes.len == 8 * texts && seeds.len == 8 * texts;
    if (fits) {
        Py_BEGIN_ALLOW_THREADS;
        const int64_t *at = offsets.buf, *seed = seeds.buf;
        for (int64_t d = 0; d < texts; d++) {
            const uint8_t *text = (const uint8_t *)data.buf + at[d];
            int64_t size = at[d + 1] - at[d] - 1, i = 0;
            uint64_t h = (uint64_t)seed[d] * FINAL;
            for (; i + 8 <= size; i += 8) {
                h = (h ^ load(text + i)) * WORD;
                h ^= h >> 32;
            }
            if (i < size) {
                h = (h ^ (load(text + i) & (~0ULL >> (64 - 8 * (size - i))))) * WORD;
                h ^= h >> 32;
            }
            ((uint64_t *)hashes.buf)[d] = h * FINAL;
        }
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
#ifdef HAS_AVX2
AVX2 static size_t fold_avx2(const Folding *job) { return fold_texts(job); }
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
#ifdef HAS_AVX2
    if (avx2())
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

static PyObject *name(PyObject *self, PyObject *args) {
    (void)self;
    (void)args;
#ifdef HAS_AVX2
    if (avx2()) return PyUnicode_FromString("c-avx2");
#endif
    return PyUnicode_FromString("c");
}

static PyMethodDef methods[] = {
    {"sign", sign, METH_VARARGS, "Counts of shingles, band keys and signatures of packed texts."},
    {"shingle_sets", shingle_sets, METH_VARARGS, "Sorted sets of shingle hashes of packed texts."},
    {"overlaps", overlaps, METH_VARARGS, "Sizes of the intersections of pairs of sorted sets."},
    {"contents", contents, METH_VARARGS, "Hashes of packed texts' bytes."},
    {"fold", fold, METH_VARARGS, "Texts folded code point by code point, where that is enough."},
    {"components", components, METH_VARARGS, "The least member of each node's component."},
    {"name", name, METH_NOARGS, "Which instructions are in use."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&definition); }
