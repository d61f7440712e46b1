"""Groups on one laptop: made whole or not at all, opened by their own people, locked for good."""

import os
import stat
import threading

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, TEA, notes, service, write_note
from vcs_desktop.core.disks import Disk
from vcs_desktop.core.errors import AppError, CannotUseInput, FolderNotWritable
from vcs_desktop.core.group_errors import (
    Locked,
    NoSuchGroup,
    OnNetworkDrive,
    OnRemovableDisk,
    WaitFirst,
    WeakPassphrase,
    WrongPassphrase,
)
from vcs_desktop.services.groups import GroupState, NewGroup


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
