/* Texts folded code point by code point, from strings and from JSON as it is stored, and hashes of the result. */
#ifndef FORENSICS_FOLDING_H
#define FORENSICS_FOLDING_H

#include "../documents/_strings.h"
#include "_words.h"

#define MARKS 2 /* edition of what the table and the marks mean: native.py asks for this one */
#define COMPLEX 0xFF
#define LOOKALIKE 0x10 /* bits of the top byte: sketch/characters.py sets them */
#define ODD 0x20
#define ACCENTED 0x40
#define ODD_SPACE 0x80
#define ACCENTS_EACH 10 /* code points, of which one has an accent, a digit in a word, an odd space: as text/disguise asks */
#define DIGITS_EACH 50
#define SPACES_EACH 100
#define LOOK_AGAIN 4    /* the mark of a text that may be disguised */

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

/* What a text has to be looked at again for, since it may be disguised: see text/disguise. `after` is where the latest
 * letter that looks like a Latin one ends in what was written. */
typedef struct {
    const uint8_t *after;
    size_t accents, spaces, wide, wide_bytes; /* code points beyond ASCII, and the bytes that they folded to */
    uint8_t odd;
} Watch;

INLINE int ascii_letter(uint8_t c) { return (uint8_t)((uint8_t)(c | 32) - 'a') < 26; }

/* Write what a code point beyond ASCII folds to, with eight bytes of room, and return how many bytes that takes; or set
 * the mark of a text in which it is not known (1) or cannot be said (2), and return -1. */
INLINE int put(uint32_t code, const uint64_t *known, const uint8_t *first, uint8_t *to, Watch *watch, uint8_t *mark) {
    uint64_t folded = code < 0x110000 ? known[code] : 0;
    unsigned top = (unsigned)(folded >> 56);
    if (top == 0 || top == COMPLEX) {
        *mark = top ? 2 : 1;
        return -1;
    }
    store(to, folded);
    int bytes = (int)(top & 15) - 1;
    watch->wide++;
    watch->wide_bytes += (size_t)bytes;
    if (top & ~15U) {
        if (top & ODD) watch->odd = 1;
        if (top & ACCENTED) watch->accents++;
        if (top & ODD_SPACE) watch->spaces++;
        if (top & LOOKALIKE) {
            if (to > first && ascii_letter(to[-1])) watch->odd = 1;
            if (watch->after && watch->after < to && ascii_letter(*watch->after)) watch->odd = 1;
            watch->after = to + bytes;
        }
    }
    return bytes;
}

#define PATTERN 8 /* bytes that are looked at together, of which there is room behind a text */
#define BLOCK 240 /* bytes that are classed at once */

INLINE int in_word(uint8_t c) { return ascii_letter(c) | ((uint8_t)(c - '0') < 10) | (c >> 7); }

/* Whether an ampersand at `at` begins an entity, of which there are none of more than 32 characters. */
INLINE int entity(const uint8_t *at, const uint8_t *to) {
    const uint8_t *stop = to - at > 40 ? at + 40 : to;
    for (at++; at < stop && (*at == '#' || (in_word(*at) && *at < 0x80)); at++) {}
    return at < stop && *at == ';';
}

/* Whether a folded text [first, to) may be disguised: a superset of what text/disguise looks for, which says how much of
 * it is told. Zero bytes stand behind it. */
INLINE int disguised(const uint8_t *first, const uint8_t *to, const Watch *watch) {
    size_t size = (size_t)(to - first), points = size - watch->wide_bytes + watch->wide;
    if (watch->odd || (watch->accents && watch->accents * ACCENTS_EACH >= points)) return 1;
    if (watch->spaces && watch->spaces * SPACES_EACH >= points) return 1;
    if (watch->after && watch->after < to && ascii_letter(*watch->after)) return 1;
    uint8_t hyphen = 0, ampersand = 0;
    size_t joined = 0, digits = 0, apart = 1; /* one may stand at the very beginning */
    for (size_t start = 0; start < size; start += BLOCK) { /* sums of bytes stay below 256 */
        const uint8_t *c = first + start;
        size_t some = size - start < BLOCK ? size - start : BLOCK;
        uint8_t letter[BLOCK + PATTERN], word[BLOCK + PATTERN], figure[BLOCK + PATTERN];
        for (size_t k = 0; k < some + PATTERN - 1; k++) {
            uint8_t x = c[k], digit = (uint8_t)((uint8_t)(x - '0') < 10);
            letter[k] = (uint8_t)((uint8_t)((x | 32) - 'a') < 26);
            word[k] = (uint8_t)(letter[k] | digit | (x >> 7));
            figure[k] = (uint8_t)(digit | (uint8_t)(x == '@') | (uint8_t)(x == '$'));
        }
        uint8_t underscores = 0, digit_beside = 0, alone = 0;
        for (size_t k = 0; k < some; k++) {
            hyphen |= (uint8_t)((uint8_t)(c[k] == '-') & (uint8_t)((uint8_t)(c[k + 1] == '\n') | (uint8_t)(c[k + 1] == '\r')));
            ampersand |= (uint8_t)(c[k] == '&');
            underscores = (uint8_t)(underscores + (uint8_t)(c[k] == '_'));
            digit_beside = (uint8_t)(digit_beside + ((letter[k] & figure[k + 1]) | (figure[k] & letter[k + 1])));
            /* three letters behind `k`, apart by the same sign, no word on either side */
            uint8_t around = (uint8_t)(word[k] | word[k + 2] | word[k + 6]);
            uint8_t three = (uint8_t)(letter[k + 1] & letter[k + 3] & letter[k + 5] & (uint8_t)(c[k + 2] == c[k + 4]));
            alone = (uint8_t)(alone + (three & (uint8_t)(around ^ 1)));
        }
        joined += underscores;
        digits += digit_beside;
        apart += alone;
    }
    if (hyphen || apart >= 4 || joined >= 20 || (digits >= 10 && digits * DIGITS_EACH >= points)) return 1;
    for (const uint8_t *at = first; ampersand && (at = memchr(at, '&', (size_t)(to - at))); at++)
        if (entity(at, to)) return 1;
    size_t numbered = 0, equal = 0, length = 0;
    for (const uint8_t *line = first; line < to;) { /* lines that begin with a number, and equal ones */
        const uint8_t *end = memchr(line, '\n', (size_t)(to - line)), *at = line;
        if (!end) end = to;
        while (at < end && (*at == ' ' || *at == '\t')) at++;
        numbered += at < end && (uint8_t)(*at - '0') < 10;
        equal = (size_t)(end - line) == length && length >= 20 ? equal + 1 : 0;
        if (numbered >= 5 || equal >= 2) return 1;
        length = (size_t)(end - line);
        line = end + 1;
    }
    return 0;
}

/* Fold the code points of one text into `to`, and return where it ends there, or NULL with `mark` set. */
INLINE uint8_t *fold_one(const uint32_t *from, size_t size, const uint64_t *known, uint8_t *to, Watch *watch,
                         uint8_t *mark) {
    const uint8_t *first = to;
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
            int bytes = put(code, known, first, to, watch, mark);
            if (bytes < 0) return NULL;
            to += bytes;
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
        const uint8_t *first = to;
        Watch watch = {0};
        job->marks[i] = 0;
        if (job->ascii[i]) {
            memcpy(to, job->ascii[i], size);
            to += size;
        } else {
            uint8_t *stop = fold_one(codes, size, job->known, to, &watch, &job->marks[i]);
            if (stop) to = stop;
            codes += size;
        }
        memset(to, 0, PATTERN);
        if (!job->marks[i] && disguised(first, to, &watch)) job->marks[i] = LOOK_AGAIN;
        to++;
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
        Watch watch = {0};
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
            uint32_t code = 0;
            from = *from == '\\' ? escape(from, stop, &code) : utf8(from, stop, &code);
            if (from && code < 0x80) {
                *to++ = (uint8_t)code;
                continue;
            }
            if (!from) job->marks[d] = 2;
            int bytes = from ? put(code, job->known, first, to, &watch, &job->marks[d]) : -1;
            if (bytes < 0) {
                to = first;
                break;
            }
            to += bytes;
        }
        memset(to, 0, PATTERN);
        if (!job->marks[d] && disguised(first, to, &watch)) job->marks[d] = LOOK_AGAIN;
        to++;
        job->ends[d + 1] = to - job->out;
    }
    memset(to, 0, PADDING);
    return (size_t)(to - job->out) + PADDING;
}

static size_t fold_json_plain(const Unpacking *job) { return fold_json(job); }
#ifdef HAS_AVX
AVX2 static size_t fold_json_avx2(const Unpacking *job) { return fold_json(job); }
#endif

#endif
