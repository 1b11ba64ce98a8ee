/* The signature kernel: words, shingle hashes, MinHash signatures and band keys of packed texts.
 *
 * forensics/sketch/hashing.py defines the hashes; forensics/sketch/numpy_kernel.py computes the same bytes in numpy.
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

#include "_folding.h"
#include "_machine.h"
#include "_minhash.h"
#include "_sets.h"

/* The longest text in bytes, or -1 where the offsets do not describe the data. */
static int64_t longest(const Py_buffer *data, const Py_buffer *offsets) {
    const int64_t *at = offsets->buf;
    int64_t texts = offsets->len / 8 - 1, most = 0;
    if (texts < 0 || at[0] != 0 || at[texts] > data->len - PADDING) return -1;
    for (int64_t i = 0; i < texts; i++) {
        if (at[i] >= at[i + 1]) return -1;
        int64_t size = at[i + 1] - at[i] - 1;
        if (size > most) most = size;
    }
    return most;
}

static PyObject *sign(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, a, b, counts, keys, signatures, samples, sample_ends;
    Py_ssize_t length, bands, rows, sampled = SAMPLED;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*ny*y*nnw*w*w*w*w*|n", &data, &offsets, &length, &a, &b, &bands, &rows, &counts,
                          &keys, &signatures, &samples, &sample_ends, &sampled))
        return NULL;
    int64_t most = longest(&data, &offsets);
    Py_ssize_t texts = offsets.len / 8 - 1, num_perm = a.len / 4;
    int fits = most >= 0 && length > 0 && sampled > 0 && !(sampled & (sampled - 1)) && bands >= 0 && rows >= 0 &&
               b.len == a.len && bands <= num_perm && rows <= num_perm && bands * rows <= num_perm &&
               counts.len == 4 * texts && keys.len == 4 * texts * bands &&
               (signatures.len == 0 || signatures.len == 4 * texts * num_perm) &&
               (samples.len == 0 || (sample_ends.len == offsets.len &&
                                     samples.len / 2 >= ((const int64_t *)offsets.buf)[texts]));
    int enough = 0;
    if (fits) {
        Job job = {.data = data.buf, .offsets = offsets.buf, .texts = (size_t)texts, .length = (size_t)length,
                   .a = a.buf, .b = b.buf, .num_perm = (size_t)num_perm, .bands = (size_t)bands, .rows = (size_t)rows,
                   .sampled = (uint32_t)sampled,
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

/* The sorted set of each text's shingle hashes, end to end in `flat`; `ends` gets n + 1 offsets into it. Hashed under
 * two keys, from 1 to 2^61 - 2, where they are not 0. */
static PyObject *keyed_sets(PyObject *self, PyObject *args) {
    Py_buffer data, offsets, flat, ends;
    Py_ssize_t length;
    unsigned long long word_key, shingle_key;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*nw*w*KK", &data, &offsets, &length, &flat, &ends, &word_key, &shingle_key))
        return NULL;
    int64_t most = longest(&data, &offsets);
    Py_ssize_t texts = offsets.len / 8 - 1;
    /* a text of s bytes has at most (s + 1) / 2 words */
    int fits = word_key < PRIME && shingle_key < PRIME && !word_key == !shingle_key;
    fits = fits && most >= 0 && length > 0 && ends.len == offsets.len && flat.len / 4 >= ((const int64_t *)offsets.buf)[texts];
    int enough = 0;
    if (fits) {
        Setting setting = {.job = {.data = data.buf, .offsets = offsets.buf, .texts = (size_t)texts, .length = (size_t)length},
                           .flat = flat.buf, .ends = ends.buf, .word_key = word_key, .shingle_key = shingle_key};
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

/* How many elements the sorted sets a[i] and b[i] share. */
static PyObject *overlaps(PyObject *self, PyObject *args) {
    Py_buffer flat, ends, a, b, shared;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*y*w*", &flat, &ends, &a, &b, &shared)) return NULL;
    const int64_t *end = ends.buf, *left = a.buf, *right = b.buf;
    int64_t sets = ends.len / 8 - 1, pairs = a.len / 8;
    int fits = sets >= 0 && a.len == b.len && shared.len == 4 * pairs && end[0] == 0 && end[sets] <= flat.len / 8;
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
    int64_t members = texts.len / 8, buckets = starts.len / 8;
    uint64_t room = (uint64_t)pairs.len / 8, needed = 0; /* below 2^60, and at most 2^63 more for a bucket: no overflow */
    int fits = sizes.len == starts.len && reach >= 0 && members <= UINT32_MAX;
    for (int64_t i = 0; fits && i < buckets; i++) {
        fits = start[i] >= 0 && start[i] <= members && size[i] >= 1 && size[i] <= members - start[i] && needed <= room;
        if (!fits) break;
        uint64_t steps = (uint64_t)(size[i] - 1 < reach ? size[i] - 1 : reach);
        needed += steps * (uint64_t)size[i] - steps * (steps + 1) / 2;
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

static PyObject *name(PyObject *self, PyObject *args) {
    (void)self;
    (void)args;
    return PyUnicode_FromString(names[level]);
}

/* Use the best instructions there are, up to those named. */
static PyObject *use(PyObject *self, PyObject *args) {
    const char *most;
    (void)self;
    if (!PyArg_ParseTuple(args, "s", &most)) return NULL;
    level = best();
    while (level > PLAIN && strcmp(names[level], most)) level--;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"sign", sign, METH_VARARGS, "Counts of shingles, band keys and signatures of packed texts."},
    {"keyed_sets", keyed_sets, METH_VARARGS, "Sorted sets of shingle hashes of packed texts, perhaps under keys."},
    {"overlaps", overlaps, METH_VARARGS, "Sizes of the intersections of pairs of sorted sets."},
    {"contents", contents, METH_VARARGS, "Hashes of packed texts' bytes."},
    {"fold", fold, METH_VARARGS, "Texts folded code point by code point, where that is enough."},
    {"fold_strings", fold_strings, METH_VARARGS, "JSON strings folded code point by code point, where that is enough."},
    {"neighbours", neighbours, METH_VARARGS, "Pairs of near members of buckets."},
    {"components", components, METH_VARARGS, "The least member of each node's component."},
    {"name", name, METH_NOARGS, "Which instructions are in use."},
    {"use", use, METH_VARARGS, "Use the best instructions up to those named."},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module) { return PyModule_AddIntConstant(module, "MARKS", MARKS); }

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void) {
    level = best();
    return PyModuleDef_Init(&definition);
}
