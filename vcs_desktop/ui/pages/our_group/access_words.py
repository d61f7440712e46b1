"""A form for new secret words: the present ones first, where somebody has any."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.group_errors import WaitFirst, WeakPassphrase, WrongPassphrase
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.our_group.access_view_model import Access, AccessViewModel
from vcs_desktop.ui.way_back.new_words import NewWords
from vcs_desktop.ui.way_back.secret_field import SecretField
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import OptionsField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from collections.abc import Callable


class ChangeWords(QWidget):
    """``changed`` says that the new words hold, ``left`` that the old ones do.

    Who came in with the printed code says instead who they are.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, services: Services, tasks: Tasks, view_model: AccessViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._access: Access | None = None
        self.who: OptionsField | None = None
        self._who_room = column()
        self._who_area = panel(self._who_room)
        self.present = SecretField(tr("Your present secret words"))
        self.words = NewWords(services, tasks, self._known)
        self.use_button = button(tr("Use these words"), "primary")
        self.leave_button = button(tr("Cancel"), "quiet", name=tr("Keep the old words"))
        self.progress, self.message = ProgressLine(), MessageBar()
        buttons = panel(FlowLayout(self.use_button, self.leave_button))
        self.setLayout(
            column(
                card(
                    label(tr("New secret words"), "heading", wrap=True),
                    self._who_area,
                    self.present,
                    self.words,
                    buttons,
                    self.progress,
                    self.message,
                    gap=12,
                )
            )
        )
        self.present.entered.connect(self._go_to_words)
        self.words.entered.connect(self._look)
        self.use_button.clicked.connect(self._look)
        self.leave_button.clicked.connect(self._leave)

    def begin(self, access: Access) -> None:
        """Ask for the present words, or for who somebody is."""
        self.forget()
        self._access = access
        by_code = access.came_by_code
        self.present.setVisible(not by_code)
        self._who_room.clear()
        self.who = _who_field(access) if by_code else None
        self._who_room.put(self.who)
        self._who_area.setVisible(by_code)
        self.words.offer()
        focus = self.who.options[0].button if self.who is not None else self.present.box
        go_to(focus)

    def forget(self) -> None:
        """Take every word away."""
        self.present.forget()
        self.words.forget()
        self.message.hide()
        self._rest()

    def _known(self) -> tuple[str, ...]:
        return (self._access.name,) if self._access is not None else ()

    def _go_to_words(self) -> None:
        go_to(self.words.choose.first_focus())

    def _look(self) -> None:
        if self.who is not None and not self.who.chosen_id():
            self.who.set_error(tr("Say who you are."))
            self.who.take_focus()
        elif self.who is None and not self.present.words():
            self.present.tell(tr("Type your present words first."))
        elif self.use_button.isEnabled():
            self.words.check(self._change)

    def _change(self) -> None:
        words = self.words.words()
        work: Callable[[], object]
        if self.who is not None:
            work = partial(_change_for, self._view_model, self.who.chosen_id(), words)
        else:
            work = partial(self._view_model.change_words, self.present.secret(), words)
        self.use_button.setEnabled(False)
        self.progress.start(tr("Changing the words"), can_cancel=False)
        self._view_model.act(work, self._end, self._tell)

    def _end(self, _outcome: object) -> None:
        self.forget()
        self.changed.emit()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _tell(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, WrongPassphrase | WaitFirst):
            self.present.tell(words_for(error))
        elif isinstance(error, WeakPassphrase):
            self.words.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")

    def _rest(self) -> None:
        self.use_button.setEnabled(True)
        self.progress.finish()


def _who_field(access: Access) -> OptionsField:
    people = [
        (each.id, short_prose(each.label) or tr("Person {number}, without a name", number=number))
        for number, each in enumerate(access.openers, 1)
    ]
    made = OptionsField(tr("Who are you?"), people)
    if len(people) == 1:
        made.choose(people[0][0])
    return made


def _change_for(view_model: AccessViewModel, opener_id: str, words: str) -> None:
    view_model.inside().group.change_words(opener_id, words)
