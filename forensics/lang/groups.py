"""The groups of words that a language is made of, each by what asks for it.

Words are lower-case, each one word as `forensics.text.words` cuts it (an apostrophe or a hyphen may stand inside),
unless the field says otherwise. An empty set says that a language has no such words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Words = frozenset[str]
Ways = Mapping[str, tuple[str, ...]]
"""One name, by which texts are compared, -> all words that are written for it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Spelling:
    """How words are written and how they change their form."""

    vowels: Words
    irregular: tuple[tuple[str, ...], ...]
    """All forms of one word, for words that no ending gives away: ("go", "goes", "went", "gone")."""
    auxiliaries: Words
    """Verbs that only help others: runs of them are one change of tense."""
    contracted: tuple[tuple[str, str], ...]
    """How a word ends -> what it ends with written out; only the first that fits is looked at ("can't")."""
    contracted_endings: tuple[tuple[str, str], ...]
    """The same where several may be meant ("'d" for "had" and "would"): all that fit are looked at."""
    articles: tuple[str, str]
    """The indefinite article before a consonant and before a vowel; the same word twice where sound changes nothing."""
    silent: tuple[str, ...]
    """Beginnings of words that sound as a vowel although written with a consonant."""
    sounds_as_consonant: tuple[str, ...]
    """Beginnings of words that sound as a consonant although written with a vowel."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Negation:
    """Words that turn what is said into its opposite."""

    negations: Words
    denials: Words
    """Words that deny without a negation: "failed to" for "did not" denies the same."""
    limited: Words
    """Words after a negation that only limit what is said: "not only"."""
    prefixes: tuple[str, ...]
    """Beginnings that turn a word into its opposite."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Numbers:
    """Numbers in words."""

    words: Mapping[str, int]
    """Every number word below a hundred that is one word: those up to nineteen, and the tens."""
    tens: Words
    """Those of them that a unit may follow ("twenty-five")."""
    scales: Mapping[str, int]
    """Words that multiply what stands before them ("hundred", "million")."""
    short_scales: Mapping[str, int]
    """Such words when they touch a figure ("5bn")."""
    parts: Mapping[str, int]
    """The names of fractions ("thirds"), and how many of them are a whole."""
    about: Words
    """Words before a number that make it a rough one."""
    over: Words
    under: Words
    bounds: Mapping[tuple[str, str], Literal["over", "under"]]
    """The same in two words ("more than")."""
    typical: str
    """A number word that stands for every figure where neighbours are counted."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Calendar:
    """Dates in words."""

    months: tuple[str, ...]
    """The twelve in order."""
    short_months: Mapping[str, int]
    """Short names of months (without a full stop), and which month each is."""
    ambiguous_months: Words
    """Months, long or short, that are other words as well: one by itself is no date."""
    week: tuple[str, ...]
    """The weekdays from Monday on."""
    weekdays: Words
    days: Mapping[str, str]
    """Words for a day seen from today ("tonight"), and the one form by which each is compared."""
    relative: Mapping[str, str]
    """Words before a period, weekday or month that place it ("last"), and the one form of each."""
    periods: Mapping[str, str]
    """The periods that these place ("week"), and the one form of each."""
    before_month: Words
    """Words after which an ambiguous month is one."""
    before_year: Words
    """Words after which a figure of four digits is a year, however early or late."""
    after_count: Words
    """Words before which a figure of four digits counts something and is no year."""
    ordinal_endings: tuple[str, ...]
    """What touches the figure of a day ("24th")."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Units:
    """Units of measure and money; the names on the left are the same in every language (trace/extract/units.py)."""

    measures: Ways
    currencies: Ways
    national_dollars: Mapping[str, str]
    """Adjectives before "dollars", and the code of each."""
    hundredths: Mapping[str, str]
    """Hundredths of a currency ("pence"), and its code."""
    raced: Words
    """Plurals that follow metres: "100m hurdles" are no hundred million."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Counting:
    """The words by which a number's noun is found, "11,000 North Korean troops", and what befell those counted."""

    states: Ways
    """What kills and what hurts is told in many words; two reports of one toll use different ones."""
    plurals: Words
    """Plurals that do not end as plurals do, and nouns that are counted as they are."""
    no_plurals: Words
    """Words that end as plurals do and are none."""
    same: Mapping[str, str]
    """Nouns that count the same, and the one to compare by."""
    passed_over: Words
    """Words that may stand between the number and its noun."""
    stoppers: Words
    """Words behind which no noun of the number stands."""
    happened: Words
    """Words that may stand between the noun and what befell it ("troops have been killed")."""
    joins: Words
    """Words between two things that befell them ("killed or injured")."""
    labels: Words
    """Nouns before a number that counts nothing: "Type 2 diabetes"."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Speech:
    """The words by which somebody is said to have said something."""

    told: Words
    """Verbs with a hearer as their object."""
    addressed: Words
    """Verbs with "to" and a hearer."""
    said: Words
    say: Words
    """As `said`, with a plural subject."""
    like_nouns: Words
    """Words of the two above that are nouns as often: verbs only before what begins a clause."""
    clause_starts: Words
    published: Words
    """What is done "by" or "in" an outlet that is named after it."""
    knows: Words
    """What only outlets are said to have done."""
    according: tuple[tuple[str, ...], ...]
    """What spinners write for "according to", by words."""
    perfect: Words
    """Words that may stand between a speaker and the verb."""
    blockers: Words
    """Words before a verb that make it no report: negations, modal verbs, auxiliaries."""
    passive: Words
    """Words right before a participle that make it a passive, or no event."""
    quoted_passive: Words
    """Words between who is quoted and "quoted as"."""
    hearers: Words
    """Those to whom one speaks in public."""
    before_hearers: Words
    """Words, beside determiners, that may stand before these ("local reporters")."""
    media_nouns: Words
    """The words that stand for an outlet named before."""
    roles: Words
    """Words for people, bodies and documents that speak."""
    people: Words
    """Those of them that are people: a name behind one is that of a person ("press secretary Jane Doe")."""
    finders: Words
    """Those of them that are said to have found what they tell ("researchers found more salt")."""
    beside_quotes: Words
    """Verbs that say something only beside quotation marks ("“It is late,” he continued")."""
    participles: Words
    """What a subject does beside its verb, before a clause ("defended the picture, saying that")."""
    before_that: Words
    """Verbs that tell something only before "that" or a quotation ("maintains that")."""
    calling: Words
    """Verbs by which something is given a name in quotation marks ("called the plan “a joke”")."""
    asking: Words
    """Verbs that tell something only before a question ("questioned whether")."""
    questions: Words
    """What such a question begins with."""
    byline_verbs: Words
    """Verbs that say where a reporter was: "reported from Paris"."""
    published_when: Words
    """Words between "published" and "in"."""
    before_media: Words
    """What stands between a verb of saying and the outlet where it was said ("said on CNN")."""
    not_told: Words
    """Words behind a hearer that make it no report: "told him to leave"."""
    knowing: Words
    """What ties a source to its subject: "a person familiar with the matter"."""
    documents: Words
    """What may come "from" or be "attributed to" its speaker."""
    found: Words
    """What documents and those who wrote them do: "a study by X found that"."""
    authors: Words
    """What stands between a document and who made it: "a study by X"."""
    speaking: Words
    """Words of which one stands near what somebody is said to have spoken or written; the verbs above among them."""
    according_word: str
    """The one of them that introduces no block of speech before a colon."""
    first_person: Words
    """Words by which a speaker speaks of himself, or to others: what holds one is speech, not telling."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Names:
    """Names of people, places and outlets, and the small words of the phrases that they stand in."""

    determiners: Words
    prepositions: Words
    not_names: Words
    """Words that a sentence's start or a headline capitalises, none of them a name."""
    never_names: Words
    """All words that no name begins with or holds; the three above and the verbs that block are among them."""
    openers: Words
    """Other words that open sentences right before names: "Whereas Yukos", "Former Chancellor"."""
    titles: Words
    forms_of_address: Words
    """Titles that belong to no office ("mr")."""
    offices: Words
    """Letters after a name that are no part of it ("mp")."""
    particles: Words
    """Small words inside the names of people ("van")."""
    joiners: Words
    """Small words inside any name: these, and those of bodies and places ("of")."""
    after_outlets: Words
    """What may follow a newspaper's name but not an adjective: "the Australian said", never "the Australian firm"."""
    suffixes: Words
    """What makes an adjective of a name behind a hyphen ("based")."""
    before_days: Words
    """What stands before a day that stands between words ("on")."""
    parts_of_day: Words
    """What may follow it ("night")."""
    among: Words
    """What tells of some of those named before: "the experts, including"."""
    clauses: Words
    """Words behind a comma that begin another clause, and no aside."""
    departments: Words
    """What offices are of, right before a name: "Secretary of State Jane Doe"."""
    in_bodies: Words
    """Small words inside the names of bodies."""
    bodies: Words
    """What the names of bodies begin with that hold an "of": "the University of Ulm"."""
    last_words: Words
    """The last word of outlets' names, by which an unlisted one is known ("the Kathmandu Herald")."""
    last_words_after_article: Words
    """The same after the article only ("the Kathmandu Post"); holds `last_words`."""
    spun_last_words: Words
    """Those of them that are looked for behind what a spinner left."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pronouns:
    """Words that stand for one who was named before."""

    one: Words
    several: Words
    titles: Mapping[str, str]
    """Titles that tell by which of the pronouns for one their bearer is spoken of."""
    groups: Words
    """Words for more than one that do not end as plurals do."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Journals:
    """Names of journals."""

    before: Words
    """What stands before a name that may be any word: "the journal Gut"."""
    houses: Words
    """Names that are the first word of a house's other journals: "BMC Nursing"."""
    collections: Words
    """What journals are called by their kind ("annals")."""
    joints: Words
    """What follows these."""
    last_joint: str
    """What stands before the last of a series ("Neurology, Surgery and Psychiatry")."""
    inside: Words
    """Lower-case words within a name."""
    no_titles: Words
    """Words that make a house's name no journal: "the Lancet press office"."""
    listed: tuple[str, ...]
    """Journals among the listed outlets that nothing in their names tells."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Origins:
    """Words by which a text says where it comes from, or that it tells of something published elsewhere."""

    release_forms: tuple[str, ...]
    """Forms of a press release, in lower case: what stands there for editors and not for readers."""
    retold: tuple[str, ...]
    """Phrases that tell of somebody else's work from outside."""
    agencies: frozenset[str]
    """News agencies, by the names that outlets.tsv gives them: what they publish is printed by others."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Furniture:
    """What pages put around a text; most of it is in the data file residue.txt."""

    platforms: Words
    """Sites that share buttons name."""
    share_words: Words
    """All words of share buttons, the platforms among them."""
    buttons: Words
    """Words of buttons under which a page may be shared, printed or kept, the platforms among them."""
    beside_buttons: Words
    """What else may stand on a bar of such buttons."""
    home: tuple[str, ...]
    """What a trail of links ("Home » News") begins with."""
    source_labels: tuple[str, ...]
    """Labels before a colon and a source's name; of two that a spun word may stand for, the first is taken."""
    credit_labels: Words
    """Other such labels, never un-spun."""
    via: Words
    """Words before a source's name, with or without a colon."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Credits:
    """What newsrooms set around a story: where, when, by whom."""

    agencies: Words
    """News agencies as they sign, in their own case, several words some of them."""
    stock: Words
    """Agencies whose pictures carry their name alone, in capitals."""
    cities: Words
    """Cities that stand alone in a dateline, beside those of places.tsv; lower case, several words some of them."""
    by: Words
    """What a byline begins with."""
    before_by: Words
    """What may stand before that: "written by"."""
    jobs: Words
    """What those are who sign."""
    writes: Words
    """What an author is said to be in a note about him: these, and those whose work is not in a newsroom."""
    in_names: Words
    """Lower-case words that may stand among the names of a byline or credit."""
    stamps: Words
    """Labels of a time: "published", "updated"."""
    stamp_words: Words
    """What else a time is written with: months, days, zones."""
    clocks: Words
    """Those of them that only stand with a time of day, or beside a number of hours."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Registers:
    """How a text gives away that it is not the prose of today, which is all that spin can judge."""

    archaic: Words
    """Words that today's prose has given up."""
    dated: Words
    """Words that are leaving it: a text that has several kinds of them is old or solemn."""
    archaic_ending: str
    """An ending of verbs that is gone ("cometh")."""
    pidgin: Words
    """How a language built on this one (Pidgin, a creole) spells its most frequent words."""
