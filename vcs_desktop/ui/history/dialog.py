"""The history of a record in a window of its own, from a button on any card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.panel import HistoryPanel
from vcs_desktop.ui.scroll_keys import let_keys_scroll
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel, row, scroll
from vcs_desktop.ui.widgets.prose import short_prose


class HistoryDialog(QDialog):
    """Shows the history of one record; it goes away when the group is locked."""

    def __init__(
        self, parent: QWidget, services: Services, tasks: Tasks, session: GroupSession
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The title of a window is seen where windows are listed, so it names nobody.
        self.setWindowTitle(tr("History"))
        self.title = label("", "title", wrap=True)
        self.history = HistoryPanel(services, tasks, session)
        words = column(self.title, self.history, margins=(20, 16, 20, 12), gap=12)
        words.put(None)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        layout = column(gap=0)
        self.pane = scroll(panel(words))
        layout.put(self.pane, 1)
        layout.put(row(None, self.close_button, margins=(20, 8, 20, 12)))
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        let_keys_scroll(self, self.pane)
        self.history.moved.connect(self._to_top)
        session.locked.connect(self.close)
        self.resize(QSize(look.px(640), look.px(560)).boundedTo(parent.window().size()))

    def show_history(self, record_id: str, title: str) -> None:
        """Show the history of a record; ``title`` is what it is called."""
        name = short_prose(title) or tr("what has no name")
        self.title.setText(tr("History of {name}", name=name))
        self.history.show_history(record_id)
        self.open()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_top(self) -> None:
        self.pane.verticalScrollBar().setValue(0)


class HistoryButton(Button):
    """Opens the history of the record that a card shows."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("History"), "quiet", "history")
        self._services = services
        self._tasks = tasks
        self._session = session
        self._record: tuple[str, str] = ("", "")
        self.clicked.connect(self.open_history)
        self.setEnabled(False)

    def set_record(self, record_id: str, title: str) -> None:
        """Say whose history it opens; an empty id is that of nothing."""
        self._record = (record_id, title)
        self.setEnabled(bool(record_id))
        self.setAccessibleName(tr("History of {name}", name=short_prose(title)) if title else "")

    def open_history(self) -> HistoryDialog:
        """Open it before the window, and return it."""
        dialog = HistoryDialog(self.window(), self._services, self._tasks, self._session)
        dialog.show_history(*self._record)
        return dialog
