"""The services of an open group: on its real file, also after the file became another."""

from typing import get_type_hints

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.support.group_file import TickingClock
from tests.support.library_examples import call, new_library, put
from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.fit import FitService
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import InGroup, in_group

CLOCK = TickingClock()


@pytest.fixture
def groups(tmp_path):
    return GroupsService(tmp_path / "groups", CLOCK, SystemDisks(), effort=QUICK)


@pytest.fixture
def tea(groups):
    with groups.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        yield group


def test_what_is_done_is_there_when_the_group_is_opened_again(groups, tea):
    carol = in_group(tea, CLOCK).people.add(Person(name="Carol"))
    tea.close()
    with groups.open(tea.id, ASHA) as again:
        inside = in_group(again, CLOCK)
        assert [each.name for each in inside.people.people()] == ["Carol"]
        assert inside.records.history(carol)[0].who == "Asha"
        assert inside.records.offers().undo == "Undo: add Carol"


def test_every_service_is_what_its_field_says(tea):
    inside = in_group(tea, CLOCK)
    for name, kind in get_type_hints(InGroup).items():
        assert type(getattr(inside, name)) is kind, name


def test_looking_writes_nothing(tea):
    inside = in_group(tea, CLOCK)
    inside.people.people()
    inside.our_group.profile()
    assert inside.records.checked().operations == 0


def test_when_somebody_is_taken_out_the_services_go_on_and_the_guards_hold(tea):
    inside = in_group(tea, CLOCK)
    carol = inside.people.add(Person(name="Carol"))
    inside.people.remove(carol)
    inside.records.erase([carol])
    dev = inside.people.add(Person(name="Dev"))
    tea.remove_opener(tea.add_opener("Ben", BEN).id)
    inside.people.add(Person(name="Eve"))
    inside.records.undo()
    assert [each.name for each in inside.people.people()] == ["Dev"]
    assert inside.records.checked().complaints == ()

    def change_it_all_the_same():
        with tea.database.writing() as session:
            session.execute(text("UPDATE record SET title = 'X' WHERE id = :id"), {"id": dev})

    with pytest.raises(IntegrityError):
        change_it_all_the_same()


def test_nothing_can_be_seen_or_done_when_the_group_is_locked(tea):
    inside = in_group(tea, CLOCK)
    tea.close()
    for act in (inside.people.people, inside.records.undo, inside.our_group.profile):
        with pytest.raises(Locked):
            act()


def test_fit_is_judged_for_the_group_itself(tea, tmp_path):
    ours = in_group(tea, CLOCK).our_group
    ours.save(None, OurGroup(name="Tea & Talk", legal_form=LegalForm.CIO))
    library = new_library(tmp_path)
    put(library, call("halls"), call("company", legalForms=["company"]))
    found = {line.id: fit.verdict for line, fit in FitService(library, CLOCK).best(ours.profile())}
    library.close()
    assert set(found) == {"call/halls", "call/company"}
    assert found["call/halls"] != found["call/company"]
