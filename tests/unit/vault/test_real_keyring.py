"""A real keyring (gnome-keyring on a bus of its own), where the computer that tests has one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
TOOLS = ("dbus-run-session", "gnome-keyring-daemon")
ASK = """
import faulthandler
faulthandler.dump_traceback_later(60, exit=True)
from vcs_desktop.core.group_errors import CannotRemember
from vcs_desktop.vault import secret_service
from vcs_desktop.vault.this_computer import ComputerKeyring
secret_service.LONGEST_PROMPT_S = 1.0  # nobody is there to unlock it
computer = ComputerKeyring()
def state():
    try:
        computer.check()
    except CannotRemember as refused:
        return type(refused).__name__
    return "works"
"""
USE = """
said = [state()]
secret = bytes(range(32))
computer.keep("one", secret)
said += [ComputerKeyring().secret("one") == secret, computer.secret("two")]
import secretstorage
bus = secretstorage.dbus_init()
collection = secretstorage.get_default_collection(bus)
collection.lock()
said += [state(), computer.forget("one")]
bus.close()
print(said)
"""
UNLOCKED = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
NEVER_MADE = "gnome-keyring-daemon --start --components=secrets >/dev/null && "

MUTE = """
from jeepney import DBusAddress, message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
print("there", flush=True)
while True:
    bus.receive()
"""
BESIDE_A_MUTE_ONE = """
import subprocess, sys
secret_service.LONGEST_ANSWER_S = 1.0
mute = subprocess.Popen([sys.executable, "-c", {mute!r}], stdout=subprocess.PIPE)
assert mute.stdout.readline() == b"there\\n"
said = [state(), computer.forget("one")]
mute.kill()
mute.communicate()
print(said)
"""

needs_one = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="no gnome-keyring on this computer"
)


def said_on_a_bus(home, begin, code):
    """Return what Python says on a bus with a keyring of its own, in a home of its own."""
    for name in ("run", "share"):
        (home / name).mkdir(mode=0o700)
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(PROJECT),
        "PYTHONWARNINGS": "error",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_DATA_HOME": str(home / "share"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",  # not listened to
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{begin}"$0" -c "$1"', sys.executable, ASK + code],
        env=surroundings, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@needs_one
def test_a_keyring_that_is_unlocked_keeps_and_a_locked_one_says_so(tmp_path):
    said = said_on_a_bus(tmp_path, UNLOCKED, USE)
    assert said == "['works', True, None, 'KeyringLocked', False]"


@needs_one
def test_a_keyring_that_was_never_made_is_told_apart_and_none_is_made(tmp_path):
    assert said_on_a_bus(tmp_path, NEVER_MADE, "print(state())") == "KeyringNeverMade"


@needs_one
def test_a_bus_without_a_keyring_has_none(tmp_path):
    assert said_on_a_bus(tmp_path, "", "print(state())") in {"CannotRemember", "KeyringNeverMade"}


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no bus on this computer")
def test_a_keyring_that_never_answers_is_not_waited_for_without_end(tmp_path):
    said = said_on_a_bus(tmp_path, "", BESIDE_A_MUTE_ONE.format(mute=MUTE))
    assert said == "['CannotRemember', False]"


class Bus:
    """A connection that knows whether it was closed."""

    closed = False

    def send_and_get_reply(self, message, *, timeout=None):
        raise AssertionError("the collection answers in its place")

    def close(self):
        self.closed = True


class NobodyThere:
    """A locked collection: its prompt stands there, is closed, or there is no collection."""

    def __init__(self, prompt):
        self.prompt = prompt
        self.waited_s = []

    def __call__(self, bus):
        if self.prompt == "none":
            from secretstorage.exceptions import ItemNotFoundException

            raise ItemNotFoundException("Item does not exist!")
        return self

    def is_locked(self):
        return True

    def unlock(self, timeout=None):
        self.waited_s.append(timeout)
        if self.prompt == "stands":
            raise TimeoutError
        if self.prompt == "bus gone":
            raise ConnectionResetError
        return True


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("stands", "KeyringLocked"),
        ("closed", "KeyringLocked"),
        ("none", "KeyringNeverMade"),
        ("bus gone", "CannotRemember"),
    ],
)
def test_nobody_at_the_prompt_is_waited_for_half_a_minute_and_not_for_ever(
    monkeypatch, prompt, kind
):
    pytest.importorskip("secretstorage")
    from vcs_desktop.core.group_errors import CannotRemember
    from vcs_desktop.vault import secret_service
    from vcs_desktop.vault.this_computer import ComputerKeyring

    class Usable(secret_service.SecretService):
        priority = 5

    bus, collection = Bus(), NobodyThere(prompt)
    monkeypatch.setattr(secret_service, "dbus_init", lambda: bus)
    monkeypatch.setattr(secret_service, "Collection", collection)
    with pytest.raises(CannotRemember) as refused:
        ComputerKeyring(Usable).secret("one")
    assert type(refused.value).__name__ == kind
    assert collection.waited_s in ([30.0], [])
    assert bus.closed
