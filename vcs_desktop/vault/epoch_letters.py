"""The letters in which a new key of the group goes to each of its laptops.

Anybody can seal for a laptop, so what is in a letter is signed by the laptop that made the
epoch: the service that carries it cannot put a key of its own in its place.
"""

import json
from typing import Final

from vcs_desktop.vault.device_keys import SIGNATURE_BYTES, SealKeys, SignKeys, is_signed, seal_for
from vcs_desktop.vault.sealing import KEY_BYTES, NotOpened
from vcs_desktop.wire.record import canonical

_PURPOSE: Final = b"vcs-epoch-v1\0"
_LETTER: Final = b"vcs-epoch-letter-v1\0"


def letter_for(
    device: str, seal_key: str, group: str, epoch: int, key: bytes, by: SignKeys
) -> bytes:
    """Return the letter in which a device gets the key of an epoch.

    Raises:
        ValueError: the device's key is none.
    """
    told = canonical({"group": group, "epoch": epoch, "device": device, "key": key.hex()})
    return seal_for(seal_key, by.sign(_LETTER + told) + told)


def key_in(letter: bytes, keys: SealKeys, device: str, group: str, epoch: int, by: str) -> bytes:
    """Return the key that a letter brings us; ``by`` is what checks the maker's signatures.

    Raises:
        NotOpened: it is not for us, not for this group and epoch, or made by somebody else.
    """
    inside = keys.open(letter)
    signature, told = inside[:SIGNATURE_BYTES], inside[SIGNATURE_BYTES:]
    if not is_signed(by, signature, _LETTER + told):
        raise NotOpened
    try:
        said = json.loads(told)
        key = bytes.fromhex(said["key"])
        if (said["group"], said["epoch"], said["device"]) != (group, epoch, device):
            raise NotOpened
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotOpened from error
    if len(key) != KEY_BYTES:
        raise NotOpened
    return key


def signature_of(keys: SignKeys, group: str, epoch: int, letters_digest: str) -> str:
    """Return the signature, in hexadecimal, of who made an epoch."""
    return keys.sign(_signed(group, epoch, letters_digest)).hex()


def is_made_by(key: str, group: str, epoch: int, letters_digest: str, signature: str) -> bool:
    """Say whether an epoch was made by the owner of a key."""
    try:
        made = bytes.fromhex(signature)
    except ValueError:
        return False
    return is_signed(key, made, _signed(group, epoch, letters_digest))


def _signed(group: str, epoch: int, letters_digest: str) -> bytes:
    return _PURPOSE + canonical([group, epoch, letters_digest])
