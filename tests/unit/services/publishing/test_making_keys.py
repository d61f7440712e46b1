"""Keys that are made for the first time: for two people, in a folder of their own."""

import pytest

from tests.support.publishers import ROOT_WORDS, WORDS
from tests.support.vault_examples import QUICK, MovableClock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.publish_errors import FolderInUse, KeyFileIsThere
from vcs_desktop.services.publishing import KeysWanted, PublishingService
from vcs_desktop.vault import sealing


@pytest.fixture
def make(tmp_path, monkeypatch):
    """Return how keys are made that cost nothing."""
    real = sealing.stretched
    monkeypatch.setattr(sealing, "stretched", lambda secret, salt, _: real(secret, salt, QUICK))

    def make_them(holder="Ann Example", root_holder="Head of Communities", folder="keys"):
        wanted = KeysWanted("oxfordshire", "Practice", holder, root_holder, WORDS, ROOT_WORDS)
        return PublishingService(MovableClock()).make_keys(tmp_path / folder, wanted)

    return make_them


@pytest.mark.parametrize("same", ["Ann Example", "ann example", " ANN  Example "])
def test_one_person_cannot_get_both_keys(make, tmp_path, same):
    with pytest.raises(CannotUseInput) as refused:
        make(root_holder=same)
    assert "somebody else" in refused.value.advice
    assert not (tmp_path / "keys").exists()
    assert make().holder == "Ann Example"


def test_keys_are_made_only_in_a_folder_that_a_person_sees_empty(make, tmp_path):
    folder = tmp_path / "keys"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "desktop.ini").touch()
    other = folder / "holiday.txt"
    other.write_text("sea", "utf-8")
    with pytest.raises(FolderInUse) as refused:
        make()
    assert "empty folder" in refused.value.advice
    assert sorted(path.name for path in folder.iterdir()) == [
        ".hidden", "desktop.ini", "holiday.txt",
    ]  # fmt: skip
    other.unlink()
    make()
    with pytest.raises(KeyFileIsThere):
        make()
