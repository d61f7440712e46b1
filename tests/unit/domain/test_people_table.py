"""What the columns of somebody's table are, by their headings and by what is in them."""

import pytest

from vcs_desktop.domain.people_table import (
    FIELD_WORDS,
    PersonField,
    TableRow,
    field_words,
    known_headings,
    table_of,
)

FIELD = PersonField


def table(headings, *rows, has_headings=True):
    made = [TableRow(number, tuple(row)) for number, row in enumerate(rows, 2)]
    return table_of(headings, made, has_headings=has_headings)


def one(heading, *cells):
    return table([heading], *([cell] for cell in cells))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Name", FIELD.NAME),
        ("FULL NAME", FIELD.NAME),
        ("First name(s)", FIELD.FIRST_NAME),
        ("Forename", FIELD.FIRST_NAME),
        ("Surname", FIELD.LAST_NAME),
        ("E-mail", FIELD.EMAIL),
        ("e mail address", FIELD.EMAIL),
        ("Member\u2019s email (home)", FIELD.EMAIL),
        ("Mobile", FIELD.PHONE),
        ("Tel. no.", FIELD.PHONE),
        ("Telephone (evening)", FIELD.PHONE),
        ("Address 2", FIELD.ADDRESS),
        ("Post code", FIELD.POSTCODE),
        ("Role", FIELD.ROLE),
        ("Date joined", FIELD.SINCE),
        ("Notes", FIELD.NOTES),
        ("Notes / comments", FIELD.NOTES),
        ("Emergency / phone", FIELD.EMERGENCY_PHONE),
        ("Shoe/hat", FIELD.LEFT_OUT),
        ("Next of kin", FIELD.EMERGENCY_NAME),
        ("Emergency contact telephone no", FIELD.EMERGENCY_PHONE),
        ("DBS date", FIELD.DBS_SEEN),
        ("DBS renewal", FIELD.DBS_RECHECK),
        ("Favourite colour", FIELD.LEFT_OUT),
        ("", FIELD.LEFT_OUT),
    ],
)
def test_headings_as_groups_write_them_are_known(heading, expected):
    assert one(heading, "x").matching == (expected,)


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("DOB", "dates of birth"),
        ("Date of Birth", "dates of birth"),
        ("Age", "dates of birth"),
        ("Medical conditions", "health"),
        ("Health issues", "health"),
        ("Ethnicity", "too private"),
        ("NI number", "too private"),
        ("GDPR consent given", "needs its words"),
        ("OK to email", "needs its words"),
        ("May we phone?", "needs its words"),
        ("Happy to be emailed (Y/N)", "needs its words"),
    ],
)
def test_what_we_do_not_keep_stays_out_and_the_reason_is_said(heading, reason):
    found = one(heading, "x")
    assert found.matching == (FIELD.LEFT_OUT,)
    assert reason in found.remarks[0]
    assert found.refused == frozenset()


def test_a_heading_with_two_words_for_what_we_do_not_keep_stays_out_for_that_reason():
    assert "dates of birth" in one("Age / DOB", "70").remarks[0]


@pytest.mark.parametrize("heading", ["DBS number", "DBS cert. no", "CRB Ref", "Disclosure number"])
def test_a_column_for_numbers_of_dbs_certificates_is_refused_kindly(heading):
    found = one(heading, "12")
    assert found.refused == {0}
    assert "the day it was seen is enough" in found.remarks[0]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("DBS", ["123456789012", "210987654321"]), ("Code", ["001234567890", "001234567891", ""])],
)
def test_a_column_with_numbers_of_dbs_certificates_is_refused_whatever_it_is_called(heading, cells):
    assert one(heading, *cells).refused == {0}


def test_a_column_of_phone_numbers_is_not_taken_for_dbs_certificates():
    assert one("Mobile", "447700900001", "447700900002").matching == (FIELD.PHONE,)


def test_a_second_column_for_one_thing_stays_out_and_says_so():
    found = table(["Joined", "Start date"], ["2020-01-01", "2021-01-01"])
    assert found.matching == (FIELD.SINCE, FIELD.LEFT_OUT)
    assert found.remarks == (
        "“Start date” stays out: another column is used for “First day in the role”.",
    )


def test_what_can_be_several_columns_is():
    found = table(["Mobile", "Tel", "Notes", "Comments"], ["1", "2", "3", "4"])
    assert found.matching == (FIELD.PHONE, FIELD.PHONE, FIELD.NOTES, FIELD.NOTES)


def test_an_unknown_heading_is_told_by_what_is_under_it():
    found = table(
        ["Contact 1", "Contact 2", "Where"],
        ["asha@x.org", "07700 900001", "OX1 1AA"],
        ["", "01865 000002", "ox4 2bb"],
    )
    assert found.matching == (FIELD.EMAIL, FIELD.PHONE, FIELD.POSTCODE)


def test_an_unknown_column_is_named_unless_it_is_empty():
    found = table(["Name", "Colour", "Empty"], ["Asha", "red", ""])
    assert found.remarks == ("“Colour” stays out until you say what it is.",)


def test_without_headings_the_names_are_the_first_column_of_words():
    found = table(
        ["Column A", "Column B", "Column C"],
        ["1", "Asha Patel", "asha@x.org"],
        ["2", "Ben Osei", ""],
        has_headings=False,
    )
    assert found.matching == (FIELD.LEFT_OUT, FIELD.NAME, FIELD.EMAIL)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Name", "Phone", "Colour"), 2),
        (("Name",), 1),
        (("Name", "Shoe size"), 1),
        (("Name", "Shoe size", "Hat size"), 0),
        (("Asha Patel", "Treasurer"), 0),
        (("Name", "asha@x.org"), 0),
        (("Name", "01865 000001"), 0),
        (("", ""), 0),
    ],
)
def test_headings_are_told_from_data(cells, expected):
    assert known_headings(cells) == expected


def test_everything_that_a_column_can_be_has_words():
    assert set(FIELD_WORDS) == set(PersonField)
    assert len({field_words(each) for each in PersonField}) == len(PersonField)
