"""A list of titles under headings, each with a line of words below and a mark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from vcs_desktop.core.text import beginning
from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.row_ground import draw_ground
from vcs_desktop.ui.widgets.selected_row import SelectedRow

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole

_SIDE, _TOP, _ICON, _GAP, _STEP = 12, 9, 18, 8, 18
_LEAST_WIDTH, _LEAST_HEIGHT = 200, 180
_ENOUGH = 1 << 14
_MOST_LETTERS = 500
_WRAPPED = int(Qt.TextFlag.TextWordWrap.value)


@dataclass(frozen=True, slots=True)
class TitleRow:
    """One row. Without an ``id`` it is a heading, which cannot be chosen.

    ``line`` stands small under the title. ``mark`` is a word with ``mark_icon`` in
    the colour of that name. ``depth`` 1 stands a step further in. ``under`` is the
    heading it belongs to, for who only hears the row.
    """

    id: str
    title: str
    line: str = ""
    icon: str = ""
    mark: str = ""
    mark_icon: str = ""
    mark_colour: str = "muted"
    depth: int = 0
    under: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.id

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        return ". ".join(filter(None, (self.title.rstrip("."), self.line, self.mark, self.under)))


class RowsWhenSeen:
    """Rows that are made when they come into sight: of thousands, most never do.

    ``ids`` are theirs, from the top, empty for a heading. ``make`` returns the row at a place.
    """

    def __init__(self, ids: Sequence[str], make: Callable[[int], TitleRow]) -> None:
        self.ids = ids
        self._make = make
        self._made: dict[int, TitleRow] = {}

    def __len__(self) -> int:
        """Return how many there are, headings counted."""
        return len(self.ids)

    def at(self, place: int) -> TitleRow:
        """Return the row at a place."""
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


def _as_given(rows: Sequence[TitleRow] | RowsWhenSeen) -> RowsWhenSeen:
    if isinstance(rows, RowsWhenSeen):
        return rows
    rows = tuple(rows)
    return RowsWhenSeen([row.id for row in rows], rows.__getitem__)


class TitleModel(QStringListModel):
    """The rows as they were given.

    That they are counted by a model of Qt's own is for speed: while a view lays thousands of
    rows out, it asks several times for each how many there are.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = _as_given(())

    def show_rows(self, rows: Sequence[TitleRow] | RowsWhenSeen) -> None:
        """Replace every row."""
        self._rows = _as_given(rows)
        self.setStringList([""] * len(self._rows))

    def write_over(self, rows: Sequence[TitleRow]) -> None:
        """Say something else on the rows where they lie; nothing moves.

        There are as many as before, with the same ids.
        """
        self._rows = _as_given(rows)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, row_id: str) -> int:
        """Return the place of a row by its id, -1 when there is none."""
        return next((n for n, id_ in enumerate(self._rows.ids) if row_id and id_ == row_id), -1)

    def first_id(self) -> str:
        """Return the id of the first row that can be chosen, or nothing."""
        return next((id_ for id_ in self._rows.ids if id_), "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's title, its words for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows.at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the arrow keys pass headings by."""
        if not index.isValid() or not self._rows.ids[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TitleDelegate(QStyledItemDelegate):
    """Draws rows whole, over as many lines as their words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row at the width of the list."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        row: TitleRow = index.data(RowRole)
        words = _inner(row, QRect(0, 0, width, _ENOUGH))
        height = _title_rect(row, words).height()
        if row.line:
            height += _line_rect(row, words).height()
        if row.mark:
            height += QFontMetrics(_mark_font()).height() + look.px(2)
        return QSize(width, height + 2 * look.px(_TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: TitleRow = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.is_heading:
            draw_ground(painter, _frame(option.rect), option.state)
        _draw_words(painter, row, QRect(option.rect))
        painter.restore()


class TitleList(QListView):
    """One Tab stop; the arrow keys choose, Enter and a click open.

    ``chosen`` says the id of the row under the hand, ``open_asked`` of the one to go
    into by key, ``row_clicked`` of the one that was clicked.
    """

    chosen = Signal(str)
    open_asked = Signal(str)
    row_clicked = Signal(str)

    def __init__(self, name: str) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__()
        self.setObjectName("cards")
        self.setAccessibleName(name)
        self._model = TitleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TitleDelegate(self))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        SelectedRow(self)
        RowInSight(self)
        self.clicked.connect(self._click)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[TitleRow] | RowsWhenSeen) -> None:
        """Show other rows; nothing is chosen then."""
        self._model.show_rows(rows)

    def write_over(self, rows: Sequence[TitleRow]) -> None:
        """Say something else on the rows where they lie; what is chosen stays chosen."""
        self._model.write_over(rows)
        self.scheduleDelayedItemsLayout()

    def choose(self, row_id: str) -> bool:
        """Choose a row by its id; False when there is none."""
        place = self._model.row_of(row_id)
        if place >= 0:
            self.selectionModel().setCurrentIndex(
                self._model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        return place >= 0

    def chosen_id(self) -> str:
        """Return the id under the hand, or nothing."""
        row = self.currentIndex().data(RowRole)
        return row.id if isinstance(row, TitleRow) else ""

    def first_id(self) -> str:
        """Return the id of the first row that can be chosen, or nothing."""
        return self._model.first_id()

    def sizeHint(self) -> QSize:
        """Ask for little; it scrolls by itself and stretches."""
        return QSize(look.px(_LEAST_WIDTH), look.px(_LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be so small that a row cannot be read."""
        return QSize(look.px(_LEAST_WIDTH), look.px(_LEAST_HEIGHT) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again: their height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row under the hand on Enter or Space, or move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.chosen_id():
                self.open_asked.emit(self.chosen_id())
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if isinstance(row, TitleRow) and row.id:
            self.chosen.emit(row.id)

    def _click(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if isinstance(row, TitleRow) and row.id:
            self.row_clicked.emit(row.id)


def _title_font(row: TitleRow) -> QFont:
    if row.is_heading:
        return look.font(14, 700)
    return look.font(15, 400 if row.depth else 600)


def _line_font() -> QFont:
    return look.font(13)


def _mark_font() -> QFont:
    return look.font(13, 600)


def _inner(row: TitleRow, rect: QRect) -> QRect:
    """Return the room for the words, read from left to right."""
    start = look.px(_SIDE + row.depth * _STEP) + (look.px(_ICON + _GAP) if row.icon else 0)
    top = look.px(_TOP)
    return rect.adjusted(start, top, -look.px(_SIDE), -top)


def _beginning_of(words: str) -> str:
    """Return what has room in a row: a whole text in place of a name is slow to lay out."""
    return beginning(words, _MOST_LETTERS)[0]


def _title_rect(row: TitleRow, room: QRect) -> QRect:
    return QFontMetrics(_title_font(row)).boundingRect(room, _WRAPPED, _beginning_of(row.title))


def _line_rect(row: TitleRow, room: QRect) -> QRect:
    return QFontMetrics(_line_font()).boundingRect(room, _WRAPPED, _beginning_of(row.line))


def _frame(rect: QRect) -> QRectF:
    """Return the edge of a row: room is left for the focus ring, and for the scroll bar."""
    return QRectF(rect).adjusted(look.px(3), look.px(2.5), -look.px(5), -look.px(2.5))


def _draw_words(painter: QPainter, row: TitleRow, rect: QRect) -> None:
    direction = look.direction()
    room = _inner(row, rect)
    if row.icon:
        left = room.left() - look.px(_ICON + _GAP)
        icon = QRect(left, room.top(), look.px(_ICON), look.px(_ICON))
        painter.drawPixmap(
            QStyle.visualRect(direction, rect, icon), look.pixmap(row.icon, "brand", _ICON)
        )
    title = _title_rect(row, room)
    _draw_text(painter, rect, room, _beginning_of(row.title), (_title_font(row), _ink_of(row)))
    room.setTop(room.top() + title.height())
    if row.line:
        _draw_text(painter, rect, room, _beginning_of(row.line), (_line_font(), "muted"))
        room.setTop(room.top() + _line_rect(row, room).height())
    if row.mark:
        _draw_mark(painter, rect, room, row)


def _ink_of(row: TitleRow) -> str:
    return "muted" if row.is_heading else "ink"


def _draw_text(
    painter: QPainter, whole: QRect, room: QRect, text: str, style: tuple[QFont, str]
) -> None:
    direction = look.direction()
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    painter.setFont(style[0])
    painter.setPen(look.colour(style[1]))
    painter.drawText(QStyle.visualRect(direction, whole, room), int(side.value) | _WRAPPED, text)


def _draw_mark(painter: QPainter, whole: QRect, room: QRect, row: TitleRow) -> None:
    size = look.px(_ICON - 3)
    place = QRect(room.left(), room.top() + look.px(2), size, size)
    if row.mark_icon:
        painter.drawPixmap(
            QStyle.visualRect(look.direction(), whole, place),
            look.pixmap(row.mark_icon, row.mark_colour, _ICON - 3),
        )
        room = room.adjusted(size + look.px(6), 0, 0, 0)
    room.setTop(room.top() + look.px(2))
    _draw_text(painter, whole, room, row.mark, (_mark_font(), row.mark_colour))
