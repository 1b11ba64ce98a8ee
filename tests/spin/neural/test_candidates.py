"""What a language model is asked about, by scores made by hand and a model that notes what it is asked."""

import pytest

from forensics.documents.model import Document
from forensics.lexicon.thesaurus import MOBY
from forensics.spin.neural.candidates import TERMS, Weighed, weigh
from forensics.spin.result import SpinDocument
from tests.spin.by_hand import survey
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.neural."


class Noting:
    """A model that has no opinion, and notes how many tokens (words) it was given."""

    name, start = "noting", (0,)

    def __init__(self):
        self.given = []

    def tokens(self, text):
        return text.split()

    def continuations(self, text, asked):
        self.given.append(len(text))
        return [0.0 for _ in asked]


def weighed(text, small, scores, model=None):
    document = Document("a", text)
    plain = SpinDocument("a", "spun", 0.9, 3, 0.0, (), None)
    return list(weigh(plain, document, survey(text, small, scores), small, model or Noting()))


def linked(originals):
    return small_lexicon(links={"observed": [(o, MOBY, 0.5) for o in originals]})


@decides(HERE + "candidates._ASKED_FROM", -0.1, 0.1)
@pytest.mark.parametrize(("score", "asked"), [(-4.95, True), (-5.05, False)])
def test_a_candidate_is_asked_about_down_to_five_nats_against_it(score, asked):
    found = weighed("x observed y", linked(["original"]), {("observed", "original"): score})
    assert bool(found) is asked


@decides(HERE + "candidates._ASKED_PER_SPAN", -1, 1)
def test_the_four_best_candidates_of_a_word_are_asked_about():
    words = "un deux trois quatre cinq".split()
    scores = {("observed", word): 2.0 - k for k, word in enumerate(words)}
    found = weighed("x observed y", linked(words), scores)
    assert [one.shown for one in found] == words[:4]


def one(**given):
    fields = {
        "start": 0, "end": 1, "row": 0, "passage": None, "first": 0, "length": 1, "shown": "original",
        "score": 0.0, "frequency": 0.0, "pair": True, "family": 0.0,
    }  # fmt: skip
    return Weighed(**(fields | given))


@decides(HERE + "candidates._GAIN_BOUND", -0.2, 0.2)
@pytest.mark.parametrize(("gain", "counted"), [(11.9, 11.9), (30.0, 12.0), (-11.9, -11.9), (-30.0, -12.0)])
def test_a_gain_beyond_twelve_nats_says_no_more(gain, counted):
    terms = dict(zip(TERMS, one(gain=gain).terms, strict=True))
    assert terms["gain"] == terms["gain of a known pair"] == counted


@decides(HERE + "language_model.CONTEXT_TOKENS", -1, 31)
@decides(HERE + "candidates._KEPT_TOKENS", -1, 1)
def test_once_the_context_is_full_the_last_hundred_and_twenty_tokens_are_kept():
    sentence = "Observed " + "the " * 29 + "end."  # 31 tokens, each with something to ask about
    model = Noting()
    weighed("\n".join([sentence] * 34), linked(["original"]), {("observed", "original"): 1.0}, model)
    assert model.given[:3] == [1 + 31, 1 + 62, 1 + 93]
    assert model.given[32] == 1 + 31 * 33
    assert model.given[33] == 1 + 120 + 31
