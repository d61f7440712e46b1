"""Tokens and codes: made here, told once, kept as digests."""

import hashlib
import secrets
from typing import Final

_TOKEN_BYTES: Final = 32
_CODE_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters that look like others.

Source: Crockford, Base 32, 2002."""
_CODE_GROUPS, _IN_A_GROUP = 5, 4
_LOOKS_LIKE: Final = str.maketrans("OIL", "011", " -")


def new_token() -> str:
    """Return 32 random bytes as text."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_code() -> str:
    """Return a code of 100 random bits that can be read out over the telephone."""
    groups = (
        "".join(secrets.choice(_CODE_LETTERS) for _ in range(_IN_A_GROUP))
        for _ in range(_CODE_GROUPS)
    )
    return "-".join(groups)


def digest(told: str) -> str:
    """Return the digest under which a token is kept: guessing 256 bits needs no slow one."""
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def code_digest(told: str) -> str:
    """Return the digest under which a code is kept, however it was typed."""
    return digest(told.upper().translate(_LOOKS_LIKE))
