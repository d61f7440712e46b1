"""People: everybody in a list, one in full, adding, changing, bringing in."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.people.browse import Browse
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.pages.people.row_menu import RowMenu
from vcs_desktop.ui.pages.people.view_model import PeopleViewModel
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.undo_bar import UndoBar

_LOW = 460


class PeoplePage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("People"), tr("Looking"))
        self._session = session
        self.view_model = PeopleViewModel(services, tasks, session, self)
        self.browse = Browse(self.view_model, services, tasks, session)
        self.filter_bar, self.view = self.browse.filter_bar, self.browse.view
        self.add_button = button(tr("Add a person"), "primary", icon="user-plus")
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self.add_actions(self.filter_bar.more, self.add_button)
        self.body.put(self.browse, 1)
        self.body.put(self.undo_bar)
        self.body.put(self.message)
        self.row_menu = RowMenu(self.view.titles.list)
        self._connect()

    def shown(self) -> None:
        """Look again: somebody may have been changed meanwhile."""
        self.view_model.look()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open one person."""
        if thing_id:
            self.browse.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.view.titles.first_focus()

    def find_here(self) -> QWidget | None:
        """Return the field that looks for a person."""
        self.filter_bar.open()
        return self.filter_bar.find_field.box

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the filters, at the list and at what is open."""
        titles = self.view.titles
        return (self.filter_bar, titles.list, titles.area, self.undo_bar, self.message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        self.filter_bar.set_narrow(self.is_narrow() or self.height() < look.px(_LOW))

    def _connect(self) -> None:
        view = self.view
        self.add_button.setShortcut("Ctrl+N")
        self.add_button.clicked.connect(view.add)
        self.browse.counted.connect(self._say_count)
        self.browse.seen.connect(self.ready)
        self.view_model.done.connect(self._tell_done)
        self.view_model.failed.connect(self._tell_failed)
        view.failed.connect(self._tell_failed)
        view.changed.connect(self._hear_changed)
        view.remove_asked.connect(self._remove)
        view.taken_away.connect(self.undo_bar.offer)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self.row_menu.asked.connect(self._show_menu)
        for leaving in (
            self.undo_bar.undo_button, self.undo_bar.close_button, self.message.close_button,
        ):  # fmt: skip
            leaving.clicked.connect(self._focus_list)

    def _say_count(self, words: str) -> None:
        self.subtitle = words

    def _remove(self, person_id: str, name: str) -> None:
        self.view.close_form()
        self.view.step_off(person_id)
        self.view_model.act(
            lambda inside: inside.people.remove(person_id),
            tr("Deleted “{name}”.", name=short_prose(name)),
            lambda inside: inside.records.restore(person_id),
        )

    def _show_menu(self, row: TitleRow, place: QPoint) -> None:
        """Show what can be done with a row; all of it is on the card too."""
        view = self.view
        if row.id == NEW:
            return
        menu = QMenu(tr("What you can do"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(view.open, row.id))
        menu.addAction(tr("Change"), partial(view.change, row.id))
        menu.addAction(tr("Put in the bin"), partial(self._remove, row.id, row.title))
        menu.popup(place)

    def _hear_changed(self) -> None:
        self._session.tell_acted()
        self.view_model.look()

    def _tell_done(self, words: str, undo: object) -> None:
        if words and callable(undo):
            self.undo_bar.offer(words, undo)
        self.view_model.look()

    def _tell_failed(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")

    def _focus_list(self) -> None:
        """Give the focus a place when the bar that had it has gone."""
        self.view.titles.list.setFocus(Qt.FocusReason.OtherFocusReason)
