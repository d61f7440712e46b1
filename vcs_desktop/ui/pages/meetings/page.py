"""Meetings: all of them in a list, one open to be planned and written down as it goes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.services.meetings import MeetingLine
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.last_act import LastAct
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.meetings.coming_in import ComingIn
from vcs_desktop.ui.pages.meetings.committee_fold import CommitteeFold
from vcs_desktop.ui.pages.meetings.meetings_view import MeetingsView
from vcs_desktop.ui.pages.meetings.view_model import MeetingsViewModel, Seen
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.row_menu import RowMenu
from vcs_desktop.ui.widgets.title_list import TitleRow


class MeetingsPage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Meetings"), tr("Looking"))
        self._services = services
        self._session = session
        self._is_filled = False
        self.view_model = MeetingsViewModel(services, tasks, session, self)
        self.view = MeetingsView(self.view_model, services, tasks, session)
        self._last = LastAct(session, self)
        self.undo_bar, self.message = self._last.undo_bar, self._last.message
        self.committee = CommitteeFold()
        self.add_button = button(tr("Add a meeting"), "primary", icon="plus")
        self.list_out = ListOut(services, tasks, lambda: partial(_meetings, self.view.lines()))
        self.actions_out = ListOut(services, tasks, lambda: partial(_actions, services))
        self.actions_out.button.setText(tr("Save or print the actions"))
        main = column(gap=12)
        main.put(self.view, 1)
        main.put(self.committee)
        self.coming_in = ComingIn(panel(main), self.view_model, services, tasks, session)
        self.add_actions(
            self.actions_out.button, self.list_out.button, self.coming_in.button, self.add_button
        )
        self.body.put(self.coming_in, 1)
        self.foot.put(self.undo_bar)
        for bar in (self.message, self.list_out, self.actions_out):
            self.body.put(bar)
        self.row_menu = RowMenu(self.view.titles.list)
        self._connect()

    def shown(self) -> None:
        """Look again: something may have been changed meanwhile."""
        self.view_model.look()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view.put_away()
        self.coming_in.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open one meeting."""
        if thing_id:
            self.coming_in.go_back()
            self.view.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.view.titles.first_focus() if self.coming_in.front() is None else None

    def find_here(self) -> QWidget | None:
        """Return nothing: the list is short, and the search of the window finds meetings."""
        return None

    def print_act(self) -> Callable[[], None] | None:
        """Print the meeting that somebody is at, else the list of meetings."""
        if self.coming_in.front() is not None:
            return None
        form, focus = self.view.form, QApplication.focusWidget()
        if form is not None and focus is not None and form.isAncestorOf(focus):
            return form.print_paper
        return self.list_out.print_list if self.view.lines() else None

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the list, at what is open, at the committee and at what is said below."""
        titles = self.view.titles
        bars = (self.undo_bar, self.message, self.list_out, self.actions_out)
        if (front := self.coming_in.front()) is not None:
            return (front, *bars)
        return (titles.list, titles.area, self.committee, *bars)

    def _connect(self) -> None:
        view, model = self.view, self.view_model
        QShortcut(QKeySequence.StandardKey.New, self, model.add)
        self.add_button.clicked.connect(model.add)
        model.meetings.answered.connect(self._show_seen)
        model.meetings.failed.connect(view.titles.show_problem)
        model.added.connect(self._open_added)
        model.done.connect(self._tell_done)
        model.failed.connect(self._last.tell_problem)
        view.failed.connect(self._last.tell_problem)
        view.acted.connect(self._session.tell_acted)
        view.remove_asked.connect(self._remove)
        view.record_asked.connect(self.record_asked)
        view.taken_away.connect(self._last.offer)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self._session.changed.connect(model.look)
        self.coming_in.turned.connect(self._turn)
        self.row_menu.asked.connect(self._show_menu)
        for leaving in (
            self.undo_bar.undo_button, self.undo_bar.close_button, self.message.close_button,
            self.list_out.message.close_button, self.actions_out.message.close_button,
        ):  # fmt: skip
            leaving.clicked.connect(self._focus_list)

    def _show_seen(self, seen: Seen) -> None:
        self.view.show_seen(seen)
        self.committee.show_members(seen.committee, seen.today)
        coming = sum(each.on is not None and each.on >= seen.today for each in seen.lines)
        self.subtitle = _count_words(len(seen.lines), coming)
        self._turn(is_in=self.coming_in.front() is not None)
        waited_at = (self, self.sheet, self.add_button, self.committee.button)
        if not self._is_filled and QApplication.focusWidget() in waited_at:
            self.view.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_filled = True
        self.ready.emit()

    def _turn(self, is_in: bool) -> None:
        """Offer what can be done with the list only while it is in front."""
        for each in (self.add_button, self.coming_in.button):
            each.setVisible(not is_in)
        for out in (self.list_out, self.actions_out):
            out.button.setVisible(not is_in and bool(self.view.lines()))

    def _open_added(self, meeting_id: str) -> None:
        self._last.offer_last(tr("A new meeting is in the list."), self.view_model.undo)
        self.view.open_new(meeting_id)
        self.view_model.look()

    def _remove(self, meeting_id: str, name: str) -> None:
        self.view.step_off(meeting_id)
        self.view_model.act(
            lambda inside: inside.meetings.remove(meeting_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def _tell_done(self, words: str) -> None:
        if words:
            self._last.offer_last(words, self.view_model.undo)
        self.view_model.look()

    def _show_menu(self, row: TitleRow, place: QPoint) -> None:
        """Show what can be done with a row; all of it is on the card too."""
        menu = QMenu(tr("What you can do"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(self.view.open, row.id))
        menu.addAction(tr("Put in the bin"), partial(self._remove, row.id, row.title))
        menu.popup(place)

    def _focus_list(self) -> None:
        """Give the focus a place when the bar that had it has gone."""
        self.view.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)


def _meetings(lines: tuple[MeetingLine, ...]) -> TableOut:
    from vcs_desktop.services.meeting_papers import meetings_table

    return meetings_table(lines)


def _actions(services: Services) -> TableOut:
    return services.space.inside().meeting_papers.actions_table()


def _count_words(count: int, coming: int) -> str:
    if not count:
        return ""
    held = tr_count("{count} meeting", "{count} meetings", count)
    if not coming:
        return tr("{meetings}. None is planned.", meetings=held)
    return tr_count(
        "{meetings}, {count} coming", "{meetings}, {count} coming", coming, meetings=held
    )
