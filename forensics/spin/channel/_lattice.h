/* The beam search over a passage's lattice: decode.py says what it means. */
#ifndef FORENSICS_LATTICE_H
#define FORENSICS_LATTICE_H

#include <math.h>
#include <stdlib.h>

#include "../../lexicon/_ngrams.h"

#define WIDEST 64
enum { EDGE_START, EDGE_LENGTH, EDGE_FIRST, EDGE_SIZE, EDGE_COLUMNS };

/* `edges` has a row for each: its first place, how many it spans, and its words in `words`; in the order of places. */
typedef struct {
    const Ngrams *model;
    const int64_t *numbers, *edges, *words;
    const double *channel;
    int64_t places, edge_count, start, end;
    double fit;
    Py_ssize_t beam;
} Lattice;

typedef struct {
    double score;
    int64_t last[2], before, edge, next;
} State;

typedef struct {
    State *all;
    int64_t count, room;
} States;

static int fits(const Lattice *job, int64_t words) {
    int ok = is_word(job->model, job->start) && is_word(job->model, job->end);
    for (int64_t i = 0; ok && i < job->places; i++) ok = is_word(job->model, job->numbers[i]);
    for (int64_t i = 0; ok && i < words; i++) ok = is_word(job->model, job->words[i]);
    for (int64_t i = 0; ok && i < job->edge_count; i++) {
        const int64_t *edge = job->edges + EDGE_COLUMNS * i;
        ok = edge[EDGE_START] >= (i ? edge[EDGE_START - EDGE_COLUMNS] : 0) && edge[EDGE_START] < job->places &&
             edge[EDGE_LENGTH] >= 1 && edge[EDGE_LENGTH] <= job->places - edge[EDGE_START] && edge[EDGE_FIRST] >= 0 &&
             edge[EDGE_FIRST] <= words && edge[EDGE_SIZE] >= 1 && edge[EDGE_SIZE] <= words - edge[EDGE_FIRST];
    }
    return ok;
}

/* Whether a state is read before another one: the better first, and of equals the one with the lower words. */
static int precedes(const State *a, const State *b) {
    if (a->score != b->score) return a->score > b->score;
    if (a->last[0] != b->last[0]) return a->last[0] < b->last[0];
    return a->last[1] < b->last[1];
}

/* The best states of a list, in order, at most `beam`: their numbers in `kept`. */
static int64_t best_of(const States *states, int64_t head, int64_t beam, int64_t *kept) {
    int64_t count = 0;
    for (int64_t i = head; i >= 0; i = states->all[i].next) {
        int64_t at = count < beam ? count++ : beam;
        while (at > 0 && precedes(&states->all[i], &states->all[kept[at - 1]])) {
            if (at < beam) kept[at] = kept[at - 1];
            at--;
        }
        if (at < beam) kept[at] = i;
    }
    return count;
}

/* A state that arrives at a place takes that of another with the same last words, if it is better. */
static int arrive(States *states, int64_t *head, const State *one) {
    for (int64_t i = *head; i >= 0; i = states->all[i].next) {
        State *held = &states->all[i];
        if (held->last[0] == one->last[0] && held->last[1] == one->last[1]) {
            if (one->score > held->score) {
                int64_t next = held->next;
                *held = *one;
                held->next = next;
            }
            return 1;
        }
    }
    if (states->count == states->room) {
        State *more = realloc(states->all, 2 * (size_t)states->room * sizeof *more);
        if (!more) return 0;
        states->all = more;
        states->room *= 2;
    }
    states->all[states->count] = *one;
    states->all[states->count].next = *head;
    *head = states->count++;
    return 1;
}

/* The state that follows another one by the words of an edge. */
static State followed(const Lattice *job, const State *from, int64_t number, Bigram context, const int64_t *words,
                      int64_t size, double channel, int64_t edge) {
    int64_t a = from->last[0], b = from->last[1];
    double log = 0.0;
    for (int64_t i = 0; i < size; i++) {
        Bigram pair = bigram(job->model, b, words[i]);
        log += trigram(job->model, a, b, words[i], context, pair);
        context = pair;
        a = b;
        b = words[i];
    }
    State to = {from->score + channel + job->fit * log, {a, b}, number, edge, -1};
    return to;
}

/* Expand the states that arrived at a place; at the last one only `final` is reached. */
static int expanded(const Lattice *job, States *states, int64_t *heads, int64_t at, int64_t edge, State *final) {
    int64_t kept[WIDEST], count = best_of(states, heads[at], job->beam, kept);
    for (int64_t k = 0; k < count; k++) {
        State from = states->all[kept[k]];
        Bigram context = bigram(job->model, from.last[0], from.last[1]);
        if (at == job->places) {
            State to = followed(job, &from, kept[k], context, &job->end, 1, 0.0, -1);
            if (to.score > final->score) *final = to;
            continue;
        }
        State to = followed(job, &from, kept[k], context, job->numbers + at, 1, 0.0, -1);
        if (!arrive(states, heads + at + 1, &to)) return 0;
        for (int64_t e = edge; e < job->edge_count && job->edges[EDGE_COLUMNS * e] == at; e++) {
            const int64_t *row = job->edges + EDGE_COLUMNS * e;
            to = followed(job, &from, kept[k], context, job->words + row[EDGE_FIRST], row[EDGE_SIZE], job->channel[e], e);
            if (!arrive(states, heads + at + row[EDGE_LENGTH], &to)) return 0;
        }
    }
    return 1;
}

/* How many edges lie on the best path, -1 where memory is short. */
static int64_t decoded(const Lattice *job, int64_t *chosen) {
    States states = {NULL, 0, 4 * (job->places + 4)};
    int64_t *heads = malloc((size_t)(job->places + 1) * sizeof *heads), count = -1, edge = 0;
    State final = {-HUGE_VAL, {job->end, job->end}, -1, -1, -1};
    State first = {0.0, {job->start, job->start}, -1, -1, -1};
    states.all = malloc((size_t)states.room * sizeof *states.all);
    if (!heads || !states.all) goto done;
    for (int64_t i = 0; i <= job->places; i++) heads[i] = -1;
    if (!arrive(&states, heads, &first)) goto done;
    for (int64_t at = 0; at <= job->places; at++) {
        if (!expanded(job, &states, heads, at, edge, &final)) goto done;
        while (edge < job->edge_count && job->edges[EDGE_COLUMNS * edge] == at) edge++;
    }
    count = 0;
    for (int64_t i = final.before; i >= 0; i = states.all[i].before)
        if (states.all[i].edge >= 0) chosen[count++] = states.all[i].edge;
    for (int64_t i = 0; i < count / 2; i++) {
        int64_t held = chosen[i];
        chosen[i] = chosen[count - 1 - i];
        chosen[count - 1 - i] = held;
    }
done:
    free(heads);
    free(states.all);
    return count;
}

#endif
