"""The questions of starting a group, one a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.group_errors import MistypedCode
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.way_back.flow import WayBackFlow, why_a_way_back
from vcs_desktop.ui.way_back.new_words import ChooseWords, OnceMore
from vcs_desktop.ui.way_back.roles import (
    names_are_not_hidden,
    role_choices,
    roles_are_no_lock,
)
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from vcs_desktop.services.groups.rehearsal import Rehearsal

Then = Callable[[], None]

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """One question. ``done`` goes on to the next one, as Enter does."""

    done = Signal()

    def __init__(self, title: str) -> None:
        """``title`` names it in the list of steps."""
        super().__init__()
        self.title = title

    def comes(self) -> None:
        """Be shown."""

    def check(self, then: Then) -> None:
        """Call ``then`` if the question is answered; else say beside it what is wrong."""
        then()

    def first_focus(self) -> QWidget:
        """Return where the focus begins."""
        return self

    def forget(self) -> None:
        """Take every answer away."""

    def can_go_on(self) -> bool:
        """Say whether the button that goes on is there."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from a choice too; a line of words says ``entered`` itself."""
        is_choice = isinstance(QApplication.focusWidget(), QComboBox | QRadioButton)
        if event.key() in _ENTER and is_choice and self.can_go_on():
            self.done.emit()
        else:
            super().keyPressEvent(event)


class NameStep(Step):
    """What the group is called."""

    def __init__(self) -> None:
        super().__init__(tr("Your group"))
        self.field = ToldField(tr("What is your group called?"))
        self.hide_name = Tick(tr("Hide our name in the list of groups"))
        self.setLayout(
            column(
                self.field,
                self.hide_name,
                label(tr("Then the list does not give away who uses this laptop."), "muted",
                      wrap=True),
                gap=12,
            )
        )  # fmt: skip
        self.field.entered.connect(self.done)

    def name(self) -> str:
        """Return the name."""
        return self.field.words()

    def name_on_page(self) -> str:
        """Return the name for a page on paper; empty where it is hidden."""
        return "" if self.hide_name.box.isChecked() else self.name()

    def check(self, then: Then) -> None:
        """Ask for a name that can be used."""
        from vcs_desktop.services.groups.lines import group_name

        _if_usable(group_name, self.field, then)

    def first_focus(self) -> QWidget:
        """Start at the name."""
        return self.field.box

    def forget(self) -> None:
        """Take the name away."""
        self.field.forget()
        self.hide_name.box.setChecked(False)


class YouStep(Step):
    """What whoever starts the group is called, and is in it."""

    def __init__(self) -> None:
        super().__init__(tr("You"))
        self.field = ToldField(
            tr("What are you called here?"), names_are_not_hidden(), optional=True
        )
        self.role = ChoiceField(
            tr("What are you in the group?"), role_choices(), roles_are_no_lock(), optional=True
        )
        self.setLayout(column(self.field, self.role, gap=16))
        self.field.entered.connect(self.done)

    def check(self, then: Then) -> None:
        """Ask for a name that is not too long."""
        from vcs_desktop.services.groups.lines import person_label

        _if_usable(person_label, self.field, then)

    def first_focus(self) -> QWidget:
        """Start at the name."""
        return self.field.box

    def forget(self) -> None:
        """Take both away."""
        self.field.forget()
        self.role.choose("")


class WordsStep(Step):
    """Four secret words, or words of one's own."""

    def __init__(
        self, services: Services, tasks: Tasks, known: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__(tr("Secret words"))
        self.choose = ChooseWords(services, tasks, known)
        self.setLayout(
            column(
                label(
                    tr(
                        "They open your group. Make a little story out of them, "
                        "and they are easy to keep in mind."
                    ),
                    wrap=True,
                ),
                self.choose,
                gap=12,
            )
        )
        self.choose.entered.connect(self.done)

    def comes(self) -> None:
        """Offer words."""
        self.choose.offer_if_none()

    def check(self, then: Then) -> None:
        """Ask for words that are strong."""
        self.choose.check(then)

    def first_focus(self) -> QWidget:
        """Start at what is chosen."""
        return self.choose.first_focus()

    def forget(self) -> None:
        """Take the words away."""
        self.choose.forget()


class OnceMoreStep(Step):
    """The words once more."""

    def __init__(self, words: ChooseWords) -> None:
        super().__init__(tr("Once more"))
        self._words = words
        self.once_more = OnceMore()
        self.setLayout(
            column(
                label(tr("So that we both know them the same way."), wrap=True),
                self.once_more,
                gap=12,
            )
        )
        self.once_more.entered.connect(self.done)
        words.changed.connect(self.once_more.forget)

    def comes(self) -> None:
        """Only words that were seen can have been copied down."""
        self.once_more.may_be_copied(not self._words.is_own)

    def check(self, then: Then) -> None:
        """Ask for the same words."""
        if self.once_more.is_right(self._words.chosen()):
            then()

    def first_focus(self) -> QWidget:
        """Start at the field."""
        return self.once_more.field.box

    def forget(self) -> None:
        """Take the words away."""
        self.once_more.forget()


class WayBackStep(Step):
    """A second way in, or later. What is made here counts when the group is started."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        group_name: Callable[[], str],
        known: Callable[[], tuple[str, ...]],
    ) -> None:
        """``group_name`` is for the page with the code; empty where it is hidden."""
        super().__init__(tr("A way back in"))
        self.code: Rehearsal | None = None
        self.person: tuple[str, str] | None = None
        self._put_off = False
        self.flow = WayBackFlow(
            services,
            tasks,
            group_name,
            known,
            _must_be_right,
            self._keep_person,
        )
        self.flow.offer_later(None)
        self.made = label("", "ok", wrap=True)
        self.again_button = button(tr("Make another instead"), "quiet")
        line = row(picture("circle-check", "ok"), gap=8)
        line.put(self.made, 1)
        self._made_card = card(panel(line), panel(row(self.again_button, None)), kind="ok")
        self.setLayout(
            column(
                label(why_a_way_back(), wrap=True),
                self._made_card,
                self.flow,
                gap=12,
            )
        )
        self._made_card.hide()
        self.flow.code_made.connect(self._take_code)
        self.flow.person_in.connect(self._take_person)
        self.flow.later.connect(self._later)
        self.again_button.clicked.connect(self._again)

    def comes(self) -> None:
        """Offer both ways, unless one was made."""
        if not self.can_go_on():
            self._again()

    def can_go_on(self) -> bool:
        """Say whether one was made, or put off."""
        return self.code is not None or self.person is not None

    def first_focus(self) -> QWidget:
        """Start at the first way, or at what was made."""
        return self.again_button if self.can_go_on() else self.flow.first_focus()

    def told(self) -> str:
        """Return what there is, in words."""
        if self.code is not None:
            return tr("A code on paper")
        return tr("A second person") if self.person is not None else tr("Later")

    def forget(self) -> None:
        """Forget what was made: it opens nothing."""
        self.code, self.person = None, None
        self.flow.forget()
        self._made_card.hide()
        self.flow.show()

    def _keep_person(self, label_: str, words: str) -> None:
        """Keep who is to be let in; called on the work lane."""
        from vcs_desktop.services.groups.lines import person_label

        self.person = (person_label(label_), words)

    def _take_code(self, rehearsal: "Rehearsal") -> None:
        self.code, self.person = rehearsal, None
        self._show_made(tr("You have a code. It works as soon as the group is started."))

    def _take_person(self, name: str) -> None:
        self.code = None
        who = short_prose(name)
        self._show_made(
            tr("{name} can open the group too, once it is started.", name=who)
            if who
            else tr("A second person can open the group too, once it is started.")
        )

    def _show_made(self, words: str) -> None:
        self.made.setText(words)
        self._made_card.show()
        self.flow.hide()
        self.done.emit()

    def _again(self) -> None:
        self.forget()
        self.flow.begin()

    def _later(self) -> None:
        self.forget()
        self.done.emit()


def _if_usable(check: Callable[[str], Any], field: ToldField, then: Then) -> None:
    try:
        check(field.words())
    except AppError as error:
        field.tell(words_for(error))
    else:
        then()


def _must_be_right(rehearsal: "Rehearsal", typed: tuple[str, ...]) -> None:
    if not rehearsal.is_over(typed):
        raise MistypedCode
