"""The Edit menu: undo and redo that say what they do, and what every field can do."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.field_in_hand import Field, FieldInHand
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Offers

_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
_CUT = (QKeySequence("Ctrl+X"),)
_COPY = (QKeySequence("Ctrl+C"),)
_PASTE = (QKeySequence("Ctrl+V"),)
_ALL = (QKeySequence("Ctrl+A"),)
OF_FIELD = "ofField"
"""Marks what is done to the field in hand: from anywhere else it means nothing."""
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_MOST_IN_AN_ENTRY = 60


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was undone or redone, in words, and on which record, empty for several."""

    words: str
    kind: str
    record_id: str


class EditMenu(QMenu):
    """Undo takes back what was typed in the field, else what a bar offers, else the last act.

    ``told`` carries words for the line at the bottom. ``record_touched`` carries the kind
    and the id of the record that was undone or redone, for the page in front to show.
    The keys are heard here, not by Qt's shortcuts: a field would keep Ctrl+Z to itself
    also when nothing was typed in it, and a bar has the same key.
    """

    told = Signal(str)
    record_touched = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Edit"), parent)
        self._field = FieldInHand()
        self._watched: QWidget | None = None
        self._session: GroupSession | None = None
        self._services: Services | None = None
        self._tasks: Tasks | None = None
        self._offers: Offers | None = None
        self._question: Question | None = None
        self.undo = self._add("", _UNDO, self.undo_now)
        self.redo = self._add("", _REDO, self.redo_now)
        self.addSeparator()
        self.cut = self._add(tr("Cu&t"), _CUT, partial(self._in_field, methodcaller("cut")))
        self.copy = self._add(tr("&Copy"), _COPY, partial(self._in_field, methodcaller("copy")))
        self.paste = self._add(tr("&Paste"), _PASTE, partial(self._in_field, methodcaller("paste")))
        self.select_all = self._add(
            tr("Select &all"), _ALL, partial(self._in_field, methodcaller("selectAll"))
        )
        for entry in (self.cut, self.copy, self.paste, self.select_all):
            entry.setProperty(OF_FIELD, True)
        self.aboutToShow.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._follow()

    def begin(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        """Follow a session: what it says was done can be undone."""
        self._services, self._tasks, self._session = services, tasks, session
        self._window().installEventFilter(self)  # it has the focus where nothing else has
        self._question = Question(tasks, self)
        self._question.answered.connect(self._show_offers)
        self._question.failed.connect(self._forget)
        for signal in (session.opened, session.acted):
            signal.connect(self._ask)
        session.locked.connect(self._forget)
        if session.is_open:
            self._ask()

    def undo_now(self) -> None:
        """Take back what can be taken back, the nearest first."""
        field, bar = self._field.field, self._bar()
        if field is not None and self._field.can_undo():
            field.undo()
        elif bar is not None:
            bar.undo_button.click()
        elif self._offers is not None and self._offers.undo:
            self._run(_undone)

    def redo_now(self) -> None:
        """Do again what was taken back, in the field or in the group."""
        field = self._field.field
        if field is not None and self._field.can_redo():
            field.redo()
        elif self._offers is not None and self._offers.redo:
            self._run(_redone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys of undo and redo wherever the focus is, before the field does."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed in _UNDO:
            can, act = self._can_undo(), self.undo_now
        elif pressed in _REDO:
            can, act = self._can_redo(), self.redo_now
        else:
            return False
        if can:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                act()
        elif event.type() == QEvent.Type.ShortcutOverride:
            return False
        return can

    def _can_undo(self) -> bool:
        offered = self._offers is not None and bool(self._offers.undo)
        return self._field.can_undo() or offered or self._bar() is not None

    def _can_redo(self) -> bool:
        offered = self._offers is not None and bool(self._offers.redo)
        return self._field.can_redo() or offered

    def _bar(self) -> UndoBar | None:
        """Return the bar on the screen that offers to take something back, if there is one."""
        return UndoBar.in_sight(self._window())

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        return (parent or self).window()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Listen where the focus is. A menu that is open is no other place."""
        if now is None or isinstance(now, QMenu | QMenuBar):
            return
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        is_ours = now.window() is self._window()
        self._watched = now if is_ours else None
        self._field.enter(self._watched)
        if self._watched is not None:
            self._watched.installEventFilter(self)
        # What the entries say is found out when the menu opens: asking for the clipboard with
        # each step of the keyboard would wait for the program that holds it.

    def _follow(self) -> None:
        """Say what each entry does now, and whether it can."""
        field, offers = self._field, self._offers
        bar = None if field.can_undo() else self._bar()
        if field.can_undo():
            undo = tr("&Undo what you typed")
        elif bar is not None:
            undo = _entry(bar.undo_button.accessibleName())
        else:
            undo = _entry(offers.undo if offers else "") or tr("&Undo")
        redo = tr("&Redo what you typed") if field.can_redo() else ""
        self.undo.setText(undo)
        self.redo.setText(redo or _entry(offers.redo if offers else "") or tr("&Redo"))
        self.undo.setEnabled(self._can_undo())
        self.redo.setEnabled(self._can_redo())
        self.cut.setEnabled(field.can_cut())
        self.copy.setEnabled(field.can_copy())
        self.paste.setEnabled(field.can_paste())
        self.select_all.setEnabled(field.can_select())

    def _ask(self) -> None:
        services, question = self._services, self._question
        if services is not None and question is not None:
            question.ask(lambda: services.space.inside().records.offers())  # noqa: PLW0108  on the lane

    def _show_offers(self, offers: "Offers") -> None:
        if self._session is not None and self._session.is_open:
            self._offers = offers
            self._follow()

    def _forget(self, _error: object = None) -> None:
        """Let go of every word of the group: it was locked, or cannot be asked."""
        if self._question is not None:
            self._question.forget()
        self._offers = None
        self._follow()

    def _run(self, act: "Callable[[InGroup], _Outcome]") -> None:
        services, tasks, session = self._services, self._tasks, self._session
        if services is None or tasks is None or session is None:
            return

        def then(outcome: _Outcome) -> None:
            if session.is_open:
                self._tell(outcome.words)
                session.tell_changed()
                if outcome.kind:
                    self.record_touched.emit(outcome.kind, outcome.record_id)

        def otherwise(error: Exception) -> None:
            if session.is_open:
                self._tell(words_for(error))
                session.tell_changed()

        tasks.run(lambda: act(services.space.inside()), then=then, otherwise=otherwise)

    def _tell(self, words: str) -> None:
        self.told.emit(words)
        say(self._window(), words)

    def _in_field(self, act: Callable[[Field], None], _checked: bool = False) -> None:  # by Qt
        field = self._field.field
        if field is not None:
            act(field)

    def _add(self, words: str, keys: tuple[QKeySequence, ...], act: Callable[..., None]) -> QAction:
        """Add an entry that shows its keys, and leaves them to the fields and to the filter."""
        action = self.addAction(words)
        action.setShortcuts(list(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        return action


def _entry(words: str) -> str:
    """Return words for an entry: short, and with no letter of them taken for its key."""
    return short_prose(words, _MOST_IN_AN_ENTRY).replace("&", "&&")


def _undone(inside: "InGroup") -> _Outcome:
    words = inside.records.offers().undo
    return _outcome(inside, words, inside.records.undo())


def _redone(inside: "InGroup") -> _Outcome:
    words = inside.records.offers().redo
    return _outcome(inside, words, inside.records.redo())


def _outcome(inside: "InGroup", words: str, record_id: str) -> _Outcome:
    kind = inside.history.kind_of(record_id) if record_id else ""
    return _Outcome(tr("{what}. Done.", what=short_prose(words)), kind, record_id)
