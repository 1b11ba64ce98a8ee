"""The words by which English says that somebody said something."""

from __future__ import annotations

from forensics.lang.groups import Speech

SAID = frozenset(
    """said says stated states reported reports announced announces confirmed confirms revealed reveals
    claimed claims wrote writes added adds noted notes warned warns argued argues insisted insists remarked
    remarks commented comments explained explains disclosed indicated indicates suggested suggests estimated
    estimates predicted predicts acknowledged denied denies alleged alleges testified declared asserted
    maintains emphasised emphasized stressed reiterated concluded recalled conceded admitted promised vowed
    mentioned""".split()
)
PERFECT = frozenset("has have had also then now later".split())
BLOCKERS = frozenset(
    """not never to will would could can may might must should shall did does do cannot let if didn't doesn't
    don't haven't hasn't hadn't won't wouldn't couldn't can't be been being is are was were""".split()
)
MEDIA_NOUNS = frozenset("newspaper paper broadcaster outlet magazine network tabloid website channel".split())

TOLD = frozenset("told tells tell telling informed informs briefed assured".split())
SAY = frozenset(
    """say report claim warn argue insist suggest estimate predict note write believe confirm allege
    speculate reveal indicate relay point""".split()
)

SPEECH = Speech(
    told=TOLD,
    addressed=frozenset(
        """spoke speaks speaking talked talking said says clarified confirmed explained admitted revealed
        disclosed stated insisted""".split()
    ),
    said=SAID,
    say=SAY,
    like_nouns=frozenset(
        """states reports claims notes comments estimates remarks warns report claim note estimate point
        conceded recalled concluded declared""".split()
    ),
    clause_starts=frozenset(
        """that the a an it he she they there this these his her its their how why what some more most at no
        out""".split()
    ),
    published=frozenset("reported published disclosed revealed cited writing confirmed".split()),
    knows=frozenset("understands learned learnt obtained seen".split()),
    according=(
        ("in", "accordance", "with"),
        ("in", "keeping", "with"),
        ("in", "line", "with"),
        ("in", "response", "to"),
        ("based", "on"),
        ("as", "per"),
    ),
    perfect=PERFECT,
    blockers=BLOCKERS,
    passive=frozenset("was were been being is are be to not never".split()),
    quoted_passive=frozenset("was were is are been has have being".split()),
    hearers=frozenset(
        """reporters journalists parliament mps lawmakers senators congress ministers viewers listeners
        investors analysts shareholders delegates court jurors magistrates inquest""".split()
    ),
    before_hearers=frozenset("news press us local radio house federal".split()),
    media_nouns=MEDIA_NOUNS,
    roles=frozenset(
        """official officials officer officers spokesman spokeswoman spokesperson spokespeople spokesmen aide
        aides minister ministers president chancellor premier ambassador envoy diplomat diplomats secretary
        adviser advisers advisor advisors source sources insider insiders analyst analysts expert experts
        scientist scientists researcher researchers professor economist economists historian author authors
        doctor doctors police prosecutor prosecutors lawyer lawyers attorney attorneys judge judges court
        magistrate witness witnesses victim victims resident residents commander commanders general colonel
        troops military forces army navy government ministry department agency authorities authority council
        commission committee union unions charity company firm bank group organisation organization party
        campaigners activists critics opponents supporters intelligence investigators detectives manager
        coach captain striker chairman chairwoman chief head director executive executives boss founder owner
        editor reporter reporters journalist journalists correspondent study report survey statement poll
        documents figures data observers traders dealers investors farmers teachers nurses leader leaders mp
        mps senator senators congressman congresswoman governor mayor bishop archbishop pope king queen
        prince princess actor actress singer producer writer coroner regulator watchdog team officialdom
        rebels militants hospital school university institute centre center association federation defendant
        plaintiff respondents participants workers staff locals passengers neighbours neighbors relatives
        family mother father friends colleagues employees volunteers pundits firms companies research
        estimates statistics findings forecasts champion winner player commentators regulators ministries
        lawmakers politicians lecturers firefighters paramedics owners users campaign engineers astronomers
        physicists biologists chemists physicians surgeon""".split()
    ),
    documents=frozenset(
        """reports report stories story accounts account documents figures data statement research study
        survey poll estimates statistics findings analysis forecasts""".split()
    ),
    found=frozenset("found finds find showed shows show discovered concluded concludes".split()),
    authors=frozenset("by from".split()),
    speaking=SAID
    | SAY
    | TOLD
    | frozenset(
        """saying asked asks ask asking called calls call calling read reads describe described describes
        describing according replied reply replies replying responded responds respond responding response
        answered answers adding continued continues tweet tweeted tweets tweeting retweeted writing post posted
        posts posting testify testimony testifying speech speaking spoke interview interviewed letter letters memo
        email statement statements remark comment commenting quote quoted quotes quoting cited citing joked jokes
        quipped urged urges urging demanded demands accused accuses accusing shouted shouts shouting chanted
        chanting chant ruled ruling vow vows vowing pledged pledges promise promises deny denying announce
        announcing declares declare declaring concludes claiming arguing warning insisting explaining suggesting
        noting acknowledging stating complained complains lamented boasted mused cautioned questioned praised
        criticised criticized blasted slammed summarised summarized put puts""".split()
    ),
    according_word="according",
    first_person=frozenset(
        """i i'm i've i'll i'd we we're we've we'll we'd my our me us you your you're you've you'll myself
        ourselves""".split()
    ),
)
