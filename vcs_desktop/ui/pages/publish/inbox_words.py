"""What the officer's inbox says of each thing."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.sharing.words import sort_in_words
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.services.officer_inbox import InboxLine

_STATES: Mapping[str, tuple[Marked, str, str]] = {
    "received": (marked("New"), "mail", "info"),
    "read": (marked("Read"), "check", "muted"),
    "answered": (marked("Answered"), "messages-square", "ok"),
    "withdrawn": (marked("Taken back"), "undo-2", "muted"),
    "kept_until_over": (marked("Its time is over"), "clock", "muted"),
}


def rows_of(lines: "Iterable[InboxLine]") -> list[TitleRow]:
    """Return a row for each, with how far it has come."""
    return [_row(line) for line in lines]


def name_of(line: "InboxLine") -> str:
    """Return what one thing is called: its sort, and its number."""
    what = sort_in_words(line.sort) if line.sort else short_prose(line.kind)
    return tr("{number}. {what}", number=line.number, what=what)


def state_of(line: "InboxLine") -> tuple[str, str, str]:
    """Return a state in words, its icon and its colour."""
    words, icon, colour = _STATES[line.state]
    return tr_marked(words), icon, colour


def _row(line: "InboxLine") -> TitleRow:
    words, icon, colour = state_of(line)
    return TitleRow(
        line.uuid,
        name_of(line),
        line=tr("Came on {day}", day=shortly(line.on)),
        mark=words,
        mark_icon=icon,
        mark_colour=colour,
    )
