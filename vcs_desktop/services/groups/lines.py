"""What can be said of a group: before it is open, and to make one."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.vault.slot_file import LONGEST_LABEL, LONGEST_NAME
from vcs_desktop.vault.slots import SlotKind, Slots

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.storage.sessions import Session


class GroupState(StrEnum):
    """How it stands with a group's files, as far as can be seen without a key."""

    READY = "ready"
    DAMAGED = "damaged"
    MOVED = "moved"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Opener:
    """Somebody who can open a group. ``label`` is what they call themselves, or empty."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group in the list. ``name`` is empty where it is hidden or cannot be read."""

    id: str
    name: str
    state: GroupState
    openers: tuple[Opener, ...] = ()
    has_code: bool = False
    is_practice: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether the group chose not to show its name."""
        return self.state is GroupState.READY and not self.name


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What it takes to start a group. ``person`` is what who starts it is called, or empty.

    ``is_practice`` marks it as the practice group, which anybody can open.
    """

    name: str
    passphrase: str = field(repr=False)
    person: str = ""
    hides_name: bool = False
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class NewHere:
    """A group that begins on this computer and is on others already: its id, and what it needs.

    ``fill`` writes that into its new file, before anybody can open it.
    """

    group: str
    fill: "Callable[[Session], None]" = field(repr=False)


def openers_of(slots: Slots) -> tuple[Opener, ...]:
    """Return the people who can open a group."""
    return tuple(Opener(slot.id, slot.label) for slot in slots.of(SlotKind.PASSPHRASE))


def one_line_of(text: str) -> str:
    """Return a name as it can stand anywhere: on one line, with nothing hidden in it."""
    return " ".join(without_hidden(text).split())


def is_same_name(typed: str, name: str) -> bool:
    """Say whether somebody typed a name; capitals and spaces do not matter."""
    return one_line_of(typed).casefold() == one_line_of(name).casefold()


def group_name(text: str) -> str:
    """Return a name for a group.

    Raises:
        CannotUseInput: it is empty, or too long.
    """
    name = one_line_of(text)
    if not name:
        raise CannotUseInput(message=tr("The group needs a name."))
    if len(name) > LONGEST_NAME:
        raise CannotUseInput(
            message=tr("This name is too long."),
            advice=tr("Use at most {count} letters.", count=LONGEST_NAME),
        )
    return name


def person_label(text: str) -> str:
    """Return what a person is called in the list of who can open the group.

    Raises:
        CannotUseInput: it is too long.
    """
    label = one_line_of(text)
    if len(label) > LONGEST_LABEL:
        raise CannotUseInput(
            message=tr("This name is too long."),
            advice=tr("Use at most {count} letters.", count=LONGEST_LABEL),
        )
    return label
