"""Everything of each kind goes out as tables, and what can come in again comes in as it was."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.services.test_bring_in import ALL
from tests.unit.services.test_group_export import Group
from vcs_desktop.documents.table_out import ENDINGS, content_of
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, MEETING, SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.meetings import Action, AgendaItem, Decision, Meeting, Presence, Present
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.sharing.shared import Receipt, Sort
from vcs_desktop.domain.volunteering import OnShift, Shift, VolunteerRole
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.group_export import GroupExport
from vcs_desktop.services.sharing import SharingService
from vcs_desktop.services.tables_out import tables_of


def bring(computer, what, text):
    coming = BringIn(computer.records, what)
    return coming.carry_out(coming.preview(coming.read_text(text)))


def test_a_group_that_keeps_nothing_has_no_tables(here):
    assert tables_of(here.records) == {}


@pytest.mark.parametrize(
    "what", ["attendance", "documents", "dates", "expenses", "rota", "meetings"]
)
def test_a_table_that_went_out_comes_in_elsewhere_as_it_was(here, there, what, tmp_path):
    bring(here, what, ALL[what])
    table = tables_of(here.records)[what]
    path = tmp_path / f"{what}.csv"
    path.write_bytes(content_of(table, ".csv"))
    coming = BringIn(there.records, what)
    done = coming.carry_out(coming.preview(coming.read(path)))
    assert done.left_out == ()
    assert sorted(map(str, tables_of(there.records)[what].rows)) == sorted(map(str, table.rows))
    path = tmp_path / f"{what}.xlsx"
    path.write_bytes(content_of(table, ".xlsx"))
    again = coming.carry_out(coming.preview(coming.read(path)))
    assert (again.added, again.merged, again.left_out) == (0, 0, ())


def test_everybody_on_a_sheet_has_a_row_and_those_without_a_name_have_one(here):
    asha, ben = here.people.add(Person(name="Asha")), here.people.add(Person(name="Ben"))
    sheet = AttendanceSheet(
        name="Lunch",
        on=date(2026, 11, 19),
        came=(Came(asha, is_first_time=True),),
        helped=(Helped(ben, 150),),
        others=7,
        notes="It rained.",
    )
    here.records.add(ATTENDANCE, sheet)
    day = date(2026, 11, 19)
    assert tables_of(here.records)["attendance"].rows == (
        (day, "Lunch", "Asha", None, "Yes", None, "It rained."),
        (day, "Lunch", "Ben", None, "", 150, ""),
        (day, "Lunch", "", 7, "", None, ""),
    )


def test_the_rota_says_who_is_down_and_what_they_answered(here):
    asha, ben = here.people.add(Person(name="Asha")), here.people.add(Person(name="Ben"))
    carol = here.people.add(Person(name="Carol"))
    people = (OnShift(asha, has_agreed=True), OnShift(ben, has_agreed=False), OnShift(carol))
    shift = Shift(name="Kitchen", on=date(2026, 12, 3), starts="10:00", needed=2, people=people)
    here.records.add(SHIFT, shift)
    here.records.add(SHIFT, replace(shift, on=date(2026, 12, 10), people=()))
    rows = tables_of(here.records)["rota"].rows
    assert [row[5:7] for row in rows] == [("Asha", "Yes"), ("Ben", "No"), ("Carol", ""), ("", "")]


def test_a_meeting_is_three_tables(here):
    asha = here.people.add(Person(name="Asha"))
    ben = here.people.add(Person(name="Ben"))
    here.records.add(
        MEETING,
        Meeting(
            name="Committee",
            on=date(2026, 11, 2),
            agenda=(AgendaItem("b", 2, "Money"), AgendaItem("a", 1, "Minutes", "Agreed.")),
            present=(Present(asha), Present(ben, Presence.APOLOGIES)),
            decisions=(Decision("d", "Buy a kettle", 3, 0, 1),),
            actions=(Action("x", "Buy it", asha, date(2026, 11, 9)),),
        ),
    )
    tables = tables_of(here.records)
    (meeting,) = tables["meetings"].rows
    assert meeting[2:6] == ("Committee", "Committee meeting", "", "Asha")
    assert meeting[6:11] == ("", "Ben", "", "Minutes: Agreed.\nMoney", "Buy a kettle")
    assert tables["decisions"].rows[0][2:6] == ("Buy a kettle", 3, 0, 1)
    assert tables["actions"].rows[0][2:5] == ("Buy it", "Asha", date(2026, 11, 9))


def test_what_was_shared_goes_out_with_what_became_of_it(here):
    sharing = SharingService(Group(here.database), here.records)
    begun, sent = sharing.begin(Sort.HELP), sharing.begin(Sort.NEED)
    held = sharing.save(sharing.one(sent), replace(sharing.one(sent).thing, topic="food"))
    sharing.note(
        held,
        replace(held.thing, body="{}", agreed_on=date(2026, 11, 2), reply="A bus at six.",
                receipt=Receipt("2026-11-03T10:00:00+00:00", "0" * 64, "era", "")),
    )  # fmt: skip
    newest, draft = tables_of(here.records)["shared"].rows
    assert newest[:5] == (
        "What we are hearing", "What we are hearing: Food", "The council answered",
        date(2026, 11, 2), date(2026, 11, 3),
    )  # fmt: skip
    assert newest[-1] == "A bus at six."
    assert draft[:4] == ("A request for help", sharing.one(begun).thing.name, "Not finished", None)


def test_every_table_can_be_written_in_every_form(here):
    for what, text in ALL.items():
        bring(here, what, text)
    here.records.add(ACTIVITY, Activity(name="Lunch"))
    here.records.add(VOLUNTEER_ROLE, VolunteerRole(name="Cook"))
    tables = tables_of(here.records)
    assert {"attendance", "activities", "volunteer-roles", "expenses", "documents", "dates"} <= set(
        tables
    )
    for table in tables.values():
        assert all(content_of(table, ending) for ending in ENDINGS)


def test_the_tables_lie_in_the_folder_of_everything_and_are_named_in_its_words(here, tmp_path):
    bring(here, "dates", ALL["dates"])
    made = GroupExport(Group(here.database), here.records).write(tmp_path / "out")
    assert {"dates.csv", "dates.xlsx"} <= set(made.files)
    assert "rota.csv" not in made.files
    words = (tmp_path / "out" / "read-me.txt").read_text("utf-8")
    assert "dates.csv: Dates" in words
    assert "Christmas lunch" in (tmp_path / "out" / "dates.csv").read_text("utf-8")
