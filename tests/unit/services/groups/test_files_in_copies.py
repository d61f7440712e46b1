"""Real files of records, in backups, in copies, and brought back; what is lacking is told."""

import shutil

import pytest

from tests.support.vault_examples import ASHA
from vcs_desktop.core import file_errors
from vcs_desktop.domain import stored_file
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services import blobs as blobs_module
from vcs_desktop.services.groups import copy_file
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 1_000


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "policy.pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def open_tea(groups, tea, clock):
    """Return what opens the group."""
    return lambda: groups.open(tea, ASHA)


def kept(inside, path):
    stored = inside.blobs.add(path)
    version = PaperVersion(id=inside.records.ids.new(), file=stored)
    inside.records.add(DOCUMENT, Paper(name="Policy", versions=(version,)))
    return stored


def test_a_file_comes_back_from_a_stick_on_another_computer(
    open_tea, groups, tea, clock, paper, tmp_path
):
    with open_tea() as opened:
        inside = in_group(opened, clock)
        stored = kept(inside, paper)
        copy = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
        assert inside.backups.lacking_in(copy) == 0
    shutil.rmtree(groups._folder / tea)
    assert groups.restoring.look_inside(copy, by_words(ASHA)).lacking == 0
    assert groups.restoring.restore(copy, by_words(ASHA)).inside.lacking == 0
    with open_tea() as opened:
        assert in_group(opened, clock).blobs.read(stored) == CONTENT


def test_a_file_that_was_taken_from_a_record_since_comes_back_with_an_older_backup(
    open_tea, groups, clock, paper
):
    with open_tea() as opened:
        inside = in_group(opened, clock)
        stored = kept(inside, paper)
        backup = inside.backups.back_up_if_changed()
        inside.records.undo()
    held = groups.restoring.restore(backup, by_words(ASHA), replace=True)
    assert held.inside.lacking == 0
    with open_tea() as opened:
        assert in_group(opened, clock).blobs.read(stored) == CONTENT


def test_missing_and_damaged_files_are_told_everywhere_and_stop_nothing(
    open_tea, groups, clock, paper, tmp_path
):
    with open_tea() as opened:
        inside = in_group(opened, clock)
        whole, damaged, missing = (kept(inside, paper) for _ in range(3))
        folder = opened.files().folder.path / "blobs"
        content = bytearray((folder / damaged.blob).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / damaged.blob).write_bytes(content)
        (folder / missing.blob).unlink()
        backup = inside.backups.back_up_if_changed()
        drill = inside.backups.drill()
        assert (drill.is_good, drill.lacking) == (True, 2)
        copy = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
        assert inside.backups.lacking_in(copy) == 2
    assert groups.restoring.look_inside(backup, by_words(ASHA)).lacking == 1  # the missing one
    shutil.rmtree(folder)
    assert groups.restoring.look_inside(copy, by_words(ASHA)).lacking == 2
    restored = groups.restoring.restore(copy, by_words(ASHA), replace=True)
    assert restored.inside.lacking == 2
    with open_tea() as opened:
        blobs = in_group(opened, clock).blobs
        assert blobs.read(whole) == CONTENT
        for each in (damaged, missing):
            with pytest.raises(file_errors.FileMissing):
                blobs.read(each)


def test_a_damaged_file_is_mended_by_a_copy_that_has_it_whole(
    open_tea, groups, clock, paper, tmp_path
):
    with open_tea() as opened:
        inside = in_group(opened, clock)
        stored = kept(inside, paper)
        copy = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
        path = opened.files().folder.path / "blobs" / stored.blob
        path.write_bytes(path.read_bytes()[:-1])
    groups.restoring.restore(copy, by_words(ASHA), replace=True)
    with open_tea() as opened:
        assert in_group(opened, clock).blobs.read(stored) == CONTENT


def test_a_group_keeps_no_more_files_than_a_copy_can_carry(
    open_tea, clock, paper, tmp_path, monkeypatch
):
    monkeypatch.setattr(blobs_module, "MOST_FILES", 2)
    monkeypatch.setattr(copy_file, "MOST_BLOBS", 2)
    with open_tea() as opened:
        inside = in_group(opened, clock)
        for _ in range(2):
            kept(inside, paper)
        with pytest.raises(file_errors.TooManyFiles):
            inside.blobs.add(paper)
        inside.backups.copy_to(tmp_path / "tea.vcsgroup")
    assert copy_file.MOST_BLOBS == 2
    assert stored_file.MOST_FILES == 5_000
