"""Changes on a stick: taken to another laptop, and brought in from one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui import files
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class StickCard(QWidget):
    """``out_asked`` carries where to write, ``in_asked`` what to read."""

    out_asked = Signal(str)
    in_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.file_name = ""
        self.out_button = button(tr("Take changes to another laptop"), icon="usb")
        self.drop = DropZone(
            tr("Drop a file of changes here, or choose it."),
            tr("Bring in changes from a file"),
            tr("Changes of a group (*.vcschanges)"),
            under=True,
        )
        self.setLayout(
            column(
                card(
                    label(tr("By stick, without any internet"), "heading", wrap=True),
                    label(
                        sentences(
                            tr("One file holds everything that the other laptop may lack."),
                            tr("It is locked: only laptops of your group can open it."),
                        ),
                        wrap=True,
                    ),
                    panel(FlowLayout(self.out_button)),
                    self.drop,
                    gap=10,
                )
            )
        )
        self.out_button.clicked.connect(self._ask_where)
        self.drop.files_chosen.connect(self._take)

    def _ask_where(self) -> None:
        files.ask_where_to_save(
            self,
            tr("Take changes to another laptop"),
            self.file_name,
            tr("Changes of a group (*.vcschanges)"),
            self.out_asked.emit,
        )

    def _take(self, chosen: list[Path]) -> None:
        self.in_asked.emit(str(chosen[0]))
