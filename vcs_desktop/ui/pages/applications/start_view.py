"""How an application begins: with a grant, a list, questions that come in, or usual ones."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout

from vcs_desktop.core.language import tr
from vcs_desktop.domain.old_application import OldForm
from vcs_desktop.domain.questions_typed import Found
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.one_at_a_time import OneAtATime
from vcs_desktop.ui.pages.applications.confirm_view import ConfirmView
from vcs_desktop.ui.pages.applications.pasted import Pasted
from vcs_desktop.ui.pages.applications.start_grant import GrantCard
from vcs_desktop.ui.pages.applications.start_list import ListCard
from vcs_desktop.ui.pages.applications.start_source import FormSource
from vcs_desktop.ui.places import Places
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

_CONFIRM = "confirm"
_QUESTIONS, _OLD = "pasted/questions", "pasted/old-application"
"""Under which names the desk keeps what was pasted."""

_Told = tuple[str, Found | OldForm, date]
"""What was read is called so, was found to be this, on this day."""

_Reading = Callable[[ApplicationsService, Event], Found | OldForm]


class StartView(GroupPart):
    """``left`` wants the list again, ``started`` carries the id of the new application.

    What was pasted lies on the group's desk until something is begun with it.
    """

    left = Signal()
    started = Signal(str)
    funding_asked = Signal()
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.back_button = button(tr("All applications"), "quiet", icon="arrow-left")
        self.grant = GrantCard(*asked)
        self.grants, self.from_grant = self.grant.grants, self.grant.from_grant
        self.list_card = ListCard(*asked)
        self.questions = _questions()
        self.old = _old()
        self.standard_button = button(tr("Start with six usual questions"))
        pasted = {_QUESTIONS: self.questions.paste, _OLD: self.old.paste}
        self._pasted = Pasted(self.services, self.tasks, pasted, self)
        self._today = date.min
        self._stop = Event()
        self._read = Latest(self.tasks, self)
        self._new = OneAtATime(self.tasks, self)
        self.places = Places(panel(self._cards()))
        self.places.add(_CONFIRM, self._make_confirm)
        self.setLayout(column(self.places))
        FocusInSight(self)
        self._connect()

    def put_away(self) -> None:
        """Keep what was pasted and not begun with; shown again, the ways to begin stand there."""
        self.places.go_back()
        self._pasted.keep()

    def shown(self) -> None:
        """Look which grants and lists are kept now."""
        self.grant.shown()
        self.list_card.shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc; what is being looked through is left by its button only."""
        if event.key() == Qt.Key.Key_Escape and self.places.is_back():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def start_from(self, call_id: str) -> None:
        """Show what is to be thought of before an application to a grant is begun."""
        self.places.go_back()
        self.grant.offer_choice(on=False)
        self.grant.finder.set_chosen("")
        self.grant.look_at(call_id)
        self.from_grant.setFocus()

    def confirm(self) -> ConfirmView:
        """Return the view on what was found."""
        view = self.places.go(_CONFIRM)
        assert isinstance(view, ConfirmView)  # noqa: S101  it is made below
        return view

    def read_file(self, path: Path, *, is_old: bool) -> None:
        """Read a file, and show what was found in it."""
        name = " ".join(path.stem.replace("_", " ").split())
        self._ask(
            name,
            lambda here, stop: (
                here.read_old(path, stop) if is_old else here.read_questions(path, stop)
            ),
            is_old=is_old,
        )

    def read_text(self, text: str, *, is_old: bool) -> None:
        """Take pasted text apart, and show what was found in it."""
        self._ask(
            "",
            lambda here, _stop: (
                here.read_old_text(text) if is_old else here.read_questions_text(text)
            ),
            is_old=is_old,
        )

    def _cards(self) -> QLayout:
        usual = card(
            label(tr("With usual questions"), "heading", wrap=True),
            label(tr("Nearly every funder asks these six. You can change them."), wrap=True),
            panel(FlowLayout(self.standard_button)),
            gap=8,
        )
        return column(
            panel(FlowLayout(self.back_button)),
            label(tr("Start an application"), "title", wrap=True),
            self.grant,
            self.questions,
            self.list_card,
            usual,
            label(tr("Fill your library of answers"), "title", wrap=True),
            self.old,
            None,
            gap=12,
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.grant.funding_asked.connect(self.funding_asked)
        self.grant.start_asked.connect(self._begin_with_grant)
        self.list_card.start_asked.connect(
            lambda list_id: self._begin(lambda here: here.start_from_list(list_id))
        )
        self.standard_button.clicked.connect(lambda: self._begin(lambda here: here.start_with(())))
        for source, is_old in ((self.questions, False), (self.old, True)):
            source.file_chosen.connect(lambda path, old=is_old: self.read_file(path, is_old=old))
            source.pasted.connect(lambda text, old=is_old: self.read_text(text, is_old=old))
            source.cancelled.connect(self._stop_reading)
        self.session.locking.connect(self._stop_reading)  # nothing goes on behind a lock
        for part in (self.grant, self.list_card):
            part.failed.connect(self.failed)

    def _make_confirm(self) -> GroupPart:
        made = ConfirmView(self._today, self.services, self.tasks, self.session)
        made.left.connect(self._leave_confirm)
        made.started.connect(self._tell_kept)
        made.failed.connect(self.failed)
        return made

    def _ask(self, name: str, read: _Reading, *, is_old: bool) -> None:
        stop = self._stop = Event()

        def work() -> _Told:
            inside = self.services.space.inside()
            return name, read(inside.applications, stop), inside.records.clock.today()

        self._wait(on=True)
        said = tr("Reading {name}", name=short_prose(name, 80)) if name else tr("Reading")
        (self.old if is_old else self.questions).progress.start(said)
        self._read.ask_too(
            work, then=self._show_found, otherwise=self._tell_unread, lane="work", stop=stop
        )

    def _stop_reading(self) -> None:
        self._stop.set()

    def _show_found(self, told: _Told) -> None:
        self._wait(on=False)
        if self._stop.is_set():
            return
        name, found, self._today = told
        if isinstance(found, OldForm):
            self.confirm().open_old(found, name)
        else:
            self.confirm().open_questions(found, name)

    def _tell_unread(self, error: Exception) -> None:
        self._wait(on=False)
        if not self._stop.is_set():
            self.failed.emit(error)

    def _wait(self, *, on: bool) -> None:
        for each in (self.questions, self.old):
            each.set_waiting(on=on)

    def _leave_confirm(self) -> None:
        self.places.go_back()
        self.back_button.setFocus()
        self.list_card.shown()

    def _tell_kept(self, application_id: str) -> None:
        self.places.go_back()
        self._pasted.forget()
        self.started.emit(application_id)

    def _begin(self, start: Callable[[ApplicationsService], str]) -> None:
        self._new.do(
            lambda: start(self.services.space.inside().applications),
            then=self.started.emit,
            otherwise=self.failed.emit,
        )

    def _begin_with_grant(self, call_id: str) -> None:
        def start(here: ApplicationsService) -> str:
            call = self.services.funding.detail(call_id).call
            return here.start_from_call(call) if call else here.start_with(())

        self._begin(start)


def _questions() -> FormSource:
    return FormSource(
        tr("From the funder's questions"),
        tr("Numbers and limits are found, and you look before anything is kept."),
        tr("Drop the funder's form here."),
        tr("Or paste the questions here"),
        tr("Find the questions"),
    )


def _old() -> FormSource:
    return FormSource(
        tr("Bring in an old application"),
        tr("It is taken apart, and you look before anything is kept."),
        tr("Drop an old application here."),
        tr("Or paste an old application here"),
        tr("Find the answers"),
    )
