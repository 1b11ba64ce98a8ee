"""Who was cited before: what "the newspaper", "the spokesman", "he" and "they" stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from forensics.lang import language
from forensics.trace.extract.asides import before_adverbs
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.sentence_words import SentenceWords
from forensics.trace.extract.speaker_names import Speaker
from forensics.trace.extract.speakers import subject

_ENGLISH = language("en")
_SPEECH, _PRONOUNS = _ENGLISH.speech, _ENGLISH.pronouns
# Sentences after the last one about somebody in which a pronoun still stands for that person.
_LASTS = 4


@dataclass(slots=True)
class Memory:
    """What one text has said so far of whom it cites.

    `person` is whom the last sentences were about, `several` who spoke last as more than one. A pronoun stands for
    nobody where a sentence between was about somebody of whom it is not known that it is a person; `_form` holds by
    which pronoun each surname was spoken of. `surnames` are those of the text, with the full names that it gives;
    `of_media` says that it speaks of a newspaper or the like, and so has to be searched for their names.
    """

    surnames: Mapping[str, str] = field(default_factory=dict)
    of_media: bool = True
    medium: str | None = None
    roles: dict[str, Speaker] = field(default_factory=dict)
    person: str | None = None
    several: str | None = None
    _people: set[str] = field(default_factory=set)
    _form: dict[str, str] = field(default_factory=dict)
    _since: int = 0

    def settled(self, speaker: Speaker) -> Speaker:
        """Return one who is cited, as a person where the text has a person of that name: "Michael Bloomberg"."""
        named = speaker.named
        if named is None or named.last - named.first > 1 or named.outlet.name not in self.surnames:
            return speaker
        return replace(speaker, name=named.outlet.name, cited="speaker", named=None, head="")

    def learn(self, speaker: Speaker) -> None:
        """Take note of one who was cited."""
        if speaker.head and (speaker.cited == "official" or " " in speaker.name):
            self.roles[speaker.head] = speaker

    def pronoun(self, sentence: SentenceWords, verb: int) -> Speaker | None:
        """Return who is meant where a pronoun is the subject of word `verb`; None where that is not certain."""
        last = before_adverbs(sentence, verb)
        key = sentence.key(last - 1)
        if last == 0 or sentence.breaks(last):
            return None
        name = self._one(key) if key in _PRONOUNS.one else self.several if key in _PRONOUNS.several else None
        return Speaker(last - 1, last, name, "speaker") if name is not None else None

    def _one(self, key: str) -> str | None:
        if self.person is None or self._since > _LASTS:
            return None
        return self.person if self._form.setdefault(_surname(self.person), key) == key else None

    def end(
        self, sentence: SentenceWords, cited: Sequence[Speaker], links: OriginalsOf, *, inside: bool
    ) -> None:
        """Take note of whom a sentence was about, once its citations are known; `inside` a quotation of nobody."""
        self._titles(sentence)
        self._since += 1
        spoke = [one for one in cited if one.cited == "speaker"]
        named = list(dict.fromkeys(one.name for one in spoke if not one.head))
        groups = [one.name for one in spoke if _is_several(one.head)]
        if groups or len(named) > 1:
            self.several = (groups or named)[0]
        if named:
            self.person, self._since = named[-1], 0
            self._people.add(_surname(named[-1]))
        elif not inside and (opens := subject(sentence, len(sentence.tokens), links)) is not None:
            self._about(sentence, opens)

    def _about(self, sentence: SentenceWords, opens: Speaker) -> None:
        """Take note of whom a sentence opens with that cites nobody."""
        if opens.cited != "speaker" or opens.head:
            return
        surname = _surname(opens.name)
        titled = any(
            sentence.key(i) in _SPEECH.people or self._titled(sentence, i) for i in range(opens.last - 1)
        )
        if titled or surname in self._people:
            self.person, self._since = opens.name, 0
            self._people.add(surname)
        elif self.person is None or surname != _surname(self.person):
            self.person = None

    def _titled(self, sentence: SentenceWords, index: int) -> bool:
        return sentence.key(index) in _ENGLISH.names.titles and sentence.is_capital(index)

    def _titles(self, sentence: SentenceWords) -> None:
        for index in range(len(sentence.tokens) - 1):
            form = _PRONOUNS.titles.get(sentence.key(index))
            if form is None or not sentence.is_capital(index) or not sentence.is_name(index + 1):
                continue
            end = index + 1
            while sentence.is_name(end + 1) and not sentence.breaks(end + 1):
                end += 1
            self._form[sentence.key(end)] = form
            self._people.add(sentence.key(end))


def _is_several(head: str) -> bool:
    return (head in _SPEECH.people and head.endswith("s")) or head in _PRONOUNS.groups


def _surname(name: str) -> str:
    return name.split()[-1].lower()
