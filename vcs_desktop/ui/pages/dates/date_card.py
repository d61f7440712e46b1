"""One date in full: when, where, why it is there, and what can be done with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.due import DateLine, Due, DueKind, Outcome
from vcs_desktop.domain.due_words import far_in_words, kind_in_words, time_words
from vcs_desktop.ui.pages.dates.listing import outcome_words
from vcs_desktop.ui.widgets.basics import Button, Item, button, card, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

_OPENS = frozenset({"funding_call", "tender", "person", "document", "meeting", "shift", "activity",
                    "group_profile", "application", "grant"})  # fmt: skip
"""Kinds of record that another page shows."""

_OUR_GROUP = marked("Open our group")
_WAYS: Mapping[DueKind, Marked] = MappingProxyType(
    {
        DueKind.CLOSING: marked("Look at the grant or contract"),
        DueKind.FILING: marked("See what to do"),
        DueKind.REVIEW: marked("Open the paper"),
        DueKind.EXPIRY: marked("Open the paper"),
        DueKind.RECHECK: marked("Open the person"),
        DueKind.TERM_ENDS: marked("Open the person"),
        DueKind.ACTION: marked("Open the meeting"),
        DueKind.MEETING: marked("Open the meeting"),
        DueKind.SHIFT: marked("Open the rota"),
        DueKind.ACTIVITY: marked("Open the activity"),
        DueKind.GRANT: marked("Open the grant"),
    }
)


class DateCard(QWidget):
    """What is known of a date.

    ``ticked`` carries an Outcome, or None for one that is not done after all. ``change_asked``
    wants the form of a date of the group's own, ``remove_asked`` it in the bin, ``open_asked``
    the record it belongs to, and ``phone_asked`` its code.
    """

    ticked = Signal(object)
    change_asked = Signal()
    remove_asked = Signal()
    open_asked = Signal()
    phone_asked = Signal()

    def __init__(self, line: DateLine, today: date, history: QWidget | None = None) -> None:
        """``today`` is the day as of which it is told, ``history`` the button for its history."""
        super().__init__()
        self.line, self.today = line, today
        due = line.due
        self.title = label(short_prose(due.what), "title", wrap=True)
        self.done_button = button(tr("Done"), "primary", icon="check", name=_name(tr("Done"), due))
        self.not_needed_button = button(
            tr("Not needed"), icon="x", name=_name(tr("Not needed"), due)
        )
        self.again_button = button(
            tr("Not done after all"), icon="undo-2", name=_name(tr("Not done after all"), due)
        )
        self.change_button = button(tr("Change"), icon="pencil", name=_name(tr("Change"), due))
        self.remove_button = button(
            tr("Put in the bin"), "quiet", icon="trash-2", name=_name(tr("Put in the bin"), due)
        )
        self.open_button = button(_open_words(due), icon="external-link")
        self.phone_button = button(
            tr("Put it on my phone"), "quiet", icon="calendar-plus",
            name=_name(tr("Put it on my phone"), due),
        )  # fmt: skip
        facts = FactGrid(tuple(self._facts()))
        items: list[Item] = [
            label(kind_in_words(due.kind), "small", wrap=True),
            self.title,
            facts,
        ]
        if due.why:
            items.append(prose(due.why))
        more = () if history is None else (history,)
        items.append(panel(FlowLayout(*self._buttons(), *more)))
        self.setLayout(column(card(*items, gap=10), gap=12))
        self._connect()

    def _facts(self) -> Iterator[tuple[str, str]]:
        due = self.line.due
        yield tr("Day"), in_words(due.on)
        yield tr("That is"), far_in_words(due.on, self.today)
        yield tr("Time"), time_words(due)
        yield tr("Where"), due.place
        yield tr("What came of it"), outcome_words(self.line.outcome)

    def _buttons(self) -> Iterator[Button]:
        """Yield what can be done; the rest goes with the card, unseen."""
        due, is_open = self.line.due, self.line.outcome is None
        shown = {
            self.done_button: is_open,
            self.not_needed_button: is_open,
            self.again_button: not is_open,
            self.open_button: due.record_kind in _OPENS or due.kind is DueKind.FILING,
            self.change_button: due.kind is DueKind.OUR_OWN,
            self.phone_button: is_open and due.on >= self.today,
            self.remove_button: due.kind is DueKind.OUR_OWN,
        }
        for each, is_shown in shown.items():
            if is_shown:
                yield each
            else:
                each.setParent(self)
                each.hide()

    def _connect(self) -> None:
        self.done_button.clicked.connect(lambda: self.ticked.emit(Outcome.DONE))
        self.not_needed_button.clicked.connect(lambda: self.ticked.emit(Outcome.NOT_NEEDED))
        self.again_button.clicked.connect(lambda: self.ticked.emit(None))
        self.change_button.clicked.connect(self.change_asked)
        self.remove_button.clicked.connect(self.remove_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.phone_button.clicked.connect(self.phone_asked)


def _name(act: str, due: Due) -> str:
    """Return what a screen reader calls a button: what it does, and to what."""
    return tr("{act}: {what}", act=act, what=short_prose(due.what, 80))


def _open_words(due: Due) -> str:
    """Return what stands on the button that leads to where a date comes from."""
    return tr_marked(_WAYS.get(due.kind, _OUR_GROUP))
