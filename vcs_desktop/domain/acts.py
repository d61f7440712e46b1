"""What people do to records, in the words of "Undo: …" and "Redo: …"."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked


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
    TICK = "tick"
    PUT_ON_ROTA = "put_on_rota"
    TAKE_OFF_ROTA = "take_off_rota"
    ANSWER_ROTA = "answer_rota"
    MAKE_ROTA = "make_rota"
    THANK = "thank"
    BEGIN_SHEET = "begin_sheet"
    CAME = "came"
    CAME_NEW = "came_new"
    NOT_CAME = "not_came"
    BRING_IN_SHEETS = "bring_in_sheets"
    BRING_IN_LIST = "bring_in_list"
    BEGIN_APPLICATION = "begin_application"
    BRING_IN_APPLICATION = "bring_in_application"
    MOVE_QUESTION = "move_question"
    TAKE_OVER = "take_over"
    UNDO = "undo"
    REDO = "redo"


BEGINS_APPLICATION = (Verb.BEGIN_APPLICATION, Verb.BRING_IN_APPLICATION)
"""What is done to an application with its questions, and is known by the application's name."""

_UNDO: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("Undo: add {name}"),
        Verb.CHANGE: marked("Undo: change {name}"),
        Verb.DELETE: marked("Undo: put {name} in the bin"),
        Verb.RESTORE: marked("Undo: take {name} out of the bin"),
        Verb.CHOOSE: marked("Undo: choose a version for {name}"),
        Verb.ADD_PEOPLE: marked("Undo: add {name}"),
        Verb.BRING_IN: marked("Undo: bring in {name}"),
        Verb.BRING_IN_LIST: marked("Undo: bring in {name}"),
        Verb.MERGE: marked("Undo: merge {name}"),
        Verb.TELL_APART: marked("Undo: tell {name} apart"),
        Verb.KEEP: marked("Undo: keep {name} for another year"),
        Verb.TICK: marked("Undo: tick off {name}"),
        Verb.PUT_ON_ROTA: marked("Undo: put {name} on the rota"),
        Verb.TAKE_OFF_ROTA: marked("Undo: take {name} off the rota"),
        Verb.ANSWER_ROTA: marked("Undo: write down what {name} said"),
        Verb.MAKE_ROTA: marked("Undo: add {name} to the rota"),
        Verb.THANK: marked("Undo: thank {name}"),
        Verb.BEGIN_SHEET: marked("Undo: begin the sheet of {name}"),
        Verb.CAME: marked("Undo: tick {name}"),
        Verb.CAME_NEW: marked("Undo: add and tick {name}"),
        Verb.NOT_CAME: marked("Undo: untick {name}"),
        Verb.BEGIN_APPLICATION: marked("Undo: begin {name}"),
        Verb.BRING_IN_APPLICATION: marked("Undo: bring in {name}"),
        Verb.MOVE_QUESTION: marked("Undo: move {name}"),
        Verb.TAKE_OVER: marked("Undo: take over what is new in {name}"),
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
        Verb.BRING_IN_LIST: marked("Redo: bring in {name}"),
        Verb.MERGE: marked("Redo: merge {name}"),
        Verb.TELL_APART: marked("Redo: tell {name} apart"),
        Verb.KEEP: marked("Redo: keep {name} for another year"),
        Verb.TICK: marked("Redo: tick off {name}"),
        Verb.PUT_ON_ROTA: marked("Redo: put {name} on the rota"),
        Verb.TAKE_OFF_ROTA: marked("Redo: take {name} off the rota"),
        Verb.ANSWER_ROTA: marked("Redo: write down what {name} said"),
        Verb.MAKE_ROTA: marked("Redo: add {name} to the rota"),
        Verb.THANK: marked("Redo: thank {name}"),
        Verb.BEGIN_SHEET: marked("Redo: begin the sheet of {name}"),
        Verb.CAME: marked("Redo: tick {name}"),
        Verb.CAME_NEW: marked("Redo: add and tick {name}"),
        Verb.NOT_CAME: marked("Redo: untick {name}"),
        Verb.BEGIN_APPLICATION: marked("Redo: begin {name}"),
        Verb.BRING_IN_APPLICATION: marked("Redo: bring in {name}"),
        Verb.MOVE_QUESTION: marked("Redo: move {name}"),
        Verb.TAKE_OVER: marked("Redo: take over what is new in {name}"),
    }
)


_ABOUT_ONE = frozenset(
    (
        Verb.MERGE,
        Verb.PUT_ON_ROTA,
        Verb.TAKE_OFF_ROTA,
        Verb.ANSWER_ROTA,
        Verb.BEGIN_SHEET,
        Verb.CAME,
        Verb.CAME_NEW,
        Verb.NOT_CAME,
        Verb.BEGIN_APPLICATION,
        Verb.BRING_IN_APPLICATION,
        Verb.MOVE_QUESTION,
        Verb.TAKE_OVER,
        Verb.ADD,
        Verb.DELETE,
        Verb.RESTORE,
    )
)
"""What is done to several records, and yet is about the one that it is named after."""

_UNDO_SEVERAL: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        Verb.ADD_PEOPLE: lambda count: tr_count(
            "Undo: add {count} person", "Undo: add {count} people", count
        ),
        Verb.BRING_IN: lambda count: tr_count(
            "Undo: bring in {count} person", "Undo: bring in {count} people", count
        ),
        Verb.MAKE_ROTA: lambda count: tr_count(
            "Undo: add {count} shift to the rota", "Undo: add {count} shifts to the rota", count
        ),
        Verb.THANK: lambda count: tr_count(
            "Undo: thank {count} person", "Undo: thank {count} people", count
        ),
        Verb.KEEP: lambda count: tr_count(
            "Undo: keep {count} person for another year",
            "Undo: keep {count} people for another year",
            count,
        ),
        Verb.BRING_IN_SHEETS: lambda _count: tr("Undo: bring in who came"),
        Verb.BRING_IN_LIST: lambda _count: tr("Undo: bring in a list"),
        Verb.CHANGE: lambda count: tr_count("Undo: {count} change", "Undo: {count} changes", count),
    }
)
_REDO_SEVERAL: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        Verb.ADD_PEOPLE: lambda count: tr_count(
            "Redo: add {count} person", "Redo: add {count} people", count
        ),
        Verb.BRING_IN: lambda count: tr_count(
            "Redo: bring in {count} person", "Redo: bring in {count} people", count
        ),
        Verb.MAKE_ROTA: lambda count: tr_count(
            "Redo: add {count} shift to the rota", "Redo: add {count} shifts to the rota", count
        ),
        Verb.THANK: lambda count: tr_count(
            "Redo: thank {count} person", "Redo: thank {count} people", count
        ),
        Verb.KEEP: lambda count: tr_count(
            "Redo: keep {count} person for another year",
            "Redo: keep {count} people for another year",
            count,
        ),
        Verb.BRING_IN_SHEETS: lambda _count: tr("Redo: bring in who came"),
        Verb.BRING_IN_LIST: lambda _count: tr("Redo: bring in a list"),
        Verb.CHANGE: lambda count: tr_count("Redo: {count} change", "Redo: {count} changes", count),
    }
)


def undo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that undoes an act on one record, or on several."""
    if name and verb in _UNDO and (count <= 1 or verb in _ABOUT_ONE):
        return tr_marked(_UNDO[verb], name=name)
    return _UNDO_SEVERAL.get(verb, _UNDO_SEVERAL[Verb.CHANGE])(count)


def redo_words(verb: str, name: str, count: int) -> str:
    """Return what a button says that does an act again, on one record or on several."""
    if name and verb in _REDO and (count <= 1 or verb in _ABOUT_ONE):
        return tr_marked(_REDO[verb], name=name)
    return _REDO_SEVERAL.get(verb, _REDO_SEVERAL[Verb.CHANGE])(count)
