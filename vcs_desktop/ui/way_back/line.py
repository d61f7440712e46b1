"""The first line of Home while there is only one way into the group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.groups.way_back import WayBack
    from vcs_desktop.services.in_group import InGroup

_BESIDE_FROM = 700


class WayBackLine(GroupPart):
    """Says that there should be a second way in, and leads there. Hidden once there is one.

    After somebody came in with the printed code it says instead that new secret words
    should be chosen, until they are. ``wanted`` and ``words_wanted`` are the button.
    """

    wanted = Signal()
    words_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._state = Question(tasks, self)
        self._by_code = False
        self.words = label("", wrap=True)
        self.act_button = button("", "primary")
        self._line = row(margins=(0, 0, 0, 0), gap=12)
        said = row(picture("key-round", "warn"), gap=8)
        said.put(self.words, 1)
        self._line.addWidget(panel(said), 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.put(panel(FlowLayout(self.act_button)))
        self.setLayout(column(card(panel(self._line), kind="warn")))
        self.hide()
        self._state.answered.connect(self._show)
        self._state.failed.connect(self.hide)
        self.act_button.clicked.connect(self._act)
        look.changed.connect(self._reflow)

    def shown(self) -> None:
        """Look whether there is a second way in by now."""
        self._state.ask(lambda: _look(self.services.space.inside()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._reflow()

    def _show(self, found: "tuple[WayBack, bool]") -> None:
        state, self._by_code = found
        if self._by_code:
            self.words.setText(tr("You came in with the printed code. Choose new secret words."))
            self.act_button.setText(tr("Choose new words"))
        else:
            self.words.setText(
                tr("Only your words open this group. Make a second way in, in case they are lost.")
            )
            self.act_button.setText(tr("Make a way back in"))
        self.setVisible(self._by_code or not state.is_done)

    def _act(self) -> None:
        (self.words_wanted if self._by_code else self.wanted).emit()

    def _reflow(self) -> None:
        beside = self.width() >= look.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _look(inside: "InGroup") -> "tuple[WayBack, bool]":
    from vcs_desktop.services.groups.way_back import state

    group = inside.group
    by_code = group.opener_id not in {each.id for each in group.openers}
    return state(inside), by_code and not group.has_new_words
