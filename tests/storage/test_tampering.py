"""What was changed by others than us is found, and what is offered so is not taken."""

from dataclasses import replace

import pytest

from tests.support.group_file import counts, logged, sql
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import operation_log
from vcs_desktop.storage.operation_log import NotTheSameOperation
from vcs_desktop.storage.receiving import receive


@pytest.mark.parametrize(
    "wrong",
    [
        lambda each: replace(each, body=each.body.replace(b"Ash", b"Eve")),
        lambda each: replace(each, digest="0" * 64),
        lambda each: replace(each, who="eve"),
        lambda each: replace(each, body=b"nonsense"),
        lambda each: replace(each, body=None),
    ],
)
def test_an_operation_that_is_not_what_it_says_is_not_taken(here, there, wrong):
    here.people.add(Person(name="Ash"))
    with pytest.raises(NotTheSameOperation):
        here.give(there, order=lambda all_: [wrong(all_[0])])
    assert counts(there)["operation"] == 0


@pytest.mark.parametrize("record", [None, "p1"])
def test_an_erasure_that_does_not_say_what_it_erased_is_not_taken(here, there, record):
    person = here.people.add(Person(name="Ash"))
    here.records.erase([person])
    with pytest.raises(NotTheSameOperation):
        here.give(there, order=lambda all_: [replace(all_[-1], body=None, record_id=record)])
    here.give(there)
    assert there.records.checked().complaints == ()


def test_another_operation_under_the_same_id_is_not_taken(here, there):
    here.people.add(Person(name="Ash"))
    here.give(there)
    body = logged(here)[0].body.replace(b"Ash", b"Eve")
    with pytest.raises(NotTheSameOperation), there.database.writing() as session:
        receive(session, [operation_log.logged_of(body)])


def test_the_check_finds_what_was_tampered_with_behind_the_guards(here):
    person = here.people.add(Person(name="Ash", phone="07"))
    here.people.add(Person(name="Ben"))
    for guard in ("record_update", "person_update", "record_insert", "operation_update"):
        sql(here, f"DROP TRIGGER {guard}_guard")
    sql(here, "UPDATE record SET title = 'Eve' WHERE id = :id", id=person)
    assert here.records.checked().complaints == (f"{person}: the record is not what the log says",)
    sql(here, "UPDATE record SET title = 'Ash' WHERE id = :id", id=person)
    sql(here, "UPDATE person SET phone = '999' WHERE record_id = :id", id=person)
    assert here.records.checked().complaints == (f"{person}: the record is not what the log says",)
    sql(here, "UPDATE person SET phone = '07' WHERE record_id = :id", id=person)
    sql(here, "INSERT INTO record SELECT 'p9', kind, title, body, words, heads, choices, "
              "binned_at, returned, operation_number FROM record WHERE title = 'Ash'")  # fmt: skip
    assert here.records.checked().complaints == ("p9: there is no such record in the log",)


def test_the_check_finds_a_log_that_was_tampered_with(here):
    person = here.people.add(Person(name="Ash"))
    other = here.people.add(Person(name="Ben"))
    for guard in ("operation_update", "person_delete", "record_delete", "erasure_insert"):
        sql(here, f"DROP TRIGGER {guard}_guard")
    sql(here, "UPDATE operation SET digest = 'x' WHERE record_id = :id", id=person)
    found = here.records.checked().complaints
    assert any("not those it was logged with" in each for each in found)
    assert any("the one before it is missing" in each or "before it" in each for each in found)
    sql(here, "DELETE FROM person WHERE record_id = :id", id=other)
    sql(here, "DELETE FROM record WHERE id = :id", id=other)
    assert f"{other}: the log has a record that is not there" in here.records.checked().complaints
    sql(here, "UPDATE operation SET previous = ''")
    assert any("begins twice" in each for each in here.records.checked().complaints)
    sql(
        here,
        "INSERT INTO erasure SELECT record_id, number FROM operation WHERE record_id = :id",
        id=other,
    )
    found = here.records.checked().complaints
    assert any("erased here, but not in the log" in each for each in found)
    assert any("still says what was erased" in each for each in found)
