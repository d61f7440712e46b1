"""Documents: the group's papers with their files, looked at, kept up to date and found again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.papers import PaperVersion
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.documents.acts import PaperActs
from vcs_desktop.ui.pages.documents.papers_view import PapersView
from vcs_desktop.ui.pages.documents.preview import PreviewView
from vcs_desktop.ui.pages.documents.view_model import PapersViewModel
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button

_LOW = 460


class DocumentsPage(Page):
    """Exists while a group is open, and is deleted when it is locked.

    Files may be dropped anywhere on it.
    """

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Documents"), tr("Looking"))
        self._session = session
        self.view_model = PapersViewModel(services, tasks, session, self)
        self.view = PapersView(self.view_model, services, tasks, session)
        self.preview = PreviewView(services, tasks, session)
        self.filter_bar = self.view.filter_bar
        self.write_button = button(tr("Write down a paper"), icon="pencil")
        self.acts = PaperActs(self.view_model, session, self)
        self.undo_bar, self.message = self.acts.undo_bar, self.acts.message
        self._is_filled = False
        self.add_actions(self.filter_bar.more, self.write_button)
        self.body.put(self.view, 1)
        self.body.put(self.preview, 1)
        self.body.put(self.acts.progress)
        self.body.put(self.undo_bar)
        self.body.put(self.message)
        self.preview.hide()
        self.setAcceptDrops(True)
        self._connect()

    def shown(self) -> None:
        """Look again: something may have been changed meanwhile."""
        self._look_again()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view_model.stop()
        self.view.put_away()
        self.preview.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open one paper."""
        if thing_id:
            self._go_back()
            self.view.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list, or at the page that is looked at."""
        return self.preview.first_focus() if self._is_looking() else self.view.first_focus()

    def find_here(self) -> QWidget | None:
        """Return the field that looks for a paper."""
        self._go_back()
        self.filter_bar.open()
        return self.filter_bar.find_field.box

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at what adds files, the filters, the list and what is open."""
        titles = self.view.titles
        above = (self.view.drop_zone, self.view.missing, self.filter_bar, titles.list, titles.area)
        front = (self.preview,) if self._is_looking() else above
        return (*front, self.undo_bar, self.message)

    def print_act(self) -> "partial[None] | None":
        """Print the file that is looked at."""
        if self._is_looking() and self.preview.shown_page is not None:
            return partial(self.preview.print_file)
        return None

    def add_files(self, paths: list[Path]) -> None:
        """Make papers of files."""
        self._go_back()
        self.view_model.add_files(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.toLocalFile()]
        if paths:
            self.add_files(paths)
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        self._fold_filters()

    def _connect(self) -> None:
        view, acts = self.view, self.acts
        QShortcut(QKeySequence.StandardKey.New, self, acts.write_down)
        self.write_button.clicked.connect(acts.write_down)
        view.add_asked.connect(acts.write_down)
        view.missing.wanted.connect(acts.write_down)
        view.files_given.connect(self.add_files)
        view.counted.connect(lambda _: self._follow_place())
        view.seen.connect(self._take_focus)
        view.acted.connect(self._session.tell_acted)
        view.removed.connect(acts.remove)
        view.look_asked.connect(self._look_at)
        view.copy_asked.connect(acts.copy_out.save)
        view.open_asked.connect(acts.copy_out.save_and_open)
        view.away_asked.connect(acts.take_away)
        view.newer_asked.connect(acts.choose_newer)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self.preview.back_asked.connect(self._go_back)
        self.preview.copy_asked.connect(acts.copy_out.save)
        acts.made.connect(lambda *_: self._go_back())
        acts.made.connect(view.open)
        acts.changed.connect(self._look_again)
        self._session.changed.connect(view.shown)

    def _look_again(self) -> None:
        self.view.shown()
        self.view_model.read_texts()

    def _look_at(self, version: PaperVersion) -> None:
        self.view.hide()
        self.preview.show()
        self.preview.show_file(version)
        self.preview.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_place()

    def _go_back(self) -> None:
        if self._is_looking():
            self.preview.hide()
            self.view.show()
            self.view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self._follow_place()

    def _is_looking(self) -> bool:
        return not self.preview.isHidden()

    def _follow_place(self) -> None:
        is_back = not self._is_looking()
        self.subtitle = self.view.headline if is_back else ""
        self.write_button.setVisible(is_back)
        self._fold_filters()

    def _fold_filters(self) -> None:
        low = self.height() < look.px(_LOW)
        self.filter_bar.set_narrow(self.is_narrow() or low)
        if self._is_looking() or self.filter_bar.isHidden():
            self.filter_bar.more.hide()

    def _take_focus(self) -> None:
        """With the first answer, move the focus from where it waited to the list."""
        waited_at = (self, self.sheet, self.view.drop_zone.button, self.write_button)
        if not self._is_filled and QApplication.focusWidget() in waited_at:
            self.view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_filled = True
        self._fold_filters()
        self.ready.emit()
