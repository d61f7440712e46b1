"""How a laptop that the service has forgotten shows that it is the one that the group knows.

No code and no words are needed: its keys stand in the group's own log, and it signs with them.
"""

import hashlib
from typing import Final

from vcs_desktop.vault.device_keys import SignKeys, is_signed
from vcs_desktop.wire.record import canonical

_LOCATOR: Final = b"vcs-return-locator-v1\0"
_PROOF: Final = b"vcs-return-v1\0"


def return_locator(key: bytes, group: str) -> str:
    """Return where a laptop asks to come back: only who has a key of the group finds it."""
    return hashlib.blake2b(_LOCATOR + group.encode(), key=key, digest_size=32).hexdigest()


def return_proof(keys: SignKeys, group: str, door: str) -> bytes:
    """Return what a laptop shows when it asks to come back."""
    return keys.sign(_PROOF + canonical([group, door]))


def is_return_proof(sign_key: str, group: str, door: str, proof: bytes) -> bool:
    """Say whether the laptop itself asks, whose key to sign with the group knows."""
    return is_signed(sign_key, proof, _PROOF + canonical([group, door]))
