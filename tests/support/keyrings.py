"""Keyrings as computers have them: one that works, and each that does not, as it behaves.

Source: what ``keyring`` 25.7 was seen to do in each state.
"""

from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from tests.support.vault_examples import QUICK, MovableClock, OneDisk
from vcs_desktop.services.groups import GroupsService
from vcs_desktop.vault.this_computer import ComputerKeyring


class WorkingRing(KeyringBackend):
    """Keeps what it is given, until somebody takes it away."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise errors.PasswordDeleteError("No such password!")
        del self.kept[service, username]


class LockedRing(WorkingRing):
    """Is locked until somebody unlocks it; what was kept before is still there."""

    def __init__(self):
        super().__init__()
        self.locked = True

    def _look(self):
        if self.locked:
            raise errors.KeyringLocked("Failed to unlock the collection!")

    def get_password(self, service, username):
        self._look()
        return super().get_password(service, username)

    def set_password(self, service, username, password):
        self._look()
        super().set_password(service, username, password)

    def delete_password(self, service, username):
        self._look()
        super().delete_password(service, username)


class NeverMadeRing(KeyringBackend):
    """Has a daemon, but nobody has ever made a collection."""

    priority = 5

    def get_password(self, service, username, password=None):
        raise errors.InitError("Failed to create the collection: Prompt dismissed..")

    set_password = delete_password = get_password


class ForgetfulRing(null.Keyring):
    """Takes everything and gives nothing back, and says that it is a good one."""

    priority = 5


class LyingRing(WorkingRing):
    """Gives back something else."""

    def get_password(self, service, username):
        found = super().get_password(service, username)
        return found and found[::-1]


class StickyRing(WorkingRing):
    """Never deletes."""

    def delete_password(self, service, username):
        raise errors.PasswordDeleteError("Cancelled by user")


class NowhereRing(WorkingRing):
    """Says of itself, when asked, that it cannot be used here."""

    @property
    def priority(self):
        raise RuntimeError("Requires another system")


def evil():
    """Do what happens where a keyring is named that is none."""
    raise ModuleNotFoundError("No module named 'evil'")


# Those that are never offered, and of which nobody needs to be told.
NOT_OFFERED = {
    "none": fail.Keyring,
    "null": null.Keyring,
    "takes all and keeps nothing": ForgetfulRing,
    "gives back something else": LyingRing,
    "never deletes": StickyRing,
    "of another system": NowhereRing,
    "no keyring at all": evil,
}


def remembering(folder, ring, *, clock=None, shared=lambda: False):
    """Return the groups of a folder on a computer with this keyring."""
    return GroupsService(
        folder,
        clock or MovableClock(),
        OneDisk(),
        shared=shared,
        effort=QUICK,
        keyring=ComputerKeyring(lambda: ring),
    )
