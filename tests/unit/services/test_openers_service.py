"""What somebody is in the group: kept as a record, shown in the history."""

import pytest

from tests.support.group_file import BEN, computer
from vcs_desktop.services.openers import GroupRole, OpenersService


@pytest.fixture
def ours(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    yield made
    made.database.close()


def test_nobody_is_anything_before_they_say_so(ours):
    assert OpenersService(ours.records).my_role() == ""


def test_a_role_is_kept_and_stands_in_the_history(ours):
    service = OpenersService(ours.records)
    service.set_role(GroupRole.TREASURER)
    assert service.my_role() == "treasurer"
    newest = ours.records.history(ours.records.who)[0]
    assert newest.who == "Asha"
    assert {name: each.new for name, each in newest.changes.items()} == {"role": "treasurer"}
    service.set_role("")
    assert service.my_role() == ""
    ours.records.undo()
    assert service.my_role() == "treasurer"


def test_to_say_the_same_again_writes_nothing(ours):
    service = OpenersService(ours.records)
    service.set_role(GroupRole.CHAIR)
    before = ours.records.checked().operations
    service.set_role(GroupRole.CHAIR)
    assert ours.records.checked().operations == before


def test_each_has_a_role_of_their_own(ours):
    OpenersService(ours.records).set_role(GroupRole.CHAIR)
    ben = ours.as_(BEN, "Ben")
    assert OpenersService(ben.records).my_role() == ""
    OpenersService(ben.records).set_role(GroupRole.TRAINER)
    assert OpenersService(ours.records).my_role() == "chair"
    assert ours.records.checked().complaints == ()
