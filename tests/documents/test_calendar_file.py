"""Closing days as a calendar file, read back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.support.sheet_examples import a_contract, a_grant
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.calendar import write_ics

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def entries(tmp_path, *things, now=NOW):
    path = tmp_path / "closing.ics"
    assert write_ics(path, things, now) == len(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_a_closing_hour_is_given_in_local_time(tmp_path):
    entry = entries(tmp_path, a_grant(closes_at=datetime(2027, 6, 30, 11, tzinfo=UTC)))[0]
    assert entry.decoded("dtstart").isoformat() == "2027-06-30T12:00:00+01:00"
    assert entry["dtstart"].params["TZID"] == "Europe/London"


def test_a_day_without_an_hour_is_an_all_day_entry(tmp_path):
    assert entries(tmp_path, a_contract())[0].decoded("dtstart") == date(2027, 1, 15)


def test_it_reminds_a_week_before(tmp_path):
    alarm = entries(tmp_path, a_grant())[0].walk("VALARM")[0]
    assert alarm.decoded("trigger") == timedelta(weeks=-1)
    assert "Winter Warmth" in alarm["description"]


def test_it_says_once_that_it_is_for_practice(tmp_path):
    entry = entries(tmp_path, a_grant(title="Warm welcome (practice)", practice=True))[0]
    assert entry["summary"] == "Closes: Warm welcome (for practice)"


def test_it_says_in_words_what_closes(tmp_path):
    entry = entries(tmp_path, a_grant(practice=True))[0]
    assert entry["summary"] == "Closes: Winter Warmth Small Grants (for practice)"
    assert entry["description"].split("\n") == [
        "For practice only. This is not real money.",
        "Thames Valley Hearth Fund",
        "£500 to £3,000",
        "Closes Friday 4 December 2026 at 12:00.",
        "They decide about Friday 29 January 2027.",
        "https://example.org/warmth",
    ]
    assert entry["url"] == "https://example.org/warmth"


def test_the_same_grant_keeps_its_identity_when_its_day_moves(tmp_path):
    before = entries(tmp_path, a_grant())[0]
    moved = a_grant(closes_at=datetime(2026, 12, 18, 12, tzinfo=UTC))
    after = entries(tmp_path, moved, now=NOW + timedelta(days=1))[0]
    assert before["uid"] == after["uid"]
    assert before["uid"] != entries(tmp_path, a_grant(id="another"))[0]["uid"]


def test_only_a_web_address_is_given_as_one(tmp_path):
    assert "url" not in entries(tmp_path, a_grant(url="javascript:alert(1)"))[0]


def test_what_never_closes_is_left_out(tmp_path):
    rolling = a_grant(closes_at=None, rolling=True)
    assert len(entries(tmp_path, rolling, a_contract())) == 1


def test_nothing_to_remember_is_said_in_words_and_writes_nothing(tmp_path):
    with pytest.raises(CannotUseInput) as caught:
        write_ics(tmp_path / "closing.ics", [a_grant(closes_at=None)], NOW)
    assert caught.value.message == "There is no closing date to put in your calendar."
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritable) as caught:
        write_ics(tmp_path / "file" / "closing.ics", [a_grant()], NOW)
    assert caught.value.message == "We cannot save the calendar file there."


def test_long_lines_are_folded_and_every_line_ends_as_calendars_want(tmp_path):
    path = tmp_path / "closing.ics"
    write_ics(path, [a_grant(title="Very long title ŵ " * 40)], NOW)
    lines = path.read_bytes().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_no_words_can_add_a_line_of_their_own(tmp_path_factory, title, funder, url):
    folder = tmp_path_factory.getbasetemp()
    found = entries(folder, a_grant(title=title, funder=funder, url=url, id=title))
    assert len(found) == 1
    assert len(found[0].walk("VALARM")) == 1
    assert set(found[0]) <= {
        "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "URL"
    }  # fmt: skip
