"""The groups of this laptop: chosen, opened, started, brought back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.pages.groups import words
from vcs_desktop.ui.pages.groups.opening_view import OpeningView
from vcs_desktop.ui.pages.groups.picker_view import PickerView
from vcs_desktop.ui.pages.groups.practice_acts import PracticeActs
from vcs_desktop.ui.pages.groups.views import Views
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.groups import GroupLine
    from vcs_desktop.ui.pages.groups.join_view import JoinView
    from vcs_desktop.ui.pages.groups.restore_view import RestoreView
    from vcs_desktop.ui.pages.groups.start_view import StartView
    from vcs_desktop.ui.pages.groups.way_back_view import WayBackView

    View = PickerView | OpeningView | StartView | WayBackView | JoinView | RestoreView

HOME = "home"
PICKER, START, JOIN, PRACTICE, RESTORE = "picker", "start", "join", "practice", "restore"
WAY_BACK, BEFORE_LOCK, BEFORE_CLOSE = "way-back", "way-back/lock", "way-back/close"


class GroupsPage(AsidePage):
    """One of its views at a time; Esc leads back to the list, and from there to the page before.

    ``show_thing`` takes start, practice, join, restore, way-back, or the id of a group.
    "way-back/lock" and "way-back/close" ask before the group is locked or the window
    closed, and do it once that is answered.
    """

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(tr("Your groups"))
        self._services = services
        self._session = session
        self._settings = settings
        self._then: Callable[[], object] = self._go_home
        self._thing = ""
        self._lines = Question(tasks, self)
        self.practice = PracticeActs(services, tasks, session, self)
        self.picker = PickerView()
        self.opening = OpeningView(services, tasks, session)
        self.progress, self.message = ProgressLine(), MessageBar()
        room = column()
        for each in (self.picker, self.opening):
            room.put(each, 1)
        self.views = Views(services, tasks, session, settings, room)
        self.views.setParent(self)
        self.body.put(panel(room), 1)
        self.body.put(self.progress)
        self.body.put(self.message)
        self.front: View = self.picker
        # Only when what came is laid out.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(partial(_give_room, self))
        self._show(self.picker, tr("Your groups"), focus=False)
        self._connect()

    def shown(self) -> None:
        """Look which groups are here."""
        self._lines.ask(lambda: self._services.groups.groups())  # noqa: PLW0108  on the lane

    def show_thing(self, thing_id: str) -> None:
        """Start, join, bring back, open, or ask for a second way in."""
        self._thing = ""
        if thing_id in (START, PRACTICE, JOIN, RESTORE):
            self._do(thing_id)
        elif thing_id in (WAY_BACK, BEFORE_LOCK, BEFORE_CLOSE):
            self._begin_way_back(thing_id)
        else:
            self._thing = thing_id
            self.shown()

    def first_focus(self) -> QWidget | None:
        """Start where the view in front does."""
        return self.front.first_focus()

    def find_here(self) -> QLineEdit | None:
        """There is nothing to search; the field in front may be one for secrets."""
        return None

    def put_away(self) -> None:
        """Take every secret off the page: the group is about to be locked."""
        self.opening.forget()
        self.views.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc; from the list to the page before."""
        if event.key() == Qt.Key.Key_Escape and self.front is not self.picker:
            self._back_to_picker()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no secret on a page that is not in front."""
        super().hideEvent(event)
        self.opening.forget()
        self.views.put_away()

    def _connect(self) -> None:
        self._lines.answered.connect(self._show_lines)
        self._lines.failed.connect(self._tell)
        self.practice.opened.connect(self._go_home)
        self.practice.thrown.connect(self._tell_thrown)
        self.practice.failed.connect(self._tell)
        self.picker.open_asked.connect(self._open)
        self.picker.asked.connect(self._do)
        self.picker.throw_asked.connect(self.practice.ask_to_throw)
        for view in (self.opening, self.views):
            view.left.connect(self._back_to_picker)
        for asks in (self.picker, self.opening):
            asks.bring_back_asked.connect(
                lambda line: self.views.restore.begin_with_backups(line)  # noqa: PLW0108  made then
            )
        self.opening.came_in.connect(self._go_home)
        self.opening.came_in_by_code.connect(partial(self.place_asked.emit, "our-group", "access"))
        self.views.settled.connect(self._settled.start)
        self.views.way_back_left.connect(self._after_way_back)
        self.views.begun.connect(partial(self._show, title=tr("Bring a group back"), focus=False))
        self.views.restored.connect(self._tell_restored)
        self.views.asked.connect(self._do)

    def _show(self, view: "View", title: str, subtitle: str = "", *, focus: bool = True) -> None:
        self.front = view
        self.title, self.subtitle = title, subtitle
        # Which group it is does not stand in the list of windows.
        self.window_title = "" if view in (self.picker, self.opening) else title
        self.retitled.emit()
        for each in (self.picker, self.opening, *self.views.made):
            each.setVisible(each is view)
        self.message.hide()
        self.sheet.verticalScrollBar().setValue(0)
        self._settled.start()
        if focus and (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, lines: "tuple[GroupLine, ...]") -> None:
        self.picker.show_groups(lines, self._session.group_id)
        wanted, self._thing = self._thing, ""
        line = next((each for each in lines if each.id == wanted), None)
        if line is not None:
            self._open(line)
        self.ready.emit()

    def _back_to_picker(self) -> None:
        self.put_away()
        self._show(self.picker, tr("Your groups"))
        self.shown()

    def _open(self, line: "GroupLine") -> None:
        if line.id == self._session.group_id:
            self._go_home()
        elif line.is_practice:
            self._do(PRACTICE)
        else:
            self.opening.begin(line)
            self._show(self.opening, tr("Open {group}", group=words.name_of(line)))

    def _do(self, way: str) -> None:
        if way == START:
            self.views.start.begin()
            self._show(self.views.start, tr("Start a group"), tr("It takes about two minutes."))
        elif way == JOIN:
            self.views.join.begin()
            self._show(self.views.join, tr("My group is on another laptop"))
        elif way == PRACTICE:
            self.progress.start(tr("Opening the practice group"), can_cancel=False)
            self.practice.open()
        elif way == RESTORE:
            title, kinds = tr("Choose the copy of a group"), tr("Copies of groups (*.vcsgroup)")
            files.ask_what_to_open(self, title, kinds, self.views.restore.begin_with_file)
        else:
            self._settings.change(welcomed=True)
            self._go_home()

    def _tell_restored(self, group_id: str) -> None:
        self._show(self.picker, tr("Your groups"))
        self.message.tell(
            tr("The group is back."), "ok", tr("Open it"), partial(self.show_thing, group_id)
        )
        self.shown()

    def _tell_thrown(self) -> None:
        self.message.tell(tr("The practice group is gone."))
        self.shown()

    def _begin_way_back(self, thing_id: str) -> None:
        go_on, self._then = {
            BEFORE_LOCK: (tr("Lock without it"), self._session.lock),
            BEFORE_CLOSE: (tr("Close without it"), self.window().close),
        }.get(thing_id, ("", self._go_home))
        self.views.way_back.begin(go_on)
        self._show(self.views.way_back, tr("A way back in"), self._session.name)

    def _after_way_back(self) -> None:
        then, self._then = self._then, self._go_home
        self._show(self.picker, tr("Your groups"), focus=False)
        then()

    def _go_home(self) -> None:
        self.progress.finish()
        self.place_asked.emit(HOME, "")

    def _tell(self, error: Exception) -> None:
        self.progress.finish()
        self.message.tell(words_for(error), "bad")
        self.ready.emit()


def _give_room(page: GroupsPage) -> None:
    """Where there is little room, give all of it to the question that came."""
    if page.front is not page.picker:
        page.bring_to_top(page.front)
