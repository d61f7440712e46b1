"""A field to find one of many by name: a few letters, and Enter.

What matches stands under the field while somebody types; the arrows go through it and the
focus stays in the field. The last row offers what was typed as something new.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.names_typed import Matches, NameFinder
from vcs_desktop.ui.say import say
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.form_field import FormField

_MOST_SHOWN = 6
_ROW_HEIGHT, _SIDE = 32, 8
_REST_MS = 500
"""A screen reader is told how many match when no key came for so long."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NEW = ""
"""In the place of the id, for what was typed as something new."""

_Index = QModelIndex | QPersistentModelIndex


class _FoundModel(QAbstractListModel):
    """What matches: the id of each and the words of its row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[tuple[str, str]] = ()

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt says it
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, and how high it is."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, look.px(_ROW_HEIGHT))
        return self.rows[index.row()][1] if role == Qt.ItemDataRole.DisplayRole else None


class _FoundDelegate(QStyledItemDelegate):
    """Draws a row with room before its words, and its ground over the whole of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("brandSoft"))
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        super().paint(painter, inner, index)


class _FoundList(QListView):
    """Shows what matches, as high as its rows; the focus stays in the field above."""

    def __init__(self, model: _FoundModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_FoundDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Be as high as the rows are."""
        self.setFixedHeight(max(1, self.model().rowCount()) * look.px(_ROW_HEIGHT) + 2)

    def go_to(self, row: int) -> None:
        """Mark a row as the one that Enter takes."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )


class FinderField(FormField):
    """One of many things with names. Those that follow say in which words.

    ``picked`` carries the id of what was picked, ``new_wanted`` the name of something to be
    made; the field keeps that name until ``set_chosen`` says what it became. ``emptied``
    says that it was taken out of the field. With ``empties`` the field is for one after
    the other: it is empty again after each.
    """

    picked = Signal(str)
    new_wanted = Signal(str)
    emptied = Signal()

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        optional: bool = False,
        empties: bool = False,
        offers_new: bool = True,
    ) -> None:
        super().__init__(
            title, hint or tr("Type a few letters of a name, then press Enter"), optional=optional
        )
        self.box = QLineEdit()
        self.model = _FoundModel()
        self.list = _FoundList(self.model, self.list_words())
        self.count = label("", "muted", wrap=True)
        self._empties = empties
        self._offers_new = offers_new
        self._names: Mapping[str, str] = {}
        self._notes: Mapping[str, str] = {}
        self._often: Mapping[str, int] = {}
        self._finder = NameFinder(())
        self._chosen_id = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.hold(self.box, self.list, self.count, stops=(self.box,))
        self._close()
        self.box.textEdited.connect(self._look)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        look.changed.connect(self.list.fit)

    def list_words(self) -> str:
        """Return what a screen reader calls the list of what matches."""
        return tr("What matches")

    def new_words(self, name: str) -> str:
        """Return the row that offers what was typed as something new."""
        return tr("Add “{name}”", name=name)

    def not_chosen_words(self) -> str:
        """Return what is wrong when something was typed and nothing was chosen."""
        return tr("Choose one from the list, or add a new one.")

    def count_words(self, count: int, shown: int) -> str:
        """Return how many match, of whom so many are shown."""
        if count > shown:
            return tr("{count} match. Type more letters.", count=count)
        return tr_count("{count} matches.", "{count} match.", count)

    def set_names(
        self, names: Iterable[tuple[str, str]], notes: Mapping[str, str] | None = None
    ) -> None:
        """Say what can be found as (id, name), and what else tells each of them apart."""
        self._names = dict(names)
        self._notes = notes or {}
        self._finder = NameFinder(self._names.items())
        if self._chosen_id:
            self.box.setText(self._names.get(self._chosen_id, ""))

    def matching(self, typed: str, most: int) -> Matches:
        """Return who or what matches."""
        return self._finder.find(typed, most, self._often)

    def set_often(self, often: Mapping[str, int]) -> None:
        """Say how often each came: of those who match, who came most stands first."""
        self._often = often

    def chosen_id(self) -> str:
        """Return the id of what is in the field; empty is nothing."""
        return self._chosen_id

    def set_chosen(self, chosen_id: str) -> None:
        """Show what is kept; an empty id is nothing."""
        self._chosen_id = chosen_id
        self.box.setText(self._names.get(chosen_id, ""))
        self._close()
        self.set_error("")

    def problem(self) -> str:
        """Return that what is typed is nothing yet."""
        typed = self.box.text().strip()
        if not typed or self._empties or self._names.get(self._chosen_id, "") == typed:
            return ""
        return self.not_chosen_words()

    def on_left(self) -> None:
        """Take a whole name that was typed; an empty field is nothing."""
        typed = self.box.text().strip()
        called = self._finder.called(typed)
        if not self._empties and len(called) == 1 and called[0] != self._chosen_id:
            self._pick(called[0])
        elif not typed and self._chosen_id:
            self._chosen_id = ""
            self.emptied.emit()
        self._close()
        super().on_left()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through what matches with the arrows, take one with Enter, close with Esc."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched in self._stops
            and self._press(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Return whether a key was for the list."""
        if not self.list.isVisibleTo(self):
            is_enter = event.key() in _ENTER and not event.isAutoRepeat()
            is_left = bool(self.box.text().strip()) and not self._chosen_id
            if is_enter and is_left:
                self._look()  # shows again who matches what was typed and not taken
            return is_enter and is_left
        if event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._take(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = (self.list.currentIndex().row() + by) % len(self.model.rows)
        self.list.go_to(row)
        say(
            self.box,
            tr(
                "{name}, {number} of {count}",
                name=self.model.rows[row][1],
                number=row + 1,
                count=len(self.model.rows),
            ),
        )

    def _look(self) -> None:
        """Show who matches what stands in the field."""
        typed = " ".join(self.box.text().split())
        if self._chosen_id and typed != self._names.get(self._chosen_id):
            self._chosen_id = ""
            if not self._empties:
                self.emptied.emit()
        found = self.matching(typed, _MOST_SHOWN)
        rows = [(each, _words(self._names[each], self._notes.get(each))) for each in found.ids]
        if typed and self._offers_new:
            rows.append((_NEW, self.new_words(typed)))
        self.model.fill(rows)
        self.list.fit()
        self.list.setVisible(bool(rows))
        self.count.setVisible(bool(typed))
        self.count.setText(self.count_words(found.count, len(found.ids)) if typed else "")
        if rows:
            self.list.go_to(0)
            # Only once it is laid out; what matches may stand below the edge of the window.
            QTimer.singleShot(0, self, partial(_bring_into_sight, self))
        self._rest.start()
        self.on_edited()

    def _tell(self) -> None:
        """Have a screen reader say how many match, and who is first."""
        if self.list.isVisible():
            say(self.box, " ".join((self.count.text(), self.model.rows[0][1])))

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self.model.rows):
            return
        chosen_id = self.model.rows[row][0]
        if chosen_id != _NEW:
            self._pick(chosen_id)
            return
        name = " ".join(self.box.text().split())
        self._close()
        if self._empties:
            self.box.setText("")  # so that Ctrl+Z takes back what was done, not what was typed
        self.new_wanted.emit(name)

    def _pick(self, chosen_id: str) -> None:
        self.set_chosen("" if self._empties else chosen_id)
        self.picked.emit(chosen_id)

    def _close(self) -> None:
        self._rest.stop()
        self.list.hide()
        self.count.hide()


def _bring_into_sight(field: FinderField) -> None:
    """Scroll to what matches, and to the field above it."""
    if field.list.isVisible():
        for part in (field.count, field.box):
            bring_into_sight(part)


def _words(name: str, note: str | None) -> str:
    return tr("{name} ({note})", name=name, note=note) if note else name
