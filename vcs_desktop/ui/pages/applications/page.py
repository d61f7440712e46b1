"""Applications: all of them in a list; a new one begun; one open over the whole page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.applications.applications_view import ApplicationsView
from vcs_desktop.ui.pages.applications.bars import Bars
from vcs_desktop.ui.pages.applications.open_view import OpenView
from vcs_desktop.ui.pages.applications.results_view import ResultsView
from vcs_desktop.ui.pages.applications.rows import about_words
from vcs_desktop.ui.pages.applications.start_view import StartView
from vcs_desktop.ui.pages.applications.view_model import ApplicationsViewModel, Seen
from vcs_desktop.ui.places import Places
from vcs_desktop.ui.widgets.basics import button

START, OPEN, RESULTS = "start", "open", "results"
ANSWERS = "answers"
FROM_GRANT = "from:"
"""Before the id of a grant: another page asks to begin with it."""


class ApplicationsPage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Applications"), tr("Looking"))
        self._asked = (services, tasks, session)
        self._session = session
        self._is_seen = False
        self.view_model = ApplicationsViewModel(services, tasks, session, self)
        self.view = ApplicationsView(*self._asked)
        self._bars = Bars(self.view_model, session, self)
        self.undo_bar, self.message = self._bars.undo_bar, self._bars.message
        self.start_button = button(tr("Start an application"), "primary", icon="plus")
        self.results_button = button(tr("What we won"), icon="trophy")
        self.back_button = button(tr("All applications"), icon="arrow-left")
        self.places = Places(self.view)
        self.places.add(START, self._make_start)
        self.places.add(OPEN, self._make_open)
        self.places.add(RESULTS, lambda: self._joined(ResultsView(*self._asked)))
        self.add_actions(self.back_button, self.results_button, self.start_button)
        self.back_button.hide()
        self.body.put(self.places, 1)
        self.foot.put(self.undo_bar)
        self.body.put(self.message)
        self._connect()

    def shown(self) -> None:
        """Look again: something may have been changed meanwhile."""
        self.view_model.look()
        front = self.places.front()
        if isinstance(front, GroupPart) and front is not self.view:
            front.shown()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        for part in self.places.made():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open an application by its id, or begin one with a grant: "from:" and its id."""
        if thing_id.startswith(FROM_GRANT):
            self.start().start_from(thing_id.removeprefix(FROM_GRANT))
        elif thing_id:
            self.open(thing_id)

    def show_record(self, kind: str, record_id: str) -> None:
        """Open the application that a record belongs to: itself, an answer, a budget, a grant."""
        if kind == "application":
            self.open(record_id)
        else:
            part, thing_id = (ANSWERS, record_id) if kind == "answer" else ("", "")
            self.view_model.find(record_id, lambda found: self.open(found, part, thing_id))

    def open(self, application_id: str, part: str = "", thing_id: str = "") -> OpenView:
        """Open an application over the whole page, at something of it."""
        view = self.places.go(OPEN)
        assert isinstance(view, OpenView)  # noqa: S101  it is made below
        view.open(application_id, part, thing_id)
        return view

    def start(self) -> StartView:
        """Show how an application begins."""
        view = self.places.go(START)
        assert isinstance(view, StartView)  # noqa: S101  it is made below
        view.grant.offer_choice(on=True)
        view.shown()
        return view

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.view.titles.first_focus() if self.places.is_back() else None

    def find_here(self) -> QWidget | None:
        """Return the field that finds words in an answer.

        The list is short, and the search of the window finds applications.
        """
        front = self.places.front()
        part = front.front() if isinstance(front, OpenView) else None
        return part.find_here() if part is not None else None

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the list and at the card beside it, or at the parts of what is open."""
        front, bars = self.places.front(), (self.undo_bar, self.message)
        if isinstance(front, OpenView):
            inside = front.front()
            return (front.sections.bar, *((inside,) if inside else ()), *bars)
        titles = self.view.titles
        return (front, *bars) if front is not self.view else (titles.list, titles.area, *bars)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc, where nothing inside has a use for it."""
        goes = isinstance(self.places.front(), OpenView | ResultsView)
        if event.key() == Qt.Key.Key_Escape and goes:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        view, model = self.view, self.view_model
        QShortcut(QKeySequence.StandardKey.New, self, self.start)
        self.start_button.clicked.connect(self.start)
        self.back_button.clicked.connect(self._go_back)
        model.applications.answered.connect(self._show_seen)
        model.applications.failed.connect(view.titles.show_problem)
        view.open_asked.connect(self.open)
        view.remove_asked.connect(model.remove)
        view.list_asked.connect(model.keep_questions)
        view.titles.all_asked.connect(self.start)
        view.titles.again_asked.connect(model.look)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self._session.changed.connect(model.look)
        self.places.changed.connect(self._turn)
        self.places.changed.connect(self.message.hide)
        self.results_button.clicked.connect(lambda: self.places.go(RESULTS).shown())
        for leaving in (
            self.undo_bar.undo_button, self.undo_bar.close_button, self.message.close_button,
        ):  # fmt: skip
            leaving.clicked.connect(self.view.take_focus)

    def _make_start(self) -> GroupPart:
        made = StartView(*self._asked)
        made.started.connect(self._open_started)
        made.funding_asked.connect(lambda: self.place_asked.emit("funding", ""))
        made.list_card.remove_asked.connect(self.view_model.remove_list)
        self.view_model.applications.answered.connect(partial(_look_at_lists, made))
        return self._joined(made)

    def _make_open(self) -> GroupPart:
        made = OpenView(*self._asked)
        for leaving in (self.undo_bar.undo_button, self.undo_bar.close_button):
            leaving.clicked.connect(made.take_focus)
        made.named.connect(self._say_heading)
        made.record_asked.connect(self.record_asked)
        made.acted.connect(self._session.tell_acted)
        made.undo_offered.connect(self._bars.offer_last)
        return self._joined(made)

    def _joined(self, part: StartView | OpenView | ResultsView) -> GroupPart:
        """Listen to what every place says that is shown for a while."""
        part.left.connect(self._go_back)
        part.failed.connect(self._bars.tell_problem)
        return part

    def _show_seen(self, seen: Seen) -> None:
        self.view.show_seen(seen)
        # The focus is there only because there was no list to go to.
        waited_at = (self, self.sheet, self.results_button, self.start_button)
        if not self._is_seen and QApplication.focusWidget() in waited_at and self.places.is_back():
            self.view.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_seen = True
        self._turn()
        self.ready.emit()

    def _turn(self) -> None:
        """Offer what can be done with the list only while it is in front."""
        self.start_button.setVisible(self.places.is_back())
        self.results_button.setVisible(self.places.is_back() and bool(self.view.lines()))
        self.back_button.setVisible(isinstance(self.places.front(), OpenView))
        self._say_heading()

    def _say_heading(self) -> None:
        """Say what is in front: the application that is open, else all of them."""
        front = self.places.front()
        if isinstance(front, OpenView):
            self.title, self.subtitle = front.name or tr("Application"), front.funder
        else:
            seen = about_words(self.view.lines()) if self._is_seen else tr("Looking")
            self.title, self.subtitle = tr("Applications"), seen

    def _go_back(self) -> None:
        front = self.places.front()
        for part in self.places.made():
            part.put_away()
        self.places.go_back()
        if isinstance(front, OpenView):
            self.view.titles.open(front.application_id)
        self.view_model.look()
        self.view.take_focus()

    def _open_started(self, application_id: str) -> None:
        self._session.tell_acted()
        self.view_model.look()
        self.open(application_id)


def _look_at_lists(start: StartView, _seen: Seen) -> None:
    """Show which lists are kept now, where somebody sees them."""
    if start.isVisible():
        start.list_card.shown()
