"""Who you are, and your secret words or the printed code: what opens a group or a copy of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.group_errors import (
    MistypedCode,
    NoCode,
    NoSuchOpener,
    WaitFirst,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.pages.groups import words
from vcs_desktop.ui.pages.groups.code_field import CodeField
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.secret_field import SecretField, ToldField
from vcs_desktop.ui.widgets.basics import Item, button, column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.groups import Opener

_TICK_MS = 250
_WRONG = (WrongPassphrase, WrongCode, MistypedCode, NoCode, NoSuchOpener)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed. ``opener`` is who they say they are; None is anybody."""

    secret: str = field(repr=False)
    by_code: bool
    opener: str | None = None


class WayIn(QWidget):
    """Asks, and says beside the field what was wrong. ``wanted`` carries what was typed.

    After wrong words the field keeps them, marked: whoever shows them can mend a slip,
    and whoever types anew writes over them.
    """

    wanted = Signal(object)

    def __init__(self, go_text: Callable[[], str], extra: Item, *beside: QWidget) -> None:
        """``go_text`` is on the button, ``extra`` stands above it and ``beside`` beside it."""
        super().__init__()
        self._go_text = go_text
        self._several = False
        self._wait = QDeadlineTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self.who = ChoiceField(tr("Who are you?"), [])
        self.words_field = SecretField(tr("Your four secret words"))
        self.code_field = CodeField()
        self.go_button = button(go_text(), "primary")
        self.way_button = button("", "inline")
        self.setLayout(
            column(
                self.who,
                self.words_field,
                self.code_field,
                extra,
                panel(FlowLayout(self.go_button, *beside)),
                panel(FlowLayout(self.way_button)),
                gap=12,
            )
        )
        self.words_field.entered.connect(self._go)
        self.code_field.entered.connect(self._go)
        self.go_button.clicked.connect(self._go)
        self.way_button.clicked.connect(self._change_way)
        self._tick.timeout.connect(self._count_down)

    def begin(self, openers: "Sequence[Opener]", *, has_code: bool) -> None:
        """Ask for a way in of one of these people, or for the code where there is one."""
        self.forget()
        self._several = len(openers) > 1
        with QSignalBlocker(self.who.box):
            self.who.box.clear()
            for opener_id, name in words.opener_choices(openers):
                self.who.box.addItem(name, opener_id)
        self.way_button.setVisible(has_code)
        self._ask_for_code(code=False)

    def forget(self) -> None:
        """Take every secret out of the fields."""
        self._tick.stop()
        self._wait = QDeadlineTimer()
        self.words_field.forget()
        self.code_field.forget()
        self.work(at_work=False)

    def first_focus(self) -> QWidget:
        """Start at who you are, where that is asked; else at the field."""
        return self.field().box if self.who.isHidden() else self.who.box

    def field(self) -> ToldField:
        """Return the field in which one types now."""
        return self.words_field if self.code_field.isHidden() else self.code_field

    def can_go(self) -> bool:
        """Say whether nothing is at work, and nobody has to wait."""
        return self.go_button.isEnabled()

    def work(self, *, at_work: bool) -> None:
        """Say whether what was typed is being tried."""
        self.go_button.setText(self._go_text())
        self.go_button.setEnabled(not at_work)
        # Not switched off: the focus would jump away, and has to come back.
        for each in (self.words_field.box, self.code_field.box):
            each.setReadOnly(at_work)

    def tell(self, error: Exception) -> bool:
        """Say beside the field what was wrong with it; return False where it was something else."""
        if isinstance(error, WaitFirst):
            self._begin_waiting(error.seconds)
        elif isinstance(error, WrongPassphrase) and self.way_button.isHidden():
            # What the error advises, but for the printed code: there is none.
            self.field().tell(
                tr(
                    "Those are not the right secret words. "
                    "Check the spelling and the capital letters."
                )
            )
        elif isinstance(error, _WRONG):
            self.field().tell(words_for(error))
        else:
            return False
        return True

    def _change_way(self) -> None:
        self._ask_for_code(code=self.code_field.isHidden())
        self.field().take_focus()

    def _ask_for_code(self, *, code: bool) -> None:
        self.words_field.forget()
        self.code_field.forget()
        self.words_field.setVisible(not code)
        self.code_field.setVisible(code)
        self.who.setVisible(self._several and not code)
        self.way_button.setText(
            tr("Use my secret words instead") if code else tr("Use the printed code instead")
        )

    def _go(self) -> None:
        if not self.can_go():
            return
        if self.field() is self.code_field:
            if self.code_field.is_whole():
                self.wanted.emit(Typed(self.code_field.words(), by_code=True))
            else:
                self.code_field.tell_what_is_missing()
        elif self.words_field.words():
            opener = None if self.who.isHidden() else self.who.chosen_id() or None
            self.wanted.emit(Typed(self.words_field.secret(), by_code=False, opener=opener))
        else:
            self.words_field.tell(tr("Type your secret words first."))

    def _begin_waiting(self, seconds: int) -> None:
        self._wait = QDeadlineTimer(seconds * 1000)
        self.go_button.setEnabled(False)
        self._count_down()
        self._tick.start()
        self.field().tell(
            tr("That was wrong too often. Look at it in peace: you can try again in a moment.")
        )

    def _count_down(self) -> None:
        left = -(-self._wait.remainingTime() // 1000)
        if left > 0:
            self.go_button.setText(tr_count("Wait {count} second", "Wait {count} seconds", left))
            return
        self._tick.stop()
        self.work(at_work=False)
        say(self, tr("You can try again now."))
