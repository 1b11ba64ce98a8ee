"""English words of the lines that newsrooms set around a story: datelines, bylines, times, credits, declarations."""

from __future__ import annotations

from forensics.lang.en.calendar import MONTHS, SHORT_MONTHS, WEEK
from forensics.lang.groups import Credits

_JOBS = frozenset(
    """writer writers editor correspondent reporter reporters columnist contributor staff bureau
    journalist""".split()
)

CREDITS = Credits(
    agencies=frozenset(
        """AP AFP PA UPI PTI IANS ANI TNN AAP DPA dpa EFE ANSA TASS KCNA Reuters REUTERS Xinhua Interfax Kyodo Yonhap
        Bloomberg""".split()
    )
    | {
        "The Associated Press",
        "Associated Press",
        "Press Association",
        "The Press Association",
        "PA Media",
        "Agence France-Presse",
        "Agence France Presse",
        "Press Trust of India",
        "Times News Network",
        "The Canadian Press",
        "Canadian Press",
        "Australian Associated Press",
        "Getty Images",
        "RIA Novosti",
        "Anadolu Agency",
        "Thomson Reuters",
    },
    stock=frozenset("getty alamy shutterstock rex istock corbis".split()),
    cities=frozenset(
        {
            *"""atlanta baltimore boston chicago cincinnati cleveland dallas denver detroit honolulu houston
            indianapolis miami milwaukee minneapolis philadelphia phoenix pittsburgh seattle
            washington london paris edinburgh cardiff belfast glasgow manchester liverpool birmingham oxford
            cambridge sydney melbourne brisbane perth toronto montreal vancouver mumbai kolkata chennai bengaluru
            bangalore hyderabad geneva zurich frankfurt munich hamburg milan barcelona istanbul jerusalem gaza
            dubai shanghai karachi lahore lagos johannesburg auckland brussels""".split(),
            "new york",
            "los angeles",
            "las vegas",
            "san francisco",
            "san diego",
            "san antonio",
            "salt lake city",
            "new orleans",
            "st. louis",
            "oklahoma city",
            "hong kong",
            "new delhi",
            "cape town",
            "tel aviv",
            "rio de janeiro",
            "sao paulo",
            "united nations",
        }
    ),
    by=frozenset("by".split()),
    before_by=frozenset("written words reported posted compiled".split()),
    jobs=_JOBS,
    writes=_JOBS
    | frozenset(
        """author host fellow professor blogger analyst producer novelist historian scholar lecturer freelance
        freelancer intern publisher""".split()
    ),
    in_names=frozenset(
        """and of for the in at de van von der la du al bin with by editing writing reporting additional staff
        writer writers reporter reporters editor editors correspondent columnist senior chief health science
        political environment education business medical deputy assistant news""".split()
    ),
    stamps=frozenset("published updated posted modified created release released filed".split()),
    stamp_words=frozenset(MONTHS)
    | frozenset(SHORT_MONTHS)
    | set(WEEK)
    | frozenset(
        """mon tue tues wed thu thur thurs fri sat sun last first public date on at am pm a m p noon midnight ago
        min mins minute minutes hour hours day days week weeks month months yesterday today st nd rd th h hrs gmt
        bst utc est edt et ct cst cdt mt mst pt pst pdt ist cet cest aest aedt myt sgt hkt jst kst sast time originally
        local and of an""".split()
    ),
    clocks=frozenset(
        "am pm gmt bst utc est edt et ist cet cest pst pdt aest myt sgt hkt jst ago hrs".split()
    ),
)
