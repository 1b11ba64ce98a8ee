"""The report of a spin reading: what was found in each text, and what the score means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.html.kit.disguises import disguises
from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag
from forensics.report.html.kit.page import Section, page
from forensics.report.html.spin import anomaly
from forensics.report.html.spin.comparison import compared
from forensics.report.html.spin.substitutions import listed, side_by_side
from forensics.report.html.spin.summary import in_short
from forensics.report.interface import RenderOptions
from forensics.report.meanings import VERDICTS
from forensics.report.reasons import NOT_ASSESSED
from forensics.report.spinners import family_told, phrases_told
from forensics.report.wording import count, spun_text, words_of
from forensics.settings import SpinSettings
from forensics.spin.result import SpinDocument, SpinResult

_LISTED = 2_000
# With more texts, characters or substitutions shown whole a page gets slow to open.
_SHOWN = 100
_LETTERS = 2_000_000
_MARKS = 5_000

_LIMITS = (
    "A low score does not say that a text is original: copies without replaced words, rewriting by a person "
    "and fluent paraphrase by a language model leave none of these marks.",
    "A substitution is a reading. Its evidence is given so that it can be judged; a reference text, where "
    "there is one, decides.",
    "Naturalness says which words were put in. It does not say by whom, nor who had the text first.",
)


def render(envelope: Envelope[SpinSettings, SpinResult], options: RenderOptions) -> Iterator[bytes]:
    """Yield the page; a text in which nothing was replaced is shown where it is at hand."""
    documents, texts = envelope.result.documents, options.texts
    shown = _shown(documents, texts)
    hidden = len(documents) - len(shown)
    unseen = (
        f"Not shown whole: {count(hidden, 'text')} with a lower score; the JSON has all." if hidden else None
    )
    yield page(
        f"Spinning in {documents[0].id}" if len(documents) == 1 else f"Spinning in {len(documents):,} texts",
        [
            Section("overview", "In short", _overview(documents, shown)),
            *(
                Section(f"text-{at}", one.id, _detail(one, at, text, _reference(one, texts)))
                for at, (one, text) in shown.items()
            ),
            Section(
                "limits", "What this cannot know", tag("ul", (tag("li", s) for s in (*_LIMITS, unseen) if s))
            ),
        ],
        envelope=envelope,
        texts=tuple(one.id for one in envelope.inputs if one.id != envelope.settings.against),
        scripts=("kit/roving.js", "spin/spin.js"),
    ).encode()


def _shown(
    documents: tuple[SpinDocument, ...], texts: Mapping[str, str]
) -> dict[int, tuple[SpinDocument, str | None]]:
    """Return by place the documents to show whole: the highest scores, few enough to open quickly."""
    chosen: dict[int, tuple[SpinDocument, str | None]] = {}
    letters, marks = _LETTERS, _MARKS
    for at in _ranked(documents)[:_SHOWN]:
        one = documents[at]
        text = texts.get(one.id) if one.restored is None else spun_text(one.restored, one.substitutions)
        letters -= len(text or "")
        marks -= len(one.substitutions)
        if chosen and (letters < 0 or marks < 0):
            break
        chosen[at] = (one, text)
    return dict(sorted(chosen.items()))


def _ranked(documents: tuple[SpinDocument, ...]) -> list[int]:
    return sorted(range(len(documents)), key=lambda at: (-documents[at].score, at))


def _overview(documents: tuple[SpinDocument, ...], shown: Mapping[int, object]) -> Html:
    ranked = _ranked(documents)[:_LISTED]
    rest = len(documents) - len(ranked)
    rows = (
        (
            tag("a", identity(one.id), href=f"#text-{at}") if at in shown else identity(one.id),
            tag("span", words_of(one.verdict), class_=f"verdict {one.verdict}"),
            "" if one.reason else f"{one.score:.2f}",
            f"{one.words:,}",
            f"{len(one.substitutions):,}",
            "" if one.reason else f"{one.density:.0f}",
            _most_telling(one),
        )
        for at in ranked
        for one in (documents[at],)
    )
    heads = ("text", "verdict", "score", "words", "substitutions", "per 1,000 words", "most telling")
    return joined(
        tag("p", f"{in_short(SpinResult(documents))}.") if len(documents) > 1 else None,
        table(heads, rows, "Texts"),
        tag("p", f"and {rest:,} more with lower scores, in the JSON.") if rest else None,
        tag("p", "Disguised: ", _masked(documents)) if any(one.obfuscation for one in documents) else None,
    )


def _masked(documents: tuple[SpinDocument, ...]) -> str:
    found = [f"{one.id} ({disguises_in_short(one.obfuscation)})" for one in documents if one.obfuscation]
    return "; ".join(found[:_LISTED]) + (
        f"; and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
    )


def _most_telling(one: SpinDocument) -> str:
    leading = sorted(one.substitutions, key=lambda s: -s.confidence)[:3]
    return "; ".join(f"{s.original} → {s.observed}" for s in leading)


def _reference(one: SpinDocument, texts: Mapping[str, str]) -> str | None:
    return texts.get(one.comparison.original) if one.comparison else None


def _detail(one: SpinDocument, at: int, text: str | None, reference: str | None) -> Html:
    return tag(
        "div",
        tag(
            "p",
            tag("strong", words_of(one.verdict), class_=f"verdict {one.verdict}"),
            f" {VERDICTS[one.verdict]}",
        ),
        tag("p", _meaning(one)),
        tag("p", family_told(one.family)) if one.family else None,
        disguises(one.obfuscation),
        _phrases(one) if one.phrases else None,
        anomaly.drawn(one, text) if text and one.substitutions else None,
        compared(one.comparison, text, reference) if one.comparison else None,
        side_by_side(one, at, text),
        tag("ul", (tag("li", limit) for limit in one.limits), class_="limits") if one.limits else None,
        fold(f"Substitutions: {len(one.substitutions):,}", listed(one, text or ""))
        if one.substitutions
        else None,
        class_="document",
    )


def _phrases(one: SpinDocument) -> Html:
    rows = ((phrase.observed, phrase.original) for phrase in one.phrases)
    return joined(tag("p", phrases_told(one)), table(("as read", "the term"), rows, "Tortured phrases"))


def _meaning(one: SpinDocument) -> str:
    if one.reason:
        return f"Why: {NOT_ASSESSED[one.reason]}."
    return (
        f"Score {one.score:.2f}: among the texts that the score was fitted on, about "
        f"{round(one.score * 100)} of 100 that score like this one were spun. "
        f"{count(len(one.substitutions), 'substitution')} in {count(one.words, 'word')}, "
        f"{one.density:.0f} per 1,000."
    )
