/* Code points of JSON strings in UTF-8 (RFC 8259, RFC 3629): each function is past one, or NULL where there is none. */
#ifndef FORENSICS_STRINGS_H
#define FORENSICS_STRINGS_H

#include <stddef.h>
#include <stdint.h>

typedef const uint8_t *Place; /* NULL where something is out of the way */

static inline Place hex4(Place at, Place end, uint32_t *code) {
    if (end - at < 4) return NULL;
    *code = 0;
    for (int i = 0; i < 4; i++) {
        uint8_t c = at[i], low = c | 32;
        if (c >= '0' && c <= '9')
            *code = *code << 4 | (uint32_t)(c - '0');
        else if (low >= 'a' && low <= 'f')
            *code = *code << 4 | (uint32_t)(low - 'a' + 10);
        else
            return NULL;
    }
    return at + 4;
}

/* Past the escape whose backslash stands at `at`; half a surrogate pair is none. */
static inline Place escape(Place at, Place end, uint32_t *code) {
    if (end - at < 2) return NULL;
    switch (at[1]) {
    case 'u': break;
    case 'n': *code = '\n'; return at + 2;
    case 't': *code = '\t'; return at + 2;
    case 'r': *code = '\r'; return at + 2;
    case 'b': *code = '\b'; return at + 2;
    case 'f': *code = '\f'; return at + 2;
    case '"':
    case '\\':
    case '/': *code = at[1]; return at + 2;
    default: return NULL;
    }
    at = hex4(at + 2, end, code);
    if (!at || *code < 0xD800 || *code > 0xDFFF) return at;
    uint32_t low;
    if (*code > 0xDBFF || end - at < 6 || at[0] != '\\' || at[1] != 'u') return NULL;
    at = hex4(at + 2, end, &low);
    if (!at || low < 0xDC00 || low > 0xDFFF) return NULL;
    *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
    return at;
}

/* Past the code point of two to four bytes that begins at `at` (RFC 3629). */
static inline Place utf8(Place at, Place end, uint32_t *code) {
    static const uint32_t least[] = {0x80, 0x800, 0x10000};
    int more = at[0] >= 0xF0 ? 3 : at[0] >= 0xE0 ? 2 : 1;
    if (at[0] < 0xC2 || at[0] > 0xF4 || end - at <= more) return NULL;
    *code = at[0] & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
        if ((at[i] & 0xC0) != 0x80) return NULL;
        *code = *code << 6 | (at[i] & 0x3F);
    }
    if (*code < least[more - 1] || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF)) return NULL;
    return at + more + 1;
}

#endif
