"""A group in a real, encrypted file, with something to share."""

import pytest

from tests.support.council_inbox import CouncilInbox
from tests.support.vault_examples import TEA, MovableClock, service
from vcs_desktop.domain.kinds import OUR_GROUP, PERSON, PROFILE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def inside(tmp_path):
    clock = MovableClock()
    made = in_group(service(tmp_path / "one", clock).create(TEA), clock)
    made.records.add(PROFILE, OurGroup(name="Marston Lunch Club"), record_id=OUR_GROUP)
    for name in ("Asha Patel", "Ben Okri"):
        role = Role("r", Tie.VOLUNTEER, "Cook")
        made.records.add(PERSON, Person(name=name, roles=(role,)))
    yield made
    made.group.close()


@pytest.fixture
def inbox():
    return CouncilInbox()
