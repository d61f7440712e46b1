"""Two buttons that make a PDF, with their own line for what came of it."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.paper_out import PaperOut, Write
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar


class PdfActs(QWidget):
    """``out`` makes it. ``write`` None waits for what ``out.asked`` brings."""

    def __init__(self, tasks: Tasks, file: str, what: str, write: Write | None = None) -> None:
        """``file`` is the name that is proposed; ``what`` names the PDF for a screen reader."""
        super().__init__()
        self.message = MessageBar()
        self.out = PaperOut(self, tasks, self.message, write, file=file, what=what)
        buttons = panel(FlowLayout(self.out.save_button, self.out.print_button))
        self.setLayout(column(buttons, self.message, gap=6))
