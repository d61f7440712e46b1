"""A list to choose one thing from, with the words beside it that say what for."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, row

_ARROW_SIZE = 18
_ARROW_MARGIN = 8
_ROOM = 4


class DropDown(QComboBox):
    """A combo box that draws its own arrow, since a styled one has none."""

    def sizeHint(self) -> QSize:
        """Ask for a little more than Qt does, which cuts off the end of the longest words."""
        return super().sizeHint() + QSize(look.px(_ROOM), 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for as little as Qt does, where there is no more."""
        return super().minimumSizeHint() + QSize(look.px(_ROOM), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and the arrow in the colour of the words."""
        super().paintEvent(event)
        self.draw_arrow()

    def draw_arrow(self) -> None:
        """Draw the arrow at the end of the box, half way down."""
        size, margin = look.px(_ARROW_SIZE), look.px(_ARROW_MARGIN)
        left = margin if self.isRightToLeft() else self.width() - size - margin
        painter = QPainter(self)
        painter.drawPixmap(
            left, (self.height() - size) // 2, look.pixmap("chevron-down", "ink", _ARROW_SIZE)
        )
        painter.end()


class Choice(QWidget):
    """One of several things, with a label that is always seen: beside it, or above in little room.

    The label is the only name a combo box has: on Linux a screen reader is told
    the chosen value in place of any other name.
    """

    chosen = Signal(str)

    def __init__(
        self, text: str, choices: Iterable[tuple[str, str]], *, above: bool = False
    ) -> None:
        """Offer each (id, words); the first is chosen. ``above`` puts the label over the box."""
        super().__init__()
        self.box = DropDown()
        for choice_id, words in choices:
            self.box.addItem(words, choice_id)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.label = label(text, buddy=self.box)
        self._both = (column if above else row)(self.label, self.box, gap=8)
        self._is_above = above
        self.setLayout(self._both)
        self.box.currentIndexChanged.connect(self._tell)

    def chosen_id(self) -> str:
        """Return the id of what is chosen."""
        return str(self.box.currentData())

    def choose(self, choice_id: str) -> None:
        """Choose by id; an unknown id changes nothing."""
        place = self.box.findData(choice_id)
        if place >= 0:
            self.box.setCurrentIndex(place)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other (id, words) after the first, and tell nobody.

        What is chosen stays chosen, or the first is, where it is no longer there.
        """
        wanted, box = list(choices), self.box
        if wanted == [(box.itemData(n), box.itemText(n)) for n in range(1, box.count())]:
            return  # somebody may be choosing from them
        with QSignalBlocker(box):
            chosen = self.chosen_id()
            while box.count() > 1:
                box.removeItem(1)
            for choice_id, words in wanted:
                box.addItem(words, choice_id)
            self.choose(chosen)

    def sizeHint(self) -> QSize:
        """Ask for room beside each other, also while there is none: it may come again."""
        size = super().sizeHint()
        return size if self._is_above else QSize(self._width_beside(), size.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the wider of the two needs."""
        box = self._bounded(self.box.minimumSizeHint())
        width = max(self.label.minimumSizeHint().width(), box.width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the label above the box where both have no room beside each other."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_above = self._is_above or self.width() < self._width_beside()
        self._both.setDirection(direction.TopToBottom if is_above else direction.LeftToRight)

    def _width_beside(self) -> int:
        box = self._bounded(self.box.sizeHint())
        return self.label.sizeHint().width() + self._both.spacing() + box.width()

    def _bounded(self, size: QSize) -> QSize:
        """Return the size that the box has where it asks for one: its owner may have bounded it."""
        return size.expandedTo(self.box.minimumSize()).boundedTo(self.box.maximumSize())

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_id())
