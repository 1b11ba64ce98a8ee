/* Words of a folded text, their hashes, and the hashes of shingles (forensics/sketch/hashing.py). */
#ifndef FORENSICS_WORDS_H
#define FORENSICS_WORDS_H

#include "_machine.h"

#define WORD 0x9E3779B97F4A7C15ULL
#define FINAL 0xFF51AFD7ED558CCDULL
#define STEP 0xD6E8FEB86659FD93ULL
#define HIGHS 0x8080808080808080ULL
#define ROOM 128   /* zero bytes behind a lower-cased text, so that 64 can be looked at anywhere */

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

#endif
