"""The printed code: 160 random bits in 34 letters and digits that can be copied by hand.

32 of them carry the bits, in the alphabet of Douglas Crockford, which has no I, L, O
and U. Two more are the number they make, modulo 1021: a prime above 32 squared less
31, so that one wrong letter, or two neighbours changed over, are always found; of any
other slip 1 in 1,021 is not, and then the seal does not open.

Source: https://www.crockford.com/base32.html
"""

from dataclasses import dataclass, field
from typing import Final, Self

from nacl.utils import random

from vcs_desktop.core.group_errors import MistypedCode

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES: Final = 20
LETTERS: Final = 32
CHECKS: Final = 2
GROUP: Final = 5
_MODULUS: Final = 1021
_BITS: Final = 5
_READ_AS: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014\u00a0\t\r\n.")
_LONGEST_TYPED: Final = 200


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code; ``secret`` is what a key is made of. Only ``groups`` shows it, never ``str``."""

    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Return a new random code."""
        return cls(random(SECRET_BYTES))

    @classmethod
    def typed(cls, words: str) -> Self:
        """Return the code that a person typed: small letters, spaces and hyphens do not matter.

        Raises:
            MistypedCode: it is no code, or there is a slip in it.
        """
        if len(words) > _LONGEST_TYPED:
            raise MistypedCode
        letters = letters_of(words)
        if len(letters) != LETTERS + CHECKS or not set(letters) <= set(ALPHABET):
            raise MistypedCode
        number, check = _number(letters[:LETTERS]), _number(letters[LETTERS:])
        if check != number % _MODULUS:
            raise MistypedCode
        return cls(number.to_bytes(SECRET_BYTES, "big"))

    def groups(self) -> tuple[str, ...]:
        """Return the code as it is written: six groups of five, and one of four."""
        number = int.from_bytes(self.secret, "big")
        letters = _letters(number, LETTERS) + _letters(number % _MODULUS, CHECKS)
        return tuple(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def letters_of(typed: str) -> str:
    """Return what a person typed as a code writes it: large letters, and nothing between them."""
    return typed[:_LONGEST_TYPED].translate(_BETWEEN).upper().translate(_READ_AS)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << _BITS | ALPHABET.index(letter)
    return number


def _letters(number: int, count: int) -> str:
    places = range(_BITS * (count - 1), -1, -_BITS)
    return "".join(ALPHABET[number >> place & len(ALPHABET) - 1] for place in places)
