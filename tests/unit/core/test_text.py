"""Other people's text is made fit to be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.text import LONGEST_WORD, beginning, with_breaks, without_hidden

TURNS = "\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
NO_WIDTH = "\u200b\u2060\ufeff\xad\u180e"


def test_what_cannot_be_seen_is_left_out():
    assert without_hidden(f"a\x00b{TURNS}c{NO_WIDTH}d\ud800e\x9bf\U000e0041") == "abcdef"


def test_what_joins_letters_stays():
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert without_hidden(persian) == persian


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\x85", "\x0b", "\x0c"])
def test_every_line_end_is_one(end):
    assert without_hidden(f"one{end}two") == "one\ntwo"


def test_a_paragraph_end_is_a_blank_line():
    assert without_hidden("one\u2029two") == "one\n\ntwo"


def test_a_letter_has_four_accents_at_most():
    assert without_hidden("a" + "\u0301" * 500 + "b") == "a" + "\u0301" * 4 + "b"
    assert without_hidden("Tie\u0302\u0301ng") == "Tie\u0302\u0301ng"


def test_only_a_word_that_is_too_long_is_broken():
    fits = "a" * LONGEST_WORD
    assert with_breaks(fits) == fits
    assert with_breaks(f"{fits}b") == f"{fits} b"


@given(st.text())
def test_no_word_is_too_long_and_no_letter_is_lost(text):
    broken = with_breaks(text * 50)
    assert max(map(len, broken.split()), default=0) <= LONGEST_WORD
    assert "".join(broken.split()) == "".join((text * 50).split())


@given(st.text())
def test_text_is_cleaned_once_and_for_all(text):
    clean = without_hidden(text)
    assert without_hidden(clean) == clean


@given(st.text(max_size=20), st.integers(0, 30))
def test_the_beginning_says_whether_there_is_more(text, most):
    short, more = beginning(text, most)
    assert text.startswith(short)
    assert len(short) <= most
    assert more == (short != text)
