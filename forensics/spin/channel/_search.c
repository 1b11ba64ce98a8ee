/* A document's rates, and the search for the likeliest original of a passage; rate.py and decode.py compute the same
 * numbers to the bit: sums are written out in the order of their parts, and products are rounded before they are added.
 *
 * Every function takes buffers, checks their sizes and the numbers in them, and works with the interpreter lock released.
 */
#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <stdlib.h>
#include <string.h>

#include "../../lexicon/_model.h"
#include "_lattice.h"
#include "_mixture.h"

static int refused(const char *what) {
    PyErr_SetString(PyExc_ValueError, what);
    return 0;
}

static PyObject *mixture(PyObject *self, PyObject *args) {
    enum { RATIO, KNOWN, COUNTS, STARTS, OPTIONS, SEEN, AMONG, SHARES, EXPECTED, KEEP, WEIGHT, BUFFERS };
    Py_buffer b[BUFFERS];
    Mixture job;
    Py_ssize_t rounds;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*y*y*y*y*ddnw*w*w*w*", b, b + 1, b + 2, b + 3, b + 4, b + 5, b + 6, &job.least,
                          &job.most, &rounds, b + 7, b + 8, b + 9, b + 10))
        return NULL;
    job.places = b[COUNTS].len / 8;
    job.kinds = b[STARTS].len / 8 - 1;
    job.sources = b[SHARES].len / 8;
    job.families = job.places ? b[KNOWN].len / 8 / job.places : 0;
    job.ratio = b[RATIO].buf, job.known = b[KNOWN].buf, job.counts = b[COUNTS].buf;
    job.starts = b[STARTS].buf, job.options = b[OPTIONS].buf, job.seen = b[SEEN].buf, job.among = b[AMONG].buf;
    job.shares = b[SHARES].buf, job.expected = b[EXPECTED].buf, job.keep = b[KEEP].buf, job.weight = b[WEIGHT].buf;
    int64_t options = b[OPTIONS].len / 8;
    int done = job.kinds >= LINKED && job.places > 0 && job.families <= job.sources &&
               b[RATIO].len == 8 * job.kinds * job.places && b[KNOWN].len == 8 * job.families * job.places &&
               b[SEEN].len == b[SHARES].len && b[AMONG].len == b[SHARES].len && b[EXPECTED].len == b[SHARES].len &&
               b[KEEP].len == b[COUNTS].len && b[WEIGHT].len == b[COUNTS].len && job.starts[0] == 0 &&
               job.starts[job.kinds] == options;
    for (int64_t k = 0; done && k < job.kinds; k++) done = job.starts[k] < job.starts[k + 1];
    for (int64_t i = 0; done && i < options; i++) done = job.options[i] >= 0 && job.options[i] < job.sources;
    if (done) {
        Py_BEGIN_ALLOW_THREADS;
        done = estimate(&job, rounds);
        Py_END_ALLOW_THREADS;
        if (!done) PyErr_NoMemory();
    } else
        refused("sizes or numbers of the arrays do not fit together");
    for (int i = 0; i < BUFFERS; i++) PyBuffer_Release(b + i);
    if (!done) return NULL;
    Py_RETURN_NONE;
}

/* Which edges lie on the best reading of a passage, in order: their numbers in `chosen`, their count is returned. */
static PyObject *search(PyObject *self, PyObject *args) {
    enum { NUMBERS, EDGES, WORDS, CHANNEL, CHOSEN, BUFFERS };
    PyObject *parts;
    Py_buffer b[BUFFERS];
    Lattice job;
    long long start, end;
    Held held;
    (void)self;
    if (!PyArg_ParseTuple(args, "Oy*y*y*y*LLdnw*", &parts, b, b + 1, b + 2, b + 3, &start, &end, &job.fit, &job.beam,
                          b + 4))
        return NULL;
    int64_t count = -1;
    if (take(parts, &held)) {
        job.model = &held.model;
        job.numbers = b[NUMBERS].buf, job.words = b[WORDS].buf, job.edges = b[EDGES].buf, job.channel = b[CHANNEL].buf;
        job.places = b[NUMBERS].len / 8, job.edge_count = b[CHANNEL].len / 8;
        job.start = start, job.end = end;
        if (b[EDGES].len == 8 * EDGE_COLUMNS * job.edge_count && job.beam > 0 && job.beam <= WIDEST &&
            b[CHOSEN].len >= 8 * job.places && fits(&job, b[WORDS].len / 8)) {
            Py_BEGIN_ALLOW_THREADS;
            count = decoded(&job, b[CHOSEN].buf);
            Py_END_ALLOW_THREADS;
            if (count < 0) PyErr_NoMemory();
        } else
            refused("sizes or numbers of the lattice do not fit together");
        give_back(&held);
    }
    for (int i = 0; i < BUFFERS; i++) PyBuffer_Release(b + i);
    return count < 0 ? NULL : PyLong_FromLongLong(count);
}

static PyMethodDef methods[] = {
    {"mixture", mixture, METH_VARARGS, "The rates that explain a document best."},
    {"search", search, METH_VARARGS, "The edges on the best reading of a passage."},
    {NULL, NULL, 0, NULL},
};
static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_search", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__search(void) { return PyModuleDef_Init(&definition); }
