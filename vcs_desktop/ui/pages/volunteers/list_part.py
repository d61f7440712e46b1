"""What the parts of the page have in common: a list, a card beside it, and a way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Item, column, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleDelegate, TitleList, TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines
from vcs_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.ui.bring_in.bringing_in import BringingIn
    from vcs_desktop.ui.kept_form import KeptForm
    from vcs_desktop.ui.list_out import ListOut

_MANY = 300
"""Rows: more than these take a while to be laid out one by one."""

_NOTHING: tuple[Any, ...] = (False, [], "")


class ListPart(GroupPart):
    """A list of records, of which one is open in a form that keeps what is typed.

    Those that follow say what is asked (``ask_things`` and ``ask_one``, on the data
    lane), what a row says (``rows_of``) and what a card is made of (``card_of``).
    ``fresh_id`` is of what was just added: its name is typed first.
    """

    def __init__(
        self,
        asked: tuple[Services, Tasks, GroupSession],
        name: str,
        empty: EmptyState,
        buttons: Sequence[QWidget],
        above: Sequence[Item],
        list_out: "ListOut",
        bringing_in: "BringingIn | None" = None,
    ) -> None:
        """``buttons`` and ``above`` stand over the list, what came of ``list_out`` under it."""
        super().__init__(*asked)
        self.titles = TitlesAndCard(name, empty)
        self.undo_bar, self.message = UndoBar(), MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self.form: KeptForm | None = None
        self.open_id = self.fresh_id = ""
        self._is_stale = False
        self._wanted = ""
        self.bar = panel(FlowLayout(*buttons))
        layout = column(self.bar, *above, gap=10)
        layout.put(self.titles, 1)
        for each in (list_out, self.undo_bar, self.message):
            layout.put(each)
        self.main = panel(layout)
        self.list_out, self.bringing_in = list_out, bringing_in
        whole = column(gap=0)
        for part in filter(None, (self.main, bringing_in)):
            whole.put(part, 1)
        self.setLayout(whole)
        if bringing_in is not None:
            bringing_in.belong_to(self)
        self.things = Question(self.tasks, self)
        self.one = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        QShortcut(QKeySequence.StandardKey.New, self, self.begin)
        self.titles.card_asked.connect(self._open_row)
        self.titles.again_asked.connect(self.shown)
        self.titles.all_asked.connect(self.begin)
        self.things.answered.connect(self._show)
        self.things.failed.connect(self.titles.show_problem)
        self.one.answered.connect(self._show_one)
        self.one.failed.connect(self.titles.show_problem_of_one)
        self.session.changed.connect(self._hear_changed)

    def ask_things(self) -> Any:
        """Return all that the list shows."""
        raise NotImplementedError

    def rows_of(self, seen: Any) -> Sequence[TitleRow] | RowsWhenSeen:
        """Return the rows of what was seen."""
        raise NotImplementedError

    def ask_one(self, row_id: str) -> Any:
        """Return all that the card of a row shows."""
        raise NotImplementedError

    def card_of(self, found: Any) -> QWidget:
        """Return the card of what was found, with ``form`` and ``open_id`` set."""
        raise NotImplementedError

    def begin(self) -> None:
        """Add something: Ctrl+N, and the button of the empty list."""

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.form is not None:
            self.form.put_away()
        if self.bringing_in is not None:
            self.bringing_in.put_away()

    def shown(self) -> None:
        """Ask for the list again."""
        self.things.ask(self.ask_things)

    def open(self, row_id: str, *, is_fresh: bool = False) -> None:
        """Open one, now or when it is in the list; of what is fresh the name is typed next."""
        self.fresh_id = row_id if is_fresh else ""
        self.titles.open(row_id)

    def act(
        self,
        act: "Callable[[InGroup], Any]",
        words: str,
        then: Callable[[Any], None] | None = None,
    ) -> None:
        """Do something to the records, say so, and offer to take it back; no words, no offer.

        What returns False, or nothing of what it was to make, has done nothing.
        """
        self.put_away()

        def follow(outcome: Any) -> None:
            self._is_stale = True
            if words and outcome not in _NOTHING:
                self.session.tell_acted()
                self.undo_bar.offer(words, partial(self.act, _undo, "", self._hear_undone))
            self.shown()
            if then is not None:
                then(outcome)

        self._acts.ask_too(
            lambda: act(self.services.space.inside()), then=follow, otherwise=self.tell_problem
        )

    def remove(self, act: "Callable[[InGroup], Any]", words: str) -> None:
        """Put what is open in the bin; the card goes with it."""
        self._leave_form()
        self.open_id = ""
        self.act(act, words)

    def open_again(self) -> None:
        """Make the card anew: something of it was changed by a button."""
        self._is_stale = True
        if self.open_id:
            self._open_row(self.open_id)

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")

    def on_kept(self, _held: Any) -> None:
        """Hear that the form has kept something."""
        self.session.tell_acted()
        self.undo_bar.close_bar()
        self.shown()

    def _show(self, seen: Any) -> None:
        if self.isHidden():
            return  # another part is in front; coming back, it asks again
        rows = self.rows_of(seen)
        ids = rows.ids if isinstance(rows, RowsWhenSeen) else [row.id for row in rows]
        if not any(ids):
            self._leave_form()
            self.open_id = ""
        _draw_for(self.titles.list, len(rows))
        self.titles.show_rows(rows)
        if self._is_stale and self.open_id and self.titles.shown_id == self.open_id:
            self._open_row(self.open_id)

    def _open_row(self, row_id: str) -> None:
        """Open a card; the form that is open already is left alone while somebody types in it."""
        if row_id == self.open_id and self.form is not None and not self._is_stale:
            return
        self.put_away()
        self._is_stale = False
        self._wanted = row_id
        self.one.ask(partial(self.ask_one, row_id))

    def _show_one(self, found: Any) -> None:
        if self.isHidden():
            return
        focus = self.focusWidget()
        had_focus = focus is not None and self.titles.area.isAncestorOf(focus)
        name = focus.objectName() if had_focus and focus is not None else ""
        self._leave_form()
        self.open_id = self._wanted
        card = self.card_of(found)
        self.titles.show_card(card)
        if self.form is not None:
            self.form.kept.connect(self.on_kept)
        same = card.findChild(QWidget, name) if name else None
        if self.form is not None and self.fresh_id == self.open_id:
            self.fresh_id = ""
            _type_over(self.form.bound["name"].field)
        elif same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.titles.area.go_in(self.titles.list.currentIndex().data() or "")

    def _leave_form(self) -> None:
        """Keep what is in the form, and let it go; its keeping outlives it."""
        if self.form is not None:
            self.form.let_go(self, self.session.tell_acted, self.tell_problem)
            self.form = None

    def _hear_changed(self) -> None:
        self._is_stale = True
        self.undo_bar.close_bar()
        if self.isVisible():
            self.shown()

    def _hear_undone(self, _outcome: Any) -> None:
        self.session.tell_acted()
        self.titles.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _draw_for(titles: TitleList, count: int) -> None:
    """Draw rows over as many lines as their words need; of very many, over two lines each."""
    if count > _MANY:
        draw_in_two_lines(titles)
    elif titles.uniformItemSizes():
        titles.setUniformItemSizes(False)
        titles.setItemDelegate(TitleDelegate(titles))


def _type_over(field: FormField) -> None:
    """Go to a field whose words are there only until somebody types others."""
    field.take_focus()
    if isinstance(field, TextField):
        field.box.selectAll()


def _undo(inside: "InGroup") -> None:
    inside.records.undo()
