"""A spreadsheet that was read: what would come of it, row by row, and the button that does it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.bring_in import Decision
from vcs_desktop.ui.bring_in.columns import Columns, Table
from vcs_desktop.ui.bring_in.manner import Manner
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, short_prose
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines


class LookView(QWidget):
    """``take_in_asked`` wants it done.

    ``columns_changed`` wants the rows looked at anew, and ``read_asked`` the file read
    anew, with another sheet or without headings.
    """

    columns_changed = Signal()
    read_asked = Signal()
    take_in_asked = Signal()

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self._manner = manner
        self.preview: Any = None
        self.decisions: dict[int, Decision] = {}
        self._rows: dict[str, Any] = {}
        self.title = label("", "heading", wrap=True)
        self.summary = label("", wrap=True)
        self.add_button = button("", "primary", icon=manner.icon)
        self.sheet = Choice(tr("Sheet"), ())
        self.headings = Chip(tr("The first row has headings"))
        self.remarks = label("", "muted", wrap=True)
        self.columns = Columns(manner.fields())
        self.titles = TitlesAndCard(
            tr("Rows"), EmptyState(tr("There are no rows"), tr("Choose another file or sheet."))
        )
        draw_in_two_lines(self.titles.list)
        head = FlowLayout(self.add_button, self.headings, self.sheet, gap=12)
        layout = column(
            card(self.title, self.summary, self.remarks, panel(head), gap=8),
            self.columns,
            gap=8,
        )
        layout.put(self.titles, 1)
        self.setLayout(layout)
        self.columns.changed.connect(self._ask_again)
        self.headings.clicked.connect(self.read_asked)
        self.sheet.box.activated.connect(self.read_asked)
        self.add_button.clicked.connect(self.take_in_asked)
        self.titles.card_asked.connect(self._show_row)

    def show_table(self, table: Table, name: str) -> None:
        """Show a table that was read; ``name`` is that of its file."""
        self.title.setText(short_prose(name))
        self.headings.setChecked(table.has_headings)
        self.sheet.box.blockSignals(True)
        self.sheet.box.clear()
        for each in table.sheets:
            self.sheet.box.addItem(short_prose(each, 40), each)
        self.sheet.choose(table.sheet)
        self.sheet.box.blockSignals(False)
        self.sheet.setVisible(len(table.sheets) > 1)
        self.remarks.setText(as_prose("\n".join(table.remarks)))
        self.remarks.setVisible(bool(table.remarks))
        self.columns.show_table(table)
        self.decisions = {}

    def show_preview(self, preview: Any) -> None:
        """Show what would come of it."""
        self.preview = preview
        self._rows = {str(row.number): row for row in preview.rows}
        self.titles.setVisible(True)
        self.titles.show_rows(self._manner.rows_of(preview, self.decisions))
        self._say()
        say(self, self.summary.text())

    def show_problem(self, said: str) -> None:
        """Say why the rows cannot be looked at yet; it lies with the columns."""
        self.preview = None
        self.summary.setText(said)
        self.titles.setVisible(False)
        self.add_button.hide()
        self.columns.fold.set_open(True)
        say(self, said)

    def take_focus(self) -> None:
        """Go to the button that does it, or to the columns where they need a look first."""
        there = self.add_button if self.add_button.isVisible() else self.columns.fold.button
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        self.decisions = {}
        self.preview = None  # what stands there is of the columns before
        self.add_button.setEnabled(False)
        self.columns_changed.emit()

    def _show_row(self, row_id: str) -> None:
        if row_id in self._rows:
            shown = self._manner.row_card(self._rows[row_id], self.decisions)
            shown.decided.connect(self._decide)
            self.titles.show_card(shown)

    def _decide(self, number: int, decision: str) -> None:
        self.decisions[number] = Decision(decision)
        if self.preview is not None:
            self.titles.list.write_over(self._manner.rows_of(self.preview, self.decisions))
            self._say()
            say(self, self.summary.text())

    def _say(self) -> None:
        if self.preview is None:
            return
        manner = self._manner
        self.summary.setText(manner.summary(self.preview, self.decisions))
        self.add_button.setText(manner.button_words(self.preview, self.decisions))
        self.add_button.draw_icon()  # with room beside it, which it has only beside words
        self.add_button.setEnabled(True)
        self.add_button.setVisible(manner.takes_any(self.preview, self.decisions))
