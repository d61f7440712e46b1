"""People come in from spreadsheets as groups really keep them."""

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.people import (
    Tie,
)
from vcs_desktop.services.people_import import (
    PeopleImport,
    PersonField,
)

FIELD = PersonField


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def coming(here):
    return PeopleImport(here.records)


def written(tmp_path, text, name="people.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_text(text, encoding)
    return path


def people_in(here):
    return [here.people.person(each.id).thing for each in here.people.people()]


def taken(coming, text, decisions=None):
    return coming.carry_out(coming.preview(coming.read_text(text)), decisions)


def test_five_people_come_in_from_a_spreadsheet_and_undo_takes_all_of_them_back(
    here, coming, tmp_path
):
    path = written(
        tmp_path,
        "First name,Surname,E-mail,Mobile,Role\n"
        "Asha,Patel,asha@example.org,07700 900001,Treasurer\n"
        "Ben,Osei,,01865 000002,Volunteer\n"
        "Carol,Ńguyen,carol@example.org,,\n"
        "Dev,Rao,,,Driver\n"
        "Eve,Stone,,,Member\n",
    )
    table = coming.read(path)
    assert table.matching == (
        FIELD.FIRST_NAME, FIELD.LAST_NAME, FIELD.EMAIL, FIELD.PHONE, FIELD.ROLE
    )  # fmt: skip
    preview = coming.preview(table)
    assert here.people.people() == []
    done = coming.carry_out(preview)
    assert (done.added, done.merged, done.left_out) == (5, 0, ())
    asha, ben, carol, dev, eve = people_in(here)
    assert (asha.name, asha.email, asha.phone) == ("Asha Patel", "asha@example.org", "07700 900001")
    assert [(role.tie, role.title) for role in asha.roles] == [(Tie.COMMITTEE, "Treasurer")]
    assert [(role.tie, role.title) for role in ben.roles] == [(Tie.VOLUNTEER, "")]
    assert carol.roles == ()
    assert [(role.tie, role.title) for role in dev.roles] == [(Tie.VOLUNTEER, "Driver")]
    assert [role.tie for role in eve.roles] == [Tie.MEMBER]
    assert here.records.offers().undo == "Undo: add 5 people"
    here.records.undo()
    assert here.people.people() == []
    assert here.records.offers().redo == "Redo: add 5 people"
    here.records.redo()
    assert len(here.people.people()) == 5
    assert here.records.checked().complaints == ()


def test_one_person_who_came_in_is_named_by_undo(here, coming):
    taken(coming, "Name\nAsha Patel\n")
    assert here.records.offers().undo == "Undo: add Asha Patel"
