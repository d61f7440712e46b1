"""Who can open a group: people let in and taken out, the printed code, and who comes meanwhile."""

import shutil

import pytest

from tests.support.vault_examples import ASHA, BEN, files, notes, service, write_note, written
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.group_errors import (
    GroupFileMissing,
    GroupInUse,
    LastOpener,
    Locked,
    MistypedCode,
    NoCode,
    NoSuchOpener,
    WeakPassphrase,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.services.groups import open_group
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.storage.group_hold import Hold


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
        groups.open_with_code(tea, written(code))
    with groups.open(tea, ASHA) as opened:
        opened.set_code(code)
    with groups.open_with_code(tea, written(code).lower().replace("-", " ")) as opened:
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
            groups.open_with_code(tea, written(old)[:-1])
    with pytest.raises(WrongCode):
        groups.open_with_code(tea, written(old))
    groups.open_with_code(tea, written(new)).close()


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
        groups.open_with_code(tea, written(code))
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


def test_older_files_that_were_put_back_delete_nothing_newer(groups, tea, tmp_path):
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
    shutil.copytree(tmp_path / "groups", tmp_path / "copied")
    with groups.open(tea, ASHA) as opened:
        opened.remove_opener(ben.id)
        write_note(opened, "newest")
    here = tmp_path / "groups" / tea
    newest = {file.name: file.read_bytes() for file in here.glob("slots*")}
    shutil.copytree(tmp_path / "copied" / tea, here, dirs_exist_ok=True)
    groups.open(tea, BEN).close()
    for name, content in newest.items():
        (here / name).write_bytes(content)
    with groups.open(tea, ASHA) as opened:
        assert notes(opened) == ["newest"]


def test_a_backup_from_before_a_migration_stays_until_the_key_is_changed(groups, tea):
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
    (data,) = (groups._folder / tea).glob("data-*.db")
    backup = data.with_name(f"{data.stem}-before-0002.db")
    backup.write_bytes(data.read_bytes())
    with groups.open(tea, ASHA) as opened:
        assert backup.exists()
        opened.remove_opener(ben.id)
        assert not backup.exists()  # Ben's words, and the ways in of then, would open it


def test_records_that_cannot_be_opened_after_a_change_leave_the_group_locked(
    groups, tea, monkeypatch
):
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)

        def fail(*_):
            raise FolderNotWritable

        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(GroupFolder, "open_records", fail)
            with pytest.raises(FolderNotWritable):
                opened.remove_opener(ben.id)
        assert not opened.is_open
        with Hold(groups._folder / tea / "open.lock", alone=True):
            pass  # nobody has it
    groups.open(tea, ASHA).close()


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
