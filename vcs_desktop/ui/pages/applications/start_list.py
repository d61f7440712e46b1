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
    """Seen while there is a list. ``start_asked`` carries the id of the one that is chosen.

    ``remove_asked`` wants it in the bin, and carries its name too.
    """

    start_asked = Signal(str)
    remove_asked = Signal(str, str)
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.lists = ChoiceField(tr("A list of questions"), [("", tr("Choose one"))])
        self.from_list = button(tr("Start with this list"))
        self.remove_button = button(tr("Put this list in the bin"), "quiet", icon="trash-2")
        self._look = Question(self.tasks, self)
        inside = card(
            label(tr("From a list you keep"), "heading", wrap=True),
            self.lists,
            panel(FlowLayout(self.from_list, self.remove_button)),
            gap=8,
        )
        self.setLayout(column(inside))
        self.hide()
        self.from_list.clicked.connect(self._start)
        self.remove_button.clicked.connect(self._remove)
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
        if list_id := self._chosen():
            self.start_asked.emit(list_id)

    def _remove(self) -> None:
        if list_id := self._chosen():
            self.remove_asked.emit(list_id, self.lists.box.currentText())

    def _chosen(self) -> str:
        """Return the list that is chosen; where none is, ask for one."""
        chosen = self.lists.chosen_id()
        if not chosen:
            self.lists.set_error(tr("Choose a list first."))
        return chosen
