"""Making a second way into the group that is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.flow import WayBackFlow, why_a_way_back
from vcs_desktop.ui.widgets.basics import column, label
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.services.groups.way_back import WayBack


class WayBackView(QWidget):
    """``left`` says that there is one, or that it was put off: one may go on."""

    left = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._state = Question(tasks, self)
        self._putting_off = Question(tasks, self)
        self.flow = WayBackFlow(
            services, tasks, self._name_on_page, lambda: (session.name,), self._set_code, self._add
        )
        self._name = self._go_on = ""
        self.message = MessageBar()
        self.words = label("", wrap=True)
        self.setLayout(column(Bounded(self.words, self.flow, self.message), None))
        self._connect()

    def begin(self, go_on: str = "") -> None:
        """Offer both ways, and find out how often it may be put off.

        ``go_on`` names what somebody was about to do, who may do it all the same.
        """
        self._go_on = go_on
        self.flow.begin()
        self.flow.hide_later()
        self.words.setText(why_a_way_back())
        self.message.hide()
        self._state.ask(self._look)

    def forget(self) -> None:
        """Take every code and every word away."""
        self._state.forget()
        self.flow.forget()

    def first_focus(self) -> QWidget:
        """Start at the first way."""
        return self.flow.first_focus()

    def _connect(self) -> None:
        for made in (self.flow.code_made, self.flow.person_in):
            made.connect(self._session.tell_acted)
            made.connect(self._end)
        self.flow.later.connect(self._put_off)
        self._state.answered.connect(self._show)
        self._state.failed.connect(self._tell)
        self._putting_off.answered.connect(self._end)
        self._putting_off.failed.connect(self._tell)

    def _look(self) -> "tuple[WayBack, str]":
        from vcs_desktop.services.groups.way_back import state

        inside = self._services.space.inside()
        return state(inside), "" if inside.group.hides_name else inside.group.name

    def _show(self, found: "tuple[WayBack, str]") -> None:
        state, self._name = found
        if state.is_done:
            self.words.setText(tr("There is a second way in already. You can make another."))
        else:
            self.flow.offer_later(state.times_left)
            if not state.times_left and self._go_on:
                self.flow.offer_to_go_on(self._go_on)

    def _name_on_page(self) -> str:
        return self._name

    def _set_code(self, rehearsal: "Rehearsal", typed: tuple[str, ...]) -> None:
        rehearsal.finish(self._services.space.inside().group, typed)

    def _add(self, name: str, words: str) -> None:
        self._services.space.inside().group.add_opener(name, words)

    def _put_off(self) -> None:
        def count() -> "WayBack":
            from vcs_desktop.services.groups.way_back import put_off

            return put_off(self._services.space.inside())

        self._putting_off.ask(count)

    def _end(self, _outcome: object) -> None:
        self.forget()
        self.left.emit()

    def _tell(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
