/* JSON Lines: where each line's text and id stand, for lines that hold nothing out of the way.
 *
 * What is not certain to be a document is left to forensics/documents/jsonl.py, which says what is wrong with it. The
 * grammar is RFC 8259's; strings must be UTF-8. Everything runs with the interpreter lock released.
 */
#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#if !defined(_WIN32)
#include <unistd.h>
#endif

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "_strings.h"

#define DEEPEST 32

typedef struct {
    Place start, end; /* between the quotes */
    int64_t chars;    /* code points */
    int blank;        /* nothing but white space */
} String;

static Place spaces(Place at, Place end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r')) at++;
    return at;
}

/* The first byte from `at` on that is a quote, a backslash, a control or not ASCII. */
static Place plain(Place at, Place end) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        __m128i x = _mm_loadu_si128((const __m128i *)at);
        /* as signed numbers, bytes that are not ASCII are below the space as well */
        __m128i odd = _mm_or_si128(_mm_cmplt_epi8(x, _mm_set1_epi8(' ')),
                                   _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'))));
        int found = _mm_movemask_epi8(odd);
        if (found) {
            while (!(found & 1)) at++, found >>= 1;
            return at;
        }
    }
#endif
    while (at < end && *at >= ' ' && *at < 0x80 && *at != '"' && *at != '\\') at++;
    return at;
}

static int is_space(uint32_t code) { /* Unicode's White_Space and the separators that Python's isspace adds */
    return code <= ' ' ? (code >= 9 && code <= 13) || code >= 0x1C
                       : code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
                             code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Past the string whose first quote stands at `at`. */
static Place string(Place at, Place end, String *found) {
    found->start = ++at;
    found->chars = 0;
    found->blank = 1;
    for (;;) {
        Place from = at;
        uint32_t code;
        at = plain(at, end);
        found->chars += at - from;
        for (; found->blank && from < at; from++) found->blank = *from == ' ';
        if (at >= end || *at < ' ') return NULL;
        if (*at == '"') {
            found->end = at;
            return at + 1;
        }
        at = *at == '\\' ? escape(at, end, &code) : utf8(at, end, &code);
        if (!at) return NULL;
        found->chars++;
        found->blank &= is_space(code);
    }
}

static Place digits(Place at, Place end) {
    Place from = at;
    while (at < end && *at >= '0' && *at <= '9') at++;
    return at > from ? at : NULL;
}

static Place number(Place at, Place end) {
    if (*at == '-') at++;
    if (at < end && *at == '0')
        at++;
    else
        at = digits(at, end);
    if (at && at < end && *at == '.') at = digits(at + 1, end);
    if (at && at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-')) at++;
        at = digits(at, end);
    }
    return at;
}

static Place word(Place at, Place end, const char *wanted) {
    size_t size = strlen(wanted);
    return (size_t)(end - at) >= size && !memcmp(at, wanted, size) ? at + size : NULL;
}

/* Past any value. */
static Place value(Place at, Place end, int depth) {
    String unused;
    if (at >= end || depth > DEEPEST) return NULL;
    switch (*at) {
    case '"': return string(at, end, &unused);
    case 't': return word(at, end, "true");
    case 'f': return word(at, end, "false");
    case 'n': return word(at, end, "null");
    case '[':
    case '{': break;
    default: return number(at, end);
    }
    uint8_t close = *at == '[' ? ']' : '}';
    at = spaces(at + 1, end);
    if (at < end && *at == close) return at + 1;
    for (;;) {
        if (close == '}') {
            if (at >= end || *at != '"' || !(at = string(at, end, &unused))) return NULL;
            at = spaces(at, end);
            if (at >= end || *at != ':') return NULL;
            at = spaces(at + 1, end);
        }
        if (!(at = value(at, end, depth + 1))) return NULL;
        at = spaces(at, end);
        if (at >= end) return NULL;
        if (*at == close) return at + 1;
        if (*at != ',') return NULL;
        at = spaces(at + 1, end);
    }
}

typedef struct {
    const char *name;
    Py_ssize_t size;
} Field;

static int is(const Field *field, const String *key) {
    return key->end - key->start == field->size && !memcmp(key->start, field->name, (size_t)field->size);
}

/* Whether [at, end) is a document, and where its text and its id are: a string, a whole number as it is written, or
 * none. */
static int document(Place at, Place end, const Field *text_field, const Field *id_field, String *text, String *own) {
    String key, found;
    text->start = own->start = own->end = NULL;
    at = spaces(at, end);
    if (at >= end || *at != '{') return 0;
    do {
        at = spaces(at + 1, end);
        if (at >= end || *at != '"' || !(at = string(at, end, &key))) return 0;
        if (memchr(key.start, '\\', (size_t)(key.end - key.start))) return 0;
        at = spaces(at, end);
        if (at >= end || *at != ':') return 0;
        at = spaces(at + 1, end);
        if (at >= end) return 0;
        if (is(text_field, &key)) {
            if (text->start || *at != '"' || !(at = string(at, end, text))) return 0;
        } else if (is(id_field, &key)) {
            Place from = at;
            if (own->start || !(at = *at == '"' ? string(at, end, &found) : value(at, end, 0))) return 0;
            *own = found;
            if (*from != '"') {
                own->start = from;
                own->end = at;
                if (*from == 'n')
                    own->end = from;
                else if (digits(*from == '-' ? from + 1 : from, at) != at || !memcmp(from, "-0", 2) || at - from > 18)
                    return 0;
            } else if (memchr(own->start, '\\', (size_t)(own->end - own->start)))
                return 0;
        } else if (!(at = value(at, end, 0)))
            return 0;
        at = spaces(at, end);
    } while (at < end && *at == ',');
    return at < end && *at == '}' && spaces(at + 1, end) == end && text->start && !text->blank;
}

#define COLUMNS 6

/* Find the texts and ids of the lines of `data`. Returns six arrays of 64-bit numbers, as bytes: where each line begins,
 * where its text begins and ends between the quotes, its code points, where its id begins and ends (empty for none); or
 * None where a line is out of the way. */
static PyObject *scan(PyObject *self, PyObject *args) {
    Py_buffer data;
    Field text_field, id_field;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*s#s#", &data, &text_field.name, &text_field.size, &id_field.name, &id_field.size))
        return NULL;
    size_t lines = 0;
    int64_t *found = NULL;
    int sound = 1;
    Py_BEGIN_ALLOW_THREADS;
    Place base = data.buf, end = base + data.len;
    for (Place at = base; at < end; at++, lines++)
        if (!(at = memchr(at, '\n', (size_t)(end - at)))) at = end;
    found = malloc(8 * COLUMNS * lines + 8);
    Place at = base;
    for (size_t i = 0; found && sound && i < lines; i++) {
        Place stop = memchr(at, '\n', (size_t)(end - at));
        String text, own;
        if (!stop) stop = end;
        sound = document(at, stop, &text_field, &id_field, &text, &own);
        if (!sound) break;
        if (!own.start) own.start = own.end = at;
        found[i] = at - base;
        found[lines + i] = text.start - base;
        found[2 * lines + i] = text.end - base;
        found[3 * lines + i] = text.chars;
        found[4 * lines + i] = own.start - base;
        found[5 * lines + i] = own.end - base;
        at = stop + 1;
    }
    Py_END_ALLOW_THREADS;
    PyBuffer_Release(&data);
    if (!found) return PyErr_NoMemory();
    PyObject *columns = sound ? PyTuple_New(COLUMNS) : Py_NewRef(Py_None);
    for (size_t i = 0; sound && columns && i < COLUMNS; i++) {
        PyObject *column = PyBytes_FromStringAndSize((const char *)(found + i * lines), (Py_ssize_t)(8 * lines));
        if (!column) {
            Py_DECREF(columns);
            columns = NULL;
        } else
            PyTuple_SetItem(columns, (Py_ssize_t)i, column);
    }
    free(found);
    return columns;
}

#if !defined(_WIN32)
/* Read the bytes starts[i] to ends[i] of a file, one stretch after the other; what it no longer has is left out. */
static PyObject *gather(PyObject *self, PyObject *args) {
    int file, error = 0;
    Py_buffer starts, ends;
    (void)self;
    if (!PyArg_ParseTuple(args, "iy*y*", &file, &starts, &ends)) return NULL;
    const int64_t *from = starts.buf, *end = ends.buf;
    Py_ssize_t count = starts.len / 8, total = 0;
    int fits = ends.len == starts.len;
    for (Py_ssize_t i = 0; fits && i < count; i++) {
        fits = from[i] >= 0 && end[i] >= from[i] && end[i] - from[i] < PY_SSIZE_T_MAX - total;
        total += (Py_ssize_t)(end[i] - from[i]);
    }
    PyObject *found = fits ? PyBytes_FromStringAndSize(NULL, total) : NULL;
    if (found) {
        char *out = PyBytes_AsString(found), *to = out;
        Py_BEGIN_ALLOW_THREADS;
        for (Py_ssize_t i = 0; i < count && !error; i++)
            for (int64_t at = from[i]; at < end[i];) {
                ssize_t got = pread(file, to, (size_t)(end[i] - at), (off_t)at);
                if (got < 0 && errno == EINTR) continue;
                if (got < 0) error = errno;
                if (got <= 0) break;
                at += got, to += got;
            }
        Py_END_ALLOW_THREADS;
        if (error || to - out < total) { /* the file is not what it was */
            PyObject *less = error ? NULL : PyBytes_FromStringAndSize(out, to - out);
            Py_DECREF(found);
            found = less;
        }
    }
    PyBuffer_Release(&starts);
    PyBuffer_Release(&ends);
    if (!fits) return PyErr_Format(PyExc_ValueError, "sizes of the arrays do not fit together");
    if (error) {
        errno = error;
        return PyErr_SetFromErrno(PyExc_OSError);
    }
    return found;
}
#endif

static PyMethodDef methods[] = {
#if !defined(_WIN32)
    {"gather", gather, METH_VARARGS, "Read stretches of a file."},
#endif
    {"scan", scan, METH_VARARGS, "Find the texts and ids of JSON Lines."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_jsonl", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__jsonl(void) { return PyModuleDef_Init(&definition); }
