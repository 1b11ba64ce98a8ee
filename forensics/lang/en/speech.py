"""The words by which English says that somebody said something."""

from __future__ import annotations

TOLD = frozenset("told tells tell telling informed informs briefed assured".split())
"""Verbs with a hearer as their object."""
ADDRESSED = frozenset(
    """spoke speaks speaking talked talking said says clarified confirmed explained admitted revealed
        disclosed stated insisted""".split()
)
"""Verbs with "to" and a hearer."""
SAID = frozenset(
    """said says stated states reported reports announced announces confirmed confirms revealed reveals
        claimed claims wrote writes added adds noted notes warned warns argued argues insisted insists
        remarked remarks commented comments explained explains disclosed indicated indicates suggested
        suggests estimated estimates predicted predicts acknowledged denied denies alleged alleges testified
        declared asserted maintains emphasised emphasized stressed reiterated concluded recalled conceded
        admitted promised vowed mentioned""".split()
)
SAY = frozenset(
    """say report claim warn argue insist suggest estimate predict note write believe confirm allege
        speculate reveal indicate relay point""".split()
)
"""As SAID, with a plural subject."""
LIKE_NOUNS = frozenset(
    """states reports claims notes comments estimates remarks warns report claim note estimate point
        conceded recalled concluded declared""".split()
)
"""Words of the two above that are nouns as often: verbs only before what begins a clause."""
CLAUSE_STARTS = frozenset(
    "that the a an it he she they there this these his her its their how why what some more most at no out".split()
)
KNOWS = frozenset("understands learned learnt obtained seen".split())
"""What only outlets are said to have done."""
PERFECT = frozenset("has have had also then now later".split())
BLOCKERS = frozenset(
    """not never to will would could can may might must should shall did does do cannot let if didn't
        doesn't don't haven't hasn't hadn't won't wouldn't couldn't can't be been being is are was were""".split()
)
HEARERS = frozenset(
    """reporters journalists parliament mps lawmakers senators congress ministers viewers listeners
        investors analysts shareholders delegates court jurors magistrates inquest""".split()
)
MEDIA_NOUNS = frozenset("newspaper paper broadcaster outlet magazine network tabloid website channel".split())
"""The words that stand for an outlet named before."""
ROLES = frozenset(
    """official officials officer officers spokesman spokeswoman spokesperson spokespeople spokesmen aide
        aides minister ministers president chancellor premier ambassador envoy diplomat diplomats secretary
        adviser advisers advisor advisors source sources insider insiders analyst analysts expert experts
        scientist scientists researcher researchers professor economist economists historian author authors
        doctor doctors police prosecutor prosecutors lawyer lawyers attorney attorneys judge judges court
        magistrate witness witnesses victim victims resident residents commander commanders general colonel
        troops military forces army navy government ministry department agency authorities authority council
        commission committee union unions charity company firm bank group organisation organization party
        campaigners activists critics opponents supporters intelligence investigators detectives manager
        coach captain striker chairman chairwoman chief head director executive executives boss founder
        owner editor reporter reporters journalist journalists correspondent study report survey statement
        poll documents figures data observers traders dealers investors farmers teachers nurses leader
        leaders mp mps senator senators congressman congresswoman governor mayor bishop archbishop pope king
        queen prince princess actor actress singer director producer writer coroner regulator watchdog
        spokesmen team officialdom rebels militants hospital school university institute centre center
        association federation defendant plaintiff respondents participants workers staff locals passengers
        neighbours neighbors relatives family mother father friends colleagues employees volunteers pundits
        firms companies research estimates statistics findings forecasts champion winner player commentators
        authorities regulators ministries lawmakers politicians lecturers firefighters paramedics owners
        users campaign engineers astronomers physicists biologists chemists physicians surgeon""".split()
)
DOCUMENTS = frozenset(
    """reports report stories story accounts account documents figures data statement research study survey
        poll estimates statistics findings analysis forecasts""".split()
)
"""What may come "from" or be "attributed to" its speaker."""
DETERMINERS = frozenset(
    """the a an some many several few most both two three four five one another other his her its their our
        my your this that these those each every all any no""".split()
)
NOT_NAMES = frozenset(
    """i he she it they we you who which what that this these those there here one both many some few most
        others nobody everyone everybody someone somebody anybody anyone none and but or so then however
        yesterday today tonight meanwhile later earlier also now as when while if because although though
        after before since until for in on at by with from of to not no yes even still once where why how
        monday tuesday wednesday thursday friday saturday sunday january february march april june july
        august september october november december mr mrs ms the a an having additionally separately recently last
        next once instead moreover furthermore therefore""".split()
)
PREPOSITIONS = frozenset("of for from at in with on to by".split())
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor secretary
        general major colonel captain lieutenant sergeant admiral senator sen rep congressman congresswoman
        governor judge justice king queen prince princess pope archbishop bishop chief spokesman
        spokesperson spokeswoman director chairman ceo mp deputy vice foreign defence defense interior
        finance home major-general""".split()
)
