"""The headings of a text, as a list to move about in it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reading import Heading, plain
from vcs_desktop.ui.focus_ring import draw_ring
from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
_LEVEL = Qt.ItemDataRole.UserRole
# Pixels at 100 % text.
_STEP = 16
_SIDE = 12
_LEAST_HEIGHT = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineDelegate(QStyledItemDelegate):
    """Draws a heading in as many lines as it needs, further in the lower it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of one row at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        inside = _inside(QRect(0, 0, width, 0), index)
        words = QFontMetrics(look.font(weight=700)).boundingRect(
            QRect(0, 0, max(1, inside.width()), 1 << 16), Qt.TextFlag.TextWordWrap, index.data()
        )
        return QSize(width, max(look.px(_LEAST_HEIGHT), words.height() + look.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; the one that is being read is bold, with a bar before it."""
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect).adjusted(3, 1, -3, -1)
        direction = look.direction()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("brandSoft"))
            painter.drawRoundedRect(rect, look.px(6), look.px(6))
        if here:
            bar = QRect(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(QStyle.visualRect(direction, rect, bar), look.colour("brand"))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(weight=700 if here else 400))
        painter.drawText(
            QStyle.visualRect(direction, rect, _inside(rect, index)),
            QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.TextFlag.TextWordWrap,
            index.data(),
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, QRectF(rect))
        painter.restore()


class Outline(QListView):
    """The headings. ``chosen`` says the number of one, ``entered`` that it is to be read now."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        # The list follows the reader: then nobody chose anything in it.
        self._following = False
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(OutlineDelegate(self))
        self.setAccessibleName(tr("Headings of this text"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setObjectName("outline")
        self.selectionModel().currentChanged.connect(self._choose)
        RowInSight(self)
        self.clicked.connect(self._enter)
        look.changed.connect(self._lay)

    def set_headings(self, headings: Sequence[Heading]) -> None:
        """Show other headings."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101  made above
        self._following = True
        model.clear()
        least = min((heading.level for heading in headings), default=1)
        for heading in headings:
            row = QStandardItem(plain(heading.line).replace("\n", " "))
            row.setData(heading.level - least, _LEVEL)
            model.appendRow(row)
        self._following = False

    def set_here(self, number: int) -> None:
        """Mark the heading under which the reader is; nothing is said to have been chosen."""
        index = self.model().index(number, 0)
        if index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text on Enter; the arrows move among the headings."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height that their words need at the new width."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Lay the rows out anew; the one that is being read stays in sight."""
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.chosen.emit(index.row())

    def _enter(self, index: QModelIndex) -> None:
        self.entered.emit(index.row())


def _inside(rect: QRect, index: Index) -> QRect:
    """Return where the words stand, measured from the side where reading begins."""
    before = look.px(_SIDE + _STEP * min(int(index.data(_LEVEL) or 0), 2))
    return rect.adjusted(before, 0, -look.px(8), 0)
