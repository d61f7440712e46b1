"""Keys that are made for the first time: for two people, in a folder of their own."""

import pytest

from tests.support.publishers import ROOT_WORDS, WORDS
from tests.support.vault_examples import QUICK, MovableClock
from vcs_desktop.core.errors import CannotUseInput
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
