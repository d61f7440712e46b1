"""The sign-in sheet from the page: saved where the person says, or opened to be printed."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar


class SignIn(QWidget):
    """A card that is shown when a sheet is asked for, and closed again."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._activity_id = ""
        self._name = ""
        self.title = label("", "heading", wrap=True)
        self.close_button = button(tr("Close"), "quiet", name=tr("Close the sign-in sheet"))
        self.message = MessageBar()
        what = tr("The sign-in sheet")
        self.out = PaperOut(self, tasks, self.message, self._write, file="", what=what)
        about = label(
            tr(
                "It has the names of who usually comes, with a box to tick, and empty lines. "
                "Nothing else about anybody stands on it."
            ),
            wrap=True,
        )
        ways = panel(FlowLayout(self.out.print_button, self.out.save_button, self.close_button))
        self.setLayout(column(card(self.title, about, ways, self.message, gap=8)))
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def offer(self, activity_id: str, name: str) -> None:
        """Offer the sheet of an activity; no id is what is done once, and has a name only."""
        from vcs_desktop.services.sign_in_sheet import proposed_name

        self._activity_id, self._name = activity_id, name
        self.out.file = proposed_name(name)
        self.title.setText(tr("Sign-in sheet: {activity}", activity=short_name(name)))
        self.message.hide()
        self.show()
        self.out.print_button.setFocus()

    def _write(self, out: Path | None) -> Path:
        sheets = self._services.space.inside().sign_in_sheet
        return sheets.write(self._activity_id, self._name, out)
