"""How the kept copies of an application are told apart.

Two computers that were apart may each keep a copy with the same number. The number stands on
its pages, so neither gets another: they are called 1A and 1B, the same on every computer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from string import ascii_uppercase
from typing import Final

from vcs_desktop.domain.applications import KeptCopy

_MOST: Final = len(ascii_uppercase)


def newest_first(copies: Iterable[KeptCopy]) -> list[KeptCopy]:
    """Return copies by their numbers; of two with the same one the later is first."""
    return sorted(copies, key=_place, reverse=True)


def copy_names(copies: Iterable[KeptCopy]) -> Mapping[str, str]:
    """Return what each copy is called, by its id: its number, with a letter where it has to be."""
    alike: dict[int, list[KeptCopy]] = defaultdict(list)
    for each in sorted(copies, key=_place):
        alike[each.number].append(each)
    return {
        each.id: f"{number}{_letter(at)}" if len(some) > 1 else str(number)
        for number, some in alike.items()
        for at, each in enumerate(some)
    }


def copies_called(name: str, copies: Iterable[KeptCopy]) -> list[KeptCopy]:
    """Return the copies that somebody means who types a name: "2", "1A", or "1" for both."""
    every, typed = tuple(copies), name.strip().upper()
    names = copy_names(every)
    found = [each for each in every if names[each.id] == typed]
    return found or [each for each in newest_first(every) if str(each.number) == typed]


def _place(copy: KeptCopy) -> tuple[int, date, str]:
    return copy.number, copy.on or date.min, copy.id


def _letter(at: int) -> str:
    rounds, letter = divmod(at, _MOST)
    return ascii_uppercase[letter] * (rounds + 1)
