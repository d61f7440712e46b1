"""What can be done with a row of the list, in its menu; all of it is on the card too."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import DateLine, DueKind, Outcome
from vcs_desktop.ui.widgets.row_menu import RowMenu
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.dates.list_part import ListPart


class RowActs(QObject):
    """Opens the menu of a row, and passes on what is chosen as the list itself would."""

    def __init__(self, part: "ListPart") -> None:
        super().__init__(part)
        self._part = part
        self.row_menu = RowMenu(part.titles.list)
        self.row_menu.asked.connect(self._show)

    def _show(self, row: TitleRow, place: QPoint) -> None:
        part = self._part
        menu = QMenu(tr("What you can do"), part)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(part.titles.open, row.id))
        line = part.line_of(row.id)
        if line is not None:
            self._add_acts(menu, line)
        menu.popup(place)

    def _add_acts(self, menu: QMenu, line: DateLine) -> None:
        part, due = self._part, line.due
        if line.outcome is None:
            for words, outcome in (
                (tr("Done"), Outcome.DONE),
                (tr("Not needed"), Outcome.NOT_NEEDED),
            ):
                menu.addAction(words, partial(part.ticked.emit, due, outcome))
        else:
            menu.addAction(tr("Not done after all"), partial(part.ticked.emit, due, None))
        if due.kind is DueKind.OUR_OWN:
            menu.addAction(tr("Change"), partial(part.change_asked.emit, due.record_id))
            remove = partial(part.remove_asked.emit, due.record_id, due.what)
            menu.addAction(tr("Put in the bin"), remove)
