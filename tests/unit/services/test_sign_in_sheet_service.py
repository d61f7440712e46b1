"""Which names and which day stand on a sign-in sheet."""

from datetime import date

import pytest

from tests.support.group_file import OpenFile, computer
from vcs_desktop.domain.attendance import Helped
from vcs_desktop.domain.people import Person
from vcs_desktop.services.attendance import AttendanceService
from vcs_desktop.services.sign_in_sheet import MOST_NAMES, SignInSheetService, proposed_name

# The clock of these files begins on Monday 23 November 2026.
MONDAY, LAST = date(2026, 11, 23), date(2026, 11, 16)


class Group(OpenFile):
    name = "Tea & Talk"


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    made.attendance = AttendanceService(made.records)
    made.sign_in = SignInSheetService(Group(made.database), made.records)
    yield made
    made.database.close()


def came(here, on, *names, name="Monday lunch"):
    known = {line.name: line.id for line in here.people.people()}
    place = here.attendance.begin(on, name).place
    for each in names:
        person_id = known.get(each) or here.people.add(Person(name=each))
        place = here.attendance.tick(place, person_id).place
    return place


def test_it_has_the_usual_names_by_the_alphabet_and_who_helps(here):
    place = came(here, LAST, "zoe", "\u00c1sa", "Ben")
    helper = here.people.add(Person(name="Dev"))
    here.attendance.help(place, Helped(helper, 60))
    sheet = here.sign_in.sheet(place.activity)
    assert sheet.names == ("\u00c1sa", "Ben", "zoe")
    assert sheet.helpers == ("Dev",)
    assert (sheet.group, sheet.activity) == ("Tea & Talk", "Monday lunch")


def test_it_is_for_today_until_today_is_written_down(here):
    place = came(here, LAST, "Ben")
    assert here.sign_in.sheet(place.activity).on == MONDAY
    came(here, MONDAY, "Ben")
    assert here.sign_in.sheet(place.activity).on == date(2026, 11, 30)


def test_who_was_put_in_the_bin_or_came_long_ago_is_not_on_it(here):
    place = came(here, LAST, "Ben", "Gone")
    came(here, date(2025, 1, 6), "Long ago")
    gone = next(line.id for line in here.people.people() if line.name == "Gone")
    here.people.remove(gone)
    assert here.sign_in.sheet(place.activity).names == ("Ben",)


def test_it_has_no_more_names_than_anybody_looks_through(here):
    place = came(here, LAST, *(f"Person {number:03}" for number in range(MOST_NAMES + 5)))
    assert len(here.sign_in.sheet(place.activity).names) == MOST_NAMES


def test_what_was_done_once_has_a_day_to_be_written(here):
    sheet = here.sign_in.sheet("", "Trip to Oxford")
    assert (sheet.activity, sheet.on, sheet.names) == ("Trip to Oxford", None, ())
    assert proposed_name("Trip to Oxford") == "sign-in-trip-to-oxford.pdf"
