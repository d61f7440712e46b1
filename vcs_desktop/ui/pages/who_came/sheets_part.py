"""Sheets: begin one, open an older one, and fill in the one that is open."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.bring_in.plain import plain_manner
from vcs_desktop.ui.bring_in.view import BringInView
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.list_out import ListOut, MakeTable
from vcs_desktop.ui.pages.who_came.sheet_view import SheetView
from vcs_desktop.ui.pages.who_came.start_form import StartForm
from vcs_desktop.ui.pages.who_came.words import sheet_row
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleList
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.attendance import Looked, OpenSheet
    from vcs_desktop.services.bring_in import ImportDone


_AT_FIRST = 150
"""So many of the latest sheets are listed at once, the others a moment later."""


class SheetsPart(GroupPart):
    """The list, or the sheet that is open.

    ``acted`` says in words what was kept. ``bin_asked`` carries an id and a name,
    ``sign_in_asked`` the id and the name of an activity. ``filled`` says that the list has
    come; ``turned`` that the list and a sheet took turns.
    """

    acted = Signal(str)
    bin_asked = Signal(str, str)
    sign_in_asked = Signal(str, str)
    filled = Signal()
    turned = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self._asked = asked
        self.sheet: SheetView | None = None
        self._is_filled = False
        self._looked = Question(self.tasks, self)
        self._opened = Question(self.tasks, self)
        self.message = MessageBar()
        self.start = StartForm()
        self.count = label("", "muted", wrap=True)
        self.list = TitleList(tr("Sheets"))
        draw_in_two_lines(self.list)  # quick with a year of sheets of every day
        self.list_out = ListOut(self.services, self.tasks, self._what_is_shown)
        self.bring_in_button = button(tr("Bring in a spreadsheet"), icon="upload")
        self.bring_in: BringInView | None = None
        earlier = column(label(tr("Earlier sheets"), "heading", wrap=True), self.count, gap=6)
        earlier.put(self.list, 1)
        self.earlier = panel(earlier)
        ways = panel(FlowLayout(self.bring_in_button, self.list_out.button))
        browse = column(self.start, ways, self.list_out, gap=12)
        browse.put(self.earlier, 1)
        self.browse = panel(browse)
        self._sheet_room: Box = column()
        self.sheet_area = panel(self._sheet_room)
        self._bring_in_room: Box = column()
        self.bring_in_area = panel(self._bring_in_room)
        layout = column(self.message, gap=8)
        layout.put(self.browse, 1)
        layout.put(self.sheet_area, 1)
        layout.put(self.bring_in_area, 1)
        self.setLayout(layout)
        self.sheet_area.hide()
        self.bring_in_area.hide()
        self.list_out.button.hide()
        self.earlier.hide()
        self._connect()

    def shown(self) -> None:
        """Look again."""
        newest = None if self._is_filled else _AT_FIRST
        self._looked.ask(lambda: self.services.space.inside().attendance.look(newest))

    def put_away(self) -> None:
        """Keep what is half typed."""
        for part in (self.sheet, self.bring_in):
            if part is not None:
                part.put_away()

    def begin_to_bring_in(self) -> None:
        """Bring in a spreadsheet of who came."""
        if self.bring_in is None:
            manner = plain_manner(
                "attendance",
                back=tr("Back to the sheets"),
                see=tr("See the sheets"),
                see_icon="clipboard-check",
            )
            self.bring_in = BringInView(manner, *self._asked)
            self.bring_in.back_asked.connect(self.go_back)
            self.bring_in.taken_in.connect(self._tell_taken_in)
            self._bring_in_room.put(self.bring_in, 1)
        self.browse.hide()
        self.bring_in_area.show()
        self.bring_in.show()
        self.turned.emit()
        self.bring_in.begin()

    def begin(self) -> None:
        """Be ready to begin another sheet."""
        self.close_sheet()
        self.start.activity.take_focus()

    def open_for(self, on: "date", name: str) -> None:
        """Open the sheet of an activity for a day; it is made with the first tick."""
        self._opened.ask(lambda: self.services.space.inside().attendance.begin(on, name))

    def open(self, sheet_id: str) -> None:
        """Open a sheet by its id, unless it is open."""
        if self.sheet is None or self.sheet.opened.place.id != sheet_id:
            self._opened.ask(lambda: self.services.space.inside().attendance.open(sheet_id))

    def close_sheet(self) -> None:
        """Go back to the list."""
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.put_away()
            sheet.hide()
            # Only when all it still keeps is done: its answers would have nowhere to go.
            self.tasks.run(_nothing, then=partial(_throw_away, sheet), otherwise=_nothing_of)
        self.sheet_area.hide()
        self.bring_in_area.hide()
        self.browse.show()
        self.turned.emit()
        self.shown()

    def first_focus(self) -> QWidget:
        """Start where the next thing is typed."""
        if self.sheet is not None:
            return self.sheet.first_focus()
        offers = self.start.offer_buttons
        return offers[0] if offers else self.start.activity.box

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops where something is typed, and at what is listed."""
        start, sheet = self.start, self.sheet
        if sheet is not None:
            return (sheet.field, sheet.list, sheet.helpers, sheet.more)
        return (start.offer_area, start.activity, self.earlier, self.bring_in_area)

    def _connect(self) -> None:
        self.start.wanted.connect(self.open_for)
        self.bring_in_button.clicked.connect(self.begin_to_bring_in)
        self.list.open_asked.connect(self.open)
        self.list.row_clicked.connect(self.open)
        self._looked.answered.connect(self._show_list)
        self._looked.failed.connect(self._tell_not_looked)
        self._opened.answered.connect(self._show_sheet)
        self._opened.failed.connect(self._tell_problem)
        self.session.changed.connect(self.shown)

    def _show_list(self, looked: "Looked") -> None:
        lines = looked.lines
        self.message.hide()
        self.start.show_known(looked.activities, looked.to_write)
        if not self.start.activity.box.text() and not self.start.day.box.hasFocus():
            self.start.begin_again(looked.today)
        rows = RowsWhenSeen([each.id for each in lines], lambda place: sheet_row(lines[place]))
        self.list.show_rows(rows)
        self.count.setText(tr_count("{count} sheet", "{count} sheets", len(looked.lines)))
        self.earlier.setVisible(bool(looked.lines))
        self.list_out.button.setVisible(bool(looked.lines))
        self._is_filled = True
        self.filled.emit()
        if not looked.is_whole:
            self.shown()

    def _show_sheet(self, opened: "OpenSheet") -> None:
        if self.sheet is not None:
            self.sheet.put_away()
        self._sheet_room.clear()
        sheet = self.sheet = SheetView(opened, *self._asked)
        sheet.back_asked.connect(self.go_back)
        sheet.acted.connect(self.acted)
        sheet.bin_asked.connect(self.bin_asked)
        sheet.sign_in_asked.connect(self._ask_sign_in)
        self._sheet_room.put(sheet, 1)
        self.message.hide()
        self.browse.hide()
        self.bring_in_area.hide()
        self.sheet_area.show()
        sheet.show()
        self.start.begin_again(opened.today)
        self.turned.emit()
        sheet.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go back to the list, with the keyboard where the next sheet begins."""
        self.close_sheet()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_taken_in(self, done: "ImportDone") -> None:
        if self.bring_in is not None and (done.added or done.merged):
            self.acted.emit(self.bring_in.manner.done_words(done))
        self.shown()

    def _ask_sign_in(self) -> None:
        if self.sheet is not None:
            place = self.sheet.opened.place
            self.sign_in_asked.emit(place.activity, place.name)

    def _what_is_shown(self) -> MakeTable:
        def table() -> "TableOut":
            from vcs_desktop.services.attendance_list import sheets_table

            return sheets_table(self.services.space.inside())

        return table

    def _tell_not_looked(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad", tr("Try again"), self.shown)
        self.filled.emit()

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")


def _nothing() -> None:
    """Take a place in the line."""


def _throw_away(sheet: SheetView, _outcome: object) -> None:
    if isValid(sheet):
        sheet.deleteLater()


def _nothing_of(_error: Exception) -> None:
    """Nobody waits for it."""
