"""A field in which any of several things can be ticked."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, panel, row
from vcs_desktop.ui.widgets.choice_field import Offer
from vcs_desktop.ui.widgets.form_field import FormField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

# Pixels at 100 % text.
_SIZE = 28
_BOX = 20
_MARK = 16
_RADIUS = 4


class TickBox(QCheckBox):
    """Draws its own box: Qt's edge is too faint to be seen by everybody.

    Where ``ticks_on_enter`` is false, Enter is left to what the box stands in.
    """

    ticks_on_enter = True

    def sizeHint(self) -> QSize:
        """Ask for a target that is easily hit."""
        return QSize(look.px(_SIZE), look.px(_SIZE))

    def minimumSizeHint(self) -> QSize:
        """Ask for as much."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Be hit anywhere."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Enter too, as buttons elsewhere do."""
        if event.key() in _ENTER and not self.ticks_on_enter:
            event.ignore()
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge, and inside it a tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, edge = look.px(_BOX), 2
        box = QRectF(0, 0, size - edge, size - edge)
        box.moveCenter(QRectF(self.rect()).center())
        is_on = self.isChecked()
        painter.setPen(QPen(look.colour("brand" if is_on else "edge"), edge))
        painter.setBrush(look.colour("brand" if is_on else "surface"))
        painter.drawRoundedRect(box, look.px(_RADIUS), look.px(_RADIUS))
        if is_on:
            mark = look.px(_MARK)
            place = QRectF(0, 0, mark, mark)
            place.moveCenter(box.center())
            painter.drawPixmap(place.toRect(), look.pixmap("check", "onBrand", _MARK))
        painter.end()


class Tick(QFrame):
    """A check box and its words, on as many lines as they need; a click on the words ticks too."""

    toggled = Signal(bool)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = TickBox()
        self.box.setAccessibleName(words)
        self.words = label(words, wrap=True)
        line = row(margins=(4, 2, 4, 2), gap=8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.put(self.words, 1)
        self.setLayout(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box.toggled.connect(self.toggled)

    def is_ticked(self) -> bool:
        """Say whether it is ticked."""
        return self.box.isChecked()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its end comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()


class TicksField(FormField):
    """Any of several things."""

    def __init__(
        self, title: str, choices: Iterable[Offer], hint: str = "", *, optional: bool = False
    ) -> None:
        """Offer each (id, words); none is ticked."""
        super().__init__(title, hint, optional=optional)
        self.ticks = {choice_id: Tick(words) for choice_id, words in choices}
        boxes: tuple[QWidget, ...] = tuple(tick.box for tick in self.ticks.values())
        self.hold(panel(column(*self.ticks.values(), gap=0)), stops=boxes, named=True)
        for tick in self.ticks.values():
            tick.box.clicked.connect(self.on_edited)

    def leave_enter(self) -> None:
        """Tick on Space alone: Enter goes on to the next question."""
        for tick in self.ticks.values():
            tick.box.ticks_on_enter = False

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of what is ticked, in the order in which they are offered."""
        return tuple(each for each, tick in self.ticks.items() if tick.is_ticked())

    def set_ticked(self, ids: Iterable[str]) -> None:
        """Show what is ticked; that edits nothing, and ids that are not offered are passed over."""
        wanted = set(ids)
        for each, tick in self.ticks.items():
            tick.box.setChecked(each in wanted)
        self.set_error("")
