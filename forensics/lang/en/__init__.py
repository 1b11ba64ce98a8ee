"""English."""

from __future__ import annotations

from forensics.lang.base import Language
from forensics.lang.en import function_words
from forensics.lang.en.abbreviations import ABBREVIATIONS
from forensics.lang.en.calendar import CALENDAR
from forensics.lang.en.counting import COUNTING
from forensics.lang.en.credits import CREDITS
from forensics.lang.en.furniture import FURNITURE
from forensics.lang.en.journals import JOURNALS
from forensics.lang.en.names import NAMES
from forensics.lang.en.negation import NEGATION
from forensics.lang.en.numbers import NUMBERS
from forensics.lang.en.origins import ORIGINS
from forensics.lang.en.pronouns import PRONOUNS
from forensics.lang.en.registers import REGISTERS
from forensics.lang.en.speech import SPEECH
from forensics.lang.en.spelling import SPELLING
from forensics.lang.en.units import UNITS

LANGUAGE = Language(
    code="en",
    name="English",
    stemmer="english",
    glue=function_words.GLUE,
    stop_words=function_words.STOP_WORDS,
    function_words=function_words.FUNCTION_WORDS,
    kept_as_is=function_words.KEPT_AS_IS,
    frequent=function_words.FREQUENT,
    abbreviations=ABBREVIATIONS,
    spelling=SPELLING,
    negation=NEGATION,
    numbers=NUMBERS,
    calendar=CALENDAR,
    units=UNITS,
    counting=COUNTING,
    speech=SPEECH,
    names=NAMES,
    journals=JOURNALS,
    pronouns=PRONOUNS,
    origins=ORIGINS,
    furniture=FURNITURE,
    credits=CREDITS,
    registers=REGISTERS,
)
