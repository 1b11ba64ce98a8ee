"""Why a text was not assessed, in words; apart from the other meanings, so that a table loads no other analysis."""

from __future__ import annotations

from forensics.spin.result import NotAssessed

NOT_ASSESSED: dict[NotAssessed, str] = {
    "nothing_to_read": "there is no word in it",
    "too_short": "fewer than 30 words of English prose are too few to tell",
    "other_script": "most of it is not in Latin letters, and only English is read",
    "other_language": "its words are hardly English, and only English is read",
    "code": "most of it is code or markup, which is not read",
    "little_was_read": "most of it is code, markup or another language, which is not read",
    "list_of_terms": "it has hardly any of the small words that sentences are made of: a list of terms is no prose",
    "verse": "its lines break off before their sentences end, as those of verse, captions and headlines do",
    "archaic": "its words are those of old or solemn English, which looks like spinning where nobody spun",
    "pidgin": "its words are spelled as those of Pidgin or a creole",
}
