/* Expectation-maximisation for the shares of a document's sources: rate.py says what it means.
 *
 * Most numbers of a document are 0, and nothing is added where they are: each row is its other numbers in order.
 */
#ifndef FORENSICS_MIXTURE_H
#define FORENSICS_MIXTURE_H

#include <stdint.h>
#include <stdlib.h>

#define LINKED 2 /* the first kinds: close and loose links of a thesaurus */

/* Places lie in rows: `ratio` has one for each kind, `known` one for each family. The options of kind k are
 * [starts[k], starts[k + 1]) of `options`; the first `families` sources are families. `shares` come in as they begin. */
typedef struct {
    int64_t places, kinds, sources, families;
    const double *ratio, *known, *counts, *seen, *among;
    const int64_t *starts, *options;
    double least, most;
    double *shares, *expected, *keep, *weight;
} Mixture;

/* Row r's numbers that are not 0: values [ends[r - 1], ends[r]), each with its place. */
typedef struct {
    double *values;
    int64_t *places, *ends;
} Rows;

static int sparse(const double *dense, int64_t rows, int64_t places, Rows *out) {
    int64_t count = 0, at = 0;
    for (int64_t i = 0; i < rows * places; i++) count += dense[i] != 0;
    out->values = malloc(sizeof(double) * (size_t)(count + 1));
    out->places = malloc(sizeof(int64_t) * (size_t)(count + 1));
    out->ends = malloc(sizeof(int64_t) * (size_t)(rows + 1));
    if (!out->values || !out->places || !out->ends) return 0;
    for (int64_t r = 0; r < rows; out->ends[r++] = at)
        for (int64_t i = 0; i < places; i++)
            if (dense[r * places + i] != 0) out->values[at] = dense[r * places + i], out->places[at++] = i;
    return 1;
}

static void discard(Rows *rows) {
    free(rows->values);
    free(rows->places);
    free(rows->ends);
}

static inline int64_t first_of(const Rows *rows, int64_t row) { return row ? rows->ends[row - 1] : 0; }

static inline double odds_of(double share) { return share / (1 - share); }

static int64_t busiest(const Mixture *m, int64_t kind) {
    int64_t best = m->options[m->starts[kind]];
    for (int64_t i = m->starts[kind] + 1; i < m->starts[kind + 1]; i++)
        if (m->shares[m->options[i]] > m->shares[best]) best = m->options[i];
    return best;
}

static inline double factor_of(const Mixture *m, int64_t source) {
    return source < m->families ? m->shares[source] : odds_of(m->shares[source]);
}

/* Where each place stands in a round: what is kept for no source, and for any. */
static void weigh(const Mixture *m, const Rows *ratio, const Rows *known, int64_t *source) {
    for (int64_t i = 0; i < m->places; i++) m->keep[i] = 1.0, m->weight[i] = 0.0;
    for (int64_t f = 0; f < m->families; f++)
        for (int64_t j = first_of(known, f); j < known->ends[f]; j++)
            m->keep[known->places[j]] *= 1 - m->shares[f] * known->values[j];
    for (int64_t k = 0; k < m->kinds; k++) {
        double factor = factor_of(m, source[k] = busiest(m, k));
        for (int64_t j = first_of(ratio, k); j < ratio->ends[k]; j++)
            m->weight[ratio->places[j]] += ratio->values[j] * factor;
    }
}

/* One round: `alive` has room for a number a place, `written` for one a kind, `among` for one a source. */
static void maximised(const Mixture *m, const Rows *ratio, const Rows *known, double *alive, double *written,
                      double *among, int64_t *source, const double touched[LINKED]) {
    weigh(m, ratio, known, source);
    for (int64_t i = 0; i < m->places; i++) alive[i] = 0.0;
    for (int64_t k = 0; k < m->kinds; k++) {
        double factor = factor_of(m, source[k]), total = 0.0;
        for (int64_t j = first_of(ratio, k); j < ratio->ends[k]; j++) {
            int64_t i = ratio->places[j];
            double posterior = ratio->values[j] * factor / (m->keep[i] + m->weight[i]);
            alive[i] += posterior;
            total += m->counts[i] * posterior;
        }
        written[k] = total;
    }
    for (int64_t s = 0; s < m->sources; s++) m->expected[s] = 0.0;
    for (int64_t k = 0; k < m->kinds; k++) m->expected[source[k]] += written[k];
    for (int64_t i = 0; i < m->places; i++) alive[i] = m->counts[i] * (1 - alive[i]);
    for (int64_t f = 0; f < m->families; f++) {
        double total = 0.0;
        for (int64_t j = first_of(known, f); j < known->ends[f]; j++) total += known->values[j] * alive[known->places[j]];
        among[f] = m->expected[f] + total;
    }
    for (int64_t s = m->families; s < m->sources; s++) among[s] = touched[s - m->families];
    for (int64_t s = 0; s < m->sources; s++) {
        double share = (m->expected[s] + m->seen[s]) / (among[s] + m->among[s]);
        m->shares[s] = share < m->least ? m->least : share > m->most ? m->most : share;
    }
}

/* All rounds; returns 0 where memory is short. */
static int estimate(const Mixture *m, int64_t rounds) {
    Rows ratio = {NULL, NULL, NULL}, known = {NULL, NULL, NULL};
    double touched[LINKED] = {0.0, 0.0};
    double *room = malloc(sizeof(double) * (size_t)(m->places + m->kinds + m->sources));
    int64_t *source = malloc(sizeof(int64_t) * (size_t)m->kinds);
    int enough = room && source && sparse(m->ratio, m->kinds, m->places, &ratio) &&
                 sparse(m->known, m->families, m->places, &known);
    if (enough) {
        for (int64_t k = 0; k < LINKED; k++)
            for (int64_t j = first_of(&ratio, k); j < ratio.ends[k]; j++) touched[k] += m->counts[ratio.places[j]];
        for (int64_t r = 0; r < rounds; r++)
            maximised(m, &ratio, &known, room, room + m->places, room + m->places + m->kinds, source, touched);
    }
    discard(&ratio);
    discard(&known);
    free(room);
    free(source);
    return enough;
}

#endif
