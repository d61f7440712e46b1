"""A second way into a group: a code on paper, or a second person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.way_back import code_making, let_in
from vcs_desktop.ui.way_back.code_flow import CodeFlow
from vcs_desktop.ui.way_back.let_in import LetIn
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class WayBackFlow(QWidget):
    """Offers both ways, and "Later" as long as that works.

    ``code_made`` carries the rehearsal of a code that is good from now on, ``person_in``
    what somebody is called who can open the group now. ``later`` is wanted.
    """

    code_made = Signal(object)
    person_in = Signal(str)
    later = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        group_name: Callable[[], str],
        known: Callable[[], Sequence[str]],
        finish_code: "code_making.Finish",
        finish_person: let_in.Finish,
    ) -> None:
        super().__init__()
        self.code = CodeFlow(services, tasks, group_name, finish_code)
        self.person = LetIn(services, tasks, known, finish_person)
        self.person_button = button(tr("Let a second person in"), icon="user-plus")
        self.later_button = button(tr("Later"), "quiet", name=tr("Make a way back in later"))
        self.later_words = label("", "muted", wrap=True)
        self._ask_person = panel(FlowLayout(self.person_button))
        self._code_card = card(
            label(tr("A code on paper"), "heading", wrap=True),
            label(
                tr(
                    "It opens the group when words are forgotten. Keep it at home, "
                    "never with the laptop."
                ),
                wrap=True,
            ),
            self.code,
        )
        self._person_card = card(
            label(tr("Or a second person"), "heading", wrap=True),
            label(tr("Somebody you trust opens the group with words of their own."), wrap=True),
            self._ask_person,
            self.person,
        )
        self._later = panel(column(panel(FlowLayout(self.later_button)), self.later_words, gap=4))
        self.setLayout(column(self._code_card, self._person_card, self._later, gap=12))
        self.person.hide()
        self._may_be_later = True
        self.code.begun.connect(self._follow)
        self.person_button.clicked.connect(self._begin_person)
        self.person.left.connect(self._leave_person)
        self.code.finished.connect(self.code_made)
        self.person.finished.connect(self.person_in)
        self.later_button.clicked.connect(self.later)

    def begin(self) -> None:
        """Show both ways; whatever was begun is forgotten."""
        self.forget()
        self.code.begin()

    def hide_later(self) -> None:
        """Say nothing of later: it is not known yet whether it works, or nobody waits for it."""
        self._may_be_later = False
        self._later.hide()

    def offer_later(self, times_left: int | None) -> None:
        """Say how often "Later" still works; None says nothing of times, and 0 that it does not."""
        self._may_be_later = True
        self.later_button.setText(tr("Later"))
        self.later_button.setAccessibleName(tr("Make a way back in later"))
        self.later_button.setVisible(times_left != 0)
        if times_left is None:
            words = tr("We ask again before you close the app.")
        elif times_left:
            words = tr_count(
                "You can put it off {count} more time.",
                "You can put it off {count} more times.",
                times_left,
            )
        else:
            words = tr("You have put it off three times. Now is the time.")
        self.later_words.setText(words)
        self._follow(self.code.is_begun)

    def offer_to_go_on(self, words: str) -> None:
        """Let somebody go on all the same, though "Later" is used up: to lock is never refused."""
        self.later_button.setText(words)
        self.later_button.setAccessibleName(words)
        self.later_button.show()

    def forget(self) -> None:
        """Take every code and every word away."""
        self.code.forget()
        self.person.forget()
        self._show_person(asking=False)

    def first_focus(self) -> QWidget:
        """Start at the first way."""
        return self.code.first_focus()

    def _begin_person(self) -> None:
        self._show_person(asking=True)
        self.person.begin()
        self.person.name_field.take_focus()

    def _leave_person(self) -> None:
        self._show_person(asking=False)
        go_to(self.person_button)

    def _show_person(self, *, asking: bool) -> None:
        self._ask_person.setVisible(not asking)
        self.person.setVisible(asking)
        self._code_card.setVisible(not asking)
        self._later.setVisible(self._may_be_later and not asking)

    def _follow(self, code_begun: bool) -> None:  # Qt passes it by place
        """One thing at a time: while a code is put on paper, nothing else is offered."""
        self._person_card.setVisible(not code_begun)
        self._later.setVisible(self._may_be_later and not code_begun)


def why_a_way_back() -> str:
    """Return why there should be a second way in."""
    return tr(
        "Words can be forgotten. Nobody can open the group for you then: "
        "not the council, and not us. So make a second way in."
    )
