"""Letting another person in, with secret words that they type themselves."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import CannotUseInput, words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.way_back.new_words import NewWords
from vcs_desktop.ui.way_back.roles import names_are_not_hidden
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

Finish = Callable[[str, str], None]


class LetIn(QWidget):
    """Asks what the person is called, and has them choose words.

    ``finish`` is run on the work lane with both. ``finished`` carries what they are
    called, ``left`` says that nobody is let in after all.
    """

    finished = Signal(str)
    left = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        known: Callable[[], Sequence[str]],
        finish: Finish,
    ) -> None:
        super().__init__()
        self._finish = finish
        self._latest = Latest(tasks, self)
        self.name_field = ToldField(tr("What are they called here?"), names_are_not_hidden())
        self.words = NewWords(services, tasks, lambda: (*known(), self.name_field.words()))
        self.done_button = button(tr("Let them in"), "primary", icon="user-plus")
        self.leave_button = button(tr("Cancel"), "quiet", name=tr("Let nobody in"))
        self.progress = ProgressLine()
        self.message = MessageBar()
        self.setLayout(
            column(
                self.name_field,
                label(
                    tr("Now let them sit at the keyboard. The words are theirs alone."), wrap=True
                ),
                self.words,
                panel(FlowLayout(self.done_button, self.leave_button)),
                self.progress,
                self.message,
                gap=12,
            )
        )
        self.name_field.entered.connect(self._go_to_words)
        self.words.entered.connect(self._look)
        self.done_button.clicked.connect(self._look)
        self.leave_button.clicked.connect(self._leave)

    def begin(self) -> None:
        """Ask from the beginning."""
        self.forget()
        self.words.offer()

    def forget(self) -> None:
        """Take everything that was typed away."""
        self._latest.forget()
        self.name_field.forget()
        self.words.forget()
        self.message.hide()
        self.progress.finish()
        self.done_button.setEnabled(True)

    def _go_to_words(self) -> None:
        go_to(self.words.choose.first_focus())

    def _look(self) -> None:
        self.words.check(self._let_in)

    def _let_in(self) -> None:
        name = self.name_field.words()
        self.done_button.setEnabled(False)
        self.progress.start(tr("Making their way in"), can_cancel=False)
        self._latest.ask(
            partial(self._finish, name, self.words.words()),
            then=lambda _: self._end(name),
            otherwise=self._tell,
            lane="work",
        )

    def _end(self, name: str) -> None:
        self.forget()
        self.finished.emit(name)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _tell(self, error: Exception) -> None:
        from vcs_desktop.core.group_errors import WeakPassphrase

        self.done_button.setEnabled(True)
        self.progress.finish()
        if isinstance(error, WeakPassphrase):
            self.words.tell(words_for(error))
        elif isinstance(error, CannotUseInput):
            self.name_field.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")
