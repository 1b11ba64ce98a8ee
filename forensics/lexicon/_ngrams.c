/* The trigram model, looked up for whole arrays: numpy_ngrams.py computes the same numbers to the bit.
 *
 * Every function takes buffers, checks their sizes and the numbers in them, and works with the interpreter lock released.
 */
#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <string.h>

#include "_model.h"

#define AROUND 4 /* words around a chain: two before it, two behind */

static int all_words(const Ngrams *model, const int64_t *numbers, int64_t count) {
    for (int64_t i = 0; i < count; i++)
        if (!is_word(model, numbers[i])) return 0;
    return 1;
}

/* log P of each word of a column, given the words in the columns before it. */
static PyObject *trigrams(PyObject *self, PyObject *args) {
    PyObject *parts;
    Py_buffer earlier, before, word, out;
    Held held;
    (void)self;
    if (!PyArg_ParseTuple(args, "Oy*y*y*w*", &parts, &earlier, &before, &word, &out)) return NULL;
    int fits = take(parts, &held);
    if (fits) {
        const Ngrams *m = &held.model;
        const int64_t *a = earlier.buf, *b = before.buf, *c = word.buf, count = word.len / 8;
        double *to = out.buf;
        fits = earlier.len == word.len && before.len == word.len && out.len == word.len && all_words(m, a, count) &&
               all_words(m, b, count) && all_words(m, c, count);
        if (fits) {
            Py_BEGIN_ALLOW_THREADS;
            for (int64_t i = 0; i < count; i++)
                to[i] = trigram(m, a[i], b[i], c[i], bigram(m, a[i], b[i]), bigram(m, b[i], c[i]));
            Py_END_ALLOW_THREADS;
        } else
            PyErr_SetString(PyExc_ValueError, "sizes or numbers of the arrays do not fit together");
        give_back(&held);
    }
    PyBuffer_Release(&earlier);
    PyBuffer_Release(&before);
    PyBuffer_Release(&word);
    PyBuffer_Release(&out);
    if (!fits) return NULL;
    Py_RETURN_NONE;
}

/* The sum over one chain, from its first word to the second of those behind it; to the first where that ends a sentence. */
static double chained(const Ngrams *m, const int64_t *around, const int64_t *words, int64_t size, int64_t end,
                      Bigram first, Bigram last) {
    int64_t a = around[0], b = around[1];
    Bigram context = first;
    double total = 0.0;
    for (int64_t i = 0; i <= size + 1; i++) {
        if (i == size + 1 && around[2] == end) break;
        int64_t c = i < size ? words[i] : around[2 + i - size];
        Bigram pair = i == size + 1 ? last : bigram(m, b, c);
        total += trigram(m, a, b, c, context, pair);
        context = pair;
        a = b;
        b = c;
    }
    return total;
}

/* log P of each chain of words and of the two words behind it, given two words before it. */
static PyObject *chains(PyObject *self, PyObject *args) {
    PyObject *parts;
    Py_buffer around, words, sizes, out;
    long long end;
    Held held;
    (void)self;
    if (!PyArg_ParseTuple(args, "Oy*y*y*Lw*", &parts, &around, &words, &sizes, &end, &out)) return NULL;
    int fits = take(parts, &held);
    if (fits) {
        const Ngrams *m = &held.model;
        const int64_t *near = around.buf, *chain = words.buf, *size = sizes.buf, count = sizes.len / 8;
        int64_t width = count ? words.len / 8 / count : 0;
        double *to = out.buf;
        fits = around.len == AROUND * sizes.len && out.len == sizes.len && words.len == 8 * count * width &&
               all_words(m, near, AROUND * count);
        for (int64_t i = 0; fits && i < count; i++)
            fits = size[i] >= 0 && size[i] <= width && all_words(m, chain + i * width, size[i]);
        if (fits) {
            Py_BEGIN_ALLOW_THREADS;
            Bigram first = {0, 0, 0}, last = {0, 0, 0};
            for (int64_t i = 0; i < count; i++, near += AROUND) {
                if (!i || memcmp(near, near - AROUND, AROUND * sizeof *near)) {
                    first = bigram(m, near[0], near[1]);
                    last = bigram(m, near[2], near[3]);
                }
                to[i] = chained(m, near, chain + i * width, size[i], end, first, last);
            }
            Py_END_ALLOW_THREADS;
        } else
            PyErr_SetString(PyExc_ValueError, "sizes or numbers of the arrays do not fit together");
        give_back(&held);
    }
    PyBuffer_Release(&around);
    PyBuffer_Release(&words);
    PyBuffer_Release(&sizes);
    PyBuffer_Release(&out);
    if (!fits) return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"trigrams", trigrams, METH_VARARGS, "log P of each word given the two before it."},
    {"chains", chains, METH_VARARGS, "log P of chains of words and of the two words behind each."},
    {NULL, NULL, 0, NULL},
};
static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_ngrams", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__ngrams(void) { return PyModuleDef_Init(&definition); }
