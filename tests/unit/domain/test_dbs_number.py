"""Numbers of DBS certificates are found and taken out; telephone numbers stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.dbs_number import has_dbs_number, without_dbs_numbers


@pytest.mark.parametrize(
    "text",
    ["001234567890", "0012 3456 7890", "No. 001-234-567-890 seen", "DBS 123456789012",
     "Certificate: 998877665544", "crb no 0000 1234 5678"],
)  # fmt: skip
def test_a_number_of_a_certificate_is_found_and_taken_out(text):
    assert has_dbs_number(text)
    assert not has_dbs_number(without_dbs_numbers(text))


@pytest.mark.parametrize(
    "text",
    ["", "07700 900001", "+44 7700 900001", "447700900001", "0044 7700 900001",
     "001 202 555 0143 99", "DBS seen 2025-03-01", "DBS 01/02/2025, again 01/02/2028", "certain"],
)  # fmt: skip
def test_telephone_numbers_and_days_stay(text):
    assert not has_dbs_number(text)
    assert without_dbs_numbers(text) == text


def test_the_rest_of_the_text_stays():
    assert without_dbs_numbers("Enhanced 001234567890 seen in May") == "Enhanced seen in May"


@given(st.text(), st.from_regex(r"001[0-9]{9}", fullmatch=True), st.text())
def test_no_text_hides_a_number(before, number, after):
    text = f"{before} {number} {after}"
    assert number not in without_dbs_numbers(text)
