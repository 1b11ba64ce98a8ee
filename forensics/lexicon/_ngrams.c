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

#if defined(__GNUC__) || defined(__clang__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) ((void)0)
#endif
#define AHEAD 16   /* chains prepared before the first of them is summed, so that memory is fetched meanwhile */
#define LONGEST 8  /* words of a chain that is prepared: longer ones are looked up as they are summed */

/* Chains of one length at most: `words` in rows of `width`, four words `near` each. */
typedef struct {
    const Ngrams *model;
    const int64_t *near, *words, *sizes;
    int64_t width, end;
} Chains;

/* Word i of a chain and of what stands behind it, and -1 and -2 for those before it. */
static inline int64_t word_at(const Chains *c, int64_t chain, int64_t i) {
    const int64_t *near = c->near + AROUND * chain;
    return i < 0 ? near[2 + i] : i < c->sizes[chain] ? c->words[chain * c->width + i] : near[2 + i - c->sizes[chain]];
}

/* How many words of a chain are summed: all, and both behind it, or the first alone where that ends a sentence. */
static inline int64_t summed(const Chains *c, int64_t chain) {
    return c->sizes[chain] + (c->near[AROUND * chain + 2] == c->end ? 1 : 2);
}

static inline void fetch(const uint16_t *checks, const Place *at) {
    for (int i = 0; i < 3; i++) FETCH(checks + at->cells[i]);
}

/* Prepare the look-ups of one chain; the two words before it and the two behind are looked up once for many. */
static void prepare(const Chains *c, int64_t chain, Place *pairs, Place *triples) {
    int64_t a = word_at(c, chain, -2), b = word_at(c, chain, -1);
    for (int64_t i = 0; i < summed(c, chain); i++) {
        int64_t w = word_at(c, chain, i);
        triples[i] = triple_place(c->model, a, b, w);
        fetch(c->model->triple_checks, triples + i);
        if (i <= c->sizes[chain]) {
            pairs[i] = pair_place(c->model, b, w);
            fetch(c->model->pair_checks, pairs + i);
        }
        a = b;
        b = w;
    }
}

static double sum(const Chains *c, int64_t chain, const Place *pairs, const Place *triples, Bigram first, Bigram last) {
    Bigram context = first;
    int64_t b = word_at(c, chain, -1);
    double total = 0.0;
    for (int64_t i = 0; i < summed(c, chain); i++) {
        int64_t w = word_at(c, chain, i);
        Bigram pair = i <= c->sizes[chain] ? bigram_at(c->model, pairs + i) : last;
        total += trigram_at(c->model, triples + i, b, w, context, pair);
        context = pair;
        b = w;
    }
    return total;
}

static double sum_unprepared(const Chains *c, int64_t chain, Bigram first, Bigram last) {
    Bigram context = first;
    int64_t a = word_at(c, chain, -2), b = word_at(c, chain, -1);
    double total = 0.0;
    for (int64_t i = 0; i < summed(c, chain); i++) {
        int64_t w = word_at(c, chain, i);
        Bigram pair = i <= c->sizes[chain] ? bigram(c->model, b, w) : last;
        total += trigram(c->model, a, b, w, context, pair);
        context = pair;
        a = b;
        b = w;
    }
    return total;
}

static void sum_all(const Chains *c, int64_t count, double *out) {
    static const Bigram none = {0, 0, 0};
    Place pairs[AHEAD][LONGEST + 2], triples[AHEAD][LONGEST + 2];
    Bigram first = none, last = none;
    for (int64_t from = 0; from < count; from += AHEAD) {
        int64_t until = from + AHEAD < count ? from + AHEAD : count;
        for (int64_t i = from; i < until; i++)
            if (c->sizes[i] <= LONGEST) prepare(c, i, pairs[i - from], triples[i - from]);
        for (int64_t i = from; i < until; i++) {
            const int64_t *near = c->near + AROUND * i;
            if (!i || memcmp(near, near - AROUND, AROUND * sizeof *near)) {
                first = bigram(c->model, near[0], near[1]);
                last = bigram(c->model, near[2], near[3]);
            }
            out[i] = c->sizes[i] <= LONGEST ? sum(c, i, pairs[i - from], triples[i - from], first, last)
                                            : sum_unprepared(c, i, first, last);
        }
    }
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
        int64_t count = sizes.len / 8;
        Chains job = {&held.model, around.buf, words.buf, sizes.buf, count ? words.len / 8 / count : 0, end};
        fits = around.len == AROUND * sizes.len && out.len == sizes.len && words.len == 8 * count * job.width &&
               all_words(job.model, job.near, AROUND * count);
        for (int64_t i = 0; fits && i < count; i++)
            fits = job.sizes[i] >= 0 && job.sizes[i] <= job.width &&
                   all_words(job.model, job.words + i * job.width, job.sizes[i]);
        if (fits) {
            Py_BEGIN_ALLOW_THREADS;
            sum_all(&job, count, out.buf);
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
