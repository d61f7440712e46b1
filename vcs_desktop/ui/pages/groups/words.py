"""What the page of groups says of a group before it is open."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vcs_desktop.services.groups import GroupLine, Opener

_MOST_NAMED = 3


def name_of(line: "GroupLine") -> str:
    """Return what a group is called in the list."""
    if line.name:
        return short_prose(line.name)
    if line.is_hidden:
        return tr("A group that hides its name")
    return tr("A group that cannot be read")


def who_can_open(line: "GroupLine") -> str:
    """Return who can open a group, as far as they say what they are called."""
    if line.is_practice:
        return tr("Practice group: anybody can open it. Put no real names here.")
    named = [short_prose(each.label) for each in line.openers if each.label]
    others = len(line.openers) - len(named[:_MOST_NAMED])
    shown = ", ".join(named[:_MOST_NAMED])
    if not named:
        return tr_count("{count} person can open it.", "{count} people can open it.", others)
    if not others:
        return tr("Can be opened by: {names}.", names=shown)
    return tr_count(
        "Can be opened by: {names}, and {count} more.",
        "Can be opened by: {names}, and {count} more.",
        others,
        names=shown,
    )


def opener_choices(openers: "Sequence[Opener]") -> list[tuple[str, str]]:
    """Return (id, words) of who may be opening the group; nobody in particular comes last."""
    named = [
        (each.id, short_prose(each.label) or tr("Person {number}, without a name", number=number))
        for number, each in enumerate(openers, 1)
    ]
    return [*named, ("", tr("I am not sure"))]


def state_words(line: "GroupLine") -> str:
    """Return what is wrong with a group's files and what to do, or nothing."""
    from vcs_desktop.services.groups import GroupState

    if line.state is GroupState.DAMAGED and line.is_practice:
        return tr("The practice group is damaged. Throw it away and begin again.")
    if line.state is GroupState.DAMAGED:
        return tr(
            "The file that lets people in is damaged. Bring the group back from its newest copy."
        )
    if line.state is GroupState.MOVED:
        return tr(
            "The files in this folder belong to another group. Put them back where they were."
        )
    if line.state is GroupState.NEWER:
        return tr("A newer version of this app used it. Install that version to open it.")
    return ""


def can_bring_back(line: "GroupLine") -> bool:
    """Say whether a group is damaged in a way that its newest backup mends."""
    from vcs_desktop.services.groups import GroupState

    return line.state is GroupState.DAMAGED and not line.is_practice
