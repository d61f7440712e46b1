"""How alike two people are, and why: the same e-mail, phone or name, however it is written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.words_typed import every_word, folded


class Trait(StrEnum):
    """What two people may have in common."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"


Key = tuple[Trait, str]

MOST_TOGETHER = 12
"""Of more people than this with one e-mail or phone, it is the group's own and says nothing."""

_FEWEST_DIGITS = 6
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "sir", "prof"))
_APOSTROPHES = str.maketrans("", "", "'`\u2019\u02bc")
_BETWEEN = re.compile(r"[,;/\n]|\bor\b|\band\b", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:ext|extension|x)\.?\s*\d+\s*$", re.IGNORECASE)
_UK = ("0044", "+44")
_WHY: Mapping[frozenset[Trait], Marked] = MappingProxyType(
    {
        frozenset((Trait.NAME,)): marked("They have the same name."),
        frozenset((Trait.EMAIL,)): marked("They have the same email address."),
        frozenset((Trait.PHONE,)): marked("They have the same phone number."),
        frozenset((Trait.NAME, Trait.EMAIL)): marked("They have the same name and email address."),
        frozenset((Trait.NAME, Trait.PHONE)): marked("They have the same name and phone number."),
        frozenset((Trait.EMAIL, Trait.PHONE)): marked(
            "They have the same email address and phone number."
        ),
        frozenset(Trait): marked("They have the same name, email address and phone number."),
    }
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two people have in common; nothing at all makes them unlike."""

    traits: frozenset[Trait] = frozenset()

    @property
    def is_likely(self) -> bool:
        """Whether they are likely one person: two things are the same, not just one."""
        return len(self.traits) > 1

    @property
    def why(self) -> str:
        """What is the same, in a sentence; empty when nothing is."""
        return tr_marked(_WHY[self.traits]) if self.traits else ""

    def __bool__(self) -> bool:
        return bool(self.traits)


def likeness(one: Person, other: Person) -> Likeness:
    """Return what two people have in common."""
    return Likeness(frozenset(trait for trait, _ in keys_of(one) & keys_of(other)))


def keys_of(person: Person) -> frozenset[Key]:
    """Return what somebody is known by: whoever shares one of these may be the same person."""
    return keys_of_texts(person.name, person.email, person.phone)


def keys_of_texts(name: str, email: str, phone: str) -> frozenset[Key]:
    """Return what somebody is known by, of the three texts that say it."""
    found: set[Key] = {(Trait.PHONE, number) for number in phone_numbers(phone)}
    if plain := name_key(name):
        found.add((Trait.NAME, plain))
    if address := email.strip().casefold():
        found.add((Trait.EMAIL, address))
    return frozenset(found)


def name_key(name: str) -> str:
    """Return a name in the one form in which names are compared: any order, case and accents."""
    words = [folded(word) for word in every_word(name.translate(_APOSTROPHES))]
    telling = [word for word in words if word not in _TITLES]
    return " ".join(sorted(telling or words))


def phone_numbers(text: str) -> list[str]:
    """Return the numbers in a text in the one form in which they are compared.

    What begins with the code of the United Kingdom is the same as without it.
    """
    return [number for part in _BETWEEN.split(text) if (number := _number(part))]


def _number(text: str) -> str:
    plain = _EXTENSION.sub("", text).replace("(0)", "").replace(" ", "")
    digits = "".join(mark for mark in plain if mark.isdecimal() or mark == "+")
    for code in _UK:
        if digits.startswith(code):
            digits = digits.removeprefix(code)
            break
    digits = digits.replace("+", "").lstrip("0")
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def alike_pairs(
    known: Iterable[tuple[str, frozenset[Key]]],
) -> Iterator[tuple[str, str, Likeness]]:
    """Yield each two of some people, given by id, that have something in common.

    Only those who share a key are compared, so it is quick for thousands. Where very
    many have one name, each is put beside the first of them only.
    """
    blocks: dict[Key, list[str]] = defaultdict(list)
    keys = dict(known)
    for each, its_keys in keys.items():
        for key in its_keys:
            blocks[key].append(each)
    told: dict[tuple[str, str], set[Trait]] = defaultdict(set)
    for (trait, _), block in blocks.items():
        for pair in _pairs(trait, block):
            told[pair].add(trait)
    for (first, second), traits in told.items():
        yield first, second, Likeness(frozenset(traits))


def _pairs(trait: Trait, block: list[str]) -> Iterator[tuple[str, str]]:
    if len(block) > MOST_TOGETHER:
        if trait == Trait.NAME:
            yield from ((block[0], other) for other in block[1:])
        return
    for at, one in enumerate(block):
        yield from ((one, other) for other in block[at + 1 :])
