"""The keys by which a group's laptops know one another: one to sign with, one to be written to."""

from dataclasses import dataclass, field
from typing import Final, Self

from nacl import bindings, exceptions

from vcs_desktop.vault import sealing
from vcs_desktop.vault.sealing import NotOpened

SIGNATURE_BYTES: Final = bindings.crypto_sign_BYTES


@dataclass(frozen=True, slots=True)
class SignKeys:
    """What a device signs with. ``seed`` never leaves its group's file."""

    seed: bytes = field(repr=False)
    _secret: bytes = field(repr=False)
    key: str

    @classmethod
    def new(cls) -> Self:
        """Return new ones."""
        return cls.of(sealing.new_key())

    @classmethod
    def of(cls, seed: bytes) -> Self:
        """Return those that a seed makes."""
        key, secret = bindings.crypto_sign_seed_keypair(seed)
        return cls(seed, secret, key.hex())

    def sign(self, content: bytes) -> bytes:
        """Return the signature of some bytes."""
        return bindings.crypto_sign(content, self._secret)[:SIGNATURE_BYTES]


@dataclass(frozen=True, slots=True)
class SealKeys:
    """What a device is written to with (X25519). ``secret`` never leaves its group's file."""

    secret: bytes = field(repr=False)
    key: str

    @classmethod
    def new(cls) -> Self:
        """Return new ones."""
        return cls.of(sealing.new_key())

    @classmethod
    def of(cls, secret: bytes) -> Self:
        """Return those that a secret makes."""
        return cls(secret, bindings.crypto_scalarmult_base(secret).hex())

    def open(self, sealed: bytes) -> bytes:
        """Return what somebody sealed for us.

        Raises:
            NotOpened: it was sealed for somebody else, or changed since.
        """
        try:
            return bindings.crypto_box_seal_open(sealed, bytes.fromhex(self.key), self.secret)
        except (exceptions.CryptoError, exceptions.TypeError, ValueError) as error:
            raise NotOpened from error


def seal_for(key: str, content: bytes) -> bytes:
    """Return content that only the owner of a key opens. Who sealed it is not said by it.

    Raises:
        ValueError: it is no key.
    """
    try:
        return bindings.crypto_box_seal(content, bytes.fromhex(key))
    except (exceptions.CryptoError, exceptions.TypeError) as error:
        raise ValueError("no key to seal for") from error


def is_signed(key: str, signature: bytes, content: bytes) -> bool:
    """Say whether a signature over some bytes was made by a key."""
    try:
        bindings.crypto_sign_open(signature + content, bytes.fromhex(key))
    except (exceptions.CryptoError, exceptions.TypeError, ValueError):
        return False
    return True
