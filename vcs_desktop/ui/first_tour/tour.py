"""Walks through the window with one card. The window goes on working meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.first_tour.card import TourCard, TourMark
from vcs_desktop.ui.first_tour.steps import Part, Step, steps
from vcs_desktop.ui.page_stack import PageStack
from vcs_desktop.ui.theme import look

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

_SEEN_ROUND = 4


class FirstTour(QObject):
    """Begins when asked; can be left at any time, and then the first page is back."""

    def __init__(self, window: "MainWindow", stack: PageStack, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._settings = settings
        self._steps: tuple[Step, ...] = ()
        self._number = 0
        self._began_at = ""
        self.card: TourCard | None = None
        self.mark: TourMark | None = None
        look.changed.connect(self._place_soon)

    def begin(self) -> None:
        """Show the first step; if the tour is on already, go to its card."""
        if self.card is None:
            self._settings.change(tour_seen=True)
            self._began_at = self._stack.place_id
            self._steps = steps(self._stack.specs)
            self.mark = TourMark(self._window)
            self.card = TourCard(self._window)
            self.card.next_asked.connect(self._go_on)
            self.card.back_asked.connect(self._go_back)
            self.card.left.connect(self.leave)
            self._window.installEventFilter(self)
            self.mark.show()
            self.card.show()
            self._tell(0)
        self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """End; the page on which it began is in front again."""
        self._window.removeEventFilter(self)
        for part in (self.card, self.mark):
            if part is not None:
                part.hide()
                part.deleteLater()
        self.card = self.mark = None
        self._window.open_place(self._began_at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place_soon()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self._number + 1 < len(self._steps):
            self._tell(self._number + 1)
        else:
            self.leave()

    def _go_back(self) -> None:
        self._tell(self._number - 1)

    def _tell(self, number: int) -> None:
        if self.card is None:
            return
        self._number = number
        step = self._steps[number]
        if step.place:
            self._window.open_place(step.place, move_focus=False)
        self.card.tell(step, number + 1, len(self._steps))
        if not self.card.isAncestorOf(self._window.focusWidget() or self._window):
            self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()
        self._place_soon()

    def _place_soon(self) -> None:
        """Place again once the window has laid itself out."""
        if self.card is not None:
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if self.card is None or self.mark is None:
            return
        part = self._part(self._steps[self._number].part)
        round_it = look.px(_SEEN_ROUND)
        target = QRect(part.mapTo(self._window, QPoint()), part.size())
        target.adjust(-round_it, -round_it, round_it, round_it)
        self.mark.stand_round(target)
        self.card.stand_by(target)
        self._window.focus_ring.raise_()

    def _part(self, part: Part) -> QWidget:
        """Return what shows a part of the window now; the menu bar has what a bar leaves out."""
        bar, menus = self._window.top_bar, self._window.menu_bar
        shown: dict[Part, tuple[QWidget, ...]] = {
            Part.PLACES: (self._window.navigation, bar.menu_button),
            Part.PAGE: (self._window.page(),),
            Part.SEARCH: (bar.search,),
            Part.LOOKS: (bar.text_size_button, menus),
            Part.HELP: (bar.help_button, menus),
        }
        return next(widget for widget in (*shown[part], menus) if widget.isVisibleTo(self._window))
