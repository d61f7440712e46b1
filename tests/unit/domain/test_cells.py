"""No cell of a table becomes a formula, and every text comes back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vcs_desktop.domain.cells import guarded, guarded_digits, unguarded

HOSTILE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.mark.parametrize("begin", HOSTILE)
@pytest.mark.parametrize("before", ["", " ", "\u00a0"])
def test_what_could_be_worked_out_has_an_apostrophe_before_it(begin, before):
    assert guarded(f"{before}{begin}cmd|x").startswith("'")


@pytest.mark.parametrize("number", ["-5", "+12.50", "-0", "7", "1.5"])
def test_a_number_stays_one(number):
    assert guarded(number) == number


@pytest.mark.parametrize("number", ["07700900001", "+447700900001", "7"])
def test_a_phone_number_stays_text(number):
    assert guarded_digits(number) == f"'{number}"
    assert unguarded(guarded_digits(number)) == number


def test_a_phone_number_with_spaces_is_text_already():
    assert guarded_digits("07700 900001") == "07700 900001"
    assert guarded_digits("+44 7700 900001") == "'+44 7700 900001"


@given(st.text(alphabet=st.sampled_from([*HOSTILE, "'", "a", "1", " ", "."]) | st.characters()))
@example("'=1")
@example("''=1")
@example("'Tis")
@example("'")
@example("'7")
def test_every_text_comes_back_and_none_is_worked_out(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    if cell == text:
        bare = cell.lstrip(" \u00a0\u3000")
        is_number = cell.lstrip("+-").replace(".", "", 1).isdigit()
        assert is_number or not bare.startswith(HOSTILE)


@given(st.text(alphabet="+0123456789 ()"))
def test_every_phone_number_comes_back(text):
    assert unguarded(guarded_digits(text)) == text
