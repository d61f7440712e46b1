"""Parts of the program that are made the first time somebody asks."""

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar

Made = TypeVar("Made")


class HasParts(Protocol):
    """What parts are made in: those that are made, and the lock of making."""

    lock: RLock
    made: dict[str, Any]


class Once(Generic[Made]):
    """A part that is made the first time somebody asks, whichever lane asks first."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, parts: HasParts, owner: type) -> Made:
        """Return the part, made under the lock so that two lanes never make two."""
        with parts.lock:
            if self._name not in parts.made:
                parts.made[self._name] = self._make(parts)
            made: Made = parts.made[self._name]
            return made
