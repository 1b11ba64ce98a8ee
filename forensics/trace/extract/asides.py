"""What may stand between a speaker and the verb: adverbs, days, and asides in commas or brackets."""

from __future__ import annotations

from forensics.lang import language
from forensics.trace.extract.sentence_words import SentenceWords

_ENGLISH = language("en")
speech, names, calendar = _ENGLISH.speech, _ENGLISH.names, _ENGLISH.calendar
LONGEST_TITLE = 4
"""Words of an aside among which its role stands."""
LONGEST_ASIDE = 40
"""Words between a speaker and the verb, set off by commas: "John Smith, head of ..., said"."""


def skippable(sentence: SentenceWords, index: int) -> bool:
    """Say whether a word may stand between a speaker and the verb: "has", "later", "reportedly"."""
    key = sentence.key(index)
    adverb = len(key) > 4 and key.endswith("ly") and key not in ("family", "assembly")
    return bool(key) and sentence.tokens[index].text[0].islower() and (key in speech.perfect or adverb)


def before_adverbs(sentence: SentenceWords, verb: int) -> int:
    """Return where the words end that stand before word `verb`, adverbs and a day ("on Tuesday night") taken off."""
    last = verb
    while last > 0 and not sentence.breaks(last):
        shorter = last - 1 if skippable(sentence, last - 1) else before_day(sentence, last)
        if shorter == last:
            break
        last = shorter
    return last


def before_day(sentence: SentenceWords, last: int) -> int:
    """Return where a day or a period begins that ends before word `last`; `last` itself for none."""
    first = last
    if first > 1 and sentence.key(first - 1) in names.parts_of_day and _is_day(sentence, first - 2):
        first -= 1
    if _is_day(sentence, first - 1) and not sentence.breaks(first):
        first -= 1
        first -= first > 0 and sentence.key(first - 1) in calendar.relative
    elif sentence.key(first - 1) in calendar.periods and sentence.key(first - 2) in calendar.relative:
        first -= 2
    else:
        return last
    if first > 0 and not sentence.breaks(first) and sentence.key(first - 1) in names.before_days:
        first -= 1
    return first if first > 0 else last


def after_day(sentence: SentenceWords, first: int) -> int:
    """Return where a day ends that begins at word `first`, with what stands before it; `first` itself for none."""
    last = first + (sentence.key(first) in names.before_days)
    last += sentence.key(last) in calendar.relative
    if not _is_day(sentence, last) and sentence.key(last) not in calendar.periods:
        return first
    return last + 1 + (sentence.key(last + 1) in names.parts_of_day)


def before_aside(sentence: SentenceWords, end: int) -> int:
    """Return where the speaker's words end before an aside: 2 in "John Smith, its head, said"; 0 for none.

    Asides stand in commas or in brackets ("the WHO (in Geneva) said"). Where the aside is the name itself, as in
    "its head, John Smith, said", the speaker's words end with it. "Ann Bell, of Shore Trust, York, said" has one
    aside of two parts.
    """
    closing = sentence.gap(end).strip(" \u00a0%.")
    if closing.endswith(")"):  # "Ines Prado (D-N.Y.) said"
        return _before_bracket(sentence, end)
    if closing != ",":
        return 0
    commas = _commas(sentence, end)
    if not commas:
        return 0
    # "Jack Roe, head of eShore, a firm that ..., said": the aside may hold another one.
    found = next((k for k, comma in enumerate(commas) if _may_speak(sentence, comma)), None)
    if found is None or (found and not all(_opens_aside(sentence, comma) for comma in commas[: found + 1])):
        return 0
    if sentence.key(commas[found]) in names.clauses and end - commas[found] > 1:
        return 0
    at = found
    while at + 1 < len(commas) and sentence.is_name(commas[at] - 1):
        at += 1
        if _opens_aside(sentence, commas[at]) and _may_speak(sentence, commas[at]):
            found = at
        elif not _all_names(sentence, commas[at], commas[at - 1]):
            break
    last = commas[found]
    if sentence.is_name(last - 1):
        return last
    # "the experts, including those from York, said": what is among them is no name of theirs
    return end if sentence.is_name(end - 1) and not _opens_aside(sentence, last) else last


def _before_bracket(sentence: SentenceWords, end: int) -> int:
    for index in range(end - 1, max(0, end - LONGEST_ASIDE), -1):
        gap = sentence.gap(index).strip()
        if gap == "(":
            return index if _may_speak(sentence, index) else 0
        if set(gap) & set(';:"“”()'):
            break
    return 0


def _commas(sentence: SentenceWords, end: int) -> list[int]:
    """Return before which words a comma stands, from word `end` back to where another mark ends the clause."""
    found: list[int] = []
    for index in range(end - 1, max(0, end - LONGEST_ASIDE), -1):
        gap = sentence.gap(index)
        if gap.strip() == ",":
            found.append(index)
        elif set(gap) & set(';:,"“”'):
            break
    return found


def _may_speak(sentence: SentenceWords, last: int) -> bool:
    """Say whether the words before word `last` may end with who speaks: with a name, or with a role."""
    return sentence.is_name(last - 1) or sentence.key(last - 1) in speech.roles


def _opens_aside(sentence: SentenceWords, first: int) -> bool:
    key = sentence.key(first)
    if key in names.determiners:  # "the director of tides at Shore Trust"
        return any(sentence.key(k) in speech.roles for k in range(first + 1, first + LONGEST_TITLE))
    described = key in names.prepositions or key in speech.roles or key in names.among
    return described or (len(key) > 5 and key.endswith("ing"))


def _all_names(sentence: SentenceWords, first: int, last: int) -> bool:
    return all(sentence.is_name(k) or sentence.key(k) in names.joiners for k in range(first, last))


def _is_day(sentence: SentenceWords, index: int) -> bool:
    key = sentence.key(index)
    return index >= 0 and (key in calendar.days or (key in calendar.weekdays and sentence.is_capital(index)))
