"""Tables come in on a real file: what is good is kept, what is not is said, nothing doubles."""

from datetime import date
from itertools import chain
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.group_file import computer
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.expenses import ExpenseClaim
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, DOCUMENT, EXPENSES, OWN_DATE
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.services.bring_in import TABLES, BringIn, Decision, NoColumn
from vcs_desktop.services.bring_in import service as service_module
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who

WHO_CAME = """Date,Activity,Name,How many,New
19/11/2026,Thursday lunch,Asha Khan,,yes
19/11/2026,Thursday lunch,"Okafor, Ben",,
19/11/2026,thursday LUNCH,,7,
26/11/2026,Thursday lunch,Asha Khan,,
"""
VOLUNTEERS = """Volunteer,Role,Mobile,Date,Hours
Asha Khan,Cook,07700 900111,19/11/2026,2.5
Ben Okafor,Driver,07700 900112,,
"""
PAPERS = """Policy,Approved,Review date,Expiry date,Notes
Safeguarding policy,1/3/2026,1/3/2027,,In the blue file
Public liability,,,31/12/2026,
Lease of the hall,2/2/2020,,,
"""
DATES = """Date,Event,Time,Place
4/12/2026,Christmas lunch,12.30pm,The hall
9/1/2027,Boiler check,,
"""
CLAIMS = """Name,Date,What for,Miles,Amount,Receipt
Asha Khan,19/11/2026,Bus,,2.00,yes
Asha Khan,19/11/2026,Bus,,2.00,yes
Ben Okafor,20/11/2026,Shopping run,12.5,5.8500000000000005,no
"""
ROTA = """Day,From,To,Role,How many are needed,Notes
3/12/2026,10:00,13:00,Kitchen,2,Bring an apron
3/12/2026,,,Door,1,
10/12/2026,10am,1pm,Kitchen,2,
"""
MEETINGS = """Date,Time,Meeting,Type,Where,Agenda,Decisions
4/12/2026,7.30pm,Committee meeting,committee,The hall,Money: fine,Buy a kettle
8/1/2027,7pm,AGM,,,,
"""
ROLES = """Role,What they do,When,Where
Cook,Cooks lunch,Thursdays,The hall
Driver,Fetches people,,
"""
ACTIVITIES = """Activity,Day,Time,Place
Thursday lunch,Thursday,10am-1pm,The hall
Choir,,7pm,
"""
ALL = {
    "roles": ROLES,
    "activities": ACTIVITIES,
    "meetings": MEETINGS,
    "rota": ROTA,
    "attendance": WHO_CAME,
    "volunteers": VOLUNTEERS,
    "documents": PAPERS,
    "dates": DATES,
    "expenses": CLAIMS,
}


def bring(here, what, text, decisions=None):
    """Bring a text in as a table, and return what came of it."""
    coming = BringIn(here.records, what)
    return coming.carry_out(coming.preview(coming.read_text(text)), decisions)


def sheets(here):
    found = things(here.records, AttendanceSheet, ATTENDANCE)
    return sorted(found, key=lambda sheet: sheet.on)


def names(here, ids):
    known = who(here.records)
    return {known.name(each) for each in ids}


def all_rows(here):
    """Return everything that is kept, whatever it is."""
    return here.rows("record")


def test_who_came_becomes_a_sheet_for_each_day_with_new_people_added(here):
    asha = here.people.add(Person(name="Asha Khan"))
    done = bring(here, "attendance", WHO_CAME)
    first, second = sheets(here)
    assert (first.on, first.name, first.others) == (date(2026, 11, 19), "Thursday lunch", 7)
    assert Came(asha, is_first_time=True) in first.came
    assert names(here, [each.id for each in first.came]) == {"Asha Khan", "Ben Okafor"}
    assert [each.id for each in second.came] == [asha]
    (activity,) = things(here.records, Activity, ACTIVITY)
    assert (activity.name, activity.weekday) == ("Thursday lunch", 3)
    assert first.activity == second.activity == activity.id
    assert (done.added, done.merged, done.left_out) == (2, 2, ())


def test_hours_of_a_table_of_who_came_are_those_of_helpers(here):
    bring(here, "attendance", "Date,Activity,Name,Hours\n19/11/2026,Lunch,Asha,2:30\n")
    (sheet,) = sheets(here)
    assert (sheet.came, sheet.helped[0].minutes) == ((), 150)


@pytest.mark.parametrize("what", sorted(ALL))
def test_the_same_table_twice_doubles_nothing(here, what):
    first = bring(here, what, ALL[what])
    before = all_rows(here)
    again = bring(here, what, ALL[what])
    assert all_rows(here) == before
    assert (again.added, again.merged, again.left_out) == (0, 0, ())
    assert again.unchanged == first.added + first.merged + first.unchanged


@pytest.mark.parametrize("what", sorted(ALL))
def test_a_table_is_one_act_that_can_be_undone_and_done_again(here, what):
    bring(here, what, ALL[what])
    before = len(all_rows(here))
    here.records.undo()
    gone = [each for each in all_rows(here) if each["binned_at"] is None]
    assert [each for each in gone if each["kind"] != "opener"] == []
    here.records.redo()
    assert len(all_rows(here)) == before
    assert all(each["binned_at"] is None for each in all_rows(here))


@pytest.mark.parametrize("what", sorted(ALL))
def test_a_look_at_a_table_changes_nothing(here, what):
    before = all_rows(here)
    coming = BringIn(here.records, what)
    preview = coming.preview(coming.read_text(ALL[what]))
    assert all(row.is_usable and row.title and row.facts for row in preview.rows)
    assert all_rows(here) == before


def test_bad_rows_are_said_with_their_row_and_column_and_good_ones_come_in(here):
    text = """Date,Activity,Name,How many
31/11/2026,Lunch,Asha,
19/11/2026,,Ben,
19/11/2026,Lunch,,
19/11/2026,Lunch,,seven
19/11/2026,Lunch,Total,12
19/11/2026,Lunch,Carol,
,,Dev,
"""
    done = bring(here, "attendance", text)
    (sheet,) = sheets(here)
    assert names(here, [each.id for each in sheet.came]) == {"Carol"}
    assert done.added == 1
    why = {each.row: each.why for each in done.left_out}
    assert why[2] == "Row 2, “Date”: “31/11/2026” is not a day. Write it like 27/11/2026."
    assert why[3] == "Row 3 stays out: it has nothing under “Activity”. Write it there."
    assert "no name and no number" in why[4]
    assert "“seven” is no number" in next(e.why for e in done.left_out if e.row == 5)
    assert "a total" in why[6]
    assert sorted(why) == [2, 3, 4, 5, 6, 8]


def test_what_the_group_knows_already_is_not_written_over(here):
    bring(here, "attendance", WHO_CAME)
    other = "Date,Activity,How many,Name,Hours\n19/11/2026,Thursday Lunch,9,,\n"
    done = bring(here, "attendance", other)
    assert sheets(here)[0].others == 7
    assert "7 without a name already" in done.left_out[0].why
    bring(here, "documents", PAPERS)
    done = bring(here, "documents", "Policy,Review date\nSafeguarding policy,1/3/2030\n")
    assert "has something else under “Look again on”" in done.left_out[0].why


def test_of_two_people_with_one_name_nobody_is_guessed(here):
    here.people.add(Person(name="Asha Khan", phone="07700 900111"))
    here.people.add(Person(name="asha khan"))
    done = bring(here, "attendance", WHO_CAME)
    assert len(done.left_out) == 2
    assert "more than one person is called Asha Khan" in done.left_out[0].why
    volunteers = bring(here, "volunteers", VOLUNTEERS)  # the phone says which
    assert volunteers.left_out == ()


def test_volunteers_are_people_with_a_role_and_the_hours_of_their_day(here):
    asha = here.people.add(Person(name="Asha Khan", email="asha@example.org"))
    done = bring(here, "volunteers", VOLUNTEERS)
    person = here.people.person(asha).thing
    assert (person.email, person.phone) == ("asha@example.org", "07700 900111")
    assert [(role.tie, role.title) for role in person.roles] == [(Tie.VOLUNTEER, "Cook")]
    (sheet,) = sheets(here)
    assert (sheet.helped[0].id, sheet.helped[0].minutes) == (asha, 150)
    assert (done.added, done.merged) == (1, 1)


def test_a_volunteer_who_has_another_phone_keeps_it(here):
    here.people.add(
        Person(name="Asha Khan", phone="01865 1", roles=(Role("r", Tie.VOLUNTEER, "Cook"),))
    )
    done = bring(here, "volunteers", "Name,Role,Phone\nAsha Khan,Cook,07700 900111\n")
    assert (done.added, done.merged, done.unchanged) == (0, 0, 0)
    assert "has something else under “Phone” already" in done.left_out[0].why


def test_hours_without_a_day_are_said_and_the_volunteer_comes_in(here):
    done = bring(here, "volunteers", "Name,Hours\nAsha,3\n")
    assert done.added == 1
    assert "no day" in done.left_out[0].why
    assert sheets(here) == []


def test_papers_are_known_by_their_names(here):
    bring(here, "documents", PAPERS)
    papers = {each.name: each for each in things(here.records, Paper, DOCUMENT)}
    policy = papers["Safeguarding policy"]
    assert (policy.kind, policy.agreed_on) == (DocumentKind.SAFEGUARDING, date(2026, 3, 1))
    assert (policy.review_on, policy.note) == (date(2027, 3, 1), "In the blue file")
    insurance = papers["Public liability"]
    assert (insurance.kind, insurance.expires_on) == (
        DocumentKind.INSURANCE, date(2026, 12, 31),
    )  # fmt: skip
    assert papers["Lease of the hall"].kind is DocumentKind.OTHER


def test_a_paper_that_is_there_gets_what_it_lacks(here):
    here.records.add(DOCUMENT, Paper(kind=DocumentKind.SAFEGUARDING))
    done = bring(here, "documents", PAPERS)
    assert (done.added, done.merged) == (2, 1)
    assert len(things(here.records, Paper, DOCUMENT)) == 3


def test_dates_come_with_their_time_and_place(here):
    bring(here, "dates", DATES)
    found = sorted(things(here.records, OwnDate, OWN_DATE), key=lambda own: own.on)
    assert [(own.name, own.on, own.starts, own.place) for own in found] == [
        ("Christmas lunch", date(2026, 12, 4), "12:30", "The hall"),
        ("Boiler check", date(2027, 1, 9), "", ""),
    ]


def test_each_person_has_a_claim_for_a_month_with_equal_lines_kept_apart(here):
    bring(here, "expenses", CLAIMS)
    known = who(here.records)
    claims = {
        known.name(each.person): each for each in things(here.records, ExpenseClaim, EXPENSES)
    }
    assert [line.pence for line in claims["Asha Khan"].lines] == [200, 200]
    (run,) = claims["Ben Okafor"].lines
    assert (run.miles_tenths, run.pence, run.has_receipt) == (125, 585, False)
    assert claims["Asha Khan"].name == "Expenses, November 2026"


def test_a_claim_that_was_paid_is_left_alone(here):
    bring(here, "expenses", CLAIMS)
    claim = next(e for e in things(here.records, ExpenseClaim, EXPENSES) if len(e.lines) == 2)
    held = here.records.held(ExpenseClaim, claim.id)
    here.records.save(held, type(claim)(**{**_fields(claim), "paid_on": date(2026, 11, 23)}))
    again = bring(here, "expenses", CLAIMS + "Asha Khan,21/11/2026,Stamps,,3.10,\n")
    assert (again.unchanged, again.added) == (3, 1)
    assert len(things(here.records, ExpenseClaim, EXPENSES)) == 3


def _fields(claim):
    return {name: getattr(claim, name) for name in type(claim).__slots__}


def test_somebody_in_the_bin_is_not_put_on_their_sheet_a_second_time(here):
    bring(here, "attendance", WHO_CAME)
    ben = next(each for each in here.people.people() if each.name == "Ben Okafor")
    here.people.remove(ben.id)
    again = bring(here, "attendance", WHO_CAME)
    assert (again.added, again.merged, again.unchanged) == (0, 0, 4)
    assert len(sheets(here)[0].came) == 2


def test_a_row_can_be_left_out(here):
    done = bring(here, "dates", DATES, {2: Decision.LEAVE_OUT})
    assert done.added == 1
    assert done.left_out[0].why == "Row 2 was left out, as you asked."


def test_a_column_that_is_needed_is_asked_for(here):
    coming = BringIn(here.records, "attendance")
    table = coming.read_text("Name,T-shirt\nAsha,M\n")
    with pytest.raises(NoColumn) as raised:
        coming.preview(table)
    assert raised.value.message == "We do not know yet which column is “Day”."
    assert table.remarks == ("“T-shirt” stays out until you say what it is.",)


def test_a_column_of_days_without_a_known_heading_is_the_day(here):
    coming = BringIn(here.records, "dates")
    table = coming.read_text("Wann,Event\n4/12/2026,Lunch\n2026-12-05,Tea\n")
    assert table.matching == ("on", "name")
    assert table.remarks == ()


def test_what_is_never_kept_stays_out_of_every_table(here):
    coming = BringIn(here.records, "volunteers")
    text = "Name,Date of birth,DBS number,Role\nAsha,1/1/1970,001234567890,Cook 001234567891\n"
    table = coming.read_text(text)
    done = coming.carry_out(coming.preview(table, ("name", "role", "role", "role")))
    assert len(table.remarks) == 2
    kept = str(here.rows("record"))
    assert "001234567890" not in kept
    assert "001234567891" not in kept
    assert any("DBS certificate" in each.why for each in done.left_out)


def test_a_day_that_would_be_another_one_next_week_is_no_day(here):
    text = "Date,Event\nThursday,Lunch\n3 weeks ago,Tea\nin 2 weeks,Cake\n"
    assert len(bring(here, "dates", text).left_out) == 3


def test_stopping_keeps_nothing(here):
    coming = BringIn(here.records, "attendance")
    preview = coming.preview(coming.read_text(WHO_CAME))
    before = all_rows(here)
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        coming.carry_out(preview, stop=stop)
    with pytest.raises(Stopped):
        coming.preview(coming.read_text(WHO_CAME), stop=stop)
    assert all_rows(here) == before


def test_a_text_that_is_too_long_stays_out_and_the_other_rows_come_in(here, monkeypatch):
    monkeypatch.setattr(service_module, "MOST_LETTERS", 20)
    done = bring(here, "dates", "Date,Event\n4/12/2026,Lunch\n5/12/2026," + "x" * 30 + "\n")
    assert done.added == 1
    assert "too long" in done.left_out[0].why


def test_every_table_has_words_for_each_column_and_no_heading_twice(here):
    for what, table_in in TABLES.items():
        fields = BringIn(here.records, what).fields()
        assert len({words for _, words in fields}) == len(fields)
        known = [h.strip() for each in table_in.columns for h in each.headings.split(",")]
        assert len(known) == len(set(known)), what


cell = st.sampled_from(
    ["", "19/11/2026", "Lunch", "Asha Khan", "Ben", "7", "=1+1", "2.5", "yes", "Total 9", "31/2/26"]
) | st.text(max_size=8).map(lambda text: text.replace('"', "").replace("\r", "").replace("\n", ""))


@given(st.lists(st.tuples(cell, cell, cell, cell, cell), min_size=1, max_size=8), st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_stands_in_a_table_twice_is_as_once(tmp_path_factory, cells, data):
    what = data.draw(st.sampled_from(sorted(TABLES)))
    columns = [each.name for each in TABLES[what].columns]
    needed = [each.name for each in TABLES[what].columns if each.is_needed]
    others = [each for each in columns if each not in needed] + ["left_out"]
    more = st.lists(st.sampled_from(others), min_size=5, max_size=5)
    matching = (needed + data.draw(more))[:5]
    lines = [",".join(f'"{each}"' for each in row) for row in [("a", "b", "c", "d", "e"), *cells]]
    here = computer(tmp_path_factory.mktemp("in") / "here.db", name="Asha")
    try:
        coming = BringIn(here.records, what)
        table = coming.read_text("\n".join(lines), has_headings=True)
        first = coming.carry_out(coming.preview(table, matching))
        kept = here.rows("record")
        again = coming.carry_out(coming.preview(table, matching))
        assert here.rows("record") == kept
    finally:
        here.database.close()
    assert (again.added, again.merged) == (0, 0)
    told = {each.row for each in chain(first.left_out, again.left_out)}
    assert told <= {row.number for row in table.rows}
