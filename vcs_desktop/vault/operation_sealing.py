"""Seals operations for a service that may not read them, and opens what it gives back.

The nonce is made of all that is sealed, under a key of its own. So the same operation,
signed once, is sealed to the same bytes on every laptop that offers it, also years later;
two different ones never share a nonce.
"""

from dataclasses import dataclass
from typing import Final

from nacl import bindings, exceptions

from vcs_desktop.vault import sealing
from vcs_desktop.vault.device_keys import SignKeys, is_signed
from vcs_desktop.vault.sealing import NotOpened
from vcs_desktop.wire.sealed_frame import (
    NONCE_BYTES,
    Frame,
    Inside,
    Sort,
    bound_to,
    frame_bytes,
    inside_bytes,
    inside_of,
    signed_part,
)

FIRST_EPOCH: Final = 1


@dataclass(frozen=True, slots=True)
class Place:
    """What an operation, or its blank, is sealed for: nothing opens in another place."""

    sort: Sort
    group: str
    uuid: str
    epoch: int

    @property
    def bound(self) -> bytes:
        """What the seal is bound to."""
        return bound_to(self.sort, self.group, self.uuid, self.epoch)


def signature_of(place: Place, signer: str, keys: SignKeys, content: bytes) -> bytes:
    """Return a device's signature of what is to be sealed there."""
    said = signed_part(place.sort, place.group, place.uuid, place.epoch, signer)
    return keys.sign(said + content)


def is_signed_by(place: Place, inside: Inside, key: str) -> bool:
    """Say whether what was opened was signed for this place, by the owner of a key."""
    said = signed_part(place.sort, place.group, place.uuid, place.epoch, inside.signer)
    return is_signed(key, inside.signature, said + inside.content)


def sealed(place: Place, key: bytes, inside: Inside) -> bytes:
    """Return the frame of an operation or a blank, under the key of its epoch."""
    plain = inside_bytes(inside)
    nonce = sealing.digest(
        place.bound + plain, key=sealing.derived(key, "nonce"), purpose="op nonce", size=NONCE_BYTES
    )
    box = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, place.bound, nonce, key)
    return frame_bytes(Frame(place.sort, place.epoch, nonce, box))


def opened(place: Place, key: bytes, frame: Frame) -> Inside:
    """Return what is in a frame. Whose signature it bears is not looked at here.

    Raises:
        NotOpened: the key is another, it is of another place, or a bit was changed.
    """
    try:
        plain = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            frame.box, place.bound, frame.nonce, key
        )
        return inside_of(plain)
    except (exceptions.CryptoError, ValueError) as error:
        raise NotOpened from error
