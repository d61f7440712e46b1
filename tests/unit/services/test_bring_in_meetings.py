"""Meetings come in: when and where, who was there by name, what was talked about and decided."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bringing_in import bring_file_in, bring_in
from tests.support.group_file import computer
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.kinds import MEETING, PERSON
from vcs_desktop.domain.meetings import (
    AgendaItem,
    Decision,
    Meeting,
    MeetingKind,
    Presence,
    Present,
)
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.people import Person
from vcs_desktop.services.meeting_papers import meetings_table
from vcs_desktop.services.meetings import MeetingsService
from vcs_desktop.services.tables_out import tables_of
from vcs_desktop.services.things import things

TEXT = """Date,Time,Meeting,Type,Venue,Present,Apologies,Agenda,Decisions,Minutes approved
4/12/26,7.30pm - 9pm,Committee,committee,The hall,"Asha Khan, Ben Okafor (chair)",Cara,"Welcome
Money: We have £300.",Buy a kettle,8/1/2027
8/1/2027,7pm,AGM,,,,,,,
"""


bring = partial(bring_in, "meetings")
bring_file = partial(bring_file_in, "meetings")


def meetings(here):
    return sorted(things(here.records, Meeting, MEETING), key=lambda each: each.on or date.max)


def add_people(here, *names):
    return [here.people.add(Person(name=each)) for each in names]


def agenda(meeting):
    return [(each.title, each.said) for each in in_order(meeting.agenda)]


def test_a_meeting_comes_in_with_who_was_there_and_what_was_said(here):
    asha, ben, cara = add_people(here, "Asha Khan", "Ben Okafor", "Cara")
    done = bring(here, TEXT)
    first, second = meetings(here)
    assert (first.name, first.kind, first.on) == (
        "Committee", MeetingKind.COMMITTEE, date(2026, 12, 4),
    )  # fmt: skip
    assert (first.starts, first.place, first.agreed_on) == ("19:30", "The hall", date(2027, 1, 8))
    assert {(each.id, each.how) for each in first.present} == {
        (asha, Presence.THERE), (ben, Presence.THERE), (cara, Presence.APOLOGIES),
    }  # fmt: skip
    assert agenda(first) == [("Welcome", ""), ("Money", "We have £300.")]
    assert [each.what for each in first.decisions] == ["Buy a kettle"]
    assert (second.kind, second.starts) == (MeetingKind.YEARLY, "19:00")
    assert (done.added, done.merged, done.left_out) == (2, 0, ())
    assert set(done.added_ids) == {first.id, second.id}


def test_who_is_not_known_is_told_and_never_made(here):
    done = bring(here, TEXT)
    assert done.added == 2
    assert [each.row for each in done.left_out] == [2, 2]
    assert "nobody among your people is called Cara" in done.left_out[1].why
    assert things(here.records, Person, PERSON) == []
    assert all(each.present == () for each in meetings(here))


def test_of_two_with_one_name_nobody_is_chosen(here):
    add_people(here, "Cara", "cara")
    done = bring(here, "Date,Meeting,Present\n4/12/2026,Committee,Cara\n")
    assert "more than one person is called Cara" in done.left_out[0].why
    assert meetings(here)[0].present == ()


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Asha Khan; Okafor, Ben", 0),
        ("Asha Khan & Ben Okafor", 0),
        ("Asha Khan\nBen Okafor", 0),
        ("Asha Khan, Ben Okafor and Zed", 1),
        ("Zed and Yan", 1),
        ("Asha Khan, Ben Okafor, Total", 1),
    ],
)
def test_names_in_one_cell_are_told_apart(here, cell, told):
    add_people(here, "Asha Khan", "Ben Okafor")
    done = bring(here, f'Date,Meeting,Present\n4/12/2026,Committee,"{cell}"\n')
    assert len(done.left_out) == told
    assert len(meetings(here)[0].present) == (0 if cell == "Zed and Yan" else 2)


def test_what_a_meeting_lacks_is_filled_in_and_what_it_says_is_left(here):
    asha, ben = add_people(here, "Asha Khan", "Ben Okafor")
    here.records.add(
        MEETING,
        Meeting(
            name="committee",
            on=date(2026, 12, 4),
            place="The library",
            agenda=(AgendaItem("a", 10, "Money"), AgendaItem("b", 20, "Welcome", "All are well.")),
            present=(Present(asha, Presence.APOLOGIES),),
            decisions=(Decision("c", "Buy a kettle", 3),),
        ),
    )
    done = bring(here, TEXT)
    meeting = meetings(here)[0]
    assert (done.added, done.merged) == (1, 1)
    assert (meeting.name, meeting.place, meeting.starts) == ("committee", "The library", "19:30")
    assert agenda(meeting) == [("Money", "We have £300."), ("Welcome", "All are well.")]
    assert meeting.decisions == (Decision("c", "Buy a kettle", 3),)
    assert {(e.id, e.how) for e in meeting.present} == {
        (asha, Presence.APOLOGIES), (ben, Presence.THERE),
    }  # fmt: skip
    told = " ".join(each.why for each in done.left_out)
    assert "something else under “Place” already" in told
    assert "this meeting says something else of Asha Khan already" in told
    assert "nobody among your people is called Cara" in told


def test_what_the_minutes_say_otherwise_is_told(here):
    bring(here, 'Date,Meeting,Agenda\n4/12/2026,Committee,"Money: We have £300."\n')
    done = bring(here, 'Date,Meeting,Agenda\n4/12/2026,Committee,"Money: We have £900."\n')
    assert "the minutes say something else about “Money” already" in done.left_out[0].why
    assert agenda(meetings(here)[0]) == [("Money", "We have £300.")]


def test_two_meetings_of_one_day_are_told_apart_by_their_time_and_never_guessed(here):
    bring(here, "Date,Time,Meeting\n4/12/2026,10am,Committee\n4/12/2026,7pm,Committee\n")
    assert [each.starts for each in meetings(here)] in (["10:00", "19:00"], ["19:00", "10:00"])
    done = bring(here, "Date,Meeting,Place\n4/12/2026,Committee,The hall\n")
    assert "more than one of these meetings" in done.left_out[0].why
    assert all(each.place == "" for each in meetings(here))


def test_rows_that_say_too_little_or_nonsense_stay_out_and_say_why(here):
    text = """Date,Time,Meeting,Type
31/11/2026,7pm,Committee,
4/12/2026,soon,=1+1,jamboree
4/12/2026,7pm,,
5/12/2026,,,AGM
,,Planning day,
"""
    done = bring(here, text)
    why = {each.row: each.why for each in done.left_out}
    assert why[2] == "Row 2, “Date”: “31/11/2026” is not a day. Write it like 27/11/2026."
    assert "Write committee, general, yearly or another" in why[3]
    assert "no name and no kind of meeting" in why[4]
    found = {each.name: each for each in meetings(here)}
    assert set(found) == {"=1+1", "Yearly meeting (AGM)", "Planning day"}
    assert found["Planning day"].on is None
    assert done.added == 3


def test_the_same_table_twice_doubles_nothing_and_is_one_act(here):
    add_people(here, "Asha Khan", "Ben Okafor", "Cara")
    bring(here, TEXT)
    before = here.rows("record")
    again = bring(here, TEXT)
    assert here.rows("record") == before
    assert (again.added, again.merged, again.unchanged, again.left_out) == (0, 0, 2, ())
    here.records.undo()
    assert meetings(here) == []
    here.records.redo()
    assert len(meetings(here)) == 2


def test_somebody_in_the_bin_was_there_already(here):
    (asha,) = add_people(here, "Asha")
    text = "Date,Meeting,Present\n4/12/2026,Committee,Asha\n"
    bring(here, text)
    here.people.remove(asha)
    again = bring(here, text)
    assert (again.added, again.merged, again.unchanged, again.left_out) == (0, 0, 1, ())


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_of_the_page_comes_in_elsewhere(here, there, tmp_path, ending):
    add_people(here, "Asha Khan", "Ben Okafor", "Cara")
    bring(here, TEXT + ",,Planning day,other,,,,,,\n")
    table = meetings_table(MeetingsService(here.records).lines())
    path = tmp_path / f"meetings{ending}"
    path.write_bytes(content_of(table, ending))
    assert bring_file(there, path).left_out == ()
    again = meetings_table(MeetingsService(there.records).lines())
    assert sorted(map(str, again.rows)) == sorted(map(str, table.rows))
    before = here.rows("record")
    done = bring_file(here, path)
    assert (done.added, done.merged, done.left_out) == (0, 0, ())
    assert here.rows("record") == before


word = st.sampled_from(["Money", "money", "Tea: cake", "A: ", ": b", "=1+1", "£5; and more", "x"])
several = st.lists(word, min_size=1, max_size=3).map("\n".join)
named = st.sampled_from(["Asha", "Ben", "Cara"])
a_meeting = st.builds(
    Meeting,
    name=st.sampled_from(["Committee", "AGM", "@home", "Tea; talk"]),
    kind=st.sampled_from(MeetingKind),
    on=st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 3)),
    starts=st.sampled_from(["", "10:00", "19:30", "00:00"]),
    place=st.just("") | word,
    guests=st.just("") | several,
    notes=st.just("") | several,
    agreed_on=st.none() | st.dates(date(1850, 1, 1), date(2100, 1, 1)),
    agenda=st.lists(st.tuples(word, st.just("") | several), max_size=3).map(
        lambda items: tuple(AgendaItem(f"i{n}", n, *each) for n, each in enumerate(items))
    ),
    decisions=st.lists(several, max_size=3).map(
        lambda texts: tuple(Decision(f"d{n}", each) for n, each in enumerate(texts))
    ),
    present=st.dictionaries(named, st.sampled_from(Presence), max_size=3).map(
        lambda found: tuple(Present(name, how) for name, how in found.items())
    ),
)


@given(
    st.lists(
        a_meeting, min_size=1, max_size=4, unique_by=lambda each: (each.name, each.on, each.starts)
    ),
    st.sampled_from([".csv", ".xlsx"]),
)
@settings(max_examples=25, deadline=None)
def test_whatever_went_out_comes_in_again_as_it_was(tmp_path_factory, wanted, ending):
    folder = tmp_path_factory.mktemp("meetings")
    here, there = (computer(folder / f"{seed}.db", seed=seed) for seed in (1, 2))
    try:
        ids = dict(
            zip(("Asha", "Ben", "Cara"), add_people(here, "Asha", "Ben", "Cara"), strict=True)
        )
        add_people(there, "Asha", "Ben", "Cara")
        for meeting in wanted:
            present = tuple(replace(each, id=ids[each.id]) for each in meeting.present)
            here.records.add(MEETING, replace(meeting, present=present))
        table = tables_of(here.records)["meetings"]
        path = folder / f"meetings{ending}"
        path.write_bytes(content_of(table, ending))
        before = here.rows("record")
        again = bring_file(here, path)
        assert here.rows("record") == before
        done = bring_file(there, path)
        came = tables_of(there.records)["meetings"]
    finally:
        here.database.close()
        there.database.close()
    assert (again.added, again.merged, again.left_out) == (0, 0, ())
    assert (done.added, done.left_out) == (len(wanted), ())
    assert [_plain(row) for row in came.rows] == [_plain(row) for row in table.rows]


def _plain(row):
    return [" ".join(each.split()) if isinstance(each, str) else each for each in row]


a_row = st.tuples(
    st.sampled_from(["", "4/12/2026", "5/12/2026", "31/11/2026"]),
    st.sampled_from(["", "10am", "7-9pm", "soon"]),
    st.sampled_from(["", "Committee", "AGM"]),
    st.sampled_from(["", "committee", "agm", "jamboree"]),
    st.sampled_from(["", "Asha", "Ben", "Asha; Ben", "Zed", "Asha and Zed", "Total"]),
    st.sampled_from(["", "Asha", "Ben (by phone)"]),
    st.sampled_from(["", "Money", "Money: one", "Money: two", "Money\nMoney: one\nTea"]),
    st.sampled_from(["", "Buy it", "Buy it\nSell it", "buy it"]),
    st.sampled_from(["", "apron", "keys"]),
)


@given(st.lists(a_row, min_size=1, max_size=7))
@settings(max_examples=40, deadline=None)
def test_whatever_a_table_says_twice_is_as_once_and_makes_nobody(tmp_path_factory, rows):
    heading = "Date,Time,Meeting,Type,Present,Apologies,Agenda,Decisions,Notes"
    text = "\n".join([heading, *(",".join(f'"{each}"' for each in row) for row in rows)])
    here = computer(tmp_path_factory.mktemp("meetings") / "here.db", name="Asha")
    try:
        add_people(here, "Asha", "Ben")
        bring(here, text)
        kept = here.rows("record")
        again = bring(here, text)
        assert here.rows("record") == kept
        assert len(here.people.people()) == 2
    finally:
        here.database.close()
    assert (again.added, again.merged) == (0, 0)
