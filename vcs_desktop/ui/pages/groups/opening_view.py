"""Opening a group: who you are, and your secret words or the printed code."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.group_errors import (
    DamagedSlots,
    GroupDamaged,
    GroupFileMissing,
    MistypedCode,
    NoCode,
    WaitFirst,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.groups import words
from vcs_desktop.ui.pages.groups.code_field import CodeField
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.secret_field import SecretField, ToldField
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.groups import GroupLine, OpenGroup

log = logging.getLogger(__name__)

_TICK_MS = 250
_BROKEN = (DamagedSlots, GroupDamaged, GroupFileMissing)


class OpeningView(QWidget):
    """``came_in`` says that the group is open; ``came_in_by_code``, that it is by the code."""

    came_in = Signal()
    came_in_by_code = Signal()
    left = Signal()
    bring_back_asked = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._remember = Latest(tasks, self)
        self._line: GroupLine | None = None
        self._wait = QDeadlineTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self.who = ChoiceField(tr("Who are you?"), [])
        self.words_field = SecretField(tr("Your four secret words"))
        self.code_field = CodeField()
        self.remember = Tick(tr("Remember me on this computer"))
        self.open_button = button(tr("Open"), "primary")
        self.way_button = button("", "inline")
        self.back_button = button(tr("Back to the groups"), "quiet", icon="arrow-left")
        self.progress = ProgressLine()
        self.message = MessageBar()
        form = Bounded(
            self.who,
            self.words_field,
            self.code_field,
            self.remember,
            panel(FlowLayout(self.open_button, self.back_button)),
            panel(FlowLayout(self.way_button)),
            self.progress,
            self.message,
        )
        self.setLayout(column(form, None))
        self._connect()

    def begin(self, line: "GroupLine") -> None:
        """Ask for the words of one group."""
        self.forget()
        self._line = line
        with QSignalBlocker(self.who.box):
            self.who.box.clear()
            for opener_id, name in words.opener_choices(line.openers):
                self.who.box.addItem(name, opener_id)
        self.who.setVisible(len(line.openers) > 1)
        self.way_button.setVisible(line.has_code)
        self._ask_for_code(code=False)
        self.remember.hide()
        remembered = self._services.groups.remembered
        # On the lane that may wait: the computer may ask somebody to unlock its keyring.
        self._remember.ask(
            lambda: (remembered.is_remembered(line.id), remembered.can_remember().can),
            then=self._follow_computer,
            otherwise=lambda _: self.remember.hide(),
            lane="network",
        )

    def forget(self) -> None:
        """Take every secret out of the fields, and hear of nothing that was asked."""
        self._remember.forget()
        self._tick.stop()
        self._wait = QDeadlineTimer()
        self.words_field.forget()
        self.code_field.forget()
        self.remember.box.setChecked(False)
        self.message.hide()
        self._work(at_work=False)

    def first_focus(self) -> QWidget:
        """Start at who you are, where that is asked; else at the words."""
        if self._field() is self.code_field or self.who.isHidden():
            return self._field().box
        return self.who.box

    def _connect(self) -> None:
        self.words_field.entered.connect(self._open)
        self.code_field.entered.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.back_button.clicked.connect(self.left)
        self.way_button.clicked.connect(self._change_way)
        self._tick.timeout.connect(self._count_down)

    def _follow_computer(self, found: tuple[bool, bool]) -> None:
        """Open at once what this computer remembers, or offer to remember it."""
        is_remembered, can = found
        self.remember.setVisible(can and not is_remembered)
        line = self._line
        if is_remembered and line is not None and self.open_button.isEnabled():
            self._work(at_work=True)
            self._session.open_with(
                partial(self._services.groups.remembered.open_remembered, line.id),
                then=lambda: self._come_in(by_code=False),
                otherwise=self._tell_not_remembered,
            )

    def _tell_not_remembered(self, error: Exception) -> None:
        self._work(at_work=False)
        if isinstance(error, _BROKEN):
            self._tell_broken(error)
        else:
            self.message.tell(words_for(error), "info")
        self._field().take_focus()

    def _field(self) -> ToldField:
        return self.words_field if self.code_field.isHidden() else self.code_field

    def _change_way(self) -> None:
        self._ask_for_code(code=self.code_field.isHidden())
        self._field().take_focus()

    def _ask_for_code(self, *, code: bool) -> None:
        self.words_field.forget()
        self.code_field.forget()
        self.words_field.setVisible(not code)
        self.code_field.setVisible(code)
        several = self._line is not None and len(self._line.openers) > 1
        self.who.setVisible(several and not code)
        self.way_button.setText(
            tr("Use my secret words instead") if code else tr("Use the printed code instead")
        )
        self.message.hide()

    def _open(self) -> None:
        if not self.open_button.isEnabled() or self._line is None:
            return
        opening = self._by_code() if self._field() is self.code_field else self._by_words()
        if opening is None:
            return
        self._work(at_work=True)
        by_code = self._field() is self.code_field
        self._session.open_with(
            opening, then=lambda: self._come_in(by_code=by_code), otherwise=self._tell
        )

    def _by_words(self) -> "Callable[[], OpenGroup] | None":
        typed = self.words_field.secret()
        if not typed.strip():
            self.words_field.tell(tr("Type your secret words first."))
            return None
        assert self._line is not None  # noqa: S101  for the type checker
        opener = (not self.who.isHidden() and self.who.chosen_id()) or None
        opening = partial(self._services.groups.open, self._line.id, typed, opener)
        if not self.remember.isHidden() and self.remember.box.isChecked():
            return partial(_and_remember, self._services, opening)
        return opening

    def _by_code(self) -> "Callable[[], OpenGroup] | None":
        if not self.code_field.is_whole():
            self.code_field.tell_what_is_missing()
            return None
        assert self._line is not None  # noqa: S101  for the type checker
        typed = self.code_field.words()
        return partial(self._services.groups.open_with_code, self._line.id, typed)

    def _come_in(self, *, by_code: bool) -> None:
        self.forget()
        (self.came_in_by_code if by_code else self.came_in).emit()

    def _tell(self, error: Exception) -> None:
        self._work(at_work=False)
        field = self._field()
        if isinstance(error, WaitFirst):
            self._begin_waiting(error.seconds)
        elif isinstance(error, WrongPassphrase | WrongCode | MistypedCode | NoCode):
            field.tell(words_for(error))
        elif isinstance(error, _BROKEN):
            field.forget()
            self._tell_broken(error)
        else:
            self.message.tell(words_for(error), "bad")
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_broken(self, error: Exception) -> None:
        line = self._line
        if line is not None and words.has_copies_here():
            self.message.tell(
                words_for(error),
                "bad",
                tr("Bring it back from its newest copy"),
                lambda: self.bring_back_asked.emit(line),
            )
        else:
            self.message.tell(words_for(error), "bad")

    def _begin_waiting(self, seconds: int) -> None:
        self._wait = QDeadlineTimer(seconds * 1000)
        self.open_button.setEnabled(False)
        self._count_down()
        self._tick.start()
        self._field().tell(
            tr("That was wrong too often. You can try again in a moment. Look at the words.")
        )

    def _count_down(self) -> None:
        left = -(-self._wait.remainingTime() // 1000)
        if left > 0:
            self.open_button.setText(
                tr_count("Open in {count} second", "Open in {count} seconds", left)
            )
            return
        self._tick.stop()
        self._work(at_work=False)
        say(self, tr("You can try again now."))

    def _work(self, *, at_work: bool) -> None:
        self.open_button.setText(tr("Open"))
        self.open_button.setEnabled(not at_work)
        # Not switched off: the focus would jump away, and has to come back.
        for box in (self.words_field.box, self.code_field.box):
            box.setReadOnly(at_work)
        if at_work:
            self.message.hide()
            self.progress.start(tr("Opening. This takes a moment."), can_cancel=False)
        else:
            self.progress.finish()


def _and_remember(services: Services, opening: "Callable[[], OpenGroup]") -> "OpenGroup":
    """Open a group and remember it; where it cannot be remembered it is open all the same."""
    opened = opening()
    try:
        services.groups.remembered.remember(opened)
    except AppError as error:
        log.info("not remembered: %s", type(error).__name__)
    return opened
