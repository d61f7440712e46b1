"""The parts of a record in the order in which people put them."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Ordered(Protocol):
    """A part with a place; where two places are the same, the ids decide."""

    @property
    def id(self) -> str:
        """What tells it from the others."""

    @property
    def order(self) -> int:
        """Its place. Places need not follow one another."""


Part = TypeVar("Part", bound=Ordered)


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts by their places, the same on every computer."""
    return tuple(sorted(parts, key=lambda each: (each.order, each.id)))


def place_after(parts: Iterable[Ordered]) -> int:
    """Return the place of a new part, after all that are there."""
    return max((each.order for each in parts), default=0) + 1
