"""What changed in the funder's notice since the draft took it over; each is taken over or not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.call_change_words import change_name, now_in_words, was_in_words
from vcs_desktop.domain.call_changes import CallChange, ChangeKind
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.ticks_field import TicksField

_LONGEST = 300


class ChangesCard(QWidget):
    """``agreed`` carries the ids of what is to be taken over, which may be none of it.

    All is ticked at first, but for questions that are gone and have an answer already.
    """

    agreed = Signal(object)

    def __init__(self, changes: Sequence[CallChange]) -> None:
        super().__init__()
        self.ticks = TicksField(
            tr("Take these over"), [(each.id, change_in_words(each)) for each in changes]
        )
        self.ticks.set_ticked(each.id for each in changes if not each.has_text)
        self.take_button = button(tr("Take over what is ticked"), "primary")
        self.leave_button = button(tr("Leave all as it is"))
        said = tr("Your own words stay as they are. You can undo it.")
        self.setLayout(
            column(
                card(
                    label(tr("The funder's notice has changed"), "heading", wrap=True),
                    label(said, wrap=True),
                    self.ticks,
                    panel(FlowLayout(self.take_button, self.leave_button)),
                    kind="info",
                    gap=8,
                )
            )
        )
        self.take_button.clicked.connect(lambda: self.agreed.emit(self.ticks.ticked()))
        self.leave_button.clicked.connect(lambda: self.agreed.emit(()))


def change_in_words(change: CallChange) -> str:
    """Return "Closing day: 4 December 2026. Before: 1 December 2026."."""
    name, now = change_name(change), short_prose(now_in_words(change), _LONGEST)
    was = short_prose(was_in_words(change), _LONGEST)
    if change.kind in (ChangeKind.QUESTION_NEW, ChangeKind.PAPER_NEW):
        return tr("{name} is new: {now}", name=name, now=now)
    if change.kind is ChangeKind.QUESTION_GONE and change.has_text:
        return tr("{name} is gone: {was} Your answer to it goes to the bin.", name=name, was=was)
    if change.kind in (ChangeKind.QUESTION_GONE, ChangeKind.PAPER_GONE):
        return tr("{name} is gone: {was}", name=name, was=was)
    return tr("{name}: now {now}; before, {was}", name=name, now=now, was=was)
