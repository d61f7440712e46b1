"""All dates as a calendar file, and one of them as a code for a telephone, read back."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.support.sheet_examples import a_grant
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.calendar import write_ics
from vcs_desktop.documents.calendar_of_dates import write_dates
from vcs_desktop.documents.qr_code import LARGEST, code_of
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.phone_code import PhoneCode

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WINTER, SUMMER = date(2026, 12, 8), date(2027, 6, 8)


def due(on=WINTER, kind=DueKind.MEETING, what="Committee", **more):
    return Due(more.pop("id", "meeting/a"), on, kind, what, **more)


def entries(tmp_path, *dues, group="g1", now=NOW):
    path = tmp_path / "dates.ics"
    assert write_dates(path, dues, group, now) == len(dues)
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


@pytest.mark.parametrize(
    ("on", "expected"),
    [(WINTER, "2026-12-08T19:30:00+00:00"), (SUMMER, "2027-06-08T19:30:00+01:00")],
)
def test_an_hour_is_that_of_the_united_kingdom(tmp_path, on, expected):
    entry = entries(tmp_path, due(on, starts="19:30"))[0]
    assert entry.decoded("dtstart").isoformat() == expected
    assert entry["dtstart"].params["TZID"] == "Europe/London"


@pytest.mark.skipif(os.name == "nt", reason="rights of another sort")
def test_no_other_account_can_read_it(tmp_path):
    entries(tmp_path, due(what="Ring Anna about her check"))
    assert (tmp_path / "dates.ics").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("starts", ["", "half past"])
def test_a_date_without_an_hour_is_there_all_day_and_keeps_nobody_from_anything(tmp_path, starts):
    entry = entries(tmp_path, due(starts=starts))[0]
    assert entry.decoded("dtstart") == WINTER
    assert entry["transp"] == "TRANSPARENT"


def test_it_says_what_where_and_why(tmp_path):
    entry = entries(tmp_path, due(place="The hall", why="Agreed\nin May"))[0]
    assert (entry["summary"], entry["location"], entry["description"]) == (
        "Committee", "The hall", "Agreed\nin May",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "before"),
    [(DueKind.FILING, timedelta(weeks=-1)), (DueKind.MEETING, timedelta(days=-1))],
)
def test_it_reminds_in_time(tmp_path, kind, before):
    alarm = entries(tmp_path, due(kind=kind))[0].walk("VALARM")[0]
    assert alarm.decoded("trigger") == before
    assert "Committee" in alarm["description"]


@pytest.mark.parametrize("kind", [DueKind.ACTIVITY, DueKind.SHIFT])
def test_of_what_comes_every_week_it_reminds_nobody(tmp_path, kind):
    assert entries(tmp_path, due(kind=kind))[0].walk("VALARM") == []


def test_a_date_keeps_its_identity_when_it_moves_and_two_groups_have_two(tmp_path):
    first = entries(tmp_path, due())[0]["uid"]
    assert entries(tmp_path, due(SUMMER, what="Renamed"), now=NOW + timedelta(1))[0]["uid"] == first
    assert entries(tmp_path, due(), group="g2")[0]["uid"] != first
    assert entries(tmp_path, due(id="meeting/b"))[0]["uid"] != first


def test_a_closing_day_is_the_same_entry_as_when_it_is_saved_by_itself(tmp_path):
    grant = a_grant()
    write_ics(tmp_path / "one.ics", [grant], NOW)
    alone = Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")[0]["uid"]
    closing = due(kind=DueKind.CLOSING, id=f"closing/{grant.id}", record_id=grant.id)
    assert entries(tmp_path, closing)[0]["uid"] == alone


def test_no_dates_are_said_in_words_and_write_nothing(tmp_path):
    with pytest.raises(CannotUseInput, match=r"^$|") as caught:
        write_dates(tmp_path / "dates.ics", [], "g", NOW)
    assert caught.value.message == "There are no dates to put in a calendar."
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritable):
        write_dates(tmp_path / "file" / "dates.ics", [due()], "g", NOW)


WORDS = st.text(max_size=300)


@given(WORDS, WORDS, WORDS)
def test_no_words_can_add_a_line_of_their_own_to_the_file(tmp_path_factory, what, place, why):
    found = entries(tmp_path_factory.getbasetemp(), due(what=what, place=place, why=why))
    assert len(found) == 1
    assert set(found[0]) <= {
        "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "LOCATION", "TRANSP"
    }  # fmt: skip


def read_back(code):
    """Return the entry that a telephone finds in a code."""
    found = Calendar.from_ical(code.says).walk("VEVENT")
    assert len(found) == 1
    return found[0]


def test_a_code_holds_the_event_in_the_time_that_every_telephone_knows():
    entry = read_back(code_of(due(SUMMER, starts="19:30", place="Hall, Marston; upstairs")))
    assert entry.decoded("dtstart") == datetime(2027, 6, 8, 18, 30, tzinfo=UTC)
    assert (entry["summary"], entry["location"]) == ("Committee", "Hall, Marston; upstairs")


def test_a_code_of_a_whole_day_holds_the_day():
    assert read_back(code_of(due())).decoded("dtstart") == WINTER


def test_the_squares_are_those_of_what_it_says():
    code = code_of(due(starts="19:30", place="The hall"))
    again = segno.make(code.says, error="l", micro=False, encoding="utf-8")
    assert code.rows == tuple(tuple(map(bool, row)) for row in again.matrix)
    assert (code.size, code.is_shortened) == (again.symbol_size(border=0)[0], False)


@given(WORDS, WORDS)
def test_a_code_is_always_coarse_enough_and_reads_as_one_event(what, place):
    code = code_of(due(what=what, place=place, starts="19:30"))
    assert code.size <= 17 + 4 * LARGEST
    assert all(len(row) == code.size for row in code.rows)
    assert set(read_back(code)) <= {"SUMMARY", "DTSTART", "LOCATION"}


def test_long_words_are_cut_and_it_is_said_that_they_are():
    code = code_of(due(what="An endless name " * 30, place="Nowhere " * 30))
    assert code.is_shortened
    assert str(read_back(code)["summary"]).endswith("…")


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=6, max_size=6))
def test_runs_are_just_the_dark_squares(rows):
    code = PhoneCode(tuple(map(tuple, rows)), "")
    drawn = {(x + step, y) for x, y, count in code.runs() for step in range(count)}
    assert drawn == {(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
