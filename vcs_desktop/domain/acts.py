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
    UNDO = "undo"
    REDO = "redo"


_UNDO: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("Undo: add {name}"),
        Verb.CHANGE: marked("Undo: change {name}"),
        Verb.DELETE: marked("Undo: put {name} in the bin"),
        Verb.RESTORE: marked("Undo: take {name} out of the bin"),
        Verb.CHOOSE: marked("Undo: choose a version for {name}"),
    }
)
_REDO: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("Redo: add {name}"),
        Verb.CHANGE: marked("Redo: change {name}"),
        Verb.DELETE: marked("Redo: put {name} in the bin"),
        Verb.RESTORE: marked("Redo: take {name} out of the bin"),
        Verb.CHOOSE: marked("Redo: choose a version for {name}"),
    }
)


def undo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that undoes an act on one record, or on several."""
    if count > 1 or verb not in _UNDO:
        return tr_count("Undo: {count} change", "Undo: {count} changes", count)
    return tr_marked(_UNDO[verb], name=name)


def redo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that does an act again, on one record or on several."""
    if count > 1 or verb not in _REDO:
        return tr_count("Redo: {count} change", "Redo: {count} changes", count)
    return tr_marked(_REDO[verb], name=name)
