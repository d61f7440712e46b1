"""Tables of people as groups really keep them, read row by row."""

from datetime import date
from itertools import count

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.people import DbsCheck, DbsLevel, EmergencyContact, Tie
from vcs_desktop.domain.people_table import PersonField
from vcs_desktop.feeds import people_table
from vcs_desktop.feeds.people_rows import people_of
from vcs_desktop.feeds.people_table import MOST_PEOPLE, read_people, read_people_text

TODAY = date(2026, 11, 28)


def read(table, matching=None):
    ids = count()
    return list(people_of(table, matching or table.matching, lambda: f"r{next(ids)}", TODAY))


def rows(text):
    return read(read_people_text(text))


def one(**cells):
    """Return one row with these cells, by heading."""
    named = {"Name": "Asha Patel"} | {each.replace("_", " "): cells[each] for each in cells}
    (found,) = rows("\t".join(named) + "\n" + "\t".join(named.values()) + "\n")
    return found


def workbook(path, *rows, title="Sheet", more=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name, others in (more or {}).items():
        extra = book.create_sheet(name)
        for row in others:
            extra.append(row)
    book.save(path)
    return path


def test_a_name_comes_out_of_one_column_or_of_two():
    assert [each.person.name for each in rows("Name\nAsha  Patel\n")] == ["Asha Patel"]
    assert one(Surname="Patel").person.name == "Asha Patel"
    text = "First name,Surname\nAsha,Patel\nBen,\n,Osei\n"
    assert [each.person.name for each in rows(text)] == ["Asha Patel", "Ben", "Osei"]
    assert rows("Name,Surname\nAsha,Patel\n")[0].person.name == "Asha Patel"


def test_a_row_without_a_name_stays_out_and_the_others_come_in():
    found = rows("Name,Email\nAsha,\n,nobody@x.org\nBen,\n")
    assert [each.person is not None for each in found] == [True, False, True]
    assert found[1].problems == ("Row 3 has no name, so it stays out.",)


def test_a_day_that_is_not_one_is_said_with_its_row():
    found = one(Joined="31 June 2024", Role="Driver")
    assert found.problems == ("Row 2: “31 June 2024” is not a day, so it stays out.",)
    assert found.person.roles[0].since is None


@pytest.mark.parametrize(
    "told",
    [
        "2024-02-01",
        "01/02/2024",
        "1.2.24",
        "1 Feb 2024",
        "1st February 2024",
        "01-02-2024",
        "01-Feb-24",
        "1 Feb 24",
        "1-Feb-2024",
    ],
)
def test_days_are_read_as_people_here_write_them(told):
    assert one(Role="Driver", Joined=told).person.roles[0].since == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Whitfield, Joan", "Joan Whitfield"),
        ("O\u2019Neill, Siân", "Siân O\u2019Neill"),
        ("van der Berg, Anna-Marie", "Anna-Marie van der Berg"),
        ("Joan Whitfield", "Joan Whitfield"),
        ("Joan Whitfield, MBE", "Joan Whitfield, MBE"),
        ("Whitfield, Joan, Oxford", "Whitfield, Joan, Oxford"),
        ("Age UK, Unit 4", "Age UK, Unit 4"),
    ],
)
def test_a_first_name_after_a_comma_comes_first(told, expected):
    assert one(Name=told, Phone="01865 123456").person.name == expected


@pytest.mark.parametrize("told", ["Total", "TOTAL:", "Total 3 people", "Sub-total: 12"])
def test_a_row_with_a_total_is_no_person(told):
    found = one(Name=told, Phone="3")
    assert found.person is None
    assert "is a total" in found.problems[-1]


def test_a_name_that_only_begins_like_a_total_is_one():
    assert one(Name="Total Gym", Phone="01865 123456").person.name == "Total Gym"


def test_a_year_of_two_digits_is_of_this_century_unless_that_is_far_ahead():
    assert one(Role="x", Joined="1/2/87").person.roles[0].since == date(1987, 2, 1)
    assert one(Role="x", Joined="1/2/56").person.roles[0].since == date(2056, 2, 1)


def test_a_last_day_before_the_first_stays_out():
    found = one(Role="Driver", Joined="1/2/2024", Left="1/1/2024")
    assert found.person.roles[0].until is None
    assert "before the first" in found.problems[0]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("asha@x.org", "asha@x.org"),
        ("Asha Patel <asha@x.org>", "asha@x.org"),
        ("mailto:asha@x.org", "asha@x.org"),
        ("asha@x.org.", ""),
        ("asha at x.org", ""),
        ("asha@", ""),
    ],
)
def test_an_address_of_e_mail_is_taken_and_anything_else_is_said(told, expected):
    found = one(Email=told)
    assert found.person.email == expected
    assert bool(found.problems) == (not expected)


def test_a_second_address_goes_to_the_notes():
    person = one(Email="asha@x.org; a@work.org", Notes="Likes tea").person
    assert person.email == "asha@x.org"
    assert person.notes == "Likes tea\nOther email: a@work.org"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("07700 900001", "07700 900001"),
        ("7700900001", "07700900001"),
        ("1865000001", "01865000001"),
        ("+44 7700 900001", "+44 7700 900001"),
        ("'+447700900001", "+447700900001"),
        ("7.7009E+09", ""),
        ("ask Ben", ""),
        ("n/a", ""),
    ],
)
def test_a_phone_number_is_kept_as_written_with_the_0_a_spreadsheet_took(told, expected):
    assert one(Mobile=told).person.phone == expected


def test_several_numbers_are_kept_together():
    assert one(Mobile="07700 900001", Tel="01865 000001").person.phone == (
        "07700 900001, 01865 000001"
    )
    assert one(Mobile="07700 900001", Tel="07700 900001").person.phone == "07700 900001"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Treasurer", [(Tie.COMMITTEE, "Treasurer")]),
        ("volunteer", [(Tie.VOLUNTEER, "")]),
        ("Member", [(Tie.MEMBER, "")]),
        ("Driver", [(Tie.VOLUNTEER, "Driver")]),
        ("Chair and Treasurer", [(Tie.COMMITTEE, "Chair"), (Tie.COMMITTEE, "Treasurer")]),
        ("Health and safety", [(Tie.VOLUNTEER, "Health and safety")]),
        ("Driver; cook, Driver", [(Tie.VOLUNTEER, "Driver"), (Tie.VOLUNTEER, "cook")]),
        ("Contact", []),
        ("-", []),
    ],
)
def test_roles_are_told_by_their_words(told, expected):
    assert [(role.tie, role.title) for role in one(Role=told).person.roles] == expected


def test_what_somebody_is_comes_from_a_column_of_its_own():
    assert [(r.tie, r.title) for r in one(Type="Member", Role="Driver").person.roles] == [
        (Tie.MEMBER, "Driver")
    ]
    both = one(Type="Member", Role="Treasurer").person.roles
    assert [(r.tie, r.title) for r in both] == [(Tie.COMMITTEE, "Treasurer"), (Tie.MEMBER, "")]
    assert "do not know what “Friendly”" in one(Type="Friendly").problems[0]


def test_who_joined_without_a_role_is_a_member():
    assert [role.tie for role in one(Joined="2020-01-01").person.roles] == [Tie.MEMBER]


def test_an_address_is_put_together_with_its_postcode_once():
    person = one(Address_1="1 High St", Town="Oxford", Postcode="ox1 1aa").person
    assert person.address == "1 High St\nOxford\nOX1 1AA"
    assert one(Address="1 High St, OX1 1AA", Postcode="ox1 1aa").person.address == (
        "1 High St, OX1 1AA"
    )


def test_skills_emergency_contact_and_needs_are_kept():
    person = one(
        Skills="First aid; minibus, First aid",
        Emergency_contact="Dan",
        Emergency_phone="7700900002",
        Relationship="partner",
        Access_needs="large print",
    ).person
    assert person.skills == ("First aid", "minibus")
    assert person.emergency == EmergencyContact("Dan", "07700900002", "partner")
    assert person.access_needs == "large print"


def test_a_dbs_check_is_kept_with_its_days_and_without_its_number():
    found = one(DBS_level="Enhanced 001234567890", DBS_date="1/3/2025", DBS_recheck="1/3/2028")
    assert found.person.dbs == DbsCheck(DbsLevel.ENHANCED, date(2025, 3, 1), date(2028, 3, 1))
    assert found.problems == (
        "Row 2: the number of a DBS certificate was left out. It is never kept.",
    )
    assert one(DBS="Enhanced").person.dbs == DbsCheck(DbsLevel.ENHANCED)
    assert "needs the day" in one(DBS="Yes").problems[0]
    assert "no level" in one(DBS_level="Gold").problems[0]


@pytest.mark.parametrize("heading", ["Notes", "Role", "Skills", "Address", "Mobile", "Comments"])
def test_no_column_lets_the_number_of_a_dbs_certificate_in(heading):
    table = read_people_text(f"Name\t{heading}\nAsha\tx\nBen\tDBS 001234567890\nEve\ty\n")
    assert "001234567890" not in repr(read(table))


def test_a_refused_column_stays_out_whatever_a_person_says():
    table = read_people_text("Name,DBS number\nAsha,123456789012\n")
    assert table.refused == {1}
    (found,) = read(table, (PersonField.NAME, PersonField.NOTES))
    assert found.person.notes == ""


def test_several_columns_of_notes_say_which_they_are():
    assert one(Notes="Likes tea", Comments="Drives").person.notes == "Likes tea\nComments: Drives"


def test_the_headings_are_found_below_a_title_and_an_unmarked_file_says_it_has_none():
    table = read_people_text("Phone list 2026\n\nName,Phone\nAsha,07700 900001\n")
    assert table.headings == ("Name", "Phone")
    assert [row.number for row in table.rows] == [4]
    table = read_people_text("Asha Patel,asha@x.org\nBen Osei,\n")
    assert not table.has_headings
    assert table.headings == ("Column A", "Column B")
    assert [each.person.name for each in read(table)] == ["Asha Patel", "Ben Osei"]


def test_a_person_may_say_whether_there_are_headings():
    text = "Enw,Cyfeiriad\nAsha,1 High St\n"
    assert not read_people_text(text).has_headings
    assert read_people_text(text, has_headings=True).headings == ("Enw", "Cyfeiriad")
    assert len(read_people_text("Name\nAsha\n", has_headings=False).rows) == 2


def test_columns_after_the_26th_have_two_letters():
    table = read_people_text(",".join(["x1"] * 28) + "\n", has_headings=False)
    assert table.headings[25:] == ("Column Z", "Column AA", "Column AB")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_files_of_every_sort_are_read(tmp_path, encoding, separator):
    path = tmp_path / "people.csv"
    path.write_text(f"Name{separator}Notes\nZoë{separator}“tea”\n", encoding)
    assert read(read_people(path))[0].person.name == "Zoë"


def test_a_spreadsheet_is_read_with_its_days_and_numbers(tmp_path):
    path = workbook(
        tmp_path / "people.xlsx",
        ["Our members"],
        ["Name", "Mobile", "Joined", "Role"],
        ["Asha", 7700900001, date(2024, 2, 1), "Driver"],
    )
    (found,) = read(read_people(path))
    assert found.number == 3
    assert found.person.phone == "07700900001"
    assert found.person.roles[0].since == date(2024, 2, 1)


def test_the_sheet_that_looks_most_like_people_is_read_or_the_one_that_is_asked_for(tmp_path):
    path = workbook(
        tmp_path / "people.xlsx",
        ["Budget", "Pounds"],
        ["Tea", "12"],
        title="Money",
        more={"Members": [["Name", "Email"], ["Asha", "asha@x.org"]], "Empty": []},
    )
    table = read_people(path)
    assert (table.sheet, table.sheets) == ("Members", ("Money", "Members", "Empty"))
    assert read_people(path, sheet="Money").sheet == "Money"
    for nothing in ("Empty", "Gone"):
        with pytest.raises(CannotUseInput):
            read_people(path, sheet=nothing)


def test_a_long_sheet_that_nobody_asked_for_is_in_nobodys_way(tmp_path, monkeypatch):
    monkeypatch.setattr(people_table, "MOST_PEOPLE", 12)
    path = workbook(
        tmp_path / "people.xlsx",
        *(["Tea", number] for number in range(30)),
        more={"Members": [["Name", "Email"], ["Asha", "asha@x.org"]]},
    )
    assert read_people(path).sheet == "Members"
    with pytest.raises(CannotUseInput):
        read_people(path, sheet="Sheet")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\n \n,,\n", "nobody in this file"),
        (b"%PDF-1.4", "PDF"),
        (b"<html>", "web page"),
        (b'{"name": 1}', "JSON"),
        (b"PK\x03\x04 rubbish", "damaged"),
        (b'Name\n"Asha\n', "line"),
        (b"\x00\x01\x02\x03rubbish\x00", "not a text file"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path, content, said):
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(CannotUseInput) as refused:
        read_people(path)
    assert said in f"{refused.value.message} {refused.value.advice}"
    assert "OCDS" not in refused.value.advice


def test_more_rows_than_any_group_has_people_are_refused():
    with pytest.raises(CannotUseInput):
        read_people_text("Name\n" + "x\n" * (MOST_PEOPLE + 1))


def test_headings_without_anybody_below_give_a_table_without_rows():
    assert read_people_text("Name,Email\n").rows == ()


CELLS = st.text(
    alphabet=st.characters(exclude_characters="\x00\r\n\t,;|\"'", exclude_categories=["Cs"]),
    max_size=20,
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_no_row_is_lost_and_none_stops_another(cells):
    text = "Name\tPhone\tNotes\n" + "".join("\t".join(row) + "\n" for row in cells)
    table = read_people_text(text)
    found = read(table)
    assert [each.number for each in found] == [row.number for row in table.rows]
    for row, each in zip(table.rows, found, strict=True):
        has_name = bool(" ".join(row.cells[0].split()))
        assert (each.person is not None) == has_name or row.cells[0].casefold().strip() in (
            "-", "--", "n/a", "na", "none", "nil", "no", "?", "tbc", "#n/a"
        )  # fmt: skip
        if each.person is not None and row.cells[2] and "00" not in row.cells[2]:
            assert each.person.notes in (row.cells[2], "")
