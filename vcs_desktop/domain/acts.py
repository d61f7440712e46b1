"""What people do to records, in the words of "Undo: …" and "Redo: …"."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_count, tr_marked


class State(StrEnum):
    """Where an act of this computer stands.

    A LEFT act can be neither undone nor redone: something else was done after it was
    undone, or nothing of it is as it was left.
    """

    DONE = "done"
    UNDONE = "undone"
    LEFT = "left"


class Verb(StrEnum):
    """What was done. A slice that does something of its own adds it here, with its words."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    RESTORE = "restore"
    CHOOSE = "choose"
    ERASE = "erase"
    ADD_PEOPLE = "add_people"
    BRING_IN = "bring_in"
    MERGE = "merge"
    TELL_APART = "tell_apart"
    KEEP = "keep"
    UNDO = "undo"
    REDO = "redo"


_UNDO: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("Undo: add {name}"),
        Verb.CHANGE: marked("Undo: change {name}"),
        Verb.DELETE: marked("Undo: put {name} in the bin"),
        Verb.RESTORE: marked("Undo: take {name} out of the bin"),
        Verb.CHOOSE: marked("Undo: choose a version for {name}"),
        Verb.ADD_PEOPLE: marked("Undo: add {name}"),
        Verb.BRING_IN: marked("Undo: bring in {name}"),
        Verb.MERGE: marked("Undo: merge {name}"),
        Verb.TELL_APART: marked("Undo: tell {name} apart"),
        Verb.KEEP: marked("Undo: keep {name} for another year"),
    }
)
_REDO: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("Redo: add {name}"),
        Verb.CHANGE: marked("Redo: change {name}"),
        Verb.DELETE: marked("Redo: put {name} in the bin"),
        Verb.RESTORE: marked("Redo: take {name} out of the bin"),
        Verb.CHOOSE: marked("Redo: choose a version for {name}"),
        Verb.ADD_PEOPLE: marked("Redo: add {name}"),
        Verb.BRING_IN: marked("Redo: bring in {name}"),
        Verb.MERGE: marked("Redo: merge {name}"),
        Verb.TELL_APART: marked("Redo: tell {name} apart"),
        Verb.KEEP: marked("Redo: keep {name} for another year"),
    }
)


_ABOUT_ONE = frozenset((Verb.MERGE,))
"""What is done to several records, and yet is about the one that it is named after."""


def undo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that undoes an act on one record, or on several."""
    if name and verb in _UNDO and (count <= 1 or verb in _ABOUT_ONE):
        return tr_marked(_UNDO[verb], name=name)
    match verb:
        case Verb.ADD_PEOPLE:
            return tr_count("Undo: add {count} person", "Undo: add {count} people", count)
        case Verb.BRING_IN:
            return tr_count("Undo: bring in {count} person", "Undo: bring in {count} people", count)
        case Verb.KEEP:
            return tr_count(
                "Undo: keep {count} person for another year",
                "Undo: keep {count} people for another year",
                count,
            )
        case _:
            return tr_count("Undo: {count} change", "Undo: {count} changes", count)


def redo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that does an act again, on one record or on several."""
    if name and verb in _REDO and (count <= 1 or verb in _ABOUT_ONE):
        return tr_marked(_REDO[verb], name=name)
    match verb:
        case Verb.ADD_PEOPLE:
            return tr_count("Redo: add {count} person", "Redo: add {count} people", count)
        case Verb.BRING_IN:
            return tr_count("Redo: bring in {count} person", "Redo: bring in {count} people", count)
        case Verb.KEEP:
            return tr_count(
                "Redo: keep {count} person for another year",
                "Redo: keep {count} people for another year",
                count,
            )
        case _:
            return tr_count("Redo: {count} change", "Redo: {count} changes", count)
