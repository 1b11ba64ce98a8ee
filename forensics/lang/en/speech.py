"""The words by which English says that somebody said something."""

from __future__ import annotations

from forensics.lang.groups import Speech

SAID = frozenset(
    """said says stated states reported reports announced announces confirmed confirms revealed reveals
    claimed claims wrote writes added adds noted notes warned warns argued argues insisted insists remarked
    remarks commented comments explained explains disclosed indicated indicates suggested suggests estimated
    estimates predicted predicts acknowledged denied denies alleged alleges testified declared asserted
    emphasised emphasized stressed reiterated concluded recalled conceded admitted promised vowed
    mentioned asserts contends complained complains cautioned cautions declares acknowledges stresses
    concludes concedes admits speculated theorized opined countered counters pledged vows hinted
    lamented""".split()
)
PERFECT = frozenset(
    """has have had also then now later since once still again already even first himself herself themselves
    itself""".split()
)
BLOCKERS = frozenset(
    """not never to will would could can may might must should shall did does do cannot let if didn't doesn't
    don't haven't hasn't hadn't won't wouldn't couldn't can't be been being is are was were""".split()
)
MEDIA_NOUNS = frozenset("newspaper paper broadcaster outlet magazine network tabloid website channel".split())

TOLD = frozenset("told tells tell telling informed informs briefed assured".split())
SAY = frozenset(
    """say report claim warn argue insist suggest estimate predict note write believe confirm allege
    speculate reveal indicate relay point conclude add explain acknowledge stress concede admit announce assert
    caution contend deny complain""".split()
)

PEOPLE = frozenset(
    """official officials officer officers spokesman spokeswoman spokesperson spokespeople spokesmen aide
    aides minister ministers president chancellor premier ambassador envoy diplomat diplomats secretary
    adviser advisers advisor advisors source sources insider insiders analyst analysts expert experts
    scientist scientists researcher researchers professor professors economist economists historian historians author
    authors co-author co-authors doctor doctors prosecutor prosecutors lawyer lawyers attorney attorneys judge judges
    magistrate witness witnesses victim victims resident residents commander commanders general colonel troops
    campaigner campaigners activist activists critic critics opponent opponents supporter supporters investigator
    investigators detective detectives manager coach captain striker chairman chairwoman chair chief head director
    executive executives boss founder co-founder owner owners editor reporter reporters journalist journalists
    correspondent columnist host anchor commentator observers traders dealers investor investors farmer farmers teacher
    teachers nurse nurses leader leaders mp mps senator senators congressman congresswoman congressmen governor
    governors mayor mayors bishop archbishop pope king queen prince princess actor actress singer producer writer
    coroner rebels militants defendant plaintiff plaintiffs respondents participants workers staff locals passengers
    neighbours neighbors relatives mother father friend friends colleague colleagues employee employees volunteers
    pundits champion winner player commentators regulators lawmaker lawmakers politicians lecturer lecturers
    firefighters paramedics users engineer engineers astronomer astronomers physicist physicists biologist biologists
    chemist chemists physician physicians surgeon surgeons academic academics scholar scholars psychologist
    psychologists psychiatrist psychiatrists statistician statisticians epidemiologist epidemiologists neuroscientist
    nutritionist nutritionists dietitian cardiologist specialist specialists clinician clinicians consultant
    consultants geneticist geologist geologists meteorologist meteorologists staffer staffers strategist strategists
    pollster pollsters lobbyist donor donors delegate delegates councillor councillors councilman sheriff inspector
    superintendent constable sergeant lieutenant major admiral speaker whip negotiator negotiators person people man
    woman student students patient patients parent parents voter voters protester protesters demonstrators candidate
    candidates representative representatives deputy agent agents inspectors auditors justices justice""".split()
)
_BODIES = frozenset(
    """police court military forces army navy government ministry ministries department agency agencies authorities
    authority council councils commission committee union unions charity charities company companies firm firms bank
    group groups organisation organization party intelligence regulator watchdog team officialdom hospital school
    university institute centre center association federation family campaign administration office bureau coalition
    alliance foundation board panel tribunal inquiry delegation""".split()
)
_PAPERS = frozenset(
    """study studies report survey statement poll polls documents figures data research estimates statistics findings
    forecasts results memo letter filing complaint lawsuit indictment article story""".split()
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
        conceded recalled concluded declared conclude stress concludes estimated""".split()
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
        """panel committee supporters audience reporters journalists
        parliament mps lawmakers senators congress ministers viewers listeners
        investors analysts shareholders delegates court jurors magistrates inquest""".split()
    ),
    before_hearers=frozenset("news press us local radio house federal congressional senate".split()),
    media_nouns=MEDIA_NOUNS,
    roles=PEOPLE | _BODIES | _PAPERS,
    people=PEOPLE,
    finders=frozenset(
        """researcher researchers scientist scientists academic academics economist economists study studies survey
        surveys poll polls research report analysis review trial investigation inquiry audit author authors expert
        experts statisticians psychologists epidemiologists""".split()
    ),
    beside_quotes=frozenset(
        """continued continues began replied replies responded responds tweeted tweets posted joked jokes quipped
        asked asks urged urges lamented boasted mused recalled recalls shouted described
        answered""".split()
    ),
    before_that=frozenset(
        """maintains maintained believes contended accepted feared ruled joked replied responded tweeted posted
        quipped""".split()
    ),
    calling=frozenset("called calls described describes branded dubbed labelled labeled".split()),
    participles=frozenset(
        """saying adding claiming arguing insisting warning suggesting noting stating asserting alleging
        explaining acknowledging admitting predicting writing""".split()
    ),
    asking=frozenset("questioned questions questioning asked asks wondered wonders".split()),
    questions=frozenset("whether why how if what when where who".split()),
    byline_verbs=frozenset({"reported", "reports"}),
    published_when=frozenset("online today yesterday recently first earlier".split()),
    before_media=frozenset({"on", "in", "to"}),
    not_told=frozenset("to of about off how not and or but".split()),
    knowing=frozenset("familiar close briefed knowledge involved".split()),
    documents=frozenset(
        """reports report stories story accounts account documents figures data statement research study
        survey poll estimates statistics findings analysis forecasts letter letters article articles editorial tally
        images paper papers review count records""".split()
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
