/* Expectation-maximisation for the shares of a document's sources: rate.py says what it means. */
#ifndef FORENSICS_MIXTURE_H
#define FORENSICS_MIXTURE_H

#include <stdint.h>

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

static inline double odds_of(double share) { return share / (1 - share); }

static int64_t busiest(const Mixture *m, int64_t kind) {
    int64_t best = m->options[m->starts[kind]];
    for (int64_t i = m->starts[kind] + 1; i < m->starts[kind + 1]; i++)
        if (m->shares[m->options[i]] > m->shares[best]) best = m->options[i];
    return best;
}

/* One round: `alive` has room for a number a place, `among` for one a source. */
static void maximised(const Mixture *m, double *alive, double *written, double *places, int64_t *source,
                      const double touched[LINKED]) {
    int64_t n = m->places;
    for (int64_t i = 0; i < n; i++) m->keep[i] = 1.0, m->weight[i] = 0.0, alive[i] = 0.0;
    for (int64_t f = 0; f < m->families; f++)
        for (int64_t i = 0; i < n; i++) m->keep[i] *= 1 - m->shares[f] * m->known[f * n + i];
    for (int64_t k = 0; k < m->kinds; k++) {
        source[k] = busiest(m, k);
        double share = m->shares[source[k]], factor = source[k] < m->families ? share : odds_of(share);
        for (int64_t i = 0; i < n; i++) m->weight[i] += m->ratio[k * n + i] * factor;
    }
    for (int64_t s = 0; s < m->sources; s++) m->expected[s] = 0.0;
    for (int64_t k = 0; k < m->kinds; k++) {
        double share = m->shares[source[k]], factor = source[k] < m->families ? share : odds_of(share), total = 0.0;
        for (int64_t i = 0; i < n; i++) {
            double posterior = m->ratio[k * n + i] * factor / (m->keep[i] + m->weight[i]);
            alive[i] += posterior;
            total += m->counts[i] * posterior;
        }
        written[k] = total;
    }
    for (int64_t k = 0; k < m->kinds; k++) m->expected[source[k]] += written[k];
    for (int64_t i = 0; i < n; i++) alive[i] = m->counts[i] * (1 - alive[i]);
    for (int64_t f = 0; f < m->families; f++) {
        double total = 0.0;
        for (int64_t i = 0; i < n; i++) total += m->known[f * n + i] * alive[i];
        places[f] = m->expected[f] + total;
    }
    for (int64_t s = m->families; s < m->sources; s++) places[s] = touched[s - m->families];
    for (int64_t s = 0; s < m->sources; s++) {
        double share = (m->expected[s] + m->seen[s]) / (places[s] + m->among[s]);
        m->shares[s] = share < m->least ? m->least : share > m->most ? m->most : share;
    }
}

static void estimate(const Mixture *m, int64_t rounds, double *room, int64_t *source) {
    double touched[LINKED] = {0.0, 0.0};
    for (int64_t k = 0; k < LINKED; k++)
        for (int64_t i = 0; i < m->places; i++)
            if (m->ratio[k * m->places + i] > 0) touched[k] += m->counts[i];
    for (int64_t r = 0; r < rounds; r++)
        maximised(m, room, room + m->places, room + m->places + m->kinds, source, touched);
}

#endif
