"""The actions of earlier meetings, at the top of the next: done, or carried on."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.meeting_rules import BroughtBack
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.meetings import Outcome
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.part_words import action_words
from vcs_desktop.ui.pages.meetings.section import Section
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose

_AT_A_TIME = 10
"""Few meetings have more to look at again; to make the rows of thousands takes minutes."""

_AHEAD = Toward.FUTURE


class BackRow(QWidget):
    """One action, what became of it, and the buttons that say so."""

    def __init__(self, back: BroughtBack, opened: Opened) -> None:
        super().__init__()
        self.words = prose("")
        self.became = label("", "strong", wrap=True)
        self.done_button = button(tr("Done"), icon="check")
        self.carry_button = button(tr("Carry on"), icon="repeat")
        self.again_button = button(tr("Take this back"), "quiet", icon="undo-2")
        self.due_field: DateField | None = None
        self.keep_button = button(tr("Keep it open until then"), icon="check")
        self._when: Box = column(panel(FlowLayout(self.keep_button)), gap=8)
        self._asking = panel(self._when)
        self._today = opened.today
        acts = panel(FlowLayout(self.done_button, self.carry_button, self.again_button))
        self.setLayout(
            column(
                card(
                    self.words,
                    self.became,
                    acts,
                    self._asking,
                    kind="fact",
                    margins=(8, 8, 8, 8),
                    gap=4,
                )
            )
        )
        self._asking.hide()
        self.carry_button.clicked.connect(self.ask_when)
        self.show_back(back, opened)

    def take_focus(self) -> None:
        """Go to the first button that is there."""
        there = self.again_button if self.again_button.isVisible() else self.done_button
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_when(self) -> None:
        """Ask until when it is carried on."""
        if self.due_field is None:
            self.due_field = DateField(tr("Now by"), self._today, optional=True, toward=_AHEAD)
            self._when.insertWidget(0, self.due_field)
        self._asking.show()
        self.due_field.show()
        self.due_field.take_focus()

    def show_back(self, back: BroughtBack, opened: Opened) -> None:
        """Say what became of the action by now."""
        self.words.setText(as_prose(_told(back, opened)))
        self.became.setText(_became(back))
        set_kind(self.became, "ok" if back.is_done else "muted")
        is_said = back.looked is not None
        acts = (self.done_button, self.carry_button, self.keep_button, self.again_button)
        has_focus = any(each.hasFocus() for each in acts)
        self.done_button.setVisible(not (back.is_done or is_said))
        self.carry_button.setVisible(not (back.is_done or is_said))
        self.again_button.setVisible(is_said)
        self._asking.setVisible(self._asking.isVisible() and not is_said)
        if has_focus and not any(each.hasFocus() for each in acts if each.isVisible()):
            there = self.again_button if is_said else self.done_button
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        short = short_prose(back.action.what, 60)
        self.done_button.setAccessibleName(tr("Done: {what}", what=short))
        self.carry_button.setAccessibleName(tr("Carry on: {what}", what=short))
        self.again_button.setAccessibleName(tr("Take back what was said: {what}", what=short))


class BackField(Section):
    """The actions that come back; each is written down here and at the meeting that agreed it.

    Of very many the newest are there, and the older ones when somebody asks for them.
    """

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.rows: dict[str, BackRow] = {}
        self.title = label(tr("Actions from earlier meetings"), "heading", wrap=True)
        self.none = label(tr("Nothing is left from earlier meetings."), "muted", wrap=True)
        self.older_button = button("", "quiet", icon="list")
        self._most = _AT_A_TIME
        self._list: Box = column(gap=8)
        older = panel(FlowLayout(self.older_button))
        self.setLayout(column(self.title, self.none, older, panel(self._list), gap=8))
        self.older_button.clicked.connect(self._show_older)
        self._show_rows()

    def show_opened(self, opened: Opened) -> None:
        """Show what became of each by now."""
        super().show_opened(opened)
        self._show_rows()

    def _show_rows(self) -> None:
        all_backs = {each.action.id: each for each in self.opened.around.back}
        backs = dict(list(all_backs.items())[-self._most :])
        older = min(len(all_backs) - len(backs), _AT_A_TIME)
        self.older_button.setText(
            tr_count("Show {count} older action", "Show {count} older actions", older)
        )
        self.older_button.setVisible(older > 0)
        self.none.setVisible(not backs)
        if list(backs) != list(self.rows):
            self._list.clear()
            self.rows = {id_: self._row(each) for id_, each in backs.items()}
        for id_, row in self.rows.items():
            row.show_back(backs[id_], self.opened)

    def _show_older(self) -> None:
        """Show some more, and go to the first of them."""
        self._most += _AT_A_TIME
        self._show_rows()
        first = next(iter(self.rows.values()))
        first.take_focus()

    def _row(self, back: BroughtBack) -> BackRow:
        row = BackRow(back, self.opened)
        action_id = back.action.id
        row.done_button.clicked.connect(partial(self._say, action_id, Outcome.DONE))
        row.keep_button.clicked.connect(partial(self._carry_on, action_id))
        row.again_button.clicked.connect(partial(self._say, action_id, None))
        self._list.put(row)
        row.show()
        return row

    def _carry_on(self, action_id: str) -> None:
        field = self.rows[action_id].due_field
        if field is None:
            return
        if field.show_problem():
            field.take_focus()
            return
        day, meeting_id = field.day(), self.opened.meeting.id
        self.editing.act(
            lambda inside: inside.meetings.look_back(meeting_id, action_id, Outcome.CARRIED_ON, day)
        )

    def _say(self, action_id: str, outcome: Outcome | None) -> None:
        meeting_id = self.opened.meeting.id
        self.editing.act(lambda inside: inside.meetings.look_back(meeting_id, action_id, outcome))


def _told(back: BroughtBack, opened: Opened) -> str:
    words = action_words(back.action, opened)
    if back.agreed_at.on is None:
        return words
    return sentences(ended(words), tr("Agreed on {day}.", day=shortly(back.agreed_at.on)))


def _became(back: BroughtBack) -> str:
    if back.is_done:
        return tr("Done")
    if back.looked is None:
        return tr("Not done yet")
    due = back.looked.due_on
    return tr("Carried on, now by {day}", day=shortly(due)) if due else tr("Carried on")
