"""Signs what is published, and checks signatures: Ed25519 by libsodium."""

from nacl import bindings, exceptions

from vcs_desktop.wire.signed import Signed

SEED_BYTES = bindings.crypto_sign_SEEDBYTES


def key_of(seed: bytes) -> str:
    """Return the key, in hexadecimal, that checks what ``seed`` signs."""
    key, _ = bindings.crypto_sign_seed_keypair(seed)
    return key.hex()


def sign(seed: bytes, purpose: bytes, body: bytes) -> Signed:
    """Return some canonical JSON signed for one purpose (``wire.signed.LIBRARY`` or ``ROOT``)."""
    key, secret = bindings.crypto_sign_seed_keypair(seed)
    signature = bindings.crypto_sign(purpose + body, secret)[: bindings.crypto_sign_BYTES]
    return Signed(key.hex(), signature.hex(), body)


def is_right(signed: Signed, purpose: bytes) -> bool:
    """Say whether a signature was made with the key that it names, for this purpose."""
    content = bytes.fromhex(signed.signature) + purpose + signed.body
    try:
        bindings.crypto_sign_open(content, bytes.fromhex(signed.key))
    except (exceptions.CryptoError, ValueError):
        return False
    return True
