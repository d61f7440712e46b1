"""What a group shares, by the real service: sent, read by an officer, answered, taken back."""

from datetime import date

import pytest

from tests.support.laptops import house
from tests.support.live_service import live_service
from tests.support.sharing import agreed, state
from vcs_desktop.domain.sharing.shared import Sort, State
from vcs_desktop.services.sharing.door import door_of
from vcs_desktop.sync.service_errors import ServiceOffline
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault.device_keys import SealKeys


def look(inside):
    return inside.outbox.run(door_of(inside), lambda: True, ask_all=True)


@pytest.fixture
def council():
    return SealKeys.new()


@pytest.fixture
def live(tmp_path, council):
    address = f"sqlite:///{tmp_path / 'service.db'}"
    with live_service(address, council_key=council.key) as made:
        yield made


@pytest.fixture
def laptop(tmp_path, live):
    made = house(tmp_path)
    one = made.alone("one")
    one.laptops.connect = HttpGroupService.at
    one.laptops.share("Asha's laptop")
    one.laptops.use_service(live.address, live.new_code())
    yield one
    made.close()


def test_a_group_without_a_service_has_no_door(tmp_path):
    made = house(tmp_path)
    assert door_of(made.alone("one")) is None
    made.close()


def test_what_is_agreed_goes_to_the_council_and_comes_back_answered(live, laptop, council):
    need, body = agreed(laptop)
    closed, secret = agreed(laptop, Sort.HELP)
    report = look(laptop)
    assert (report.sent, report.waits_for_key, report.error) == (1, 1, None)
    laptop.council_keys.say_yes(laptop.council_keys.now().digits)
    assert look(laptop).sent == 1
    assert live.body_of(need) == body
    assert council.open(live.body_of(closed)) == secret
    live.answer(need, "There will be a bus at six.")
    live.keep_until(need, date(2027, 3, 1))
    assert look(laptop).replies == 1
    kept = laptop.sharing.one(need).thing
    assert kept.reply == "There will be a bus at six."
    assert kept.council_keeps_until == date(2027, 3, 1)
    laptop.sharing.take_back(closed)
    assert look(laptop).taken_back == 1
    assert state(laptop, closed) is State.TAKEN_BACK
    assert live.body_of(closed) is None


def test_a_second_look_asks_for_nothing_where_nothing_waits(live, laptop):
    agreed(laptop)
    look(laptop)
    asked = []
    door = door_of(laptop)

    def forbidden(*_told):
        asked.append(1)
        raise AssertionError

    door.submit = door.submission = door.withdraw = door.probe = forbidden
    report = laptop.outbox.run(door, lambda: True)
    assert (report.error, report.count, asked) == (None, 0, [])


def test_what_is_left_after_an_answer_was_lost_is_asked_for_at_once(live, laptop):
    need, _ = agreed(laptop)
    look(laptop)
    laptop.sharing.take_back(need)
    door = door_of(laptop)
    withdraw = door.withdraw

    def lost(uuid):
        withdraw(uuid)
        raise ServiceOffline

    door.withdraw = lost
    laptop.outbox.run(door, lambda: True)
    laptop.sharing.leave(need)
    laptop.outbox.run(door_of(laptop), lambda: True)
    assert state(laptop, need) is State.TAKEN_BACK
    assert live.body_of(need) is None
