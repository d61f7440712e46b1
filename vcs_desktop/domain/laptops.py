"""The laptops of a group: whose signatures are believed, and up to where when one was taken out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Whether changes are exchanged.

    LOOK waits until a person has looked at what a backup brought back. REMOVED is a laptop
    that was taken out, and UNKNOWN one that the service does not know any more.
    """

    ON = "on"
    LOOK = "look"
    REMOVED = "removed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UpTo:
    """What one laptop held of another's work when it heard that it was taken out.

    ``id`` is the laptop that says so. ``digests`` are the last of each line of operations
    that the other had signed: those, and all before them, stay good everywhere.
    """

    id: str = ""
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop that takes part. Its id is that of the device in the operations it makes.

    ``sign_key`` and ``seal_key`` are its public keys in hexadecimal, ``door`` the id by which
    the service knows it. ``owner`` is the id of the person who opened the group on it when it
    came. ``is_removed`` is for good: a laptop that comes back comes as a new one.
    """

    id: str = ""
    name: str = ""
    owner: str = ""
    sign_key: str = ""
    seal_key: str = ""
    door: str = ""
    is_removed: bool = False
    up_to: tuple[UpTo, ...] = ()


def digests_in(part: Any) -> tuple[str, ...]:
    """Return the digests that stand in a record in place of an ``UpTo``, whatever else does."""
    found = part.get("digests") if isinstance(part, dict) else None
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()
