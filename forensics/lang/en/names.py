"""The words around English names: what a name begins with, what it never holds, what outlets' names end with."""

from __future__ import annotations

from forensics.lang.en.calendar import MONTHS, WEEK
from forensics.lang.en.speech import BLOCKERS, MEDIA_NOUNS, PERFECT, SAID
from forensics.lang.groups import Names

_DETERMINERS = frozenset(
    """the a an some many several few most both two three four five one another other his her its their our
    my your this that these those each every all any no""".split()
)
_PREPOSITIONS = frozenset("of for from at in with on to by".split())
_NOT_NAMES = (
    frozenset(WEEK)
    | (frozenset(MONTHS) - {"may"})  # a surname as often as a month
    | frozenset(
        """i he she it they we you who which what that this these those there here one both many some few
        most others nobody everyone everybody someone somebody anybody anyone none and but or so then however
        yesterday today tonight meanwhile later earlier also now as when while if because although though
        after before since until for in on at by with from of to not no yes even still once where why how mr
        mrs ms the a an having additionally separately recently last next instead moreover furthermore
        therefore""".split()
    )
)
_PARTICLES = frozenset("de von van der al bin la le du".split())
_LAST_WORDS = frozenset("news times herald tribune gazette chronicle radio magazine journal".split())
_NEVER_NAMES = (
    _NOT_NAMES
    | _DETERMINERS
    | _PREPOSITIONS
    | BLOCKERS
    | frozenset(
        """new more most how why what let please according under over about into out up down off between
        during against among within without through per than such own same very just only further despite
        amid amidst whether unlike like given based following including citing speaking responding asked
        north south east west northern southern eastern western central n s""".split()
    )
)
_AFTER_OUTLETS = (
    SAID
    | MEDIA_NOUNS
    | BLOCKERS
    | PERFECT
    | _PREPOSITIONS
    | _DETERMINERS
    | frozenset(
        """that it he she they we i there quoted and or but as about after before when while where who which
        last yesterday today earlier journalist reporter correspondent editor interview article website how""".split()
    )
)

NAMES = Names(
    determiners=_DETERMINERS,
    prepositions=_PREPOSITIONS,
    not_names=_NOT_NAMES,
    never_names=_NEVER_NAMES,
    openers=frozenset(
        """whereas whilst nonetheless nevertheless notwithstanding regardless former ex old young big top
        real current fellow local previous veteran hundreds thousands dozens world injured star""".split()
    ),
    titles=frozenset(
        """mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor secretary
        general major colonel captain lieutenant sergeant admiral senator sen rep congressman congresswoman
        governor judge justice king queen prince princess pope archbishop bishop chief spokesman spokesperson
        spokeswoman director chairman ceo mp deputy vice foreign defence defense interior finance home
        major-general drs profs rev gov representative atty gen col lt sgt capt cmdr adm supt cllr hon
        attorney""".split()
    ),
    forms_of_address=frozenset("mr mrs ms miss".split()),
    offices=frozenset("mp mps mep meps msp qc cbe obe".split()),
    particles=_PARTICLES,
    joiners=_PARTICLES | frozenset("of den ibn the".split()),
    after_outlets=_AFTER_OUTLETS,
    suffixes=frozenset("based born led backed made style era controlled occupied run owned wide".split()),
    before_days=frozenset({"on", "late", "early"}),
    parts_of_day=frozenset("morning afternoon evening night".split()),
    among=frozenset({"including", "among"}),
    clauses=frozenset("so but because while although though if yet as when".split()),
    departments=frozenset(
        """state defense defence labor labour commerce health education energy interior agriculture transportation
        transport treasury exchequer house senate homeland security veterans affairs justice""".split()
    ),
    in_bodies=frozenset({"of", "for", "on", "the", "and"}),
    bodies=frozenset(
        """university school college institute institution department ministry office bank centre center society
        association organization organisation council board bureau committee commission federation foundation agency
        academy hospital church court house union league trust fund faculty chamber""".split()
    ),
    last_words=_LAST_WORDS,
    last_words_after_article=_LAST_WORDS
    | frozenset(
        """post star mail telegraph express mirror globe sun standard courier echo sentinel examiner inquirer
        register bulletin dispatch observer guardian independent""".split()
    ),
    spun_last_words=frozenset("times post telegraph mail".split()),
)
