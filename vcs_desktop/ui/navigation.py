"""The places of the window: a list at the side, or one Menu button with the same words."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vcs_desktop.core.language import tr
from vcs_desktop.ui.focus_ring import draw_ring
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, picture, row
from vcs_desktop.ui.widgets.selected_row import SelectedRow

Index = QModelIndex | QPersistentModelIndex
GROUP, KEY = "group", "key"
"""What a page may need: an open group, or the opened key of a publisher."""

NOTHING: Collection[str] = ()

_SIDE_WIDTH = 208
_ROW_HEIGHT = 34
_ICON_SIZE = 18


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One place: ``make`` builds its page when it is first visited.

    ``key`` is its shortcut, such as "Ctrl+1". ``takes_words`` marks a page that can
    show all of its own that has some words (``Page.ask``). ``shows`` are the kinds of record
    whose ids ``Page.show_thing`` takes there. ``help_topic`` is the help that F1
    opens. ``aside`` is true for a page that has an entry of its own in the menus and
    is no place of the sidebar, such as Help. ``needs`` is what has to be open for it, such as
    ``GROUP``: without that it is nowhere to be seen.
    """

    id: str
    title: str
    icon: str
    make: Callable[[], Page]
    key: str
    takes_words: bool = False
    shows: tuple[str, ...] = ()
    help_topic: str = ""
    aside: bool = False
    needs: str = ""

    def can_open(self, open_now: Collection[str]) -> bool:
        """Say whether the page can be opened while these are open."""
        return not self.needs or self.needs in open_now


def in_sidebar(pages: Sequence[PageSpec]) -> list[PageSpec]:
    """Return the pages that are places of the sidebar, with a group open or not."""
    return [page for page in pages if not page.aside]


class PlacesModel(QAbstractListModel):
    """The places, in their order."""

    def __init__(self, places: Sequence[PageSpec]) -> None:
        super().__init__()
        self._all = tuple(places)
        self.places: tuple[PageSpec, ...] = ()
        self.offer(NOTHING)

    def offer(self, open_now: Collection[str]) -> None:
        """Have the places for which all that they need is open."""
        self.beginResetModel()
        self.places = tuple(place for place in self._all if place.can_open(open_now))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a place, or its icon's name."""
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return place.title
        return place.icon if role == Qt.ItemDataRole.UserRole else None


class PlaceDelegate(QStyledItemDelegate):
    """Draws a place: its icon and its whole word, at every text size."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of one row."""
        return QSize(look.px(120), look.px(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row: chosen, under the mouse, or plain; with the ring if it has the focus."""
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect).adjusted(3, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("sideSel" if chosen else "sideHover"))
            painter.drawRoundedRect(rect, look.px(8), look.px(8))
        ink = "sideSelInk" if chosen else "sideInk"
        self._draw_words(painter, rect, index, ink, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, rect: QRect, index: Index, ink: str, *, chosen: bool
    ) -> None:
        size = look.px(_ICON_SIZE)
        direction = look.direction()
        inside = rect.adjusted(look.px(12), 0, -look.px(8), 0)
        icon = QRect(inside.x(), rect.center().y() - size // 2, size, size)
        words = inside.adjusted(size + look.px(10), 0, 0, 0)
        painter.drawPixmap(
            QStyle.visualRect(direction, inside, icon).topLeft(),
            look.pixmap(index.data(Qt.ItemDataRole.UserRole), ink, _ICON_SIZE),
        )
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(weight=700 if chosen else 400))
        painter.drawText(
            QStyle.visualRect(direction, inside, words),
            QStyle.visualAlignment(
                direction, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            ),
            index.data(),
        )


class Navigation(QFrame):
    """The sidebar: whose group this is, and the places.

    ``place_chosen`` says the id as the arrows move or the mouse presses;
    ``place_entered`` that the person wants to go on inside the page. ``open_asked`` and
    ``lock_asked`` are the button under the group's name.
    """

    place_chosen = Signal(str)
    place_entered = Signal(str)
    open_asked = Signal()
    lock_asked = Signal()

    def __init__(self, places: Sequence[PageSpec], head: tuple[str, str]) -> None:
        """Begin without a group; ``head`` is whom it is shown for then, and a note."""
        super().__init__()
        self.setObjectName("side")
        self._guest_head = head
        self.group_label = label(wrap=True)
        self.note_label = label("", "small", wrap=True)
        self.person_label = label("", "small", wrap=True)
        self.open_button = button(tr("Open a group"), "side")
        self.lock_button = button(tr("Lock"), "side", icon="lock", name=tr("Lock the group"))
        self.list = QListView()
        self.list.setAccessibleName(tr("Places"))
        self._model = PlacesModel(in_sidebar(places))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PlaceDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._choose)
        SelectedRow(self.list)
        self.list.clicked.connect(self._enter)
        self.list.activated.connect(self._enter)
        self.open_button.clicked.connect(self.open_asked)
        self.lock_button.clicked.connect(self.lock_asked)
        self.show_guest()
        self._resize()
        look.changed.connect(self._resize)

    def show_guest(self) -> None:
        """Show that no group is open."""
        name, note = self._guest_head
        self._show_head(name, note, tr("Guest"), is_open=False)

    def show_group(self, name: str, note: str, person: str) -> None:
        """Show whose group is open, and who opened it; an empty name is not known."""
        self._show_head(name, note, person or tr("A member"), is_open=True)

    def offer(self, open_now: Collection[str]) -> None:
        """Offer the places for which all that they need is open."""
        with QSignalBlocker(self.list.selectionModel()):
            self._model.offer(open_now)

    def _show_head(self, name: str, note: str, person: str, *, is_open: bool) -> None:
        self.group_label.setText(name)
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
        self.person_label.setText(person)
        self.lock_button.setVisible(is_open)
        self.open_button.setVisible(not is_open)

    def _lay_out(self) -> None:
        person = row(picture("user", "sideMuted", 16), margins=(0, 4, 0, 0), gap=6)
        person.put(self.person_label, 1)
        head_column = column(
            self.group_label,
            self.note_label,
            person,
            row(self.open_button, margins=(0, 6, 0, 0)),
            row(self.lock_button, None, margins=(0, 6, 0, 0)),
            margins=(10, 0, 4, 10),
            gap=2,
        )
        layout = column(head_column, margins=(6, 14, 6, 8), gap=0)
        layout.put(self.list, 1)
        self.setLayout(layout)

    def set_current(self, place_id: str) -> None:
        """Mark the place that is open; none, where it is a page that only the menus lead to."""
        for number, place in enumerate(self._model.places):
            if place.id == place_id:
                self.list.setCurrentIndex(self._model.index(number, 0))
                return
        self.list.setCurrentIndex(QModelIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_chosen.emit(self._model.places[index.row()].id)

    def _enter(self, index: QModelIndex) -> None:
        self.place_entered.emit(self._model.places[index.row()].id)

    def _resize(self) -> None:
        self.setFixedWidth(look.px(_SIDE_WIDTH))
        self.list.doItemsLayout()


class PlacesMenu(QMenu):
    """The same places as a menu: in the menu bar, and under Menu where the window is narrow."""

    place_entered = Signal(str)

    def __init__(
        self, title: str, places: Sequence[PageSpec], parent: QWidget, *, keys: bool
    ) -> None:
        """Make the menu; ``keys`` gives the shortcuts to one of the two menus."""
        super().__init__(title, parent)
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        self._places = in_sidebar(places)
        for place in self._places:
            action = self.addAction(place.title)
            action.setCheckable(True)
            action.setData(place.id)
            if keys:
                action.setShortcut(QKeySequence(place.key))
            group.addAction(action)
            self._actions[place.id] = action
        group.triggered.connect(self._enter)
        self.offer(NOTHING)

    def offer(self, open_now: Collection[str]) -> None:
        """Offer the places for which all that they need is open."""
        for place in self._places:
            self._actions[place.id].setVisible(place.can_open(open_now))

    def set_current(self, place_id: str) -> None:
        """Tick the place that is open; none, where it is a page with an entry of its own."""
        for each, action in self._actions.items():
            action.setChecked(each == place_id)

    def _enter(self, action: QAction) -> None:
        self.place_entered.emit(action.data())
