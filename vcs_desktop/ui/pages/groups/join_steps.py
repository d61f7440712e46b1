"""The steps that only joining has: the code, the four words, and who you are here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.groups.start_steps import Step, Then, YouStep
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vcs_desktop.services.two_laptops.joining import Joining

_LOOK_EVERY_MS = 3_000
_LONGEST_NAME = 80
_BETWEEN = "#"
"""What stands between the address and the code where both are in one line."""


class AskStep(Step):
    """The address, the code, and what this laptop is called. ``joining`` is what came of it.

    ``restore_asked``: there is no service, and the group comes on a stick.
    """

    restore_asked = Signal()

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(tr("The code"))
        self.joining: Joining | None = None
        self._services = services
        self._asks = Latest(tasks, self)
        self.address = ToldField(
            tr("The address of the service"), tr("It stands on the other laptop, over the code.")
        )
        self.code = ToldField(
            tr("The code"), tr("12 letters and digits. Spaces and small letters do not matter.")
        )
        self.name = ToldField(
            tr("What is this laptop called?"),
            tr("Only your group sees it, so that you can tell your laptops apart."),
        )
        self.restore_button = button(
            tr("Bring a copy from a stick"), "quiet", icon="archive-restore"
        )
        self.progress, self.message = ProgressLine(), MessageBar()
        self.setLayout(
            column(
                label(
                    sentences(
                        tr("On the other laptop open Our group, then Laptops."),
                        tr("Press “Add another laptop” there, and make a code."),
                    ),
                    wrap=True,
                ),
                self.address,
                self.code,
                self.name,
                self.progress,
                self.message,
                label(tr("Does your group meet by stick, without a service?"), "muted", wrap=True),
                panel(FlowLayout(self.restore_button)),
                gap=12,
            )
        )
        for each in (self.address, self.code, self.name):
            each.entered.connect(self.done)
        self.restore_button.clicked.connect(self.restore_asked)

    def check(self, then: Then) -> None:
        """Ask the service, with what was typed."""
        self._part_one_line()
        if not self.address.words():
            self.address.tell(tr("Write the address that you were given."))
        elif not self.code.words():
            self.code.tell(tr("Type the code from the other laptop."))
        elif not 0 < len(self.name.words()) <= _LONGEST_NAME:
            self.name.tell(tr("Give this laptop a name of up to 80 letters."))
        else:
            self._ask(then)

    def first_focus(self) -> "QWidget":
        """Start at the address."""
        return self.address.box

    def forget(self) -> None:
        """Take the code away, and what came of it."""
        self._asks.forget()
        self.joining = None
        self.code.forget()
        self.message.hide()
        self.progress.finish()

    def tell(self, words: str, kind: str) -> None:
        """Say why it has to be begun again."""
        self.message.tell(words, kind)

    def _part_one_line(self) -> None:
        """Take the address and the code out of one line, as a phone reads them."""
        for field in (self.address, self.code):
            address, between, code = field.words().partition(_BETWEEN)
            if between:
                self.address.set_words(address)
                self.code.set_words(code)
                return

    def _ask(self, then: Then) -> None:
        typed = self.address.words(), self.code.words(), self.name.words()

        def follow(joining: "Joining") -> None:
            self.progress.finish()
            self.joining = joining
            then()

        self.message.hide()
        self.progress.start(tr("Asking the other laptop"), can_cancel=False)
        self._asks.ask(
            lambda: self._services.groups.beginnings.joining.ask(*typed),
            then=follow,
            otherwise=self._fail,
            lane="work",
        )

    def _fail(self, error: Exception) -> None:
        from vcs_desktop.core.two_laptops_errors import CodeNotRight

        self.progress.finish()
        if isinstance(error, CodeNotRight):
            self.code.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")


class FourWordsStep(Step):
    """Four words to compare, until the other laptop has let this one in.

    ``refused`` carries in words why it did not.
    """

    refused = Signal(str)

    def __init__(
        self, services: Services, tasks: Tasks, joining: "Callable[[], Joining | None]"
    ) -> None:
        super().__init__(tr("Four words"))
        self._services = services
        self._joining = joining
        self._is_looking = False
        self._asks = Latest(tasks, self)
        self.words = label("", "display", wrap=True)
        self.waiting = label("", "muted", wrap=True)
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.setLayout(
            column(
                label(tr("The other laptop shows four words now. Are they the same?"), wrap=True),
                card(self.words, kind="fact"),
                label(
                    tr("Yes? Then press “The words are the same” on the other laptop."), wrap=True
                ),
                label(tr("No? Then press Back, and talk to each other."), wrap=True),
                self.waiting,
                gap=12,
            )
        )

    def comes(self) -> None:
        """Show the words, and look whether it was let in."""
        joining = self._joining()
        if joining is None:
            return
        self.words.setText(joining.words)
        self.waiting.setText(tr("Waiting for the other laptop. We look every few seconds."))
        say(self, tr("The four words here: {words}", words=joining.words))
        self.timer.start()

    def can_go_on(self) -> bool:
        """Only the other laptop lets this one go on."""
        return False

    def forget(self) -> None:
        """Look no more."""
        self.timer.stop()
        self._asks.forget()
        self._is_looking = False
        self.words.clear()
        self.waiting.clear()

    def look(self) -> None:
        """Ask whether the other laptop has let this one in."""
        joining = self._joining()
        if joining is not None and not self._is_looking:
            self._is_looking = True  # where the answer takes long, one question waits and not many
            self._asks.ask(
                lambda: self._services.groups.beginnings.joining.is_let_in(joining),
                then=self._follow,
                otherwise=self._fail,
                lane="work",
            )

    def _follow(self, is_let_in: bool) -> None:  # the lane passes it by place
        self._is_looking = False
        if is_let_in:
            self.timer.stop()
            self.done.emit()

    def _fail(self, error: Exception) -> None:
        from vcs_desktop.core.two_laptops_errors import NotLetIn, NotTheSameGroup

        self._is_looking = False
        if isinstance(error, NotLetIn | NotTheSameGroup):
            self.timer.stop()
            self.refused.emit(words_for(error))
        else:
            self.waiting.setText(words_for(error))  # it goes on looking


class YouHereStep(YouStep):
    """What you are called here, and whether this laptop shows the group's name."""

    def __init__(self) -> None:
        super().__init__()
        self.hide_name = Tick(tr("Hide our name in the list of groups"))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.hide_name)

    def forget(self) -> None:
        """Take all away."""
        super().forget()
        self.hide_name.box.setChecked(False)
