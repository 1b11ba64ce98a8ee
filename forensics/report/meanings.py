"""What each word of a result means: one text for the schema, the reference and the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from forensics import settings
from forensics.dedupe import result as dedupe
from forensics.lexicon import families
from forensics.lexicon.families import FamilyName
from forensics.report.disguises import OBFUSCATIONS
from forensics.report.reasons import NOT_ASSESSED
from forensics.spin import result as spin
from forensics.trace import result as trace

FAMILIES: dict[FamilyName, str] = {
    **{family.name: family.description for family in families.FAMILIES},
    families.UNKNOWN: families.described(families.UNKNOWN),
}

COMMANDS: dict[settings.Command, str] = {
    "dedupe": "near-duplicates",
    "spin": "synonym spinning",
    "trace": "where texts come from",
    "index build": "an index is made",
    "index add": "documents are added to an index",
    "index remove": "documents are taken out of an index",
    "index query": "which texts of an index another one may come from",
    "index info": "what an index holds",
    "index verify": "whether an index is as it was written",
    "index repair": "what can be saved of an index",
}
KEEP: dict[settings.Keep, str] = {
    "first": "the first in the input",
    "longest": "the longest text",
    "earliest": "the one with the earliest date, undated ones last",
}
UNITS: dict[settings.Unit, str] = {
    "document": "whole documents",
    "paragraph": "their paragraphs, each a line that holds anything",
}
FOLDS: dict[settings.Fold, str] = {
    "none": "nothing but case, composition and punctuation",
    "spin": "synonyms too, along what spinners write for what, so that an original and its spun copy meet",
}
INPUT_FORMATS: dict[settings.InputFormat, str] = {
    "auto": "by its name, then by its first bytes",
    "text": "plain text, a document a file",
    "jsonl": "a JSON object a line, each a record",
    "json": "JSON objects, pretty-printed or in an array, each a record",
    "csv": "a table with a header, a record a row, commas between the columns",
    "tsv": "the same with tabs",
    "html": "the main text of a page",
    "pdf": "the text of a PDF",
    "docx": "the text of a Word document",
    "odt": "the text of an OpenDocument text",
    "epub": "the chapters of a book",
    "rtf": "the text of a Rich Text Format file",
    "warc": "the pages of a web archive",
    "parquet": "the rows of a Parquet file, each a record",
}
PAIR_RELATIONS: dict[dedupe.Relation, str] = {
    "exact": "the same text, code point by code point",
    "near": "alike at or above the threshold",
    "contains": "a holds b to the containment asked for, nearly all of it by default, and is clearly longer",
    "contained": "b holds a to the containment asked for, nearly all of it by default, and is clearly longer",
    "spun": "alike only once synonyms are folded, and both measures are those of the folded texts",
    "overlaps": "below the threshold, of like length, and alike to the containment asked for",
}
FLAGS: dict[dedupe.Flag, str] = {
    "chain-only": "some member is below the threshold to the kept one and linked through others",
    "oversized": "so many are alike that not every pair was compared or listed",
}
VERDICTS: dict[spin.Verdict, str] = {
    "spun": "This text reads as rewritten by a machine that replaces words by synonyms.",
    "suspect": "Some of it reads as if words were replaced by synonyms; that is too little to call it spun.",
    "clean": "Nothing here tells of synonyms put in by a machine.",
    "not_assessed": "This text is nothing that can be judged: it may be clean or spun.",
}
EVIDENCE_KINDS: dict[spin.EvidenceKind, str] = {
    "lexicon": "spinners were seen to write it for that",
    "thesaurus": "a thesaurus joins the two",
    "language_model": "which of them fits its neighbours better",
    "spintax": "a choice that a spinner's template left open",
    "reference": "the reference has the original there",
    "sibling": "another text of the same origin has the original there",
}
REPLACEMENTS: dict[spin.Replacement, str] = {
    "synonym": "the two are synonyms",
    "wrong_sense": "the two are joined by a distant sense or by spinners' habits alone",
    "inflection": "another form of the same word",
    "spelling": "another spelling of the same word",
    "number": "another number or date",
    "name": "another name",
    "negation": "a negation came or went",
    "reworded": "nothing is known to join the two",
}
CHANGES: dict[spin.ChangeOp, str] = {
    "substitute": "other words stand in the place",
    "insert": "words were put in",
    "delete": "words were left out",
    "move": "words stand elsewhere",
}
REFERENCES: dict[spin.Relation, str] = {
    "identical": "word for word the same text",
    "reference": "the original that the text was made from",
    "sibling": "another text made from the same original",
    "unrelated": "a text with too little in common to name any substitution",
}
CHANGED_FACTS: dict[Literal["number", "date", "name", "negation"], str] = {
    "number": "a number, compared by value",
    "date": "a date",
    "name": "a name",
    "negation": "a negation that came or went",
}
CLAIMS: dict[trace.ClaimKind, str] = {
    "told": "somebody told them, and they have the story",
    "reported": "they are said to have reported it",
    "according_to": "it is given as according to them",
    "quoted": "their words are quoted",
}
CITED: dict[trace.Cited, str] = {
    "media": "a medium that publishes",
    "official": "an authority or its office",
    "platform": "a place where people post",
    "speaker": "a person or a role",
}
RESIDUE: dict[trace.ResidueKind, str] = {
    "source_link": "a link to the source, or a line that names it",
    "comment_form": "a form for comments or replies",
    "contents": "a table of contents",
    "site_header": "the header of a site, or the path to a page in it",
    "share": "buttons for sharing",
    "cookie": "a notice about cookies",
    "subscribe": "an invitation to subscribe",
    "related": "a list of other stories",
    "copyright": "a copyright line",
    "advertisement": "the label of an advertisement",
    "credit": "a credit line",
    "reference_list": "a list of references",
    "declaration": "a declaration: of interests, funding, data or own work",
    "dateline": "where a report was written, before its first words",
    "byline": "who wrote it",
    "timestamp": "when it was published or changed",
    "photo_credit": "who made a picture, with what stands under it",
    "agency_credit": "the agency or those who contributed",
    "author_note": "a note about the author, or one of an editor",
    "template": "what the text shares with a template that was given",
    "release_form": "a form of a press release: its end mark, its contacts, notes for editors",
}
FACTS: dict[trace.FactKind, str] = {
    "number": "a number alone",
    "quantity": "a number with its unit, currency or what is counted",
    "date": "a date, also a relative one",
    "name": "a name",
    "place": "a place, also where its people are named",
    "quote": "the words of a quotation",
}
QUALIFIERS: dict[trace.Qualifier, str] = {
    "about": "roughly so many",
    "over": "more than so many",
    "under": "fewer than so many",
}
ROLES: dict[trace.Role, str] = {
    "text": "a text that was asked about",
    "source": "a text that it was compared with",
}
LEVELS: dict[trace.Level, str] = {
    "verbatim": "a run of the same words",
    "minor": "the same words, inflected or reordered",
    "spun": "the same slots in the same order, content words replaced",
    "paraphrased": "the same facts in the same order, in other words",
    "summarised": "several sentences told in one",
    "facts_only": "the same facts, told independently as far as can be seen",
    "boilerplate": "furniture of the page, in no way evidence of copying",
}
# The most telling first.
RELATIONS: dict[trace.Relation, str] = {
    "copy": "nearly word for word the same text",
    "derived": "one was made from the other",
    "patchwork": "put together from several sources",
    "sibling": "both were made from one text that is in neither",
    "background": "one newsroom used passages of its own again",
    "undetermined": "not enough to tell",
    "same_event": "independent reports of the same events",
    "unrelated": "nothing to link them",
}
DIRECTIONS: dict[trace.Direction, str] = {
    "a_from_b": "the first comes from the second",
    "b_from_a": "the second comes from the first",
    "common_source": "neither comes from the other",
    "unknown": "which came first cannot be told",
}
MARKED: dict[trace.Marked, str] = {
    "both": "each of the texts marks them as quoted",
    "a": "only the first text marks them",
    "b": "only the second text marks them",
}
NAMED_BY: dict[trace.NamedBy, str] = {
    "credit": "an agency that signs two of its children, or one whose words the others have",
    "cited": "an outlet that two of its children cite, each in words of its own, as told, quoted or reporting",
    "journal": "a journal that two of its children name, each in words of its own, for the study that they tell of",
}
CHANGED: dict[trace.ChangedFactKind, str] = {
    "number": "another figure for what is measured or counted",
    "unit": "the same figure in another unit or currency",
    "date": "another day, month, year or time",
    "name": "another name",
    "negation": "one text denies what the other one says",
}
EXCLUSIONS: dict[trace.Exclusion, str] = {
    "quotation": "most of it stands in quotation marks",
    "small": "it has fewer words than are counted",
    "boilerplate": "it is template text",
    "source": "one of its texts was left out",
    "bibliography": "it is an entry of a reference list",
    "citation": "most of it is an in-text citation",
}
OPS: dict[trace.OpKind, str] = {
    "equal": "the same words, or forms of them",
    "substitute": "b's words were replaced by a's",
    "insert": "a's words were put in",
    "delete": "b's words were left out",
    "move": "the words stand elsewhere",
}
NODES: dict[Literal["document", "missing_source", "outlet"], str] = {
    "document": "a text at hand",
    "missing_source": "a text that is not at hand and that others point to",
    "outlet": "a medium that is named",
}
EDGES: dict[Literal["derived_from", "shares_text", "sibling_of", "claims", "same_event"], str] = {
    "derived_from": "the first comes from the second",
    "shares_text": "one comes from the other, or both from a third text; which came first is not known",
    "sibling_of": "both come from a text that is in neither",
    "claims": "the first names the second as its source",
    "same_event": "independent reports of the same events",
}
EVIDENCE: dict[str, str] = {
    "alignment_density": "share of sentences that align in order",
    "order_z": "how far the common order exceeds a shuffled one, in standard deviations",
    "fact_containment": "share of the facts of the text with fewer that the other has too",
    "facts_shared": "facts that both texts tell",
    "facts_exclusive_a": "figures and dates that only the first tells, within matches",
    "facts_exclusive_b": "figures and dates that only the second tells, within matches",
    "names_alike": "likeness of the names in both texts, by how rare they are, 0 to 1",
    "figures_alike": "how much the figures and dates say that both texts tell, in powers of ten",
    "things_shared": "names, figures and dates that both texts tell and not everybody does",
    "words_least": "words of the shorter text",
    "chance_same_event": "chance that two texts of which neither depends on the other report on one event",
    "days_apart": "days between the dates of their records, where both have one",
    "cosine": "likeness of the words of both texts, order apart, 0 to 1",
    "jaccard_5gram": "share of runs of five words that are in both",
    "containment_3gram": "share of runs of three words that the other has too",
    "longest_run": "words in the longest run that is the same in both",
    "run_information": "how much the shared runs of six words and more say, by the rarity of their words",
    "long_runs": "shared runs of six lower-case words and more",
    "runs_share_a": "share of the first text's own words in shared runs of six and more",
    "runs_share_b": "share of the second text's own words in shared runs of six and more",
    "one_sided_words": "words in shared runs that one text quotes and the other tells as its own",
    "close_sentences": "sentences that came over as written or word for word replaced, quotations apart",
    "quoted_words_shared": "words of others that both texts quote; they speak for no common text",
    "verbatim_a": "share of the first text that matches word for word",
    "verbatim_b": "share of the second text that matches word for word",
    "matched_similarity": "mean likeness of the matches, 0 to 1",
    "inserted_similarity": "likeness of the surest passage outside quotations, 0 to 1",
    "inserted_partnered": "share of its words that the other side has, too, or a word linked with them",
    "rest_alike": "likeness of the words around the shared passages, 0 to 1",
    "rest_names_alike": "the same of the names around them",
    "matched_words": "words in matches outside quotations, on the side with fewer",
    "covered_least": "the smaller of both coverages",
    "covered_most": "the larger of both coverages",
    "spun_slots_a": "spun words of the first text where the second has the likely original",
    "spun_slots_b": "spun words of the second text where the first has the likely original",
    "slots_kept": "share of the first text's matching words in passages that keep the other's slots, word for word",
    "direction_release_forms": "for the first being made from the second, in nats: forms of a press release",
    "direction_retold": "the same: phrases that tell of a publication from outside",
    "direction_agency": "the same: a record that names a news agency",
    "direction_names_other": "the same: the outlet of the one is credited or cited in the other",
    "direction_later": "the same: days by which the first is the younger",
    "direction_covered": "the same: whose larger share is covered",
    "direction_spun_slots": "the same: spun words where the other text, which covers it, has the original",
    "direction_exclusive_facts": "the same: figures and dates that one side alone tells, within matches",
    "spun_a": "probability that the first text was spun",
    "spun_b": "probability that the second text was spun",
}

_ALL: tuple[Mapping[Any, str], ...] = (
    OBFUSCATIONS, COMMANDS, KEEP, UNITS, FOLDS,
    INPUT_FORMATS, PAIR_RELATIONS, FLAGS, VERDICTS, NOT_ASSESSED, EVIDENCE_KINDS,
    REPLACEMENTS, CHANGES, REFERENCES, CHANGED_FACTS, FAMILIES, CLAIMS, CITED, RESIDUE, FACTS, QUALIFIERS, ROLES,
    LEVELS, RELATIONS, DIRECTIONS, MARKED, CHANGED, NAMED_BY, EXCLUSIONS, OPS, NODES, EDGES,
)  # fmt: skip
_BY_WORDS: Mapping[frozenset[str], Mapping[str, str]] = {frozenset(one): one for one in _ALL}
_BY_FIELD: Mapping[tuple[str, str], Mapping[str, str]] = {("PairVerdict", "evidence"): EVIDENCE}


def meanings_of(owner: str, field: str, words: frozenset[str]) -> Mapping[str, str]:
    """Return what each word of a field means: `words` are all that it may hold; empty for other fields.

    A field that holds values by name, known by the name of its class and its own, gives what each name means.
    """
    return _BY_FIELD.get((owner, field)) or _BY_WORDS.get(words, {})
