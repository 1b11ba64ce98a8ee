"""Which sources lead, by texts of a few words whose scores can be reckoned by hand."""

import math

import pytest

from forensics.documents.model import Document
from forensics.index.ranking import _question, _weight
from forensics.index.temporary import TemporaryIndex

decides = pytest.mark.decides
HERE = "forensics.index.ranking."


class Words:
    """Knowledge of a few words, by hand."""

    def __init__(self, **related):
        self.known = related

    def related(self, word):
        return self.known.get(word, {})

    def rarity(self, _word):
        return 5.0


def strange(number):
    """Return a word that means nothing, different for every number; no ending for a stemmer to cut off."""
    return "".join("bdgklmnprt"[int(digit)] + "o" for digit in f"{number:03}") + "k"


def leading(text, sources, count=1000, **related):
    """Return the leaders of a text as id -> score, the sources numbered from 0."""
    with TemporaryIndex(Words(**related)) as index:
        index.add(Document(str(n), source) for n, source in enumerate(sources))
        return {leader.document.id: leader.score for leader in index.leaders(Document("asking", text), count)}


def share(length, holding=1, asked=1):
    """Return what a chunk of `length` words scores that holds `holding` of what is asked."""
    return holding / asked / (0.6 + 0.4 * length / 30)


@decides(HERE + "_COMMON_SHARE", -0.01, 0.01)
@pytest.mark.parametrize(("holding", "asked"), [(10, True), (11, False)])
def test_a_word_that_stands_in_more_than_a_tenth_of_the_chunks_is_not_asked_for(holding, asked):
    sources = [f"lamp {strange(n)}." if n < holding else f"{strange(n)}." for n in range(100)]
    assert bool(leading("lamp", sources)) is asked


@decides(HERE + "_NEVER_COMMON", -1, 1)
@pytest.mark.parametrize(("holding", "asked"), [(2, True), (3, False)])
def test_a_word_that_stands_in_two_chunks_is_never_common(holding, asked):
    sources = [f"lamp {strange(n)}." if n < holding else f"{strange(n)}." for n in range(5)]
    assert bool(leading("lamp", sources)) is asked


@decides(HERE + "_RAREST_ASKED", -1, 1)
def test_a_chunk_asks_with_its_thirty_rarest_words():
    found = leading(" ".join(strange(n) for n in range(40)), [strange(n) for n in range(40)])
    assert len(found) == 30


@decides(HERE + "_SYNONYMS_ASKED", -1, 1)
def test_a_word_asks_with_its_five_strongest_synonyms_too():
    synonyms = {strange(n): 1 - n / 100 for n in range(9)}
    found = leading("lamp lantern", ["lamp", *synonyms, *map(strange, range(20, 40))], lantern=synonyms)
    assert found.keys() == {str(n) for n in range(6)}


@decides("forensics.index.words._HITS", -1, 1)
def test_of_the_chunks_that_answer_fifty_are_looked_at():
    first = [f"lamp boat cape {strange(n)}." for n in range(49)]
    others = [f"lamp {strange(n)}." for n in range(50, 80)]
    sources = [*first, "lamp boat gull.", *others, *(f"{strange(n)}." for n in range(100, 900))]
    assert leading("lamp boat cape", sources).keys() == {str(n) for n in range(50)}


@decides("forensics.index.words._MOST_TIED", -1, 1)
@pytest.mark.parametrize(("holding", "found"), [(400, 400), (401, 0)])
def test_what_more_than_four_hundred_chunks_answer_alike_tells_nothing(holding, found):
    sources = ["lamp boat." if n < holding else "gull." for n in range(4_100)]
    assert len(leading("lamp", sources)) == found


@decides(HERE + "_STANDING", -1, 1)
@pytest.mark.parametrize(
    ("cape", "asked"), [(250_000, {"lamp", "boat", "cape"}), (250_001, {"lamp", "boat"})]
)
def test_a_question_asks_for_the_rarest_words_that_stand_in_half_a_million_chunks(cape, asked):
    standing = {"cape": cape, "lamp": 1, "boat": 249_999}
    question, most = _question(list(standing), {word: {} for word in standing}, standing, 10_000_000)
    assert question.keys() == asked
    assert most == sum(_weight(count, 10_000_000) for count in standing.values())


def test_the_rarest_word_is_asked_for_however_common_it_is():
    assert _question(["lamp"], {"lamp": {}}, {"lamp": 900_000}, 10_000_000)[0].keys() == {"lamp"}


@decides(HERE + "_UNIT", -1, 1)
def test_a_weight_is_a_whole_number():
    assert _weight(10, 1000) == round(256 * math.log(1 + 1000.5 / 10.5))


# Four sources answer the one word with chunks of 2, 4, 6 and 8 words; the rest of a hundred say something else.
LENGTHS = (2, 4, 6, 8)
SOURCES = [
    " ".join(["lamp", *(strange(100 + 10 * n + k) for k in range(size - 1))])
    for n, size in enumerate(LENGTHS)
]
OTHERS = [" ".join(strange(200 + 5 * n + k) for k in range(5)) for n in range(96)]
SHARES = [share(size) for size in LENGTHS]


@decides(HERE + "_USUAL_HIT", -1, 1)
@decides(HERE + "_PLAIN_SHARE", -0.02, 0.02)
@decides(HERE + "_MEAN_SHARE", -0.02, 0.02)
@decides(HERE + "_LENGTH_SHARE", -0.02, 0.02)
@decides(HERE + "_USUAL_LENGTH", -1, 1)
def test_a_source_scores_by_how_far_it_stands_above_the_third_and_by_its_plain_share():
    expected = [1.2 * mine - SHARES[2] + 1.0 * mine for mine in SHARES]
    found = leading("lamp", SOURCES + OTHERS)
    assert [found[str(n)] for n in range(4)] == pytest.approx(expected, abs=2e-4)


@decides(HERE + "_SYNONYM_BOOST", -0.02, 0.02)
@decides(HERE + "_SMOOTHING", -0.1, 0.1)
def test_a_synonym_is_asked_for_with_six_tenths_of_its_strength():
    # Nobody has "lantern"; of "lamp", which half the time stands for it, the question could score nothing of itself.
    sources = ["oil", "lamp gull", "lamp cape", *OTHERS]
    found = leading("oil lantern", sources, lantern={"lamp": 0.5})
    count = len(sources)
    own, other = round(256 * math.log(1 + (count + 0.5) / 1.5)), 256 * math.log(1 + (count + 0.5) / 2.5)
    oil, lamp = share(1), share(2, round(0.6 * 0.5 * other), own)
    assert found == pytest.approx({"0": 2.2 * oil - lamp, "1": 1.2 * lamp, "2": 1.2 * lamp}, abs=2e-4)


@decides(HERE + "_COMMON_PRINT", -1, 1)
@pytest.mark.parametrize(("holding", "found"), [(50, 50), (51, 0)])
def test_a_run_that_more_than_fifty_sources_share_says_nothing(holding, found):
    run = " ".join(strange(n) for n in range(8))
    assert len(leading(run, [run] * holding)) == found
