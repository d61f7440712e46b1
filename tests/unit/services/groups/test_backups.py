"""Backups of an open group: made when something changed, few of them old, tried out, clean."""

import json
from datetime import timedelta

import pytest

from tests.support.vault_examples import ASHA, BEN, TEA, files, service
from vcs_desktop.core.disks import Disk
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.core.group_errors import Locked, WrongPassphrase
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import shelf as shelf_module
from vcs_desktop.services.in_group import in_group
from vcs_desktop.vault.opening import open_with_passphrase


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        yield in_group(opened, clock)


def names(inside):
    return [each.path.name for each in inside.backups.list()]


def lying(inside):
    folder = inside.group.files().folder.shelf.path
    return sorted(each.name for each in folder.iterdir() if each.name != "turn.lock")


def test_a_backup_is_made_after_a_change_and_only_then(inside, clock):
    assert inside.backups.last_backup_at is None
    first = inside.backups.back_up_if_changed()
    assert inside.backups.last_backup_at == first.made_at == clock.now()
    assert inside.backups.back_up_if_changed() is None
    clock.go_on(60)
    inside.people.add(Person(name="Carol"))
    second = inside.backups.back_up_if_changed()
    assert inside.backups.back_up_if_changed() is None
    assert names(inside) == [second.path.name, first.path.name]


def test_a_backup_that_somebody_deleted_is_made_again(inside):
    inside.backups.back_up_if_changed().path.unlink()
    assert inside.backups.back_up_if_changed() is not None


def test_only_the_backup_and_who_can_open_it_lie_there(inside, groups, tea):
    inside.people.add(Person(name="Carol"))
    made = inside.backups.back_up_if_changed()
    assert lying(inside) == [made.path.name, f"data-{made.key_id}-slots.json"]
    assert b"Carol" not in made.path.read_bytes()
    assert "backups" in files(groups, tea)


def test_what_was_left_of_backups_that_were_cut_off_goes(inside):
    made = inside.backups.back_up_if_changed()
    folder, key = made.path.parent, made.key_id
    left = [f"data-{key}-000002-20261123T120000Z.db.part", f"data-{key}-drill.db",
            f"data-{key}-copy.db-journal", f"data-{key}-000002-20261123T120000Z.db.part-journal",
            f".data-{key}-slots.json.part"]  # fmt: skip
    for name in left:
        (folder / name).write_bytes(b"half")
    inside.people.add(Person(name="Carol"))
    inside.backups.back_up_if_changed()
    assert not set(left) & set(lying(inside))
    assert len(names(inside)) == 2


def test_they_are_thinned_and_a_clock_that_is_off_takes_none_that_should_stay(inside, clock):
    days = [timedelta(days=1)] * 8 + [timedelta(days=7305), timedelta(days=-7305)] * 2
    made = []
    for step in days:
        clock.moment += step
        inside.people.add(Person(name="Somebody"))
        made.append(inside.backups.back_up_if_changed())
    kept = {each.number for each in inside.backups.list()}
    assert kept >= {each.number for each in made[-5:]}
    assert kept >= {each.number for each in made[:7]}
    for _ in range(10):
        inside.people.add(Person(name="Somebody"))
        inside.backups.back_up_if_changed()
    assert {each.number for each in inside.backups.list()} >= {each.number for each in made[:7]}


def test_when_somebody_is_taken_out_no_backup_opens_with_their_words(inside, groups, tea):
    inside.people.add(Person(name="Carol"))
    inside.backups.back_up_if_changed()
    ben = inside.group.add_opener("Ben", BEN)
    inside.group.remove_opener(ben.id)
    assert lying(inside) == []
    made = inside.backups.back_up_if_changed()  # the key is another: that is a change
    slots = inside.group.files().folder.shelf.slots_for(made)
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(slots, BEN)


def test_a_backup_during_which_somebody_is_taken_out_is_made_anew(inside, monkeypatch):
    ben = inside.group.add_opener("Ben", BEN)
    real, taken_out = shelf_module.Shelf.put, []

    def put(*arguments):
        made = real(*arguments)
        if not taken_out:
            inside.group.remove_opener(ben.id)
            taken_out.append(made.path)
            made.path.write_bytes(b"as if it had been named a moment later")
        return made

    monkeypatch.setattr(shelf_module.Shelf, "put", put)
    made = inside.backups.back_up_if_changed()
    assert made.key_id == inside.group.files().keys.id
    assert (names(inside), taken_out[0].exists()) == ([made.path.name], False)


def test_new_words_end_the_old_ones_for_backups_too(inside):
    made = inside.backups.back_up_if_changed()
    shelf = inside.group.files().folder.shelf
    inside.group.change_words(inside.group.opener_id, BEN)
    open_with_passphrase(shelf.slots_for(made), BEN)
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(shelf.slots_for(made), ASHA)


def test_backups_of_a_still_older_key_go_with_the_change_and_stay_when_it_fails(
    inside, groups, tea, monkeypatch
):
    shelf = inside.group.files().folder.shelf
    older = "0123456789abcdef"
    inside.backups.back_up_if_changed()
    (shelf.path / f"data-{older}-aside-20261123T120000Z.db").write_bytes(b"older")
    ben = inside.group.add_opener("Ben", BEN)

    def fail(*_):
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr("vcs_desktop.services.groups.open_group.copy_whole", fail)
        with pytest.raises(DiskFull):
            inside.group.remove_opener(ben.id)
    assert len(lying(inside)) == 3
    inside.group.remove_opener(ben.id)
    assert lying(inside) == []
    assert not [name for name in files(groups, tea) if name.endswith(".changing")]


def test_a_backup_leaves_room_for_what_is_being_written(inside, monkeypatch):
    class Usage:
        free = 20 << 20

    monkeypatch.setattr(shelf_module.shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(DiskFull):
        inside.backups.back_up_if_changed()
    assert names(inside) == []


def test_another_program_that_makes_a_backup_is_left_to_do_it(inside):
    with inside.group.files().folder.shelf.turn():
        assert inside.backups.back_up_if_changed() is None
        assert inside.backups.drill_if_due() is None
    assert inside.backups.back_up_if_changed() is not None


def test_a_backup_is_tried_out_once_a_month(inside, clock):
    assert inside.backups.drill_if_due() is None  # nothing to try
    inside.people.add(Person(name="Carol"))
    inside.backups.back_up_if_changed()
    drill = inside.backups.drill_if_due()
    assert (drill.is_good, drill.people, drill.records) == (True, 1, 2)
    assert inside.backups.last_drill_on == clock.today()
    assert inside.backups.drill_if_due() is None
    clock.moment += timedelta(days=31)
    assert inside.backups.drill_if_due().is_good
    clock.moment -= timedelta(days=1000)  # the clock was wrong
    assert inside.backups.drill_if_due().is_good
    assert not [name for name in lying(inside) if "drill" in name]


@pytest.mark.logs("CORRUPT|NOTADB|IOERR")
def test_a_backup_that_is_not_good_is_put_aside_and_another_is_made(inside, clock):
    inside.people.add(Person(name="Carol"))
    bad = inside.backups.back_up_if_changed()
    content = bytearray(bad.path.read_bytes())
    content[len(content) // 2] ^= 1
    bad.path.write_bytes(content)
    drill = inside.backups.drill_if_due()
    assert (drill.is_good, inside.backups.last_drill_on) == (False, None)
    assert len(names(inside)) == 1
    assert any("-aside" in name for name in lying(inside))
    assert inside.backups.drill_if_due().is_good


def test_a_backup_that_holds_less_than_when_it_was_made_is_not_good(inside):
    inside.people.add(Person(name="Carol"))
    whole = inside.backups.back_up_if_changed()
    less = whole.path.read_bytes()
    inside.people.add(Person(name="Dev"))
    newest = inside.backups.back_up_if_changed()
    newest.path.write_bytes(less)  # as if an older one had been put under its name
    assert not inside.backups.drill_if_due().is_good
    assert inside.backups.drill_if_due().people == 2


def test_nothing_is_backed_up_when_the_group_is_locked(inside):
    inside.group.close()
    with pytest.raises(Locked):
        inside.backups.back_up_if_changed()


def test_a_group_on_a_stick_says_so(tmp_path, clock):
    groups = service(tmp_path / "stick", clock, disk=Disk.REMOVABLE, portable=True)
    with groups.create(TEA) as opened:
        assert in_group(opened, clock).backups.is_on_stick
        assert in_group(opened, clock).backups.back_up_if_changed()


def test_it_is_kept_outside_of_the_file_which_records_were_erased(inside, groups, tea):
    carol = inside.people.add(Person(name="Carol"))
    inside.records.erase([carol])
    list_file = groups._folder / tea / "erased.json"
    assert json.loads(list_file.read_text())["erased"] == [carol]
    list_file.unlink()
    inside.group.close()
    groups.open(tea, ASHA).close()  # it is looked after at each opening
    assert json.loads(list_file.read_text())["erased"] == [carol]


@pytest.mark.parametrize("content", ["", "[]", '{"erased": 3}', '{"erased": [1, null, "x"]}'])
def test_a_list_of_the_erased_that_cannot_be_read_keeps_nobody_out(groups, tea, content):
    (groups._folder / tea / "erased.json").write_text(content)
    groups.open(tea, ASHA).close()
