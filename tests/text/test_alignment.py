from hypothesis import given
from hypothesis import strategies as st

from forensics.text.alignment import AlignedBlock, align
from forensics.text.inflection import same_word

WORDS = st.lists(
    st.sampled_from("the of cat dog river bridge seven walked slowly under green hills".split()), max_size=40
)


def sentences_of(words, length=6):
    return [range(k, min(k + length, len(words))) for k in range(0, len(words), length)]


def laid(a, b):
    return align(a, b, sentences_of(a), sentences_of(b))


@given(WORDS, WORDS)
def test_every_word_of_both_texts_is_in_exactly_one_block(a, b):
    blocks = laid(a, b).blocks
    assert sorted(k for x in blocks for k in range(x.a_start, x.a_end)) == list(range(len(a)))
    assert sorted(k for x in blocks for k in range(x.b_start, x.b_end)) == list(range(len(b)))


@given(WORDS, WORDS)
def test_equal_blocks_hold_equal_words(a, b):
    for block in laid(a, b).blocks:
        if block.equal:
            assert a[block.a_start : block.a_end] == b[block.b_start : block.b_end]


@given(WORDS)
def test_a_text_faces_itself_in_one_block(words):
    expected = (AlignedBlock(True, 0, len(words), 0, len(words)),) if words else ()
    assert laid(words, words).blocks == expected


def test_a_passage_that_changed_places_is_moved_and_not_deleted():
    first = "a tall keeper lit seven lamps".split()
    second = "no ship had passed since dawn".split()
    third = "cold rain fell on black rocks".split()
    found = laid(third + first + second, first + second + third)
    assert found.moved == (AlignedBlock(False, 0, 6, 12, 18),)
    assert all(block.equal for block in found.blocks)


def test_of_two_passages_in_the_wrong_order_the_shorter_one_moved():
    long, short = (
        "one two three four five six seven eight nine ten eleven twelve",
        "red green blue grey pink teal",
    )
    found = laid((short + " " + long).split(), (long + " " + short).split())
    assert [(m.a_end - m.a_start) for m in found.moved] == [6]


def test_sentences_of_a_few_words_prove_no_move():
    halves = [range(2), range(2, 4)]
    a, b = "yes indeed no never".split(), "no never yes indeed".split()
    assert align(a, b, halves, halves).moved == ()


def test_forms_of_one_word_are_told_from_words_that_look_alike():
    for x, y in (
        ("stop", "stopped"),
        ("try", "tries"),
        ("move", "moving"),
        ("was", "been"),
        ("ship's", "ships"),
    ):
        assert same_word(x, y), (x, y)
    for x, y in (
        ("organ", "organisation"),
        ("car", "care"),
        ("plan", "plane"),
        ("new", "knew"),
        ("sing", "s"),
    ):
        assert not same_word(x, y), (x, y)
