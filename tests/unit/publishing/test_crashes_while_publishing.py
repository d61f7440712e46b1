"""A crash or a full disk at any write leaves the old tree or the new one, both as signed."""

import shutil
from pathlib import Path

import pytest

from tests.support.library_examples import call
from tests.support.publishers import FIRST, SECOND, Publisher, as_read, ids_of, notes_of
from tests.support.vault_examples import QUICK
from vcs_desktop.app.tree_check import check_tree
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.publishing.keys import Holder, rotate

CY = Holder("Cy", "candle wobble thunder mint")
LATER = "2026-12-01T09:00:00Z"


class Crash(BaseException):
    """The power is gone."""


class Power:
    """Lets so many files come to be, then goes; ``left_over`` leaves what was half written."""

    def __init__(self, patched, at, *, after, error=Crash):
        self.count = 0
        replace, unlink = Path.replace, Path.unlink

        def replacing(path, target):
            self.count += 1
            if self.count == at and not after:
                raise error
            made = replace(path, target)
            if self.count == at:
                raise error
            return made

        def unlinking(path, missing_ok=False):
            if self.count < at:  # once it is gone, nobody tidies up
                unlink(path, missing_ok=missing_ok)

        patched.setattr(Path, "replace", replacing)
        patched.setattr(Path, "unlink", unlinking)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("rotates", [False, True])
def test_a_crash_at_every_write_leaves_the_old_tree_or_the_new(
    tmp_path, monkeypatch, after, rotates
):
    versions, at = set(), 0
    while True:
        at += 1
        ann = Publisher(tmp_path / f"{at}").begin()
        ann.publish(*FIRST)
        known = shutil.copy(ann.tree / "root.json", ann.folder / "known.json")
        if rotates:
            rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
            ann.words = CY.words
        with monkeypatch.context() as patched:
            Power(patched, at, after=after)
            try:
                ann.publish(*SECOND)
            except Crash:
                pass
            else:
                break
        found = check_tree(ann.tree, known)
        assert found.problems == []
        manifest, records = as_read(ann.tree)
        assert ids_of(records) == ids_of(FIRST if manifest.version == 1 else SECOND)
        assert [note.version for note in notes_of(ann)] == list(range(1, manifest.version + 1))
        versions.add(manifest.version)
        ann.publish(*FIRST, call("afterwards"))
        assert check_tree(ann.tree).problems == []
        assert ids_of(as_read(ann.tree)[1]) == ids_of((*FIRST, call("afterwards")))
    assert versions == {1, 2}
    assert at >= 6


@pytest.mark.parametrize("at", range(1, 7))
def test_a_full_disk_is_said_and_leaves_the_tree_as_it_was(ann, monkeypatch, at):
    ann.publish(*FIRST)
    with monkeypatch.context() as patched:
        Power(patched, at, after=False, error=OSError(28, "no space left"))
        with pytest.raises(DiskFull):
            ann.publish(*SECOND)
    assert check_tree(ann.tree).problems == []
    ann.publish(*SECOND)
    assert check_tree(ann.tree).problems == []
