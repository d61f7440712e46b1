"""Bringing a table in: choose a file or paste, look at what would come of it, and add it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.bring_in import ImportDone, NoColumn
from vcs_desktop.ui.bring_in.columns import Table
from vcs_desktop.ui.bring_in.look_view import LookView
from vcs_desktop.ui.bring_in.manner import Manner
from vcs_desktop.ui.bring_in.source import Source
from vcs_desktop.ui.bring_in.view_model import BringInViewModel
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import as_prose


class BringInView(GroupPart):
    """``taken_in`` carries what came of it (ImportDone); ``back_asked`` wants the list again."""

    taken_in = Signal(object)
    back_asked = Signal()

    def __init__(self, manner: Manner, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.manner = manner
        self.view_model = BringInViewModel(self.services, self.tasks, manner, self)
        self.title = label(manner.title, "title", wrap=True)
        self.back_button = button(manner.back, "quiet", icon="arrow-left")
        self.other_button = button(tr("Another file"), "quiet", icon="undo-2")
        self.message = MessageBar()
        self.progress = ProgressLine()
        self.source = Source()
        self.look = LookView(manner)
        self.report = Report(manner)
        self._table: Table | None = None
        self._from: Path | str = ""
        ways = panel(FlowLayout(self.back_button, self.other_button))
        layout = column(ways, self.title, self.message, self.progress, gap=8)
        for part in (self.source, self.look, self.report):
            layout.put(part, 1)
        self.setLayout(layout)
        self._show(self.source)
        self._connect()

    def begin(self) -> None:
        """Begin anew, with what had been pasted when the group was locked."""
        self.view_model.forget()
        self.progress.finish()
        self.message.hide()
        self._show(self.source)
        self.source.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tasks.run(
            lambda: self.services.space.inside().desk.read(self.manner.pasted),
            then=self._restore,
            otherwise=self._tell_problem,
        )

    def read(self, path: Path) -> None:
        """Read a file."""
        self._read_from(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc, where nothing inside has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Keep what was pasted and not brought in."""
        if text := self.source.paste.words():
            self.tasks.run(
                lambda: self.services.space.inside().desk.put(self.manner.pasted, text),
                then=_leave_be,
                otherwise=_leave_be,
            )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.other_button.clicked.connect(self.begin)
        self.source.file_chosen.connect(self._read_from)
        self.source.pasted.connect(self._read_from)
        self.look.columns_changed.connect(self._preview)
        self.look.read_asked.connect(self._read_again)
        self.look.take_in_asked.connect(self._take_in)
        self.report.close_button.clicked.connect(self._leave)
        self.progress.cancelled.connect(self.view_model.stop)
        self.session.locking.connect(self.view_model.stop)  # nothing goes on behind a lock
        self.session.locking.connect(self.report.forget)
        self.view_model.progressed.connect(self._tell_progress)
        self.view_model.was_read.connect(self._show_table)
        self.view_model.previewed.connect(self._show_preview)
        self.view_model.taken_in.connect(self._tell_done)
        self.view_model.failed.connect(self._tell_problem)

    def _read_from(self, source: Path | str) -> None:
        self._from = source
        self.message.hide()
        self.progress.start(tr("Reading {name}", name=self._name()))
        if isinstance(source, Path):
            self.view_model.read_file(source)
        else:
            self.view_model.read_text(source)

    def _read_again(self) -> None:
        """Read the same with another sheet, or with other headings."""
        has_headings = self.look.headings.isChecked()
        self.progress.start(tr("Reading {name}", name=self._name()))
        if isinstance(self._from, Path):
            sheet = self.look.sheet.chosen_id() if self.look.sheet.box.count() else ""
            is_other = self._table is not None and sheet != self._table.sheet
            told = None if is_other else has_headings
            self.view_model.read_file(self._from, sheet=sheet, has_headings=told)
        else:
            self.view_model.read_text(self._from, has_headings=has_headings)

    def _show_table(self, table: Table) -> None:
        self._table = table
        self.look.show_table(table, self._name())
        self._preview()

    def _preview(self) -> None:
        if self._table is not None:
            self.progress.start(tr("Looking at the rows"))
            self.view_model.preview(self._table, self.look.columns.matching())

    def _show_preview(self, preview: Any) -> None:
        is_new = not self.look.isVisible()
        self.progress.finish()
        self.look.show_preview(preview)
        self._show(self.look)
        if is_new:
            self.look.take_focus()

    def _take_in(self) -> None:
        if self.look.preview is not None:
            self.message.hide()
            self.look.setEnabled(False)
            self.progress.start(self.manner.taking)
            self.view_model.take_in(self.look.preview, self.look.decisions)

    def _tell_progress(self, done: int, total: int) -> None:
        self.progress.tell(self.progress.words.text(), done, total)

    def _tell_done(self, done: ImportDone) -> None:
        self.progress.finish()
        self.look.setEnabled(True)
        self.source.set_text("")
        self.tasks.run(
            lambda: self.services.space.inside().desk.clear(self.manner.pasted),
            then=_leave_be,
            otherwise=_leave_be,
        )
        self.taken_in.emit(done)
        if done.left_out:
            self.report.show_done(done)
            self._show(self.report)
            self.report.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_asked.emit()

    def _tell_problem(self, error: Exception) -> None:
        self.progress.finish()
        self.look.setEnabled(True)
        if isinstance(error, NoColumn):
            is_new = not self.look.isVisible()
            self.look.show_problem(words_for(error))
            self._show(self.look)
            if is_new:
                self.look.take_focus()
        else:
            self.message.tell(words_for(error), kind_of(error))

    def _leave(self) -> None:
        self.view_model.forget()
        self.progress.finish()
        self.back_asked.emit()

    def _restore(self, text: object) -> None:
        if isinstance(text, str) and not self.source.paste.words():
            self.source.set_text(text)

    def _name(self) -> str:
        return self._from.name if isinstance(self._from, Path) else tr("What you pasted")

    def _show(self, part: QWidget) -> None:
        for each in (self.source, self.look, self.report):
            each.setVisible(each is part)
        self.other_button.setVisible(part is self.look)


class Report(QWidget):
    """What came of it where something stayed out."""

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self._manner = manner
        self._whole = self._copied = ""
        self.headline = label("", "heading", wrap=True)
        self.count = label("", "strong", wrap=True)
        self.lines = label("", wrap=True)
        self.copy_button = button(tr("Copy the list"), icon="copy")
        self.close_button = button(manner.see, "primary", icon=manner.see_icon)
        self.setLayout(
            column(
                card(self.headline, panel(FlowLayout(self.close_button)), kind="ok", gap=10),
                card(self.count, self.lines, panel(FlowLayout(self.copy_button)), gap=10),
                None,
                gap=12,
            )
        )
        self.copy_button.clicked.connect(self._copy)

    def show_done(self, done: ImportDone) -> None:
        """Show what was added, and what was not."""
        self.headline.setText(self._manner.done_words(done))
        self.count.setText(
            tr_count("{count} thing stayed out", "{count} things stayed out", len(done.left_out))
        )
        self._whole = "\n".join(each.why for each in done.left_out)
        self.lines.setText(as_prose(self._whole))

    def forget(self) -> None:
        """Take the list from the clipboard, if it still is there: it may name people."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _copy(self) -> None:
        self._copied = self._whole  # all of it, however little of it is shown
        QGuiApplication.clipboard().setText(self._copied)
        say(self, tr("Copied"))


def _leave_be(outcome: object) -> None:
    """Nobody waits for it."""
