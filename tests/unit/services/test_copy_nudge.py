"""A copy in another place is spoken of once a week, and not in the practice group."""

import pytest

from tests.support.vault_examples import ASHA, TEA, MovableClock, service
from vcs_desktop.services.in_group import in_group

DAY_S = 24 * 60 * 60


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def groups(tmp_path, clock):
    return service(tmp_path / "groups", clock)


@pytest.fixture
def inside(groups, clock):
    with groups.create(TEA) as group:
        yield in_group(group, clock)


def test_it_is_due_until_a_copy_was_made_and_again_a_week_later(inside, clock, tmp_path):
    assert inside.copy_nudge.is_due()
    inside.backups.copy_to(tmp_path / "stick.vcsgroup")
    assert not inside.copy_nudge.is_due()
    clock.go_on(7 * DAY_S)
    assert inside.copy_nudge.is_due()


def test_it_can_be_put_off_for_a_week_and_that_is_kept(inside, groups, clock):
    inside.copy_nudge.put_off()
    assert not inside.copy_nudge.is_due()
    group = inside.group.id
    inside.group.close()
    with groups.open(group, ASHA) as again:
        later = in_group(again, clock)
        assert not later.copy_nudge.is_due()
        clock.go_on(7 * DAY_S)
        assert later.copy_nudge.is_due()


def test_what_lies_on_the_desk_may_be_anything(inside):
    for odd in ("no day", 7, {"a": 1}, None):
        inside.desk.put("copies/told", odd)
        assert inside.copy_nudge.is_due()


def test_a_backup_can_be_tried_out_at_any_time(inside):
    assert inside.backups.drill() is None
    inside.backups.back_up_if_changed()
    for _ in range(2):
        assert inside.backups.drill().is_good
