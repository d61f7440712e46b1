"""Groups on one laptop: made whole or not at all, opened by their own people, locked for good."""

import json
import os
import shutil
import stat
import threading

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, MovableClock, service
from vcs_desktop.core.disks import Disk
from vcs_desktop.core.errors import AppError, CannotUseInput, FolderNotWritable
from vcs_desktop.core.group_errors import (
    DamagedOpener,
    DamagedSlots,
    GroupDamaged,
    GroupFileMissing,
    GroupInUse,
    LastOpener,
    Locked,
    MistypedCode,
    MovedSlots,
    NewerGroup,
    NoCode,
    NoSuchGroup,
    NoSuchOpener,
    OnNetworkDrive,
    OnRemovableDisk,
    WaitFirst,
    WeakPassphrase,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.services.groups import GroupState, NewGroup, open_group
from vcs_desktop.services.groups import service as service_module
from vcs_desktop.storage.group_hold import Hold

TEA = NewGroup("Tea & Talk", ASHA, "Asha")


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def groups(tmp_path, clock):
    return service(tmp_path / "groups", clock)


@pytest.fixture
def tea(groups):
    """The id of a group that is locked."""
    with groups.create(TEA) as made:
        return made.id


def files(groups, group):
    return sorted(file.name for file in (groups._folder / group).iterdir())


def write_note(opened, words):
    with opened.database.writing() as session:
        session.execute(text("CREATE TABLE IF NOT EXISTS test_note (body)"))
        session.execute(text("INSERT INTO test_note VALUES (:words)"), {"words": words})


def notes(opened):
    with opened.database.reading() as session:
        return list(session.scalars(text("SELECT body FROM test_note")))


def test_a_computer_without_groups_has_none(groups):
    assert groups.groups() == ()
    with pytest.raises(NoSuchGroup):
        groups.id_of("Tea & Talk")


def test_a_group_is_made_listed_and_opened_by_its_words_alone(groups):
    with groups.create(TEA) as made:
        assert made.name == "Tea & Talk"
        assert made.is_open
        write_note(made, "hello")
    (line,) = groups.groups()
    assert (line.id, line.name, line.state) == (made.id, "Tea & Talk", GroupState.READY)
    assert [opener.label for opener in line.openers] == ["Asha"]
    with groups.open(made.id, ASHA) as again:
        assert notes(again) == ["hello"]
        assert again.opener_id == line.openers[0].id
    with pytest.raises(WrongPassphrase):
        groups.open(made.id, BEN)


def test_two_groups_cannot_open_each_other(groups, tea):
    with groups.create(NewGroup("Allotment", BEN)) as other:
        pass
    with pytest.raises(WrongPassphrase):
        groups.open(tea, BEN)
    with pytest.raises(WrongPassphrase):
        groups.open(other.id, ASHA)
    assert [line.name for line in groups.groups()] == ["Allotment", "Tea & Talk"]
    assert groups.id_of(" tea & TALK ") == groups.id_of(tea) == tea


def test_a_name_that_two_groups_have_names_neither(groups, tea):
    groups.create(TEA).close()
    with pytest.raises(NoSuchGroup):
        groups.id_of("Tea & Talk")
    assert groups.id_of(tea) == tea


def test_a_hidden_name_is_in_no_file_and_is_known_once_open(groups, tmp_path):
    with groups.create(NewGroup("Women at the well", ASHA, hides_name=True)) as made:
        assert made.hides_name
    (line,) = groups.groups()
    assert (line.name, line.is_hidden) == ("", True)
    everything = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"Women at" not in everything
    with groups.open(made.id, ASHA) as opened:
        assert opened.name == "Women at the well"


def test_a_name_is_changed_and_hidden_while_the_group_is_open(groups, tea):
    with groups.open(tea, ASHA) as opened:
        opened.rename("Tea, Talk & Cake", hides_name=False)
        assert opened.name == groups.groups()[0].name == "Tea, Talk & Cake"
        opened.rename("Tea, Talk & Cake", hides_name=True)
        assert groups.groups()[0].is_hidden
    with groups.open(tea, ASHA) as opened:
        assert opened.name == "Tea, Talk & Cake"


@pytest.mark.parametrize("name", ["", "  \n ", "\u200b\u202e", "x" * 121])
def test_a_name_that_cannot_be_used_makes_nothing(groups, tmp_path, name):
    with pytest.raises(CannotUseInput):
        groups.create(NewGroup(name, ASHA))
    with pytest.raises(CannotUseInput):
        groups.create(NewGroup("Tea", ASHA, "x" * 81))
    assert list(tmp_path.iterdir()) == []


def test_words_that_are_easy_to_guess_make_nothing(groups, tmp_path):
    with pytest.raises(WeakPassphrase):
        groups.create(NewGroup("Oxford Tea and Talk", "oxford tea and talk"))
    assert list(tmp_path.iterdir()) == []


def test_what_is_offered_can_be_used(groups):
    words = groups.offered_words()
    groups.create(NewGroup("Tea", words)).close()


def test_a_locked_group_is_shut_for_everybody_who_still_holds_it(groups, tea):
    opened = groups.open(tea, ASHA)
    database = opened.database
    opened.close()
    opened.close()
    assert not opened.is_open
    with pytest.raises(Locked):
        _ = opened.database
    with pytest.raises(Locked), database.reading() as session:
        session.execute(text("SELECT 1"))
    for change in (
        lambda: opened.add_opener("Ben", BEN),
        lambda: opened.rename("Other", hides_name=False),
        lambda: opened.remove_opener(opened.opener_id),
    ):
        with pytest.raises(Locked):
            change()


def test_another_person_is_let_in_by_words_of_their_own(groups, tea):
    with groups.open(tea, ASHA) as opened:
        assert not opened.has_way_back
        ben = opened.add_opener("Ben", BEN)
        assert opened.has_way_back
        with pytest.raises(WeakPassphrase):
            opened.add_opener("Cai", "password")
    with groups.open(tea, BEN) as opened:
        assert opened.opener_id == ben.id
    groups.open(tea, BEN, ben.id).close()
    with pytest.raises(NoSuchOpener):
        groups.open(tea, BEN, "nobody")


def test_there_is_room_for_fifteen_people_and_the_code(groups, tea):
    with groups.open(tea, ASHA) as opened:
        for number in range(14):
            opened.add_opener(f"Person {number}", f"{BEN} {number}")
        with pytest.raises(CannotUseInput):
            opened.add_opener("One more", BEN)
        opened.set_code(groups.new_code())
        assert opened.has_code


def test_the_printed_code_opens_and_new_words_are_chosen(groups, tea):
    code = groups.new_code()
    with pytest.raises(NoCode):
        groups.open_with_code(tea, str(code))
    with groups.open(tea, ASHA) as opened:
        opened.set_code(code)
    with groups.open_with_code(tea, str(code).lower().replace("-", " ")) as opened:
        opened.change_words(opened.openers[0].id, BEN)
        with pytest.raises(NoSuchOpener):
            opened.change_words("nobody", BEN)
    groups.open(tea, BEN).close()
    with pytest.raises(WrongPassphrase):
        groups.open(tea, ASHA)


def test_a_new_code_ends_the_old_one_and_a_slip_is_no_wrong_try(groups, tea, clock):
    old, new = groups.new_code(), groups.new_code()
    with groups.open(tea, ASHA) as opened:
        opened.set_code(old)
        opened.set_code(new)
    for _ in range(10):
        with pytest.raises(MistypedCode):
            groups.open_with_code(tea, str(old)[:-1])
    with pytest.raises(WrongCode):
        groups.open_with_code(tea, str(old))
    groups.open_with_code(tea, str(new)).close()


def test_who_is_taken_out_cannot_open_it_and_nothing_is_lost(groups, tea):
    code = groups.new_code()
    with groups.open(tea, ASHA) as opened:
        write_note(opened, "kept")
        ben = opened.add_opener("Ben", BEN)
        opened.set_code(code)
        before, old = files(groups, tea), opened.database
        opened.remove_opener(ben.id)
        with pytest.raises(Locked), old.writing():
            pass
        assert notes(opened) == ["kept"]
        write_note(opened, "after")
        assert not opened.has_code
        assert [each.label for each in opened.openers] == ["Asha"]
    after = files(groups, tea)
    assert len([name for name in after if name.startswith("data-")]) == 1
    assert set(before) != set(after)
    with pytest.raises(WrongPassphrase):
        groups.open(tea, BEN)
    with pytest.raises(NoCode):
        groups.open_with_code(tea, str(code))
    with groups.open(tea, ASHA) as opened:
        assert notes(opened) == ["kept", "after"]


def test_a_copy_that_was_made_before_still_opens_with_the_old_words(groups, tea, tmp_path):
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
    shutil.copytree(tmp_path / "groups", tmp_path / "copied")
    with groups.open(tea, ASHA) as opened:
        opened.remove_opener(ben.id)
    service(tmp_path / "copied").open(tea, BEN).close()
    # Nor do the old ways in, put back, open what is there now.
    for name in ("slots.json", "slots-copy.json"):
        shutil.copy(tmp_path / "copied" / tea / name, tmp_path / "groups" / tea / name)
    with pytest.raises(GroupFileMissing):
        groups.open(tea, BEN)


def test_the_last_person_and_a_stranger_cannot_be_taken_out(groups, tea):
    with groups.open(tea, ASHA) as opened:
        with pytest.raises(LastOpener):
            opened.remove_opener(opened.opener_id)
        with pytest.raises(NoSuchOpener):
            opened.remove_opener("nobody")
        write_note(opened, "still open")


def test_nobody_is_taken_out_while_another_program_has_the_group(groups, tea):
    with groups.open(tea, ASHA) as opened, groups.open(tea, ASHA) as other:
        with pytest.raises(GroupInUse):
            opened.add_opener("Ben", BEN)
        write_note(opened, "one")
        write_note(other, "two")
    with groups.open(tea, ASHA) as opened:
        assert notes(opened) == ["one", "two"]


def test_who_comes_while_a_person_is_taken_out_waits_or_is_told(groups, tea, tmp_path):
    with Hold(tmp_path / "groups" / tea / "open.lock", alone=True), pytest.raises(GroupInUse):
        groups.open(tea, ASHA)
    groups.open(tea, ASHA).close()


def test_a_key_changed_by_another_program_locks_the_group_here(groups, tea, monkeypatch):
    """It can only happen in the moment between two holds."""
    opened, other = groups.open(tea, ASHA), groups.open(tea, ASHA)
    ben = None
    other.close()
    opened._hold.let_go()
    with groups.open(tea, ASHA) as quick:
        ben = quick.add_opener("Ben", BEN)
        quick.remove_opener(ben.id)
    with pytest.raises(Locked):
        opened.add_opener("Cai", BEN)
    assert not opened.is_open


@pytest.mark.parametrize("step", ["copy_whole", "write_slots"])
def test_taking_a_person_out_that_fails_leaves_the_group_as_it_was(groups, tea, monkeypatch, step):
    with groups.open(tea, ASHA) as opened:
        write_note(opened, "kept")
        ben = opened.add_opener("Ben", BEN)

        def fail(*_):
            raise FolderNotWritable

        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(open_group, step, fail)
            with pytest.raises(FolderNotWritable):
                opened.remove_opener(ben.id)
        assert notes(opened) == ["kept"]
        write_note(opened, "after")
        assert len([name for name in files(groups, tea) if name.endswith(".db")]) == 1
    with groups.open(tea, BEN) as opened:
        assert notes(opened) == ["kept", "after"]


def test_a_switch_that_was_made_counts_even_if_the_disk_then_complains(groups, tea, monkeypatch):
    write = open_group.write_slots

    def complain(*arguments):
        write(*arguments)
        raise FolderNotWritable

    with groups.open(tea, ASHA) as opened:
        write_note(opened, "kept")
        ben = opened.add_opener("Ben", BEN)
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(open_group, "write_slots", complain)
            with pytest.raises(FolderNotWritable):
                opened.remove_opener(ben.id)
        assert notes(opened) == ["kept"]
    with groups.open(tea, ASHA) as opened:
        assert notes(opened) == ["kept"]
    with pytest.raises(WrongPassphrase):
        groups.open(tea, BEN)


def test_after_five_wrong_tries_one_waits_longer_and_longer_across_restarts(
    groups, tea, clock, tmp_path
):
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            groups.open(tea, BEN)
    with pytest.raises(WaitFirst) as found:
        groups.open(tea, ASHA)
    assert found.value.seconds == 1
    assert "1 second," in found.value.message
    again = service(tmp_path / "groups", clock)
    clock.go_on(1)
    with pytest.raises(WrongPassphrase):
        again.open(tea, BEN)
    with pytest.raises(WaitFirst) as found:
        again.open(tea, ASHA)
    assert found.value.seconds == 2
    clock.go_on(-100_000)
    with pytest.raises(WaitFirst):
        again.open(tea, ASHA)
    clock.go_on(2)
    again.open(tea, ASHA).close()
    with pytest.raises(WrongPassphrase):
        again.open(tea, BEN)


@pytest.mark.parametrize("content", ["", "[]", '{"wrong": "many"}', '{"wrong": 9, "last_at": 1}'])
def test_a_damaged_count_of_tries_keeps_nobody_out(groups, tea, content):
    (groups._folder / tea / "tries.json").write_text(content)
    groups.open(tea, ASHA).close()


def test_damage_is_no_wrong_try(groups, tea):
    path = groups._folder / tea
    content = json.loads((path / "slots.json").read_text())
    content["slots"][0]["salt"] = "00" * 16
    for name in ("slots.json", "slots-copy.json"):
        (path / name).write_text(json.dumps(content))
    for _ in range(8):
        with pytest.raises(DamagedOpener):
            groups.open(tea, ASHA)


def test_damaged_moved_and_newer_files_are_told_apart_in_the_list_and_at_the_door(groups, tea):
    path = groups._folder / tea
    good = (path / "slots.json").read_text()

    def put(content):
        for name in ("slots.json", "slots-copy.json"):
            (path / name).write_text(content)

    for content, state, error in (
        ("{", GroupState.DAMAGED, DamagedSlots),
        (good.replace('"version": 1', '"version": 2'), GroupState.NEWER, NewerGroup),
    ):
        put(content)
        (line,) = groups.groups()
        assert (line.state, line.is_hidden) == (state, False)
        with pytest.raises(error):
            groups.open(tea, ASHA)
    put(good)
    moved = path.with_name("0" + tea[1:] if tea[0] != "0" else "1" + tea[1:])
    path.rename(moved)
    assert groups.groups()[0].state is GroupState.MOVED
    with pytest.raises(MovedSlots):
        groups.open(moved.name, ASHA)


def test_records_that_are_gone_cut_off_or_another_groups_are_told_from_wrong_words(groups, tea):
    (data,) = (groups._folder / tea).glob("data-*.db")
    whole = data.read_bytes()
    data.write_bytes(whole[:100])
    with pytest.raises(GroupDamaged):
        groups.open(tea, ASHA)
    data.write_bytes(b"")
    with pytest.raises(GroupDamaged):
        groups.open(tea, ASHA)
    data.write_bytes(os.urandom(len(whole)))
    with pytest.raises(GroupDamaged) as found:
        groups.open(tea, ASHA)
    assert "library" not in f"{found.value.message} {found.value.advice}"
    data.unlink()
    with pytest.raises(GroupFileMissing):
        groups.open(tea, ASHA)
    assert not data.exists()  # a new, empty one would look as if all were lost
    data.write_bytes(whole)
    groups.open(tea, ASHA).close()


def test_records_of_a_newer_app_are_left_alone(groups, tea):
    with groups.open(tea, ASHA) as opened, opened.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerGroup):
        groups.open(tea, ASHA)


@pytest.mark.parametrize("group", ["", "..", "../groups", "nothing", "0" * 36])
def test_what_is_no_group_is_not_looked_for_on_the_disk(groups, tea, group):
    with pytest.raises(NoSuchGroup):
        groups.open(group, ASHA)


def test_a_group_is_never_kept_on_a_network_drive(tmp_path):
    groups = service(tmp_path / "groups", disk=Disk.NETWORK, portable=True)
    with pytest.raises(OnNetworkDrive):
        groups.create(TEA)
    assert list(tmp_path.iterdir()) == []


def test_a_group_is_on_a_stick_only_if_the_app_is_meant_to_be(tmp_path):
    with pytest.raises(OnRemovableDisk):
        service(tmp_path / "groups", disk=Disk.REMOVABLE).create(TEA)
    portable = service(tmp_path / "groups", disk=Disk.REMOVABLE, portable=True)
    with portable.create(TEA) as made:
        write_note(made, "on a stick")
        assert not list((tmp_path / "groups" / made.id).glob("*-wal"))
    assert portable.is_on_stick()
    with pytest.raises(OnRemovableDisk):
        service(tmp_path / "groups", disk=Disk.REMOVABLE).open(made.id, ASHA)


def test_a_disk_of_which_nothing_is_known_is_allowed(tmp_path):
    service(tmp_path / "groups", disk=Disk.UNKNOWN).create(TEA).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own list of who may read")
def test_other_accounts_may_not_look_into_the_folder(groups, tea):
    for folder in (groups._folder, groups._folder / tea):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("step", ["make_ready", "write_slots"])
def test_a_group_whose_making_fails_is_not_there(groups, monkeypatch, step):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(service_module, step, fail)
    with pytest.raises(FolderNotWritable):
        groups.create(TEA)
    assert [file.name for file in groups._folder.iterdir()] == ["new.lock"]


def test_records_that_came_out_in_the_clear_are_never_used(groups, monkeypatch):
    def in_the_clear(path, _key):
        path.write_bytes(b"SQLite format 3\0" + bytes(8000))

    monkeypatch.setattr(service_module, "make_ready", in_the_clear)
    with pytest.raises(RuntimeError):
        groups.create(TEA)
    assert groups.groups() == ()


def test_what_was_left_of_a_group_that_was_never_finished_is_cleared_away(groups, tea):
    left = groups._folder / ".new-0000"
    left.mkdir()
    (left / "data-0.db").write_bytes(b"half")
    assert len(groups.groups()) == 1
    with Hold(groups._folder / "new.lock"):  # somebody is making one just now
        groups.create(TEA).close()
        assert left.exists()
    groups.create(TEA).close()
    assert not left.exists()


def test_files_of_older_keys_are_cleared_away_at_the_next_opening(groups, tea):
    left = groups._folder / tea / "data-0123456789abcdef.db"
    left.write_bytes(b"left over")
    left.with_name(f"{left.name}-wal").write_bytes(b"left over")
    groups.open(tea, ASHA).close()
    assert not left.exists()
    assert len([name for name in files(groups, tea) if name.startswith("data-")]) == 1


def test_two_threads_may_open_the_same_group_at_once(groups, tea):
    opened, failed = [], []

    def open_it():
        try:
            opened.append(groups.open(tea, ASHA))
        except AppError as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in opened:
        each.close()
    assert not failed
    assert len(opened) == 3


def test_the_sheet_with_the_code_is_written_before_the_group_counts(groups, tmp_path):
    sheet = tmp_path / "code.pdf"
    with groups.create(TEA, code_sheet=sheet) as made:
        assert made.has_code
    assert sheet.read_bytes().startswith(b"%PDF")
    for out, error in (
        (tmp_path / "code.txt", CannotUseInput),
        (sheet / "x.pdf", FolderNotWritable),
    ):
        with pytest.raises(error):
            groups.create(TEA, code_sheet=out)
    assert len(groups.groups()) == 1
