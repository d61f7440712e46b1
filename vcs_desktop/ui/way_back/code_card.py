"""The printed code on the screen, large enough to be copied by hand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class CodeCard(QFrame):
    """Every group of the code with its number, in the order in which it is written."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.groups = [label(each, "display") for each in groups]
        for shown, letters in zip(self.groups, groups, strict=True):
            shown.setAccessibleName(" ".join(letters))
        parts = [
            panel(column(label(tr("Part {number}", number=number), "small"), shown, gap=0))
            for number, shown in enumerate(self.groups, 1)
        ]
        whole = column(panel(FlowLayout(*parts, gap=20)))
        self.setLayout(column(card(panel(whole))))

    def forget(self) -> None:
        """Take the code off the screen."""
        for each in self.groups:
            each.clear()
            each.setAccessibleName("")
