"""The agenda: one line for each item, moved by buttons or by Alt and an arrow key."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meeting_agenda import missing_titles, moved, with_titles, with_usual
from vcs_desktop.domain.meetings import AgendaItem
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import (
    Bound,
    Section,
    part_with,
    set_one,
    with_part,
    without_part,
)
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.prose import short_prose


class _Row(QWidget):
    """One item: its words, and what moves it or takes it away."""

    def __init__(self, number: int, item: AgendaItem) -> None:
        super().__init__()
        self.item = item
        self.field = TextField(tr("Item {number}", number=number))
        what = short_prose(item.title, 60) or tr("item {number}", number=number)
        self.up_button = button(
            tr("Up"), "quiet", icon="arrow-up", name=tr("Up: {what}", what=what)
        )
        self.down_button = button(
            tr("Down"), "quiet", icon="arrow-down", name=tr("Down: {what}", what=what)
        )
        self.away_button = button(
            tr("Take away"), "quiet", icon="x", name=tr("Take away: {what}", what=what)
        )
        buttons = panel(FlowLayout(self.up_button, self.down_button, self.away_button, gap=4))
        self.setLayout(column(card(self.field, buttons, kind="fact", margins=(8, 6, 8, 6), gap=2)))


class AgendaField(Section):
    """Items in their places. Titles are kept as they are typed."""

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.rows: dict[str, _Row] = {}
        self._order: tuple[str, ...] = ()
        self._list: Box = column(gap=6)
        self.title = label(tr("Agenda"), "heading", wrap=True)
        self.hint = label(tr("Alt and an arrow key move an item up or down."), "muted", wrap=True)
        self.usual_button = button(tr("Put in the usual items"), icon="list-checks")
        self.add_button = button(tr("Add an item"), icon="plus")
        self.setLayout(
            column(
                self.title,
                self.hint,
                panel(self._list),
                panel(FlowLayout(self.add_button, self.usual_button)),
                gap=8,
            )
        )
        self.usual_button.clicked.connect(self._put_usual)
        self.add_button.clicked.connect(self.add)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=_HERE)
            shortcut.activated.connect(partial(self._move_focused, by))
        self._show_items(in_order(opened.meeting.agenda))

    def show_opened(self, opened: Opened) -> None:
        """Show the agenda as it is kept; a line that is being typed stays."""
        super().show_opened(opened)
        if not self._has_own():
            self._show_items(in_order(opened.meeting.agenda))

    def items(self) -> tuple[AgendaItem, ...]:
        """Return the items as they stand here."""
        return tuple(self.rows[each].item for each in self._order)

    def add(self) -> None:
        """Add an item at the end, and go to it."""
        agenda = with_titles(self.items(), ("",), self.opened.new_id)
        new = agenda[-1]
        self._show_items(agenda)
        self.do(_name(new.id), with_part("agenda", new))
        self.rows[new.id].field.take_focus()

    def move_item(self, item_id: str, by: int) -> None:
        """Move an item up or down; the focus stays with it."""
        before = self.items()
        after = moved(before, item_id, by)
        if [each.id for each in after] == [each.id for each in before]:
            return
        orders = {each.id: each.order for each in after}
        self._show_items(after)
        self.do(
            "agenda",
            lambda meeting: set_one(
                "agenda",
                tuple(_at(each, orders.get(each.id, each.order)) for each in meeting.agenda),
            )(meeting),
        )
        place = [each.id for each in after].index(item_id) + 1
        say(self, tr("Now item {number} of {count}", number=place, count=len(after)))

    def _put_usual(self) -> None:
        kind = self.opened.meeting.kind
        if not missing_titles(self.items(), kind):
            return
        agenda = with_usual(self.items(), kind, self.opened.new_id)
        self._show_items(agenda)
        self.do("agenda", set_one("agenda", agenda))
        self.rows[self._order[0]].field.take_focus()

    def _take_away(self, item_id: str) -> None:
        item = self.rows[item_id].item
        self._show_items([each for each in self.items() if each.id != item_id])
        self.do(_name(item_id), without_part("agenda", item_id))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

        def put_back() -> None:
            self._show_items(in_order((*self.items(), item)))
            self.do(_name(item_id), with_part("agenda", item))

        what = short_prose(item.title, 80) or tr("an item without words")
        self.taken_away.emit(tr("Taken away: “{what}”.", what=what), put_back)

    def _move_focused(self, by: int) -> None:
        for item_id, each in list(self.rows.items()):
            if each.isAncestorOf(self.focusWidget() or self):
                self.move_item(item_id, by)
                return

    def _show_items(self, agenda: "tuple[AgendaItem, ...] | list[AgendaItem]") -> None:
        """Show these items; lines that stay where they are keep what is typed in them."""
        items = {each.id: each for each in agenda}
        if tuple(items) == self._order:
            for item_id, row in self.rows.items():
                row.item = items[item_id]
                if not self.editing.pending.has(_name(item_id)):
                    row.field.set_words(items[item_id].title)
            self._offer_usual()
            return
        typed = {item_id: row.field.words() for item_id, row in self.rows.items()}
        focused = next(
            (id_ for id_, row in self.rows.items() if row.isAncestorOf(self.focusWidget() or self)),
            "",
        )
        self._list.clear()
        for item_id in self.rows:
            self.unbind(_name(item_id))
        self.rows, self._order = {}, tuple(items)
        for number, item in enumerate(items.values(), 1):
            self._put_row(number, item, typed.get(item.id, item.title))
        if focused in self.rows:
            self.rows[focused].field.take_focus()
        self._offer_usual()

    def _put_row(self, number: int, item: AgendaItem, typed: str) -> None:
        row = self.rows[item.id] = _Row(number, item)
        row.up_button.setEnabled(number > 1)
        row.down_button.setEnabled(number < len(self._order))
        row.up_button.clicked.connect(partial(self.move_item, item.id, -1))
        row.down_button.clicked.connect(partial(self.move_item, item.id, 1))
        row.away_button.clicked.connect(partial(self._take_away, item.id))
        self._list.put(row)
        row.show()
        field = row.field
        self.bind(
            _name(item.id),
            Bound(
                field,
                lambda _meeting: field.set_words(row.item.title),
                lambda: part_with("agenda", item.id, title=field.words()),
            ),
        )
        field.set_words(typed)

    def _offer_usual(self) -> None:
        missing = missing_titles(self.items(), self.opened.meeting.kind)
        self.usual_button.setVisible(bool(missing))

    def _has_own(self) -> bool:
        pending = self.editing.pending
        return pending.has("agenda") or any(map(pending.has, map(_name, self.rows)))


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _name(item_id: str) -> str:
    return f"agenda/{item_id}"


def _at(item: AgendaItem, order: int) -> AgendaItem:
    return AgendaItem(item.id, order, item.title, item.said)
