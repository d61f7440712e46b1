"""What bringing in is of: people, who came, papers. The view is the same for all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from vcs_desktop.services.bring_in import Decision, ImportDone
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

Decisions = Mapping[int, Decision]
"""What a person said of a row, by its number."""


class RowShown(QWidget):
    """A row in full. ``decided`` carries its number and what is to be done with it."""

    decided: SignalInstance


@dataclass(frozen=True, slots=True)
class Manner:
    """How one sort of table comes in, and the words for it.

    ``pasted`` is the name under which the desk keeps what was pasted. ``coming`` returns
    the service, which reads, previews and carries out. ``fields`` are what a column can be.
    The others say what would come of the rows, or came, in words. ``takes_any`` says
    whether there is anything to take in.
    """

    pasted: str
    title: str
    back: str
    see: str
    taking: str
    icon: str
    see_icon: str
    coming: "Callable[[InGroup], Any]"
    fields: Callable[[], Sequence[tuple[str, str]]]
    rows_of: Callable[[Any, Decisions], list[TitleRow]]
    row_card: Callable[[Any, Decisions], RowShown]
    summary: Callable[[Any, Decisions], str]
    button_words: Callable[[Any, Decisions], str]
    takes_any: Callable[[Any, Decisions], bool]
    done_words: Callable[[ImportDone], str]
