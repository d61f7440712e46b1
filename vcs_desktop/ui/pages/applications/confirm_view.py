"""Questions as they were found in a text or a file: looked through and mended, then kept."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain.application_words import STATUSES
from vcs_desktop.domain.applications import Status
from vcs_desktop.domain.call_change_words import question_in_words
from vcs_desktop.domain.form_mending import joined, left_out, with_one_more, without_words
from vcs_desktop.domain.old_application import OldAnswer, OldForm
from vcs_desktop.domain.questions_typed import Found
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.one_at_a_time import OneAtATime
from vcs_desktop.ui.pages.applications.found_row import FoundRow
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.prose import prose, short_prose

_OLD = (Status.SENT, Status.AWARDED, Status.REFUSED, Status.WITHDRAWN)
_MOST_IN_A_ROW = 240


class ConfirmView(GroupPart):
    """``left`` wants the ways to begin again, ``started`` carries the id of what was kept.

    Nothing is kept before the button for it. ``rows`` is what would be.
    """

    left = Signal()
    started = Signal(str)
    failed = Signal(object)

    def __init__(self, today: date, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.rows: tuple[OldAnswer, ...] = ()
        self.is_old = False
        self.open_row: FoundRow | None = None
        self.row_buttons: list[QWidget] = []
        self._open_at: int | None = None
        self.back_button = button(tr("Back"), "quiet", icon="arrow-left")
        self.title = label("", "title", wrap=True)
        self.about = label("", wrap=True)
        self.problem = label("", "bad", wrap=True)
        self.name = TextField(tr("What you call it"))
        self.funder = TextField(tr("Funder"), optional=True)
        self.sent_on = DateField(tr("Day it was sent"), today, optional=True)
        self.status = ChoiceField(
            tr("What came of it"), [(each.value, tr_marked(STATUSES[each])) for each in _OLD]
        )
        self.add_button = button(tr("Add a question"), icon="plus")
        self.keep_button = button("", "primary")
        self.list_button = button(tr("Keep these questions as a list"))
        self.kept_line = label("", "ok", wrap=True)
        self._before: Box = column()
        self._list: Box = column(gap=8)
        self._keep_all = OneAtATime(self.tasks, self)
        self._keep_as_list = OneAtATime(self.tasks, self)
        self._lay()
        self._connect()

    def open_questions(self, found: Found, name: str = "") -> None:
        """Show questions that an application may begin with."""
        rows = tuple(OldAnswer(each) for each in found.questions)
        self._open(rows, found.before, name, is_old=False)

    def open_old(self, form: OldForm, name: str = "") -> None:
        """Show an old application, taken apart."""
        self._open(form.answers, form.before, name, is_old=True)

    def change(self, place: int) -> None:
        """Open the fields of a row; what stands in those of another is taken over."""
        self._take_open()
        self._open_at = place
        self._show()
        if self.open_row is not None:
            self.open_row.question.take_focus()

    def leave_out(self, place: int) -> None:
        """Take a row out: it is no question."""
        self._mend(lambda rows: left_out(rows, place))

    def join(self, place: int) -> None:
        """Put a row to the one above it: it is a part of that."""
        self._mend(lambda rows: joined(rows, place, is_old=self.is_old))

    def add(self) -> None:
        """Add a question that was not found, and open its fields."""
        self._mend(with_one_more)
        self.change(len(self.rows) - 1)

    def keep(self) -> None:
        """Keep all of it as one act, unless a question has no words."""
        self._take_open()
        empty = without_words(self.rows)
        if empty:
            self._open_at = empty[0]
        self._show()
        if empty and self.open_row is not None:
            self.open_row.question.set_error(tr("Type the question, or leave it out."))
            self.open_row.question.take_focus()
        elif not self.rows:
            self.problem.setText(tr("There is no question here. Add one first."))
            self.problem.show()
        elif self.sent_on.show_problem():
            self.sent_on.take_focus()
        else:
            self._keep_all.do(self._keeping(), then=self.started.emit, otherwise=self.failed.emit)

    def _lay(self) -> None:
        self.setLayout(
            column(
                panel(FlowLayout(self.back_button)),
                self.title,
                self.about,
                panel(self._before),
                card(self.name, self.funder, self.sent_on, self.status, gap=8),
                panel(self._list),
                self.problem,
                panel(FlowLayout(self.add_button, self.keep_button, self.list_button)),
                self.kept_line,
                None,
                gap=12,
            )
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.add_button.clicked.connect(self.add)
        self.keep_button.clicked.connect(self.keep)
        self.list_button.clicked.connect(self._keep_list)

    def _open(self, rows: tuple[OldAnswer, ...], before: str, name: str, *, is_old: bool) -> None:
        self.rows, self.is_old, self._open_at = rows, is_old, None
        self.open_row = None
        self.name.set_words(name)
        self.funder.set_words("")
        self.sent_on.set_day(None)
        self.title.setText(
            tr("Look through your old application") if is_old else tr("Look through the questions")
        )
        self.keep_button.setText(
            tr("Keep this old application") if is_old else tr("Start with these questions")
        )
        for each in (self.sent_on, self.status):
            each.setVisible(is_old)
        self.list_button.setVisible(not is_old)
        self.kept_line.hide()
        self._before.clear()
        if before.strip():
            fold = Fold(tr("What stood before the first question"))
            fold.content.put(prose(before, "muted"))
            self._before.put(fold)
        self._show()
        self.name.take_focus()

    def _mend(self, mend: Callable[[tuple[OldAnswer, ...]], tuple[OldAnswer, ...]]) -> None:
        self._take_open()
        self.rows = mend(self.rows)
        self._show()
        self.add_button.setFocus()

    def _take_open(self) -> None:
        """Take over what stands in the open fields, and close them."""
        if self.open_row is not None and self._open_at is not None:
            changed = list(self.rows)
            changed[self._open_at] = self.open_row.row()
            self.rows = tuple(changed)
        self.open_row, self._open_at = None, None

    def _show(self) -> None:
        self.problem.hide()
        self.about.setText(_count_words(len(self.rows)))
        self._list.clear()
        self.row_buttons = []
        self.open_row = None
        for place, each in enumerate(self.rows):
            if place != self._open_at:
                self._list.put(self._row(place, each))
                continue
            self.open_row = FoundRow(each, is_old=self.is_old)
            self.open_row.done.connect(self._close_row)
            self._list.put(self.open_row)
            self.open_row.show()  # at once, so that it can take the focus

    def _close_row(self) -> None:
        self._take_open()
        self._show()
        self.add_button.setFocus()

    def _row(self, place: int, row: OldAnswer) -> QWidget:
        words = question_in_words(row.question)
        said = f"{row.question.ref}. {words}" if row.question.ref else words
        parts: list[QWidget] = [prose(said, "strong")]
        if row.question.guidance:
            parts.append(prose(short_prose(row.question.guidance, _MOST_IN_A_ROW), "muted"))
        if self.is_old:
            parts.append(_answer_line(row.text))
        called = short_prose(row.question.text, 60) or tr("Something")
        change = button(tr("Change"), "quiet", name=tr("Change {name}", name=called))
        out = button(tr("Leave out"), "quiet", name=tr("Leave out: {name}", name=called))
        change.clicked.connect(partial(self.change, place))
        out.clicked.connect(partial(self.leave_out, place))
        buttons = [change, out]
        if place:
            join = button(
                tr("Join to the one above"),
                "quiet",
                name=tr("Join to the one above: {name}", name=called),
            )
            join.clicked.connect(partial(self.join, place))
            buttons.append(join)
        self.row_buttons += buttons
        return card(*parts, panel(FlowLayout(*buttons)), gap=4, margins=(12, 8, 12, 8))

    def _keeping(self) -> Callable[[], str]:
        """Return what keeps all that stands here; it runs on the data lane."""
        rows, name, funder = self.rows, self.name.words(), self.funder.words()
        services = self.services
        if not self.is_old:
            asked = [each.question for each in rows]
            return lambda: services.space.inside().applications.start_with(
                asked, name=name, funder=funder
            )
        sent_on, status = self.sent_on.day(), Status(self.status.chosen_id())
        return lambda: services.space.inside().applications.bring_in_old(
            rows, name=name, funder=funder, sent_on=sent_on, status=status
        )

    def _keep_list(self) -> None:
        self._take_open()
        self._show()
        name, asked = self.name.words(), [each.question for each in self.rows]
        self._keep_as_list.do(
            lambda: self.services.space.inside().applications.add_list(name, asked),
            then=lambda _id: self._tell_list_kept(),
            otherwise=self.failed.emit,
        )

    def _tell_list_kept(self) -> None:
        self.session.tell_acted()
        self.kept_line.setText(tr("The list is kept. You can start with it next time."))
        self.kept_line.show()


def _answer_line(text: str) -> QWidget:
    if not text.strip():
        return label(tr("No answer found."), "muted", wrap=True)
    count = tr_count("{count} word", "{count} words", len(text.split()))
    beginning = short_prose(" ".join(text.split()), _MOST_IN_A_ROW)
    return prose(tr("{words}: {text}", words=count, text=beginning))


def _count_words(count: int) -> str:
    if not count:
        return tr("We found no question. Add them one by one, or go back.")
    return tr_count(
        "We found {count} question. Mend what is wrong; nothing is kept yet.",
        "We found {count} questions. Mend what is wrong; nothing is kept yet.",
        count,
    )
