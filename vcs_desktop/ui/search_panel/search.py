"""The search of the window: hears the field, fills the list under it, and opens what is chosen."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.say import say
from vcs_desktop.ui.search_panel.offers import Offers
from vcs_desktop.ui.search_panel.panel import SearchPanel
from vcs_desktop.ui.search_panel.row import Row
from vcs_desktop.ui.search_panel.view_model import Found, SearchViewModel

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

COMMANDS = ">"
# Typing rests when no key came for so long. Source: the ranked answer within 250 ms.
_PAUSE_MS = 120


class Search(QObject):
    """Joins the field, the panel and the view model.

    The first answer comes with every key, the ranked one when the typing rests.
    What the person has gone into with the arrows stays as it lies; what else is
    found then comes under it.
    """

    def __init__(self, window: "MainWindow", services: Services, tasks: Tasks) -> None:
        super().__init__(window)
        self._bar = window.top_bar.search
        self._view_model = SearchViewModel(services, tasks, self)
        self._offers = Offers(window, self._view_model)
        self._shown_for: str | None = None
        self._opens_first = False
        self.panel = SearchPanel(window, self._bar)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the panel with what the words in the field find."""
        if not self.panel.isVisible():
            self.look()

    def look(self) -> None:
        """Look for what the field says, at once by titles and ranked when typing rests."""
        words = self._bar.words()
        self._opens_first = False
        self._pause.stop()
        if words.startswith(COMMANDS):
            self._view_model.forget()
            self._show_commands(words.removeprefix(COMMANDS).strip())
        elif words:
            self._view_model.find(words)
            self._pause.start()
        else:
            self._view_model.recall()

    def open_chosen(self) -> None:
        """Open what is chosen; if there is no answer to the words yet, the first of it."""
        row = self.panel.list.chosen()
        if row is not None and self.panel.isVisible() and self._shown_for == self._bar.words():
            self._open(row)
        elif self._bar.words():
            self._opens_first = True
            self._look_for_best()

    def go_down(self) -> None:
        """Go from the field into the list."""
        if not self.panel.isVisible():
            self.begin()
        elif self.panel.model.rowCount():
            self.panel.list.setFocus()

    def close(self) -> None:
        """Put the panel away; the words stay in the field, for who comes back to them.

        What was found goes: there may be people of the open group in it.
        """
        self._pause.stop()
        self._view_model.forget()
        self._opens_first = False
        self._shown_for = None
        self.panel.hide()
        self.panel.model.fill(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie under the field in a window of any size; go away when the mouse works elsewhere."""
        if self.panel.isVisible():
            if event.type() == QEvent.Type.Resize and watched is self.parent():
                QTimer.singleShot(0, self.panel, self.panel.place)  # once the field has its place
            elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
                self._leave_if_outside(event.globalPosition().toPoint())
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        rows = self.panel.list
        rows.opened.connect(self._open)
        rows.left.connect(self._bar.left)
        rows.went_up.connect(self._bar.setFocus)
        rows.typed.connect(self._type_on)
        rows.tabbed.connect(self._tab_on)
        self._pause.timeout.connect(self._look_for_best)
        self._view_model.question.answered.connect(self._show_found)
        self._view_model.question.failed.connect(self._show_problem)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

        self._bar.typed.connect(self.look)
        self._bar.called.connect(self.begin)
        self._bar.asked.connect(self.open_chosen)
        self._bar.went_down.connect(self.go_down)
        self._bar.left.connect(self._leave)

    def _look_for_best(self) -> None:
        self._pause.stop()
        self._view_model.find_best(self._bar.words())

    def _show_found(self, found: Found) -> None:
        rows = self._offers.of(found)
        if not rows and found.words and not found.is_ranked:
            return  # the ranked answer follows, and may have some
        self._fill(rows, found.words, _said(found, rows))
        if self._opens_first and found.is_ranked:
            self._opens_first = False
            if rows:
                self._open(rows[0])

    def _show_commands(self, words: str) -> None:
        rows = self._offers.commands(words)
        told = tr("Commands:") if rows else tr("No command has these words.")
        self._fill(rows, self._bar.words(), told)

    def _show_problem(self, error: Exception) -> None:
        self._opens_first = False
        self._fill([], self._bar.words(), words_for(error))

    def _fill(self, rows: Iterable[Row], words: str, told: str) -> None:
        panel = self.panel
        if panel.list.hasFocus() and words == self._shown_for:
            panel.model.add(rows)
        else:
            panel.model.fill(rows)
            panel.list.choose_first()
        self._shown_for = words
        panel.show()
        panel.tell(told)
        panel.raise_()
        say(self._bar, told)

    def _open(self, row: Row) -> None:
        self.close()
        row.act()

    def _leave(self) -> None:
        """Put the panel away, and the words: nobody comes back to them after Esc or a command."""
        self.close()
        self._bar.clear()

    def _type_on(self, event: QKeyEvent) -> None:
        self._bar.setFocus()
        self._bar.keyPressEvent(event)

    def _tab_on(self, forward: bool) -> None:
        self._bar.setFocus()
        self._bar.focusNextPrevChild(forward)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go away with the focus, but not when another program comes to the front."""
        if new is not None and self.panel.isVisible() and not self._holds(new):
            self.close()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._bar or self.panel.isAncestorOf(widget)

    def _leave_if_outside(self, place: QPoint) -> None:
        at = QApplication.widgetAt(place)
        if at is not None and not (self._holds(at) or self._bar.isAncestorOf(at)):
            self.close()


def _said(found: Found, rows: Sequence[Row]) -> str:
    if not found.words:
        return (
            tr("You opened these lately:")
            if rows
            else tr("Type words from a grant, a guide, a fact or a place.")
        )
    if not rows:
        return tr("Nothing has these words. Try fewer words, or others for the same thing.")
    if not found.is_ranked:
        return tr("The newest first. The best come in a moment.")
    if not found.has_all and found.lines:
        return tr("Nothing has all your words. These have some of them.")
    if found.total > len(found.lines):
        return tr("The best {some} of {all}.", some=len(found.lines), all=f"{found.total:,}")
    return tr_count("{count} found.", "{count} found.", len(rows))


def start_search(window: "MainWindow", services: Services, tasks: Tasks) -> None:
    """Let the field of a window search; called when somebody first goes there."""
    Search(window, services, tasks)
