"""A list of questions that the group keeps, to begin an application with."""

from typing import Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

_LONGEST = 80


class ListCard(GroupPart):
    """Seen while there is a list. ``start_asked`` carries the id of the one that is chosen."""

    start_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.lists = ChoiceField(tr("A list of questions"), [("", tr("Choose one"))])
        self.from_list = button(tr("Start with this list"))
        self._look = Question(self.tasks, self)
        inside = card(
            label(tr("From a list you keep"), "heading", wrap=True),
            self.lists,
            panel(FlowLayout(self.from_list)),
            gap=8,
        )
        self.setLayout(column(inside))
        self.hide()
        self.from_list.clicked.connect(self._start)
        self._look.answered.connect(self._show)
        self._look.failed.connect(self.failed)

    def shown(self) -> None:
        """Look which lists are kept now."""
        self._look.ask(self._kept)

    def _kept(self) -> list[tuple[str, str]]:
        found = self.services.space.inside().applications.question_lists()
        return [(each.id, short_prose(each.name, _LONGEST)) for each in found]

    def _show(self, lists: list[tuple[str, str]]) -> None:
        self.lists.set_choices([("", tr("Choose one")), *lists])
        self.setVisible(bool(lists))

    def _start(self) -> None:
        if self.lists.chosen_id():
            self.start_asked.emit(self.lists.chosen_id())
        else:
            self.lists.set_error(tr("Choose a list first."))
