"""Activities: what the group runs again and again, when and where; and their sign-in sheets."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.day_times import in_words
from vcs_desktop.domain.days import WEEKDAYS, shortly
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.pages.who_came.activity_form import ActivityForm
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held


class ActivitiesPart(GroupPart):
    """A list, and the form of the one that is chosen.

    ``acted`` says that something was kept. ``bin_asked`` and ``sign_in_asked`` carry an id
    and a name; ``filled`` says that the list has come.
    """

    acted = Signal(str)
    bin_asked = Signal(str, str)
    sign_in_asked = Signal(str, str)
    filled = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self._asked = asked
        self.form: ActivityForm | None = None
        self._every = Question(self.tasks, self)
        self._one = Question(self.tasks, self)
        self._made = Question(self.tasks, self)
        self.message = MessageBar()
        self.add_button = button(tr("Add an activity"), icon="plus")
        empty = EmptyState(
            tr("What your group runs"),
            tr(
                "Nothing has to be set up. An activity comes here by itself "
                "when you write down who came to it."
            ),
            icon="repeat",
        )
        self.titles = TitlesAndCard(tr("Activities"), empty)
        self.list_out = ListOut(self.services, self.tasks, lambda: self._table)
        self.bringing_in = BringingIn(
            "activities", tr("Back to the activities"), tr("See the activities"), "repeat"
        )
        ways = FlowLayout(self.add_button, self.bringing_in.button, self.list_out.button)
        layout = column(panel(ways), self.message, gap=10)
        layout.put(self.titles, 1)
        layout.put(self.list_out)
        self.main = panel(layout)
        whole = column(gap=0)
        for part in (self.main, self.bringing_in):
            whole.put(part, 1)
        self.setLayout(whole)
        self.bringing_in.belong_to(self)
        self.list_out.button.hide()
        self._acts = Latest(self.tasks, self)
        self._wanted = ""
        self._connect()

    def shown(self) -> None:
        """Look again."""
        self._every.ask(lambda: self.services.space.inside().attendance.activities(ended_too=True))

    def put_away(self) -> None:
        """Keep what is half typed."""
        if self.form is not None:
            self.form.put_away()
        self.bringing_in.put_away()

    def open(self, activity_id: str) -> None:
        """Open one activity."""
        if not self.bringing_in.isHidden():
            self.bringing_in.leave()
        self._wanted = activity_id
        self.titles.open(activity_id)
        self.shown()

    def first_focus(self) -> QWidget:
        """Start in the list, or where one is added."""
        if not self.bringing_in.isHidden():
            return self.bringing_in
        return self.titles.list if self.titles.list.model().rowCount() else self.add_button

    def act(self, act: "Callable[[InGroup], Any]", words: str) -> None:
        """Do something to the records, say so, and offer to take it back."""

        def then(_outcome: Any) -> None:
            self.acted.emit(words)
            self.shown()

        self._acts.ask_too(
            lambda: act(self.services.space.inside()), then=then, otherwise=self._tell_problem
        )

    def _connect(self) -> None:
        self._every.answered.connect(self._show)
        self._every.failed.connect(self._fail)
        self._one.answered.connect(self._show_one)
        self._one.failed.connect(self._fail_one)
        self._made.answered.connect(self._show_made)
        self._made.failed.connect(self._tell_problem)
        self.titles.card_asked.connect(self._open)
        self.titles.again_asked.connect(self.shown)
        self.add_button.clicked.connect(self._add)
        self.session.changed.connect(self._look_again)

    def _show(self, every: list[Activity]) -> None:
        self.message.hide()
        self.titles.show_rows([_row(each) for each in every], every)
        self.list_out.button.setVisible(bool(every))
        if self._wanted:
            self.titles.open(self._wanted)
            self._wanted = ""
        self.filled.emit()

    def _look_again(self) -> None:
        self.shown()
        if self.form is not None:
            self._open(self.form.activity_id)

    def _open(self, activity_id: str) -> None:
        self._one.ask(lambda: _read(self.services.space.inside(), activity_id))

    def _show_one(self, found: "tuple[Held[Activity], date]") -> None:
        held, today = found
        if self.form is not None and self.form.activity_id == held.record.id:
            self.form.take_in(held)
            return
        if self.form is not None:
            self.form.end()
        form = self.form = ActivityForm(held, today, *self._asked)
        form.kept.connect(self._hear_kept)
        form.bin_asked.connect(self.bin_asked)
        form.sign_in_asked.connect(self.sign_in_asked)
        self.titles.show_card(form)

    def _fail_one(self, error: Exception) -> None:
        """Say why there is no form; the one that stood there goes with its card."""
        form, self.form = self.form, None
        if form is not None:
            form.end()
        self.titles.show_problem_of_one(error)

    def _hear_kept(self) -> None:
        self.acted.emit("")
        self.shown()

    def _add(self) -> None:
        self._made.ask(lambda: _new(self.services.space.inside()))

    def _show_made(self, activity_id: str) -> None:
        self.acted.emit(tr("A new activity is in the list. Give it its name."))
        self.open(activity_id)

    def _table(self) -> "TableOut":
        from vcs_desktop.services.tables_out import activities_table

        return activities_table(self.services.space.inside().records)

    def _fail(self, error: Exception) -> None:
        self.titles.show_problem(error)
        self.filled.emit()

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")


def _read(inside: "InGroup", activity_id: str) -> "tuple[Held[Activity], date]":
    return inside.attendance.activity(activity_id), inside.records.clock.today()


def _new(inside: "InGroup") -> str:
    from vcs_desktop.domain.kinds import ACTIVITY

    return inside.records.add(ACTIVITY, replace(Activity(), name=tr("New activity")))


def _row(activity: Activity) -> TitleRow:
    said = []
    if activity.weekday is not None and 0 <= activity.weekday < len(WEEKDAYS):
        said.append(tr_marked(WEEKDAYS[activity.weekday]))
    if activity.starts:
        said.append(in_words(activity.starts))
    if activity.place:
        said.append(short_name(activity.place))
    ended = activity.ended_on
    return TitleRow(
        id=activity.id,
        title=short_name(activity.name),
        line=" · ".join(said),
        icon="repeat",
        mark=tr("Ended on {day}", day=shortly(ended)) if ended is not None else "",
    )
