"""Numbers of charities, companies, societies and accounts: well formed, or it is said why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.registration_numbers import (
    WrongNumber,
    problem_with,
    read_account_number,
    read_charity_number,
    read_company_number,
    read_society_number,
    read_sort_code,
)

READERS = (
    read_charity_number,
    read_company_number,
    read_society_number,
    read_sort_code,
    read_account_number,
)


@pytest.mark.parametrize(
    ("read", "typed", "kept"),
    [
        (read_charity_number, "1089464", "1089464"),
        (read_charity_number, " 202 918 ", "202918"),
        (read_charity_number, "No. 1089464-1", "1089464-1"),
        (read_charity_number, "1089464\u20112", "1089464-2"),
        (read_charity_number, "sc012345", "SC012345"),
        (read_charity_number, "NIC100012", "NIC100012"),
        (read_company_number, "8407369", "08407369"),
        (read_company_number, "08407369", "08407369"),
        (read_company_number, "sc 123456", "SC123456"),
        (read_company_number, "SC1234", "SC001234"),
        (read_company_number, "CE012345", "CE012345"),
        (read_company_number, "CE12345", "CE012345"),
        (read_company_number, "IP12345R", "IP12345R"),
        (read_company_number, "R0000123", "R0000123"),
        (read_society_number, "31234 r", "31234R"),
        (read_society_number, "RS007123", "RS007123"),
        (read_society_number, "4217", "4217"),
        (read_sort_code, "123456", "12-34-56"),
        (read_sort_code, "12 34 56", "12-34-56"),
        (read_sort_code, "12\u201334\u201356", "12-34-56"),
        (read_account_number, "12345678", "12345678"),
        (read_account_number, "123456", "00123456"),
        (read_account_number, "1234 5678", "12345678"),
    ],
)
def test_a_number_is_kept_as_its_register_writes_it(read, typed, kept):
    assert read(typed) == kept
    assert problem_with(read)(typed) == ""


@pytest.mark.parametrize(
    ("read", "typed", "said"),
    [
        (read_charity_number, "12345", "A charity number has 6 or 7 digits. This has 5."),
        (read_charity_number, "12345678", "A charity number has 6 or 7 digits. This has 8."),
        (read_charity_number, "CE012345", "This is the number at Companies House."),
        (read_charity_number, "our number", "A charity number has 6 or 7 digits."),
        (read_company_number, "123456789", "A company number has 8 digits. This has 9."),
        (read_company_number, "12", "A company number has 8 digits. This has 2."),
        (read_company_number, "SCX23456", "A company number has 8 digits, or 2 letters and 6"),
        (read_company_number, "", "A company number has 8 digits, or 2 letters and 6"),
        (read_society_number, "1234567", "A society's number has up to 6 digits"),
        (read_society_number, "R", "A society's number has up to 6 digits"),
        (read_sort_code, "12-34-5", "A sort code has 6 digits, like 12-34-56."),
        (read_sort_code, "12-34-5x", "A sort code has 6 digits, like 12-34-56."),
        (read_account_number, "12345", "An account number has 8 digits."),
        (read_account_number, "123456789", "An account number has 8 digits."),
        (read_account_number, "\u0661\u0662\u0663\u0664\u0665\u0666", "An account number has 8"),
    ],
)
def test_what_is_wrong_with_a_number_is_said_with_an_advice(read, typed, said):
    with pytest.raises(WrongNumber) as wrong:
        read(typed)
    assert wrong.value.message.startswith(said)
    assert problem_with(read)(typed) == f"{wrong.value.message} {wrong.value.advice}"


@given(st.sampled_from(READERS), st.text(max_size=20) | st.text("0123456789-RSCEIP ", max_size=12))
def test_what_is_kept_is_read_again_as_itself(read, typed):
    if problem_with(read)(typed) == "":
        kept = read(typed)
        assert read(kept) == kept
        assert kept.isascii()
