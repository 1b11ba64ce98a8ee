"""English words between a number and what it counts."""

from __future__ import annotations

from forensics.lang.groups import Counting

COUNTING = Counting(
    states={
        "killed": tuple("killed dead died dying deaths fatalities perished slain lives".split()),
        "injured": ("injured", "wounded", "hurt", "injuries"),
        "missing": ("missing",),
        "arrested": ("arrested", "detained"),
        "displaced": ("displaced", "homeless"),
    },
    plurals=frozenset(
        """people men women children police troops cattle sheep fish personnel staff crew teeth feet mice media
        criteria servicemen servicewomen policemen firefighters lawmen clergymen businessmen sportsmen
        alumni bacteria data""".split()
    ),
    # What ends in -ss, -us or -is, or has three letters, is known by that.
    no_plurals=frozenset(
        "perhaps towards always besides whereas does ages times sometimes others says hours".split()
    ),
    same={
        "soldiers": "troops",
        "troopers": "troops",
        "servicemen": "troops",
        "persons": "people",
        "individuals": "people",
        "kids": "children",
        "houses": "homes",
    },
    passed_over=frozenset(
        """of the these those their his her its our other more new have has had been be were are was also
        already about""".split()
    ),
    stoppers=frozenset(
        """and or but that which who when while to in on at from for by with if because then than as into it
        they he she we i you there this""".split()
    ),
    happened=frozenset(
        "have has had been be being were was are is also reportedly believed feared confirmed went gone go".split()
    ),
    joins=frozenset("or and".split()),
    labels=frozenset("type stage phase tier category chapter section grade".split()),
)
