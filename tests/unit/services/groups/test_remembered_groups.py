"""Groups that a computer opens by itself: for one person, until anything speaks against it."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.support.keyrings import (
    NOT_OFFERED,
    LockedRing,
    NeverMadeRing,
    WorkingRing,
    remembering,
)
from tests.support.vault_examples import ASHA, BEN, TEA, notes, write_note, written
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.group_errors import (
    CannotRemember,
    GroupInUse,
    KeyringLocked,
    KeyringNeverMade,
    NoSuchGroup,
    NotForgotten,
    NotRemembered,
    SharedComputer,
    WaitFirst,
    WrongPassphrase,
)
from vcs_desktop.services.groups import NewGroup, open_group
from vcs_desktop.vault.slot_file import read_slots
from vcs_desktop.vault.slots import SlotKind


@pytest.fixture
def ring():
    return WorkingRing()


@pytest.fixture
def groups(tmp_path, ring, clock):
    """The groups of a computer that only one person uses, with a keyring that works."""
    return remembering(tmp_path / "groups", ring, clock=clock)


@pytest.fixture
def remembered(groups, tea):
    """The id of a group that this computer remembers for Asha."""
    with groups.open(tea, ASHA) as opened:
        groups.remembered.remember(opened)
    return tea


def computers(groups, group):
    return read_slots(groups._folder / group).of(SlotKind.COMPUTER)


def does_not_open(groups, group):
    with pytest.raises(NotRemembered):
        groups.remembered.open_remembered(group)
    return not groups.remembered.is_remembered(group)


def test_a_remembered_group_opens_by_itself_as_the_person_who_had_it_open(groups, tea, ring):
    assert groups.remembered.can_remember().can
    assert not groups.remembered.is_remembered(tea)
    with groups.open(tea, ASHA) as opened:
        asha = opened.opener_id
        write_note(opened, "kept")
        groups.remembered.remember(opened)
        assert [each.label for each in opened.openers] == ["Asha"]
        assert not opened.has_way_back  # the keyring is none
    assert groups.remembered.is_remembered(tea)
    assert groups.remembered.person(tea).label == "Asha"
    with groups.remembered.open_remembered(tea) as opened:
        assert (opened.opener_id, opened.name) == (asha, "Tea & Talk")
        assert notes(opened) == ["kept"]
    assert len(ring.kept) == 1
    groups.open(tea, ASHA).close()  # the words still do


def test_another_groups_secret_opens_nothing(groups, remembered, ring):
    with groups.create(NewGroup("Bikes", BEN, "Ben")) as bikes:
        groups.remembered.remember(bikes)
        other = bikes.id
    one, two = ring.kept
    ring.kept[one], ring.kept[two] = ring.kept[two], ring.kept[one]
    for group in (remembered, other):
        with pytest.raises(NotRemembered):
            groups.remembered.open_remembered(group)


def test_it_remembers_one_person_of_a_group_the_last_who_asked(groups, remembered, ring):
    with groups.open(remembered, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
    with groups.open(remembered, BEN) as opened:
        groups.remembered.remember(opened)
        groups.remembered.remember(opened)
    assert len(computers(groups, remembered)) == len(ring.kept) == 1
    with groups.remembered.open_remembered(remembered) as opened:
        assert opened.opener_id == ben.id


def test_fifteen_people_the_code_and_the_computer_all_find_room(groups, remembered):
    with groups.open(remembered, ASHA) as opened:
        for number in range(14):
            opened.add_opener(f"Person {number}", f"{BEN} {number}")
        opened.set_code(groups.new_code())
        assert (len(opened.openers), opened.has_code) == (15, True)
    groups.remembered.open_remembered(remembered).close()


def test_a_new_code_and_a_new_name_leave_what_is_remembered(groups, remembered):
    with groups.open(remembered, ASHA) as opened:
        opened.set_code(groups.new_code())
        opened.rename("Tea and cake", hides_name=True)
    with groups.remembered.open_remembered(remembered) as opened:
        assert opened.name == "Tea and cake"


def test_forgetting_takes_away_the_secret_and_the_way_in(groups, remembered, ring):
    groups.remembered.forget(remembered)
    assert ring.kept == {}
    assert computers(groups, remembered) == ()
    assert does_not_open(groups, remembered)
    groups.remembered.forget(remembered)  # a second time does nothing
    groups.open(remembered, ASHA).close()


def test_an_open_group_is_forgotten_too(groups, remembered, ring):
    with groups.remembered.open_remembered(remembered) as opened:
        groups.remembered.forget(opened)
        assert ring.kept == {}
        write_note(opened, "still open")
    assert does_not_open(groups, remembered)


def test_new_words_end_what_was_remembered_for_that_person_alone(groups, remembered, ring):
    with groups.open(remembered, ASHA) as opened:
        asha, ben = opened.opener_id, opened.add_opener("Ben", BEN)
        opened.change_words(ben.id, f"{BEN} again")
        assert len(ring.kept) == 1
        opened.change_words(asha, f"{ASHA} again")
        assert [each.id for each in opened.openers] == [asha, ben.id]
    assert ring.kept == {}
    assert does_not_open(groups, remembered)
    with groups.open(remembered, f"{ASHA} again") as opened:
        assert opened.opener_id == asha  # in the history she is the same person


@pytest.mark.parametrize("who_goes", ["Asha", "Ben"])
def test_taking_anybody_out_ends_it(groups, remembered, ring, who_goes):
    """Asha's too when Ben goes, as the printed code does: he may have read it here."""
    with groups.open(remembered, ASHA) as opened:
        opened.add_opener("Ben", BEN)
        old = dict(ring.kept)
        goes = {each.label: each.id for each in opened.openers}[who_goes]
        opened.remove_opener(goes)
    assert ring.kept == {}
    assert does_not_open(groups, remembered)
    ring.kept = old  # whoever copied the secret
    assert does_not_open(groups, remembered)


def test_old_ways_in_that_are_put_back_open_for_nobody_who_was_taken_out(
    groups, remembered, ring, tmp_path
):
    here = tmp_path / "groups" / remembered
    with groups.open(remembered, ASHA) as opened:
        asha, ben = opened.opener_id, opened.add_opener("Ben", BEN)
        before, secrets = json.loads((here / "slots.json").read_bytes()), dict(ring.kept)
    with groups.open(remembered, BEN) as opened:
        opened.remove_opener(asha)
    now = json.loads((here / "slots.json").read_bytes())
    now["slots"] += [slot for slot in before["slots"] if slot["id"] != ben.id]
    (here / "slots.json").write_text(json.dumps(now))
    ring.kept = secrets
    with pytest.raises(NotRemembered):
        groups.remembered.open_remembered(remembered)


def test_an_entry_that_vanished_is_asked_for_in_words_and_made_again(groups, remembered, ring):
    ring.kept.clear()
    with pytest.raises(NotRemembered) as asked:
        groups.remembered.open_remembered(remembered)
    assert "secret words" in asked.value.advice
    with groups.open(remembered, ASHA) as opened:
        groups.remembered.remember(opened)
    groups.remembered.open_remembered(remembered).close()
    assert len(computers(groups, remembered)) == 1


def test_a_shared_laptop_remembers_nothing_and_opens_nothing(tmp_path, ring, remembered):
    shared = remembering(tmp_path / "groups", ring, shared=lambda: True)
    told = shared.remembered.can_remember()
    assert not told.can
    assert "shared" in told.why_not
    assert not shared.remembered.is_remembered(remembered)
    with pytest.raises(SharedComputer):
        shared.remembered.open_remembered(remembered)
    with shared.open(remembered, ASHA) as opened, pytest.raises(SharedComputer):
        shared.remembered.remember(opened)
    shared.remembered.forget_all()
    assert ring.kept == {}
    assert computers(shared, remembered) == ()


def test_saying_that_it_is_shared_forgets_every_group_the_open_one_too(groups, remembered, ring):
    with groups.create(NewGroup("Bikes", BEN, "Ben")) as bikes:
        groups.remembered.remember(bikes)
        (groups._folder / "stray.txt").write_text("no group")
        broken = groups._folder / "b1111111-2222-4333-8444-555555555555"
        broken.mkdir()
        groups.remembered.forget_all(bikes)
        write_note(bikes, "still open")
        other = bikes.id
    assert ring.kept == {}
    assert does_not_open(groups, remembered)
    assert does_not_open(groups, other)


def test_a_computer_without_groups_forgets_them_all(groups):
    groups.remembered.forget_all()


@pytest.mark.parametrize("find", NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_without_a_keyring_remembering_is_not_offered_and_nothing_is_said(tmp_path, find):
    groups = remembering(tmp_path / "groups", None)
    groups.remembered._keyring._find = find
    told = groups.remembered.can_remember()
    assert (told.can, told.why_not) == (False, "")
    with groups.create(TEA) as opened:
        with pytest.raises(CannotRemember):
            groups.remembered.remember(opened)
        assert computers(groups, opened.id) == ()


@pytest.mark.parametrize(
    ("ring", "kind", "word"),
    [(LockedRing(), KeyringLocked, "locked"), (NeverMadeRing(), KeyringNeverMade, "set up")],
)
def test_a_keyring_that_a_person_can_do_something_about_is_told(tmp_path, ring, kind, word):
    groups = remembering(tmp_path / "groups", ring)
    assert word in groups.remembered.can_remember().why_not
    with groups.create(TEA) as opened, pytest.raises(kind):
        groups.remembered.remember(opened)


def test_a_keyring_that_is_locked_later_is_said_and_opens_when_it_is_not(tmp_path):
    ring = LockedRing()
    ring.locked = False
    groups = remembering(tmp_path / "groups", ring)
    with groups.create(TEA) as opened:
        groups.remembered.remember(opened)
        tea = opened.id
    ring.locked = True
    with pytest.raises(KeyringLocked):
        groups.remembered.open_remembered(tea)
    groups.open(tea, ASHA).close()
    ring.locked = False
    groups.remembered.open_remembered(tea).close()


def test_forgetting_with_a_locked_keyring_still_ends_it(tmp_path):
    ring = LockedRing()
    ring.locked = False
    groups = remembering(tmp_path / "groups", ring)
    with groups.create(TEA) as opened:
        groups.remembered.remember(opened)
        tea = opened.id
    ring.locked = True
    groups.remembered.forget(tea)
    ring.locked = False
    assert ring.kept
    assert does_not_open(groups, tea)


def test_forgetting_while_another_program_has_the_group_ends_it_in_the_keyring(
    groups, remembered, ring
):
    with groups.open(remembered, ASHA):
        groups.remembered.forget(remembered)
        assert ring.kept == {}
    with pytest.raises(NotRemembered):
        groups.remembered.open_remembered(remembered)


def test_forgetting_that_is_possible_nowhere_is_said(tmp_path):
    ring = LockedRing()
    ring.locked = False
    groups = remembering(tmp_path / "groups", ring)
    with groups.create(TEA) as opened:
        groups.remembered.remember(opened)
        ring.locked = True
        for forget in (lambda: groups.remembered.forget(opened.id), groups.remembered.forget_all):
            with pytest.raises(NotForgotten):
                forget()


def test_who_came_in_by_the_code_chooses_words_before_a_computer_remembers(groups, tea, ring):
    code = groups.new_code()
    with groups.open(tea, ASHA) as opened:
        opened.set_code(code)
    with groups.open_with_code(tea, written(code)) as opened:
        with pytest.raises(CannotRemember) as refused:
            groups.remembered.remember(opened)
        assert "printed code" in refused.value.message
    assert ring.kept == {}


def test_what_cannot_be_written_is_not_remembered(groups, tea, ring, monkeypatch):
    def fail(*_):
        raise FolderNotWritable

    with groups.open(tea, ASHA) as opened:
        monkeypatch.setattr(open_group, "write_slots", fail)
        with pytest.raises(FolderNotWritable):
            groups.remembered.remember(opened)
    assert ring.kept == {}
    assert does_not_open(groups, tea)


def test_nothing_is_remembered_while_another_program_has_the_group(groups, tea, ring):
    with groups.open(tea, ASHA), groups.open(tea, ASHA) as opened, pytest.raises(GroupInUse):
        groups.remembered.remember(opened)
    assert ring.kept == {}


def test_wrong_tries_by_hand_do_not_keep_the_computer_waiting(groups, remembered):
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            groups.open(remembered, BEN)
    with pytest.raises(WaitFirst):
        groups.open(remembered, ASHA)
    groups.remembered.open_remembered(remembered).close()
    with pytest.raises(WaitFirst):  # nor does it count as a right try
        groups.open(remembered, ASHA)


def test_a_group_that_is_not_there_is_not_remembered(groups):
    for group in ("nobody", "a1111111-2222-4333-8444-555555555555"):
        assert not groups.remembered.is_remembered(group)
        for ask in (groups.remembered.open_remembered, groups.remembered.forget):
            with pytest.raises(NoSuchGroup):
                ask(group)


def test_the_secret_stands_nowhere_in_the_data_folder(groups, remembered, ring, tmp_path):
    (secret,) = ring.kept.values()
    for file in (tmp_path / "groups").rglob("*"):
        if file.is_file():
            assert secret.encode() not in file.read_bytes()
            assert bytes.fromhex(secret) not in file.read_bytes()


def test_the_parts_ask_the_settings_each_time_whether_the_laptop_is_shared(tmp_path):
    from vcs_desktop.app.parts import Parts
    from vcs_desktop.core.paths import DataFolder
    from vcs_desktop.core.settings import SettingsFile

    folder = DataFolder(tmp_path)
    parts = Parts(folder, FixedClock(None))
    assert parts.groups.remembered._is_shared()
    SettingsFile(folder.settings_file).change(shared=False)
    assert not parts.groups.remembered._is_shared()


class SlowRing(WorkingRing):
    """Takes as long to delete something as a test wants."""

    def __init__(self):
        super().__init__()
        self.asked, self.go_on = Event(), Event()
        self.go_on.set()

    def delete_password(self, service, username):
        self.asked.set()
        assert self.go_on.wait(30)
        super().delete_password(service, username)


def test_a_group_locks_at_once_while_a_keyring_takes_its_time_to_forget(tmp_path):
    ring = SlowRing()
    groups = remembering(tmp_path, ring)
    opened = groups.create(TEA)
    groups.remembered.remember(opened)
    ring.asked.clear()
    ring.go_on.clear()
    with ThreadPoolExecutor(2) as lanes:
        changing = lanes.submit(opened.change_words, opened.opener_id, BEN)
        assert ring.asked.wait(30)
        try:
            lanes.submit(opened.close).result(10)
        finally:
            ring.go_on.set()
        changing.result(30)
    assert not groups.remembered.is_remembered(opened.id)
    groups.open(opened.id, BEN).close()
