"""What faces what in a text and its reference, once links and surroundings have been weighed."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.lang import language
from forensics.spin.reference.in_step import sentences_in_step
from forensics.spin.reference.word_pairing import Link, Pairing, pair_words
from forensics.spin.reference.wording import Wording
from forensics.spin.result import Relation
from forensics.text.alignment import Alignment

_GLUE = language("en").glue
# Of a sentence's words kept: fewer, and position alone does not name a substitution. On spun news .25 finds .002 more
# and .55 as much less, all of it right; a retelling is what it guards against (decision 0205).
_FIRM_SHARE = 0.4
# Of a sentence's words in step and kept, where fewer are kept than that: then position names a substitution too. Chosen
# on news that three thesauri spun to the last word (decision 0211)
_FIRM_IN_STEP, _KEPT_IN_STEP = 0.6, 0.25
# Words of a line that may be replaced as a whole; chosen: "Depart a Remark"; 2 does as well on news
_SHORT_LINE = 4
_LONGEST_WIDENED = 3  # words of a phrase that may grow by one, to the four of a user's pair


def word_pairings(a: Wording, b: Wording, laid: Alignment, link: Link, relation: Relation) -> list[Pairing]:
    """Return what faces what, in the order of the first text.

    A substitution stands when a link joins its sides, or, against the original itself, by its position in a
    sentence most of which was kept; else it is taken apart into an insertion and a deletion.
    """
    firm = firm_sentences(a, b, laid)
    found: list[Pairing] = []
    for p in pair_words(a.keys, b.keys, laid.blocks, link, a.crosses):
        if p.replaces and not _stands(a, b, p, firm, relation, link):
            found.append(Pairing(p.a_start, p.a_end, p.b_start, p.b_start))
            found.append(Pairing(p.a_end, p.a_end, p.b_start, p.b_end))
        elif p.replaces or relation == "reference":
            found.append(_widened(a, b, p, link, found[-1] if found else None))
        else:
            found.append(p)
    return found


def firm_sentences(a: Wording, b: Wording, laid: Alignment) -> tuple[bool, ...]:
    """Tell for each sentence whether enough of it was kept, or is in step, for position to say what replaced what."""
    kept = [0] * len(a.sentences)
    for block in laid.blocks:
        if block.equal:
            for at in range(block.a_start, block.a_end):
                kept[a.sentence_of[at]] += 1
    steps = sentences_in_step(a, b, laid.blocks)
    return tuple(
        k >= _FIRM_SHARE * len(r) or (step >= _FIRM_IN_STEP and k >= _KEPT_IN_STEP * len(r))
        for k, step, r in zip(kept, steps, a.sentences, strict=True)
    )


def _stands(a: Wording, b: Wording, p: Pairing, firm: Sequence[bool], relation: Relation, link: Link) -> bool:
    observed, original = a.keys[p.a_start : p.a_end], b.keys[p.b_start : p.b_end]
    if relation == "sibling":
        # A retelling has its own grammar and spelling: they do not say what the common original had.
        content = not _GLUE.issuperset(observed) and not _GLUE.issuperset(original)
        if p.link == "thesaurus" and content:
            return link(original, observed) != "lexicon"  # else it is the sibling that has the spinner's word
        return p.link == "lexicon"
    if p.link:
        return True
    x, y = a.sentences[a.sentence_of[p.a_start]], b.sentences[b.sentence_of[p.b_start]]
    whole_lines = len(x) == len(y) <= _SHORT_LINE and p.a_start - x.start == p.b_start - y.start
    return firm[a.sentence_of[p.a_start]] or whole_lines


def _widened(a: Wording, b: Wording, p: Pairing, link: Link, last: Pairing | None) -> Pairing:
    """Return the pairing with the equal word beside it where a link joins the longer phrases.

    Spinners write "brand new" for "new", which looks like an insertion, and "entrance line" for "front line".
    `last` is the pairing before: what it holds is taken.
    """
    if p.link == "lexicon" or max(p.a_end - p.a_start, p.b_end - p.b_start) > _LONGEST_WIDENED:
        return p
    for before, after in ((0, 1), (1, 0)):
        a_start, a_end = p.a_start - before, p.a_end + after
        b_start, b_end = p.b_start - before, p.b_end + after
        free = a_start >= (last.a_end if last else 0) and b_start >= (last.b_end if last else 0)
        if not free or a_end > len(a.keys) or b_end > len(b.keys) or a.crosses(a_start, a_end):
            continue
        observed, original = a.keys[a_start:a_end], b.keys[b_start:b_end]
        # -after is the last word where the phrase grew behind, and word 0 where it grew before.
        if observed[-after] == original[-after]:
            why = link(observed, original)
            if why == "lexicon" or (why == "thesaurus" and not p.replaces):
                return Pairing(a_start, a_end, b_start, b_end, why)
    return p
