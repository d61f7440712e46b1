"""The steps of adding a laptop in one card, and work that is done for one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.our_group.laptop_adding_steps import (
    CodeStep,
    CompareStep,
    ServiceStep,
    StickStep,
    WhatHappens,
)
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsViewModel
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.two_laptops.service import TwoLaptopsService

AddingStep = WhatHappens | ServiceStep | StickStep | CodeStep | CompareStep
_LOOK_EVERY_MS = 3_000


class AddingFrame(QFrame):
    """Shows one step at a time, with what is being done and what went wrong under it.

    ``changed`` says that the group stands otherwise.
    """

    changed = Signal()

    def __init__(self, view_model: LaptopsViewModel) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._view_model = view_model
        self.what, self.service, self.stick = WhatHappens(), ServiceStep(), StickStep()
        self.code, self.compare = CodeStep(), CompareStep()
        self.steps: tuple[AddingStep, ...] = (
            self.what, self.service, self.stick, self.code, self.compare,
        )  # fmt: skip
        self.leave_button = button(tr("Cancel"), "quiet", name=tr("Cancel, and add no laptop"))
        self.progress, self.message = ProgressLine(), MessageBar()
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.setLayout(
            column(
                label(tr("Add another laptop"), "heading", wrap=True),
                *self.steps,
                self.progress,
                self.message,
                panel(FlowLayout(self.leave_button)),
                margins=(16, 14, 16, 14),
                gap=12,
            )
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nobody while nobody sees it."""
        super().hideEvent(event)
        self.timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on looking where a code waits for somebody."""
        super().showEvent(event)
        if self.code.is_shown():
            self.timer.start()

    def _show(self, step: QWidget) -> None:
        for each in self.steps:
            each.setVisible(each is step)

    def _come_to(self, step: "ServiceStep | StickStep") -> None:
        self.message.hide()
        self._show(step)
        go_to(step.first_focus())

    def _work(
        self,
        words: str,
        work: "Callable[[TwoLaptopsService], object]",
        then: "Callable[..., None]",
    ) -> None:
        def follow(answer: object) -> None:
            self._rest()
            if self.isHidden():  # somebody left meanwhile; what was done is done
                self.changed.emit()
            else:
                then(answer)

        self.message.hide()
        for each in self.steps:
            each.setEnabled(False)
        self.progress.start(words, can_cancel=False)
        self._view_model.act(work, follow, self._tell)

    def _rest(self) -> None:
        for each in self.steps:
            each.setEnabled(True)
        self.progress.finish()

    def _tell(self, error: Exception) -> None:
        """Say why it did not go on, where it can be put right."""
        self._rest()
        if self.isHidden():
            return
        step = next(each for each in self.steps if not each.isHidden())
        if step is self.service and self.service.tell(error):
            return
        self.message.tell(words_for(error), "bad")
        go_to(step.first_focus())
