"""Small words of English: which carry no content, which stand everywhere, which tell that a text is English."""

from __future__ import annotations

GLUE = frozenset(
    """a an and are as at be been but by for from had has have having he her his i in is it its not of on or
    our she so that the their them they this to was we were which who will with would you your""".split()
)
# "s" and "t" are what is left of "it's" and "don't" where an apostrophe parts words.
STOP_WORDS = GLUE | frozenset(
    """about all also although am any because being both can could did do does done each either hers him how if
    into just may me might more most must my no nor once only onto other out over own s same shall should since
    some such t than then there these those though through too under until up upon us very what when where
    while whom whose within without yet""".split()
)
FUNCTION_WORDS = STOP_WORDS | frozenset(
    """above across after again against ago almost alone along already always among another anyone anything
    around away back became become before behind below between came cannot come doing down due during else
    enough etc even ever every few further get gets getting go goes going gone got hence here herself himself
    however indeed instead itself kept keep last least less let like made make makes making many maybe mine
    moreover much myself neither never nevertheless nobody none nothing now off often one others ours per perhaps
    put quite rather really said say says see seem seemed seems several something soon still take taken
    theirs themselves therefore they thing things thus together toward towards unless use used uses using way
    well went whatever whenever whereas whether whoever whole why yes yours don doesn didn isn aren wasn weren
    hasn haven hadn won wouldn couldn shouldn can't they're we're you're i'm i've they've we've they'd he'd
    she'd it'll they'll didn't doesn't don't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't
    couldn't shouldn't""".split()
)
KEPT_AS_IS = frozenset(
    """a an the of and to in is was are were be been i you he she it we they his her its their my your our this that
    these those not no or if as at by on do does did has had have me him us them who whom whose which what am
    one two three four five six seven eight nine ten""".split()
)
FREQUENT = frozenset(
    """the of and to a in is it that for was on are as with his they at be this from have or by one had not but what
    all were when we there can an your which their said if do will each about how up out them then she many some
    so these would into has more her two him see could no who i you he my than its after been over new year""".split()
)
