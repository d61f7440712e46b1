"""Documents: the group's papers with their files, looked at, kept up to date and found again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut, MakeTable
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.documents.acts import PaperActs
from vcs_desktop.ui.pages.documents.fronts import Fronts
from vcs_desktop.ui.pages.documents.papers_view import PapersView
from vcs_desktop.ui.pages.documents.view_model import PapersViewModel
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.row_menu import RowMenu
from vcs_desktop.ui.widgets.title_list import TitleRow

_LOW = 460


class DocumentsPage(Page):
    """Exists while a group is open, and is deleted when it is locked.

    Files may be dropped anywhere on it.
    """

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Documents"), tr("Looking"))
        self._services = services
        self.view_model = PapersViewModel(services, tasks, session, self)
        self.view = PapersView(self.view_model, services, tasks, session)
        self.fronts = Fronts(self.view, services, tasks, session)
        self.preview, self.filter_bar = self.fronts.preview, self.view.filter_bar
        self.write_button = button(tr("Write down a paper"), icon="pencil")
        self.bring_in_button = button(tr("Bring in a spreadsheet"), icon="upload")
        self.acts = PaperActs(self.view_model, session, self)
        self.undo_bar, self.message = self.acts.undo_bar, self.acts.message
        self.list_out = ListOut(services, tasks, self._what_is_shown)
        self.row_menu = RowMenu(self.view.titles.list)
        self._is_filled = False
        self.add_actions(
            self.filter_bar.more, self.list_out.button, self.bring_in_button, self.write_button
        )
        self.body.put(self.fronts, 1)
        self.foot.put(self.undo_bar)
        for line in (self.acts.progress, self.message, self.list_out):
            self.body.put(line)
        self.setAcceptDrops(True)
        self._connect(session)

    def shown(self) -> None:
        """Look again: something may have been changed meanwhile."""
        self.view.shown()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view_model.put_away()
        self.fronts.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open one paper."""
        if thing_id:
            self.fronts.go_back()
            self.view.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list, or in what is in front of it."""
        return self.fronts.first_focus()

    def find_here(self) -> QWidget | None:
        """Return the field that looks for a paper."""
        self.fronts.go_back()
        self.filter_bar.open()
        return self.filter_bar.find_field.box

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at what adds files, the filters, the list and what is open."""
        view, titles = self.view, self.view.titles
        above = (view.drop_zone, view.missing, self.filter_bar, titles.list, titles.area)
        front = above if self.fronts.is_back() else (self.fronts.front(),)
        return (*front, self.undo_bar, self.message, self.list_out)

    def print_act(self) -> Callable[[], None] | None:
        """Print the file that is looked at, or the list."""
        if self.fronts.front() is self.preview:
            return self.preview.print_file if self.preview.pages.shown_page is not None else None
        return self.list_out.print_list if self.list_out.button.isVisible() else None

    def add_files(self, paths: list[Path]) -> None:
        """Make papers of files."""
        self.fronts.go_back()
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

    def _connect(self, session: GroupSession) -> None:
        view, acts, fronts = self.view, self.acts, self.fronts
        QShortcut(QKeySequence.StandardKey.New, self, acts.write_down)
        self.write_button.clicked.connect(acts.write_down)
        self.bring_in_button.clicked.connect(fronts.bring_in)
        view.add_asked.connect(acts.write_down)
        view.missing.wanted.connect(acts.write_down)
        view.files_given.connect(self.add_files)
        view.counted.connect(lambda _: self._follow_place())
        view.seen.connect(self._take_focus)
        view.seen.connect(self.view_model.read_texts)
        view.acted.connect(session.tell_acted)
        view.removed.connect(acts.remove)
        view.look_asked.connect(fronts.look_at)
        view.copy_asked.connect(acts.copy_out.save)
        view.open_asked.connect(acts.copy_out.save_and_open)
        view.away_asked.connect(acts.take_away)
        view.newer_asked.connect(acts.choose_newer)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self.row_menu.asked.connect(self._show_menu)
        fronts.changed.connect(self._follow_place)
        fronts.taken_in.connect(session.tell_acted)
        fronts.taken_in.connect(self.shown)
        self.preview.copy_asked.connect(acts.copy_out.save)
        acts.made.connect(lambda *_: fronts.go_back())
        acts.made.connect(view.open)
        acts.changed.connect(self.shown)
        session.changed.connect(self.shown)

    def _show_menu(self, row: TitleRow, place: QPoint) -> None:
        """Show what can be done with a paper; all of it is on the card too."""
        menu = QMenu(tr("What you can do"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(self.view.open, row.id))
        menu.addAction(tr("Add a newer file"), partial(self.acts.choose_newer, row.id))
        menu.addAction(tr("Put in the bin"), partial(self.acts.remove, row.id, row.title))
        menu.popup(place)

    def _what_is_shown(self) -> MakeTable:
        """Look at what the list holds now, to be made a table of off the window's thread."""
        from vcs_desktop.services.papers_list import papers_table

        services, ids, about = self._services, self.view.ids_shown(), self.view.filter_bar.about()
        return lambda: papers_table(services.space.inside(), ids, about)

    def _follow_place(self) -> None:
        """Offer what belongs to the list while it is in front."""
        is_back = self.fronts.is_back()
        self.subtitle = self.view.headline if is_back else ""
        self.write_button.setVisible(is_back)
        self.bring_in_button.setVisible(is_back)
        self.list_out.button.setVisible(is_back and bool(self.view.listed_ids))
        self._fold_filters()

    def _fold_filters(self) -> None:
        low = self.height() < look.px(_LOW)
        self.filter_bar.set_narrow(self.is_narrow() or low)
        if not self.fronts.is_back() or self.filter_bar.isHidden():
            self.filter_bar.more.hide()

    def _take_focus(self) -> None:
        """With the first answer, move the focus from where it waited to the list."""
        waited_at = (self, self.sheet, self.view.drop_zone.button, self.bring_in_button)
        if not self._is_filled and QApplication.focusWidget() in (*waited_at, self.write_button):
            self.view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_filled = True
        self._fold_filters()
        self.ready.emit()
