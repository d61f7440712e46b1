"""The computer's keyring: every state of it is told apart, and none is believed unseen."""

import subprocess
import sys

import pytest

from tests.support.keyrings import NOT_OFFERED, LockedRing, NeverMadeRing, WorkingRing
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import CannotRemember, KeyringLocked, KeyringNeverMade
from vcs_desktop.vault.this_computer import ComputerKeyring, system_keyring

SECRET = bytes(range(32))


def keyring(ring):
    return ComputerKeyring(lambda: ring)


def test_what_is_kept_is_there_until_it_is_forgotten():
    ring = WorkingRing()
    computer = keyring(ring)
    computer.check()
    assert ring.kept == {}  # nothing of the probe is left
    assert computer.secret("one") is None
    computer.keep("one", SECRET)
    computer.keep("two", SECRET[::-1])
    assert (computer.secret("one"), computer.secret("two")) == (SECRET, SECRET[::-1])
    assert computer.forget("one")
    assert computer.secret("one") is None
    assert not computer.forget("one")
    assert computer.secret("two") == SECRET[::-1]


@pytest.mark.parametrize("find", NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_a_keyring_that_does_not_keep_is_not_used(find):
    computer = ComputerKeyring(find)
    with pytest.raises(CannotRemember) as refused:
        computer.check()
    assert type(refused.value) is CannotRemember


def test_what_was_not_the_same_when_it_was_read_again_is_taken_back():
    ring = NOT_OFFERED["gives back something else"]()
    with pytest.raises(CannotRemember):
        keyring(ring).keep("one", SECRET)
    assert ring.kept == {}


@pytest.mark.parametrize(
    ("ring", "kind"), [(LockedRing(), KeyringLocked), (NeverMadeRing(), KeyringNeverMade)]
)
def test_a_keyring_that_a_person_can_do_something_about_is_told_apart(ring, kind):
    computer = keyring(ring)
    for ask in (computer.check, lambda: computer.keep("one", SECRET), lambda: computer.secret("")):
        with pytest.raises(kind) as refused:
            ask()
        assert "secret words" in refused.value.advice
    assert not computer.forget("one")


@pytest.mark.parametrize("entry", ["", "zz", "00" * 31, "00" * 33, "é" * 64])
def test_an_entry_that_is_none_of_ours_counts_as_missing(entry):
    ring = WorkingRing()
    computer = keyring(ring)
    computer.keep("one", SECRET)
    ring.kept = dict.fromkeys(ring.kept, entry)
    assert computer.secret("one") is None


def test_no_words_of_a_keyring_reach_a_person_or_the_log(caplog):
    class Talkative(WorkingRing):
        def set_password(self, service, username, password):
            raise RuntimeError(f"cannot keep {password}")

    with caplog.at_level("DEBUG"), pytest.raises(AppError) as refused:
        keyring(Talkative()).keep("one", SECRET)
    assert SECRET.hex() not in caplog.text + str(refused.value) + refused.value.message


def test_what_the_environment_names_as_a_keyring_is_not_even_imported(tmp_path, monkeypatch):
    (tmp_path / "evil.py").write_text("raise SystemExit('the evil keyring was imported')")
    (tmp_path / "python_keyring").mkdir()
    (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=evil.Backend\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "evil.Backend")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    with pytest.raises(CannotRemember):
        ComputerKeyring().check()
    assert type(system_keyring()).__module__.startswith(("vcs_desktop.", "keyring.backends."))


def test_nothing_is_imported_before_the_keyring_is_asked():
    code = (
        "import sys, vcs_desktop.services.groups as groups;"
        "print([name for name in ('keyring', 'secretstorage') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
