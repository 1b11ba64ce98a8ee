"""Why a text is not judged, where it is not: nothing was read, or what was read is no prose of today."""

from __future__ import annotations

from forensics.spin.readable.measures import TextMeasures
from forensics.spin.result import NotAssessed, Verdict
from forensics.spin.verdict import FEW_WORDS_TO_SUSPECT

# Shares and rates that part the kinds of text: chosen on half of the kinds of clean text and on the declaration of
# human rights in 530 languages, checked on the other half (decision 0210; python -m bench.spin.abstaining).
_MOSTLY_LATIN = 0.5
_MOSTLY_KNOWN = 0.8  # of the words read in lower case: English has .86 and more, other languages up to .70
_FEW_FUNCTION_WORDS = 0.12  # English prose has .29 and more, recipes .16
_READ_ENOUGH = 0.4  # less of the text was read: what is clean there says nothing about the text
_PIDGIN_FROM, _PIDGIN_KINDS = 25, 3  # forms in 1,000 words; different forms
_ARCHAIC_FROM, _ARCHAIC_KINDS, _ARCHAIC_FORMS = 4.5, 2, 2  # in 1,000 words; different forms; forms in all
_VERSE_FROM, _VERSE_LINES = 0.25, 4  # share of the words; lines


def not_assessed(text: TextMeasures, judged: Verdict) -> NotAssessed | None:
    """Return why the text with these figures is not judged, None where it is.

    `judged` is what its evidence comes to: a text of which little was read can be spun, but not clean.
    """
    if not text.words:
        return "nothing_to_read"
    if text.latin < _MOSTLY_LATIN and judged == "clean":
        return "other_script"
    if text.read < _READ_ENOUGH and judged == "clean":
        return _of_what_was_not_read(text)
    if text.words_read and text.known < _MOSTLY_KNOWN:
        return "other_language"
    if text.words_read < FEW_WORDS_TO_SUSPECT:
        return "too_short"
    if text.function_words < _FEW_FUNCTION_WORDS:
        return "list_of_terms"
    if text.verse_lines >= _VERSE_LINES and text.in_verse >= _VERSE_FROM:
        return "verse"
    per_1000 = 1000 / text.words_read
    if text.pidgin_kinds >= _PIDGIN_KINDS and text.pidgin * per_1000 >= _PIDGIN_FROM:
        return "pidgin"
    if (
        text.archaic_kinds >= _ARCHAIC_KINDS
        and text.archaic >= _ARCHAIC_FORMS
        and text.archaic * per_1000 >= _ARCHAIC_FROM
    ):
        return "archaic"
    return None


def _of_what_was_not_read(text: TextMeasures) -> NotAssessed:
    if text.code:
        return "code"
    if text.all_known < _MOSTLY_KNOWN:
        return "other_language"
    return "list_of_terms" if text.all_function_words < _FEW_FUNCTION_WORDS else "little_was_read"


def unread(text: TextMeasures) -> tuple[str, ...]:
    """Return what is to be said of the words that were not read, a sentence for people; nothing where all were."""
    left_out = text.words - text.words_read
    if not left_out:
        return ()
    share = f"{min(99, round(100 * text.read))}%"
    return (
        f"{left_out} words in code, markup or another language were not looked at: "
        f"what is said here is said of {share} of the text",
    )
