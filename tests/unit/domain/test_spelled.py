"""Which words of a text can be spelled right or wrong, and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.spelled import LONGEST_WORD, parts_of, plain, words_to_spell


def words(text):
    return [each.word for each in words_to_spell(text)]


@given(st.text())
def test_every_word_stands_where_it_is_said_to_stand(text):
    found = list(words_to_spell(text))
    assert all(text[each.start : each.end] == each.word for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cook, and eat.", ["We", "cook", "and", "eat"]),
        ("Don’t wait: it’s free", ["Don’t", "wait", "it’s", "free"]),  # noqa: RUF001
        ("a peer-led café", ["peer-led", "café"]),
        ("‘quoted’ words'", ["quoted", "words"]),  # noqa: RUF001
        ("write to hello@example.org or www.example.org", ["write", "to", "or"]),
        ("10am on the 3rd, B4 and £500", ["on", "the", "and"]),
        ("the NHS and BBC", ["the", "and"]),
        ("Добро пожаловать friends", ["friends"]),
        ("line\none", ["line", "one"]),
        ("a_b snake_case", []),
        ("", []),
    ],
)
def test_addresses_figures_capitals_and_other_scripts_are_left_alone(text, expected):
    assert words(text) == expected


def test_the_longest_words_are_no_words():
    longest = "Z" + "z" * (LONGEST_WORD - 1)
    assert words(f"{longest} {longest}z") == [longest]


@pytest.mark.parametrize("letter", ["-", "a", "1", "a'", "@", "’", "a-", "_"])  # noqa: RUF001
def test_a_hundred_thousand_of_anything_are_looked_through_in_a_moment(letter):
    assert len(words(letter * 100_000)) <= 1


def test_a_word_is_looked_up_as_a_typewriter_writes_it():
    assert plain("don’t") == "don't"  # noqa: RUF001
    assert parts_of("step-free") == ["step", "free"]
