"""Our action plan: what the council does for its strategy, written as a list of actions."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.action_plan import PROGRESS, Action, Progress, changes_of, is_overdue
from vcs_desktop.domain.days import shortly
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.publish.plan_form import ActionForm
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.autosave import Autosave
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from vcs_desktop.services.council_year import PlanView
    from vcs_desktop.services.publishing import Desk


class PlanPart(QWidget):
    """The actions, and the fields of the chosen one; what is typed is kept without being asked.

    ``put_in_asked`` carries the plan's file: it is to be published with the rest.
    """

    put_in_asked = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, desk: "Desk") -> None:
        super().__init__()
        self._services = services
        self._keys, self._council = desk.keys, desk.name
        self._view: PlanView | None = None
        self._form: ActionForm | None = None
        self._actions: dict[str, Action] = {}
        self._pending: dict[str, Action] = {}
        self._new_id = ""
        self._asked = Question(tasks, self)
        self._changed = Question(tasks, self)
        self.autosave = Autosave(tasks, self._take, self)
        self.add_button = button(tr("Add an action"), "primary", icon="plus")
        self.put_in_button = button(tr("Put it in the library"), icon="upload")
        self.about = label("", "muted", wrap=True)
        self.message, self.undo_bar = MessageBar(), UndoBar()
        self.undo_bar.take_turns_with(self.message)
        self.titles = TitlesAndCard(tr("Our action plan"), waiting())
        layout = column(
            self.about, panel(FlowLayout(self.add_button, self.put_in_button)),
            self.message, self.undo_bar, gap=10,
        )  # fmt: skip
        layout.put(self.titles, 1)
        self.setLayout(layout)
        self._connect()

    def look(self) -> None:
        """Look the plan up; what is being typed stays."""
        self.autosave.now()
        keys = self._keys
        self._asked.ask(lambda: self._services.action_plan.look(keys))

    @property
    def form(self) -> ActionForm | None:
        """The fields of the action in front; None before one was opened."""
        return self._form

    def first_focus(self) -> QWidget:
        """Start at the list, or at the button that adds to it."""
        return self.titles.list if self._actions else self.add_button

    def put_away(self) -> None:
        """Keep what is half written: nobody sits here any more."""
        self.autosave.now()

    def _connect(self) -> None:
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self.titles.show_problem)
        self._changed.answered.connect(self._show)
        self._changed.failed.connect(self._tell)
        self.autosave.saved.connect(self._hear_saved)
        self.add_button.clicked.connect(self._add)
        self.titles.all_asked.connect(self._add)
        self.put_in_button.clicked.connect(self._ask_to_put_in)
        self.titles.again_asked.connect(self.look)
        self.titles.card_asked.connect(self._show_card)

    def _show(self, view: "PlanView") -> None:
        self._view = view
        ids = [*self._actions]
        self._actions = {each.id: each for each in view.plan.actions}
        for each in self._pending.values():
            if each.id in self._actions:
                self._actions[each.id] = each
        self.about.setText(_about(view))
        self.put_in_button.setEnabled(bool(self._actions))
        self.titles.say_nothing(
            tr("No action yet"),
            tr("Add what the council does to keep its promises. Groups see it once you publish."),
            tr("Add an action"),
        )
        rows = tuple(map(self._row, self._actions.values()))
        if ids == [*self._actions] and ids:
            self.titles.list.write_over(rows)
        else:
            self.titles.show_rows(rows)
        self._tell_form()
        if self._new_id in self._actions:
            self.titles.open(self._new_id)

    def _show_card(self, action_id: str) -> None:
        action = self._actions.get(action_id)
        if action is None or self._view is None:
            return
        if self._form is not None:
            self.autosave.now()
        form = self._form = ActionForm(action, self._view, self.autosave)
        form.remove_asked.connect(partial(self._remove, action_id))
        self._tell_form()
        self.titles.show_card(form)
        if action_id == self._new_id:
            self._new_id = ""
            # Once the list, which opened it, has let go of the focus.
            QTimer.singleShot(0, form, form.name.take_focus)

    def _tell_form(self) -> None:
        form, view = self._form, self._view
        if form is not None and view is not None and form.action_id in self._actions:
            form.tell(view.wrong.get(form.action_id, ""), changes_of(view.plan, form.action_id))

    def _take(self) -> Callable[[], Any] | None:
        form = self._form
        if form is not None and form.action_id in self._actions:
            action = form.action(self._actions[form.action_id])
            if action != self._actions[action.id]:
                self._actions[action.id] = self._pending[action.id] = action
        if not self._pending:
            return None
        pending, plans = dict(self._pending), self._services
        keys, council = self._keys, self._council

        def work() -> Any:
            for each in pending.values():
                view = plans.action_plan.save(keys, council, each)
            return pending, view

        return work

    def _hear_saved(self, told: "tuple[dict[str, Action], PlanView]") -> None:
        saved, view = told
        self._pending = {i: a for i, a in self._pending.items() if saved.get(i) != a}
        self._show(view)

    def _add(self) -> None:
        self.autosave.now()
        keys, council = self._keys, self._council

        def work() -> Any:
            plans = self._services.action_plan
            action = plans.new_action()
            self._new_id = action.id
            return plans.save(keys, council, action)

        self.message.hide()
        self._changed.ask(work)

    def _remove(self, action_id: str) -> None:
        self.autosave.now()
        place, action = [*self._actions].index(action_id), self._actions[action_id]
        keys = self._keys
        self._form = None
        self._changed.ask(lambda: self._services.action_plan.remove(keys, action_id))
        self.undo_bar.offer(
            tr("Taken out of the plan: {action}.", action=action.title or tr("Without a name")),
            partial(self._put_back, action, place),
        )
        self.undo_bar.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, action: Action, place: int) -> None:
        keys, council = self._keys, self._council
        self._new_id = action.id
        self._changed.ask(lambda: self._services.action_plan.save(keys, council, action, place))

    def _ask_to_put_in(self) -> None:
        self.autosave.now()
        if self._view is not None:
            self.put_in_asked.emit(self._view.file)

    def _tell(self, error: Exception) -> None:
        self.undo_bar.close_bar()
        self.message.tell(words_for(error), kind_of(error))
        self.look()

    def _row(self, action: Action) -> TitleRow:
        assert self._view is not None  # noqa: S101  rows are of a view
        words, icon, colour = PROGRESS[action.progress]
        mark = tr_marked(words)
        late = action.progress is Progress.LATE
        if not late and is_overdue(action.due_on, action.progress, self._view.today):
            mark, icon, colour = tr("Its day is over"), "triangle-alert", "warn"
        due = tr("By {day}", day=shortly(action.due_on)) if action.due_on else ""
        return TitleRow(
            action.id,
            action.title or tr("Without a name"),
            " · ".join(filter(None, (action.owner, due))),
            "list",
            mark,
            icon,
            colour,
        )


def _about(view: "PlanView") -> str:
    count = len(view.plan.actions)
    said = [tr("Groups see the plan under Council once it is published.")]
    if count:
        said.insert(0, tr_count("{count} action.", "{count} actions.", count))
    if view.wrong:
        said.append(
            tr_count(
                "{count} action cannot be published yet: open it to see why.",
                "{count} actions cannot be published yet: open them to see why.",
                len(view.wrong),
            )
        )
    return sentences(*said)
