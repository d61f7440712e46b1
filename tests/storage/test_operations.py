"""The one path by which a group's records change: rows, operation and outbox, or nothing at all."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.support.group_file import ASHA, TABLES, computer, counts, logged, sql
from vcs_desktop.domain.kinds import OPENER, PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import replay
from vcs_desktop.storage.group_tables import GUARDED, PersonRow, RecordRow
from vcs_desktop.storage.operation_log import Logged, be_new_device
from vcs_desktop.storage.operations import Erased
from vcs_desktop.wire.operation import Change


def test_one_act_writes_rows_operation_and_outbox_together(here):
    here.people.add(Person(name="Ash", phone="07"))
    found = counts(here)
    assert (found["operation"], found["outbox"], found["record"], found["person"]) == (1, 1, 1, 1)
    assert here.rows("record")[0]["title"] == "Ash"
    assert here.rows("person")[0]["phone"] == "07"


def test_an_act_that_fails_half_way_leaves_nothing(here):
    def fail_half_way():
        with here.records.acting("add") as act:
            act.change(PERSON, "p1", {"name": Change(None, "Ash")})
            act.change(PERSON, "p2", {"name": Change(None, "Ben")})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert set(counts(here).values()) == {0}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET title = 'Eve'",
        "UPDATE record SET title = 'Eve', operation_number = operation_number + 1",
        "UPDATE record SET id = 'another'",
        "UPDATE person SET phone = '999'",
        "DELETE FROM person",
        "DELETE FROM record",
        "INSERT INTO record VALUES ('p9', 'person', 'Eve', '{}', '', '[]', NULL, NULL, 0, 1)",
        "INSERT OR REPLACE INTO record SELECT * FROM record",
        "INSERT OR REPLACE INTO person SELECT * FROM person",
        "UPDATE operation SET who = 'Eve'",
        "UPDATE operation SET body = NULL",
        "UPDATE operation SET body = x'00'",
        "DELETE FROM operation",
        "INSERT OR REPLACE INTO operation SELECT * FROM operation",
        "INSERT INTO erasure SELECT record_id, number FROM operation",
    ],
)
def test_no_second_way_to_change_a_record_or_the_log(here, statement):
    here.people.add(Person(name="Ash", phone="07"))
    before = [here.rows(table) for table in TABLES]
    with pytest.raises(IntegrityError):
        sql(here, statement)
    assert [here.rows(table) for table in TABLES] == before


@pytest.mark.parametrize("row", [RecordRow, PersonRow])
def test_a_mapped_row_that_changes_without_its_operation_fails(here, row):
    person = here.people.add(Person(name="Ash"))
    column = "title" if row is RecordRow else "phone"

    def change_it():
        with here.database.writing() as session:
            setattr(session.get(row, person), column, "Eve")

    with pytest.raises(IntegrityError, match="only with its operation"):
        change_it()


def test_an_operation_explains_one_change_and_no_more(here):
    here.people.add(Person(name="Ash"))
    here.people.save(here.people.person(here.people.people()[0].id), Person(name="Asha"))
    with pytest.raises(IntegrityError):
        sql(here, "UPDATE record SET title = 'Eve', operation_number = 2")


@pytest.mark.parametrize("table", GUARDED)
def test_every_guarded_table_has_its_three_guards(here, table):
    with here.database.reading() as session:
        query = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
        found = set(session.scalars(query, {"table": table}))
    assert found == {f"{table}_{what}_guard" for what in ("insert", "update", "delete")}


def test_each_operation_of_a_computer_names_the_one_before_it(here):
    for name in ("Ash", "Ben", "Cat"):
        here.people.add(Person(name=name))
    found = logged(here)
    assert [each.previous for each in found] == ["", found[0].digest, found[1].digest]
    assert here.records.checked().complaints == ()


def test_what_comes_from_elsewhere_makes_the_same_records_and_waits_in_no_outbox(here, there):
    here.people.add(Person(name="Ash", phone="07"))
    here.people.remove(here.people.add(Person(name="Ben")))
    assert here.give(there) == 3
    assert here.give(there) == 0
    assert there.rows("record") == here.rows("record")
    assert there.rows("person") == here.rows("person")
    assert counts(there)["outbox"] == counts(there)["act"] == 0
    assert there.records.checked().complaints == ()


def test_what_arrives_the_wrong_way_round_is_put_right(here, there):
    person = here.people.add(Person(name="Ash"))
    here.people.save(here.people.person(person), Person(person, "Asha"))
    here.give(there, order=lambda all_: all_[:0:-1])
    here.give(there)
    assert there.rows("record") == here.rows("record")
    assert there.records.checked().complaints == ()


def test_changes_made_apart_are_both_kept(here, there):
    person = here.people.add(Person(name="Ash"))
    here.give(there)
    for on, change in ((here, {"phone": "07"}), (there, {"email": "a@b"})):
        before = on.people.person(person)
        on.people.save(before, replace(before.thing, **change))
    there.give(here)
    here.give(there)
    assert here.rows("record") == there.rows("record")
    assert here.people.person(person).thing == Person(person, "Ash", phone="07", email="a@b")


def test_two_windows_that_change_the_same_field_keep_both(here):
    person = here.people.add(Person(name="Ash"))
    window, other = here.people.person(person), here.people.person(person)
    here.people.save(window, Person(person, "Asha"))
    here.people.save(other, Person(person, "Aisha"))
    held = here.people.person(person)
    assert [each.value for each in held.record.choices["name"]] == ["Asha", "Aisha"]
    assert here.people.people()[0].has_choice
    assert here.records.checked().complaints == ()


def test_an_erasure_takes_every_word_and_leaves_ids_and_digests(here):
    person = here.people.add(Person(name="Ash", notes="a secret"))
    here.people.save(here.people.person(person), Person(person, "Asha"))
    before = logged(here)
    here.records.erase([person])
    after = logged(here)
    assert [each.digest for each in after[:2]] == [each.digest for each in before]
    assert [each.body for each in after[:2]] == [None, None]
    assert after[2].operation().records == (person,)
    assert b"Ash" not in after[2].body
    assert counts(here)["record"] == counts(here)["person"] == 0
    assert here.records.checked().complaints == ()


def test_nothing_can_be_written_to_what_was_erased(here):
    person = here.people.add(Person(name="Ash"))
    before = here.people.person(person)
    here.records.erase([person])
    with pytest.raises(Erased):
        here.people.save(before, Person(person, "Asha"))
    assert here.rows("record") == []


def test_an_erasure_reaches_what_was_changed_elsewhere_meanwhile(here, there):
    person = here.people.add(Person(name="Ash"))
    here.give(there)
    there.people.save(there.people.person(person), Person(person, "Asha"))
    here.records.erase([person])
    there.give(here)
    here.give(there)
    for on in (here, there):
        assert on.rows("record") == on.rows("person") == []
        assert all(each.body is None for each in logged(on) if each.record_id)
        assert on.records.checked().complaints == ()


def test_erasing_twice_is_erasing_once(here, there):
    person = here.people.add(Person(name="Ash"))
    here.give(there)
    here.records.erase([person])
    there.records.erase([person])
    here.give(there)
    there.give(here)
    assert here.records.checked().complaints == there.records.checked().complaints == ()


def test_a_log_is_replayed_into_an_empty_file_blanks_and_all(here, there):
    person = here.people.add(Person(name="Ash"))
    here.people.add(Person(name="Ben"))
    here.records.erase([person])
    with here.database.reading() as source, there.database.writing() as into:
        assert replay.replay(source, into) == 3
    assert there.rows("record") == here.rows("record")
    assert there.records.checked().complaints == ()


def test_after_a_restore_the_computer_has_a_new_name_and_a_new_line(here):
    here.people.add(Person(name="Ash"))
    with here.database.writing() as session:
        be_new_device(session, here.records.ids)
    here.people.add(Person(name="Ben"))
    first, second = logged(here)
    assert first.device != second.device
    assert second.previous == ""
    assert here.records.checked().complaints == ()
    assert counts(here)["outbox"] == 2


def test_a_blanked_operation_still_says_who_when_and_which():
    blank = Logged(
        "o1", "d1", PERSON, "p1", "change", "a1", "2026-11-23T09:00:00+00:00", ASHA, "", "x", None
    )
    done = blank.operation()
    assert (done.record, done.who, dict(done.changes)) == ("p1", ASHA, {})


def test_a_kind_without_columns_of_its_own_is_kept_too(here, there):
    here.as_(ASHA, "Asha").people.add(Person(name="Ben"))
    here.give(there)
    assert {each["kind"] for each in there.rows("record")} == {OPENER, PERSON}
    assert there.records.checked().complaints == ()


def test_a_kind_that_only_a_newer_app_knows_is_kept_too(here, there):
    with here.records.acting("add") as act:
        act.change("spaceship", "s1", {"name": Change(None, "Rocket"), "crew": Change(None, 3)})
    here.give(there)
    assert there.rows("record") == here.rows("record")
    assert here.rows("record")[0]["title"] == ""


WHAT = ("save", "save", "stale", "stale", "bin", "restore", "erase", "undo", "redo", "give")
STEPS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(WHAT),
        st.integers(0, 2),
        st.sampled_from(["name", "phone", "notes"]),
        st.sampled_from(["a", "b", "a\nb\nc", "x\na\nb\nc", "a\nb\nc\ny"]),
    ),
    max_size=12,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_rows_are_what_the_log_adds_up_to_everywhere(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("group")
    both = [computer(folder / f"{n}.db", seed=n) for n in (1, 2)]
    people = [both[0].people.add(Person(name=name, notes="a\nb\nc")) for name in "ABC"]
    both[0].give(both[1])
    seen = {(n, each): both[n].people.person(each) for n in (0, 1) for each in people}
    try:
        for n, what, which, name, value in steps:
            _do(both[n], both[1 - n], what, people[which], {name: value}, seen[n, people[which]])
            assert both[n].records.checked().complaints == ()
        both[0].give(both[1])
        both[1].give(both[0])
        assert both[0].rows("record") == both[1].rows("record")
        assert both[0].rows("person") == both[1].rows("person")
        assert both[1].records.checked().complaints == ()
        again = computer(folder / "again.db", seed=3)
        both.append(again)
        both[0].give(again, order=lambda all_: all_[::-1] + all_)
        assert again.rows("record") == both[0].rows("record")
        assert again.rows("person") == both[0].rows("person")
    finally:
        for each in both:
            each.database.close()


def _do(on, other, what, person, change, seen):
    """Do one step; what does not apply just then is not done, as in the window."""
    from vcs_desktop.core.errors import AppError

    held = on.records.held(Person, person)
    try:
        if what == "give":
            other.give(on)
        elif what in ("undo", "redo"):
            getattr(on.records, what)()
        elif held is None:
            return
        elif what in ("save", "stale"):
            before = seen if what == "stale" else held
            on.people.save(before, replace(before.thing, **change))
        elif what == "erase":
            on.records.erase([person])
        else:
            {"bin": on.people.remove, "restore": on.records.restore}[what](person)
    except AppError:
        return
