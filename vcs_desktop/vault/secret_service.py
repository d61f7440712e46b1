"""The Secret Service of Linux (GNOME, KDE, KeePassXC), asked without waiting for ever."""

from functools import partial
from typing import Final

from keyring import errors
from keyring.backends import SecretService as Upstream
from secretstorage import Collection, dbus_init
from secretstorage.exceptions import SecretStorageException

LONGEST_PROMPT_S: Final = 30.0
"""How long a person may take to unlock the keyring."""
LONGEST_ANSWER_S: Final = 10.0
"""How long the service may take for anything else; of itself it is waited for without end."""


class SecretService(Upstream.Keyring):
    """The backend of ``keyring``, but it sets up no keyring, and gives up when none is unlocked."""

    def get_preferred_collection(self) -> Collection:
        """Return where secrets are kept; whoever asks closes its connection.

        Raises:
            InitError: nobody has ever set it up.
            KeyringLocked: nobody unlocked it.
            TimeoutError: the service does not answer.
        """
        bus = dbus_init()
        bus.send_and_get_reply = partial(bus.send_and_get_reply, timeout=LONGEST_ANSWER_S)
        try:
            collection = Collection(bus)
            if collection.is_locked():
                _unlock(collection)
            locked = collection.is_locked()
        except SecretStorageException as error:
            bus.close()
            raise errors.InitError("there is no collection") from error
        except BaseException:
            bus.close()
            raise
        if locked:
            bus.close()
            raise errors.KeyringLocked("nobody unlocked it")
        return collection


def _unlock(collection: Collection) -> None:
    try:
        collection.unlock(timeout=LONGEST_PROMPT_S)
    except TimeoutError as error:
        raise errors.KeyringLocked("nobody unlocked it in time") from error
