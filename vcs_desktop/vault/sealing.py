"""Seals and opens small secrets with libsodium; nothing here is maths of our own."""

from dataclasses import dataclass
from typing import Final

from nacl import bindings, exceptions
from nacl.utils import random

from vcs_desktop.core.group_errors import NotEnoughMemory

KEY_BYTES: Final = 32
SALT_BYTES: Final = bindings.crypto_pwhash_SALTBYTES
NONCE_BYTES: Final = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
TAG_BYTES: Final = bindings.crypto_aead_xchacha20poly1305_ietf_ABYTES
MOST_PASSES: Final = 12
MOST_MEMORY_BYTES: Final = 1 << 30
LEAST_MEMORY_BYTES: Final = bindings.crypto_pwhash_argon2id_MEMLIMIT_MIN


class NotOpened(Exception):
    """It was sealed with another key, for another place, or it was changed since."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work Argon2id makes of one guess: ``passes`` over ``memory_bytes``.

    Raises:
        ValueError: it is more than any computer of ours should be asked for, or none.
    """

    passes: int
    memory_bytes: int

    def __post_init__(self) -> None:
        if not 1 <= self.passes <= MOST_PASSES:
            raise ValueError("the passes are out of bounds")
        if not LEAST_MEMORY_BYTES <= self.memory_bytes <= MOST_MEMORY_BYTES:
            raise ValueError("the memory is out of bounds")


FOR_PASSPHRASES: Final = Effort(
    bindings.crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
    bindings.crypto_pwhash_argon2id_MEMLIMIT_MODERATE,
)
"""About 0.4 s. Source: libsodium's "moderate", 3 passes over 256 MiB."""
FOR_SMALL_COMPUTERS: Final = Effort(4, 64 << 20)
"""Where there is no room for the other when a way in is made."""
FOR_CODES: Final = Effort(2, 16 << 20)
"""A code of 160 random bits cannot be guessed at any speed."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return random(KEY_BYTES)


def new_salt() -> bytes:
    """Return a salt for ``stretched``."""
    return random(SALT_BYTES)


def stretched(secret: bytes, salt: bytes, effort: Effort) -> bytes:
    """Return the key that Argon2id makes of what a person types.

    Raises:
        NotEnoughMemory: this computer does not have that much to spare now.
    """
    try:
        return bindings.crypto_pwhash_alg(
            KEY_BYTES,
            secret,
            salt,
            effort.passes,
            effort.memory_bytes,
            bindings.crypto_pwhash_ALG_ARGON2ID13,
        )
    except (exceptions.RuntimeError, MemoryError) as error:
        raise NotEnoughMemory(f"{effort.memory_bytes >> 20} MiB") from error


def derived(key: bytes, purpose: str) -> bytes:
    """Return another key for one purpose; nobody can come back from it to ``key``."""
    return digest(b"", key=key, purpose=purpose)


def digest(content: bytes, *, key: bytes = b"", purpose: str, size: int = KEY_BYTES) -> bytes:
    """Return the BLAKE2b digest of content, a different one for each key and purpose."""
    return bindings.crypto_generichash_blake2b_salt_personal(
        content, digest_size=size, key=key, person=f"vcs {purpose}".encode()
    )


def seal(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Return content sealed (XChaCha20-Poly1305), with its random nonce before it.

    It opens only together with the same ``bound_to``, which stands beside it in the open.
    """
    nonce = random(NONCE_BYTES)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        content, bound_to, nonce, key
    )


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        NotOpened: the key or ``bound_to`` is another, or a bit was changed.
    """
    nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(box, bound_to, nonce, key)
    except exceptions.CryptoError as error:
        raise NotOpened from error


def new_pair() -> tuple[bytes, bytes]:
    """Return an address that anybody may write to, and the key that opens what is sent there."""
    address, opener = bindings.crypto_box_keypair()
    return address, opener


def seal_to(address: bytes, bond: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Return content sealed so that only the owner of ``address`` opens it.

    ``bond`` is a secret that writer and owner share: who does not know it can write
    nothing that the owner would take for ours.
    """
    once_address, once_opener = new_pair()
    key = _shared(once_opener, address, bond, once_address + address)
    return once_address + seal(key, content, bound_to)


def unseal_own(opener: bytes, bond: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """Return what was sealed to the address that belongs to ``opener``.

    Raises:
        NotOpened: it was sealed to somebody else, by a stranger, or changed since.
    """
    once_address, box = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    address = bindings.crypto_scalarmult_base(opener)
    return unseal(_shared(opener, once_address, bond, once_address + address), box, bound_to)


def _shared(opener: bytes, address: bytes, bond: bytes, between: bytes) -> bytes:
    """Return the key that two ends work out alike (X25519)."""
    try:
        secret = bindings.crypto_scalarmult(opener, address)
    except exceptions.RuntimeError as error:  # an address of which nothing can be made
        raise NotOpened from error
    return digest(secret + between, key=bond, purpose="letter")
