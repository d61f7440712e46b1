"""Money as people type it is whole pence, and what is wrong is said."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.money_words import MOST_PENCE, NotMoney, read_money, typed_money


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("18400", 18_400_00),
        ("£18,400.50", 18_400_50),
        ("18 400", 18_400_00),
        (" £ 12.7 ", 12_70),
        ("18,400.", 18_400_00),
        (".5", 50),
        ("0", 0),
        ("18k", 18_000_00),
        ("£1.25M", 1_250_000_00),
        ("", None),
        ("£", None),
    ],
)
def test_an_amount_is_read_as_it_is_meant(typed, pence):
    assert read_money(typed) == pence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-3", "An amount cannot be less than nothing."),
        ("(300)", "An amount cannot be less than nothing."),
        ("12.345", "There are only 2 digits after the full stop, for the pence."),
        ("18,40", "The comma stands in an odd place."),
        ("1,2,3.00", "The comma stands in an odd place."),
        ("about 300", "We cannot read this as an amount."),
        (".", "We cannot read this as an amount."),
        ("k", "We cannot read this as an amount."),
        ("1.0000001k", "We cannot read this as an amount."),
        ("£300 - £400", "We cannot read this as an amount."),
        ("\u0663\u0660", "We cannot read this as an amount."),
        ("9" * 5000, "This amount is too large."),
    ],
)
def test_what_is_wrong_with_an_amount_is_said(typed, said):
    with pytest.raises(NotMoney) as wrong:
        read_money(typed)
    assert wrong.value.message == said


@given(st.integers(0, MOST_PENCE))
def test_an_amount_as_it_stands_in_a_field_is_read_as_itself(pence):
    assert read_money(typed_money(pence)) == pence
    assert read_money(f"£{pence // 100}.{pence % 100:02}") == pence


@given(st.text(max_size=20) | st.text("0123456789,.£km -", max_size=14))
def test_whatever_is_typed_is_an_amount_or_nothing_or_told(typed):
    with suppress(NotMoney):
        found = read_money(typed)
        assert found is None or 0 <= found <= MOST_PENCE


def test_nobody_has_said_is_an_empty_field():
    assert typed_money(None) == ""
    assert typed_money(0) == "0"
