/* The trigram model as Python hands it over: a tuple of buffers, taken and given back together. */
#ifndef FORENSICS_MODEL_H
#define FORENSICS_MODEL_H

#include <Python.h>

#include "_ngrams.h"

#define PARTS 8
#define BYTES_STORED 256 /* values of a byte, each of which stands for nats */

typedef struct {
    Py_buffer parts[PARTS];
    Ngrams model;
} Held;

static void give_back(Held *held) {
    for (int i = 0; i < PARTS; i++) PyBuffer_Release(&held->parts[i]);
}

/* Take the parts of a model: unigrams, then checks, logs and back-off weights of bigrams, checks and logs of trigrams,
 * and the nats of logs and of back-off weights. Returns 0, with an error set, where they do not fit together. */
static int take(PyObject *parts, Held *held) {
    memset(held, 0, sizeof *held);
    Py_buffer *p = held->parts;
    if (!PyArg_ParseTuple(parts, "y*y*y*y*y*y*y*y*", p, p + 1, p + 2, p + 3, p + 4, p + 5, p + 6, p + 7)) return 0;
    Ngrams *m = &held->model;
    m->words = p[0].len / 8;
    m->own = p[0].buf;
    m->back = m->own + m->words;
    m->pair_checks = p[1].buf;
    m->pair_logs = p[2].buf;
    m->pair_backs = p[3].buf;
    m->triple_checks = p[4].buf;
    m->triple_logs = p[5].buf;
    m->logs = p[6].buf;
    m->backs = p[7].buf;
    m->pair_third = (uint64_t)p[2].len / 3;
    m->triple_third = (uint64_t)p[5].len / 3;
    if (m->words && m->pair_third && m->triple_third && p[1].len == 2 * p[2].len && p[3].len == p[2].len &&
        p[4].len == 2 * p[5].len && p[6].len == 8 * BYTES_STORED && p[7].len == 8 * BYTES_STORED)
        return 1;
    give_back(held);
    PyErr_SetString(PyExc_ValueError, "the parts of the model do not fit together");
    return 0;
}

#endif
