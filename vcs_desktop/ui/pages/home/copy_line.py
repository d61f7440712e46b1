"""A line on Home once a week: there is no new copy of the group in another place."""

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

_BESIDE_FROM = 700


class CopyLine(GroupPart):
    """Hidden until it is due; "Later" puts it off for a week. ``wanted`` is the other button."""

    wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._due, self._later = Question(tasks, self), Question(tasks, self)
        self.copy_button = button(tr("Copy to a stick"), icon="usb")
        self.later_button = button(tr("Later"), "quiet", name=tr("Remind me next week"))
        words = label(
            tr("Make a copy on a stick. A copy on this laptop does not help when it is lost."),
            wrap=True,
        )
        said = row(picture("usb", "info"), gap=8)
        said.put(words, 1)
        self._line = row(gap=12)
        self._line.addWidget(panel(said), 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.put(panel(FlowLayout(self.copy_button, self.later_button)))
        self.setLayout(column(card(panel(self._line), kind="info")))
        self.hide()
        self._due.answered.connect(self.setVisible)
        self._due.failed.connect(self.hide)
        self.copy_button.clicked.connect(self.wanted)
        self.later_button.clicked.connect(self._put_off)
        look.changed.connect(self._reflow)

    def shown(self) -> None:
        """Look whether it is due."""
        self._due.ask(self._is_due)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._reflow()

    def _put_off(self) -> None:
        self.hide()
        self._later.ask(lambda: self.services.space.inside().copy_nudge.put_off())  # noqa: PLW0108  on the lane

    def _is_due(self) -> bool:
        """Say whether to ask now: not on the first day, and after a second way in was made."""
        from vcs_desktop.services.groups.way_back import state

        inside = self.services.space.inside()
        begun = inside.backups.last_backup_at is not None
        return begun and state(inside).is_done and inside.copy_nudge.is_due()

    def _reflow(self) -> None:
        beside = self.width() >= look.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
