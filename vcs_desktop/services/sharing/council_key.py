"""The key of the council: what is personal is sealed for it, once a person has compared it.

It is kept on this computer's desk, and every computer of the group asks for itself.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.services.desk import DeskService
from vcs_desktop.wire.roots import fingerprint_of

_DESK: Final = "council-key"
_HEX: Final = 64


class Standing(StrEnum):
    """How the key stands. ``OTHER``: the service names another than was said yes to."""

    UNKNOWN = "unknown"
    NEW = "new"
    OTHER = "other"
    KNOWN = "known"


class OtherKey(AppError):
    """The digits that somebody said yes to are not those of the key any more."""

    message = marked("The council's digits are not what you compared.")
    advice = marked("Compare them again. If they differ, tell the council.")


@dataclass(frozen=True, slots=True)
class CouncilKey:
    """What is known. ``digits`` are those of the key to compare, else of the one that holds."""

    standing: Standing
    digits: str = ""


class CouncilKeys:
    """Remembers which key a person said yes to, and which one the service names."""

    def __init__(self, desk: DeskService) -> None:
        self._desk = desk

    def now(self) -> CouncilKey:
        """Return how it stands."""
        held, seen = self._read()
        if held and seen in ("", held):
            return CouncilKey(Standing.KNOWN, fingerprint_of(held))
        if seen:
            return CouncilKey(Standing.OTHER if held else Standing.NEW, fingerprint_of(seen))
        return CouncilKey(Standing.UNKNOWN)

    def key(self) -> str:
        """Return the key in hexadecimal that may be used; empty while nobody said yes to one."""
        held, seen = self._read()
        return held if seen in ("", held) else ""

    def see(self, key: str) -> None:
        """Note which key the service names; empty is none, and changes nothing."""
        held, seen = self._read()
        if _is_key(key) and key != seen:
            self._desk.put(_DESK, {"held": held, "seen": key})

    def say_yes(self, digits: str) -> None:
        """Use the key with these digits from now on: a person has compared them.

        Raises:
            OtherKey: it has other digits.
        """
        held, seen = self._read()
        wanted = seen or held
        if not wanted or fingerprint_of(wanted).split() != digits.split():
            raise OtherKey
        self._desk.put(_DESK, {"held": wanted, "seen": wanted})

    def _read(self) -> tuple[str, str]:
        found = self._desk.read(_DESK)
        told = found if isinstance(found, dict) else {}
        held, seen = (str(told.get(name) or "") for name in ("held", "seen"))
        return (held if _is_key(held) else ""), (seen if _is_key(seen) else "")


def _is_key(text: str) -> bool:
    return len(text) == _HEX and all(each in "0123456789abcdef" for each in text)
