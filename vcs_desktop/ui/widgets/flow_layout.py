"""A row that goes on in the next line when there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from vcs_desktop.ui.theme import look


class FlowLayout(QLayout):
    """Lays items out like words: side by side, then in a new line.

    What is lower than its line stands in the middle of it.
    ``gap`` is in pixels at 100 % text. Hidden widgets take no room. Where the
    language reads from right to left, so do the items.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)
        look.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        if not 0 <= index < len(self._items):
            return None
        self._heights = {}
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take in a width; Qt asks hundreds of times for it."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget how high it is: something in it is different."""
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = look.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(
            sum(size.width() for size in sizes) + gaps,
            max((size.height() for size in sizes), default=0),
        )

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines take, and put the items there if they are to move."""
        gap, y = look.px(self._gap), rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, rect, y, height)
            y += height + gap
        return max(0, y - gap - rect.y())

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """Yield the items that stand in one line, each with its size."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used, gap = 0, look.px(self._gap)
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + gap
        if line:
            yield line

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, height: int
    ) -> None:
        """Put a line in its place, each item in the middle of its height."""
        parent, x = self.parentWidget(), rect.x()
        turned = parent is not None and parent.isRightToLeft()
        for item, size in line:
            left = rect.x() + rect.right() - x - size.width() + 1 if turned else x
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            x += size.width() + look.px(self._gap)
