"""The computer's own keyring: a place for a secret of ours, when there is one that works.

Whatever runs in this account of the computer can read what lies there.
"""

import logging
import sys
from typing import TYPE_CHECKING, Final

from vcs_desktop.core.group_errors import CannotRemember, KeyringLocked, KeyringNeverMade
from vcs_desktop.vault import sealing

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

_SERVICE: Final = "VCS Desktop"
_USER: Final = "group"
_PROBE: Final = "test"

log = logging.getLogger(__name__)


class ComputerKeyring:
    """Keeps secrets under names. Ask off the window's thread, and be ready to wait.

    Nothing is imported before the first question, which then takes 0.2 s. Where the
    system itself asks a person to unlock the keyring, an answer takes up to 30 s.
    """

    def __init__(self, find: "Callable[[], KeyringBackend] | None" = None) -> None:
        """Touch nothing yet. ``find`` is where the keyring comes from; only tests give one."""
        self._find = find or system_keyring

    def check(self) -> None:
        """Do nothing if a secret can be kept: one is kept, read again, and deleted.

        Raises:
            CannotRemember: it cannot, or it was not the same when it was read again.
            KeyringLocked: the keyring is locked, and was not unlocked.
            KeyringNeverMade: nobody has set one up.
        """
        name = f"{_PROBE} {sealing.new_key().hex()[:16]}"
        self.keep(name, sealing.new_key())
        if not self.forget(name):
            raise CannotRemember("what was kept cannot be deleted")

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret; it is only believed to be there once it was read again.

        Raises:
            CannotRemember: as ``check``, or one of its kinds.
        """
        ring = self._ring()
        try:
            ring.set_password(_service(name), _USER, secret.hex())
            same = ring.get_password(_service(name), _USER) == secret.hex()
        except Exception as error:
            raise _refusal(error) from error
        if not same:
            self.forget(name)
            raise CannotRemember("what was kept is not there")

    def secret(self, name: str) -> bytes | None:
        """Return the secret of a name; None when there is none, or none of ours.

        Raises:
            CannotRemember: as ``check``, or one of its kinds.
        """
        ring = self._ring()
        try:
            kept = ring.get_password(_service(name), _USER)
        except Exception as error:
            raise _refusal(error) from error
        try:
            secret = bytes.fromhex(kept or "")
        except (TypeError, ValueError):
            return None
        return secret if len(secret) == sealing.KEY_BYTES else None

    def forget(self, name: str) -> bool:
        """Delete a secret, and say whether it was there and is not any more."""
        try:
            ring = self._ring()
            if ring.get_password(_service(name), _USER) is None:
                return False
            ring.delete_password(_service(name), _USER)
            return ring.get_password(_service(name), _USER) is None
        except Exception as error:  # noqa: BLE001  a keyring may be anybody's code
            log.info("the keyring did not forget: %s", type(error).__name__)
            return False

    def _ring(self) -> "KeyringBackend":
        """Return the keyring.

        Raises:
            CannotRemember: there is none, or one that even its makers would not use.
        """
        try:
            ring = self._find()
            usable = ring.priority > 0
        except Exception as error:
            raise _refusal(error) from error
        if not usable:
            raise CannotRemember(type(ring).__name__)
        return ring


def system_keyring() -> "KeyringBackend":
    """Return the keyring of this system, and never another.

    What ``PYTHON_KEYRING_BACKEND``, ``keyringrc.cfg`` or an installed package would put
    in its place is not looked at: it may keep secrets in the clear, or be no keyring.

    Raises:
        Exception: it is not there; of any kind.
    """
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        return WinVaultKeyring()
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring

        return Keyring()
    from vcs_desktop.vault.secret_service import SecretService

    return SecretService()  # type: ignore[no-untyped-call]


def _service(name: str) -> str:
    # A service for each: Windows moves entries about where two have the same.
    return f"{_SERVICE} {name}"


def _refusal(error: Exception) -> CannotRemember:
    """Return what an error of a keyring means for a person; its words go nowhere."""
    # By name: the package may be what cannot be imported.
    kinds = [each.__name__ for each in type(error).__mro__]
    log.info("the keyring cannot be used: %s", kinds[0])
    if "KeyringLocked" in kinds:
        return KeyringLocked(kinds[0])
    if "InitError" in kinds:
        return KeyringNeverMade(kinds[0])
    return CannotRemember(kinds[0])
