"""The applications in a list, and beside it the chosen one in short."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from vcs_desktop.core.language import tr
from vcs_desktop.services.applications import ApplicationLine
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.pages.applications.rows import in_list, rows_of
from vcs_desktop.ui.pages.applications.summary_card import SummaryCard
from vcs_desktop.ui.pages.applications.view_model import Seen
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.row_menu import RowMenu
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines


class ApplicationsView(GroupPart):
    """``open_asked``, ``list_asked`` and ``remove_asked`` carry an id, the last two a name too."""

    open_asked = Signal(str)
    list_asked = Signal(str, str)
    remove_asked = Signal(str, str)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="square-pen")
        self.titles = TitlesAndCard(tr("Applications"), self.empty)
        self.card: SummaryCard | None = None
        self._seen: Seen | None = None
        draw_in_two_lines(self.titles.list)
        self.setLayout(column(self.titles))
        self.row_menu = RowMenu(self.titles.list)
        self.titles.card_asked.connect(self._show_card)
        self.row_menu.asked.connect(self._show_menu)

    def show_seen(self, seen: Seen) -> None:
        """Show every application; what is chosen stays chosen."""
        lines = tuple(in_list(seen.lines))
        self._seen = Seen(lines, seen.today)
        if not lines:
            self.titles.say_nothing(
                tr("No applications yet"),
                tr("Begin with a grant you found, or with questions of your own."),
                tr("Start an application"),
            )
        self.titles.show_rows(rows_of(lines, seen.today), (lines, seen.today))

    def lines(self) -> tuple[ApplicationLine, ...]:
        """Return the applications as they stand in the list."""
        return self._seen.lines if self._seen else ()

    def take_focus(self) -> None:
        """Go to the list, or to what can be done where it is empty, while it is in front."""
        if self.isVisible():
            self.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, row: TitleRow, place: QPoint) -> None:
        """Show what can be done with a row; all of it is on the card too."""
        menu = QMenu(tr("What you can do"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(self.open_asked.emit, row.id))
        if any(each.id == row.id and each.all for each in self.lines()):
            asked = partial(self.list_asked.emit, row.id, row.title)
            menu.addAction(tr("Keep its questions as a list"), asked)
        menu.addAction(tr("Put in the bin"), partial(self.remove_asked.emit, row.id, row.title))
        menu.popup(place)

    def _show_card(self, application_id: str) -> None:
        line = next((each for each in self.lines() if each.id == application_id), None)
        if line is None or self._seen is None:
            return
        history = HistoryButton(self.services, self.tasks, self.session)
        made = self.card = SummaryCard(line, self._seen.today, history)
        made.open_asked.connect(self.open_asked)
        made.list_asked.connect(self.list_asked)
        made.remove_asked.connect(self.remove_asked)
        self.titles.show_card(made)
