import pytest

from forensics import lexicon as lexicons


@pytest.fixture(scope="module")
def lexicon():
    return lexicons.load()
