"""A group is removed from this computer by who has it open: wholly, or not at all."""

import shutil

import pytest

from tests.support.vault_examples import ASHA, TEA
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.group_errors import GroupInUse, NoSuchGroup
from vcs_desktop.services.groups import folder
from vcs_desktop.services.groups.lines import is_same_name


def in_folder(groups):
    return sorted(each.name for each in groups._folder.iterdir() if each.is_dir())


def test_nothing_of_a_group_that_was_removed_is_left(groups, tea):
    groups.remove(groups.open(tea, ASHA))
    assert groups.groups() == ()
    assert in_folder(groups) == []
    with pytest.raises(NoSuchGroup):
        groups.open(tea, ASHA)


def test_a_group_that_is_open_elsewhere_stays(groups, tea):
    with groups.open(tea, ASHA), pytest.raises(GroupInUse):
        groups.remove(groups.open(tea, ASHA))
    groups.open(tea, ASHA).close()


def test_what_cannot_be_moved_stays_whole(groups, tea, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "not yours")

    monkeypatch.setattr(folder.Path, "rename", refuse)
    with pytest.raises(FolderNotWritable):
        groups.remove(groups.open(tea, ASHA))
    monkeypatch.undo()
    groups.open(tea, ASHA).close()


def test_what_a_deletion_left_that_was_cut_off_is_not_listed_and_goes_later(
    groups, tea, monkeypatch
):
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    groups.remove(groups.open(tea, ASHA))
    assert groups.groups() == ()
    assert in_folder(groups) == [f".gone-{tea}"]
    monkeypatch.undo()
    with groups.create(TEA) as other:
        assert in_folder(groups) == [other.id]


def test_only_a_group_can_be_deleted(groups, tea):
    for name in ("..", "", tea[:-1] + "g"):
        with pytest.raises(NoSuchGroup):
            groups.delete_folder(name)
    assert groups.groups()[0].id == tea


def test_a_name_is_the_same_whatever_its_spaces_and_capitals():
    assert is_same_name(" tea  & talk ", "Tea & Talk")
    assert not is_same_name("", "Tea & Talk")
