/* What the machine offers: inlining, vector instructions, bytes in order. */
#ifndef FORENSICS_MACHINE_H
#define FORENSICS_MACHINE_H

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

#endif
