"""A month of dates in a grid, and beside it everything on the day under the hand."""

from collections import defaultdict
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import in_words, month_in_words, months_on
from vcs_desktop.domain.due import DateLine, Due
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.pages.dates.date_card import DateCard
from vcs_desktop.ui.pages.dates.month_cells import MonthCells, days_shown
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar

_BESIDE_FROM = 980
_DAY_WIDTH = 340

Told = tuple[date, date, list[DateLine]]
"""The day to show, today, and every date of its weeks."""


class MonthPart(GroupPart):
    """Asks for one month at a time. Its signals are those of the list."""

    ticked = Signal(object, object)
    change_asked = Signal(str)
    remove_asked = Signal(str, str)
    open_asked = Signal(object)
    phone_asked = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.question = Question(self.tasks, self)
        self.month_label = label("", "heading", wrap=True)
        self.before_button = button(tr("Month before"), "quiet", icon="arrow-left")
        self.after_button = button(tr("Month after"), "quiet", icon="chevron-right")
        self.today_button = button(tr("Today"), "quiet")
        self.cells = MonthCells()
        self.message = MessageBar()
        self.day_label = label("", "heading", wrap=True)
        self.nothing = label(tr("No dates on this day."), "muted", wrap=True)
        self.cards: Box = column(gap=8)
        self._day: date | None = None
        self._today = date.min
        self._by_day: dict[date, list[DateLine]] = {}
        self._takes_focus = False
        ways = FlowLayout(self.before_button, self.after_button, self.today_button)
        self._of_day = panel(column(self.day_label, self.nothing, self.cards, None, gap=8))
        self._both = row(gap=16)
        self._both.put(self.cells, 1)
        self._both.put(self._of_day)
        self.setLayout(column(self.month_label, panel(ways), self.message, self._both, None, gap=8))
        self._connect()

    @property
    def day(self) -> date | None:
        """The day under the hand; None before the first answer."""
        return self._day

    def shown(self) -> None:
        """Ask again for the month that is shown, the first time for that of today."""
        self._ask(self._day)

    def go_to(self, day: date) -> None:
        """Show another day, in its month."""
        self._ask(day)

    def open_dues(self) -> list[Due]:
        """Return the dates of the month in front that are to come and not ticked off."""
        month = (self._day.year, self._day.month) if self._day is not None else ()
        return [
            line.due
            for day, lines in sorted(self._by_day.items())
            if (day.year, day.month) == month and day >= self._today
            for line in lines
            if line.outcome is None
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day under the month where there is no room beside it."""
        super().resizeEvent(event)
        is_beside = self.width() >= look.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if is_beside else direction.TopToBottom)
        self._of_day.setMaximumWidth(look.px(_DAY_WIDTH) if is_beside else 1 << 14)
        self._of_day.setMinimumWidth(look.px(_DAY_WIDTH) if is_beside else 0)

    def _connect(self) -> None:
        self.question.answered.connect(self._show)
        self.question.failed.connect(lambda error: self.message.tell(words_for(error), "bad"))
        self.before_button.clicked.connect(partial(self._turn, -1))
        self.after_button.clicked.connect(partial(self._turn, 1))
        self.today_button.clicked.connect(lambda: self._ask(self._today))
        self.cells.chosen.connect(self._show_day)
        self.cells.entered.connect(self._enter)
        self.cells.month_asked.connect(self._go_on)

    def _ask(self, day: date | None) -> None:
        def work() -> Told:
            dates = self.services.dates
            today = dates.today()
            weeks = days_shown(day or today)
            return day or today, today, dates.between(weeks[0], weeks[-1])

        self.question.ask(work)

    def _turn(self, months: int) -> None:
        try:
            self._ask(months_on(self._day or self._today, months))
        except OverflowError:  # before the first month there is, or after the last
            return

    def _go_on(self, day: date) -> None:
        self._takes_focus = True
        self._ask(day)

    def _show(self, told: Told) -> None:
        day, self._today, lines = told
        is_other = self._day is not None and (day.year, day.month) != (
            self._day.year,
            self._day.month,
        )
        self._by_day = defaultdict(list)
        for line in lines:
            self._by_day[line.due.on].append(line)
        self.message.hide()
        self.month_label.setText(month_in_words(day))
        self.cells.show_month(day, self._by_day, self._today)
        self._show_day(day)
        if self._takes_focus:
            self.cells.take_focus()
        elif is_other:
            say(self, self.month_label.text())
        self._takes_focus = False

    def _show_day(self, day: date) -> None:
        self._day = day
        self.day_label.setText(in_words(day))
        lines = self._by_day.get(day, [])
        self.nothing.setVisible(not lines)
        self.cards.clear()
        for line in lines:
            self.cards.put(self._card(line))

    def _card(self, line: DateLine) -> DateCard:
        made, due = DateCard(line, self._today), line.due
        made.ticked.connect(partial(self.ticked.emit, due))
        made.change_asked.connect(partial(self.change_asked.emit, due.record_id))
        made.remove_asked.connect(partial(self.remove_asked.emit, due.record_id, due.what))
        made.open_asked.connect(partial(self.open_asked.emit, due))
        made.phone_asked.connect(partial(self.phone_asked.emit, due))
        return made

    def _enter(self, _day: date) -> None:
        """Go to what can be done with the first date of a day, where it has one."""
        first = self.cards.itemAt(0)
        made: QWidget | None = first.widget() if first is not None else None
        if isinstance(made, DateCard):
            there = made.done_button if made.line.outcome is None else made.again_button
            there.setFocus(Qt.FocusReason.OtherFocusReason)
