"""What joining a group will be, and what to do until then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class JoinView(QWidget):
    """Three sentences, and the two ways that are there today."""

    restore_asked = Signal()
    start_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.restore_button = button(
            tr("Bring a copy from a stick"), "primary", icon="archive-restore"
        )
        self.start_button = button(tr("Start it here"), icon="plus")
        self.back_button = button(tr("Back to the groups"), "quiet", icon="arrow-left")
        self.setLayout(
            column(
                card(
                    label(tr("Joining comes with sync"), "heading", wrap=True),
                    label(
                        tr(
                            "Soon two computers of one group will keep each other up to date. "
                            "Until then a group lives on one laptop at a time. "
                            "Start it here, or bring a copy of it on a stick."
                        ),
                        wrap=True,
                    ),
                    panel(FlowLayout(self.restore_button, self.start_button, self.back_button)),
                    gap=12,
                ),
                None,
            )
        )
        self.restore_button.clicked.connect(self.restore_asked)
        self.start_button.clicked.connect(self.start_asked)
        self.back_button.clicked.connect(self.left)

    def first_focus(self) -> QWidget:
        """Start at the copy."""
        return self.restore_button
