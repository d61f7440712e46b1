"""Secret words: four are offered, guessable ones are refused, and there is no other rule."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.group_errors import WeakPassphrase
from vcs_desktop.core.resources import resource
from vcs_desktop.vault.passphrase import (
    check_strong,
    four_words,
    in_one_form,
    is_strong,
    kind_words,
    word_list,
)


def test_the_list_is_whole_and_says_whose_it_is():
    words = word_list()
    assert len(words) == len(set(words)) == 7776
    assert (words[0], words[-1]) == ("abacus", "zoom")
    told = resource("words/ATTRIBUTION.md").read_text("utf-8")
    assert "Electronic Frontier Foundation" in told
    assert "Creative Commons Attribution 3.0" in told


def test_words_that_nobody_likes_to_read_out_are_not_offered_and_stay_good():
    kind, whole = set(kind_words()), set(word_list())
    assert not kind & {"thong", "groin", "imbecile"}
    assert kind < whole
    assert 4 * log2(len(kind)) > 51.6
    left_out = set(resource("words/not-offered.txt").read_text("utf-8").split())
    assert left_out == whole - kind  # each of them is a word of the list
    assert is_strong("thong seesaw groin zoom")


def test_four_words_are_offered_and_good_enough():
    offered = {four_words() for _ in range(20)}
    assert len(offered) == 20
    assert all(len(each.split()) == 4 and is_strong(each) for each in offered)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "password",
        "letmein",
        "Passw0rd!",
        "oxford",
        "tea and talk",
        "aaaa aaaa",
        "x" * 1001,
    ],
)
def test_what_anybody_would_try_is_refused(words):
    with pytest.raises(WeakPassphrase):
        check_strong(words, known=("Tea and Talk",))


@pytest.mark.parametrize(
    "words",
    [
        "every tuesday we mend seven bicycles",
        "ఇది మా రహస్య వాక్యం ఎవరికీ చెప్పకు",
        "correct horse battery staple",
    ],
)
def test_there_is_no_rule_about_capitals_digits_or_signs(words):
    check_strong(words)


def test_a_very_long_sentence_is_judged_quickly_by_its_beginning():
    assert is_strong("we meet in the hall behind the old bakery " * 20)


def test_how_the_keyboard_made_a_letter_does_not_matter():
    assert in_one_form("cafe\u0301  noir ") == in_one_form("caf\u00e9 noir")
    assert in_one_form("\uff34ea") == b"Tea"


@given(st.text(max_size=60))
def test_any_text_can_be_secret_words(text):
    assert isinstance(in_one_form(text), bytes)
    is_strong(text)
