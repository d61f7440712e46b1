"""A month of days to choose one from, by mouse or by keys.

It opens under the field it belongs to, in the page: so it has room at every size of
the text, and a screen reader comes to it with Tab. Of the days only one is a stop;
the arrows go on from there, Page Up and Page Down to another month.
"""

from calendar import Calendar
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.days import WEEKDAYS, in_words, month_in_words, months_on
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Box, Button, button, column, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_WEEKS, _DAYS = 6, 7
_DAY_SIZE, _LEAST_DAY, _SPACE = 36, 24, 2
_LEADS_ON = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Day(Button):
    """Leaves the arrows to the grid; Qt's buttons go to whatever stands nearest.

    It takes as much width as it is given, and needs little: a form can be narrow.
    """

    def __init__(self) -> None:
        super().__init__("", "day")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for no more width than the number of a day needs."""
        return QSize(look.px(_LEAST_DAY), look.px(_DAY_SIZE))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the grid have the keys that lead to another day."""
        if event.key() in _LEADS_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MonthGrid(QFrame):
    """One month, with ways to the others. ``chosen`` carries a day; ``left`` is Esc."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("kind", "undo")
        self._today = today
        self._chosen: date | None = None
        self.day = today
        self.month_label = label("", "strong")
        self.before_button = button(tr("Month before"), "quiet", icon="arrow-left")
        self.after_button = button(tr("Month after"), "quiet", icon="chevron-right")
        self.today_button = button(tr("Today"), "quiet")
        self.close_button = button(tr("Close"), "quiet", name=tr("Close the calendar"))
        self._names = [label(tr_marked(name)[:2], "small") for name in WEEKDAYS]
        self.days = [_Day() for _ in range(_WEEKS * _DAYS)]
        self._dates: list[date | None] = [None] * len(self.days)
        self._area = panel(self._grid())
        ways = panel(FlowLayout(self.before_button, self.after_button, self.today_button))
        self.setLayout(
            column(
                self.month_label,
                ways,
                self._days_line(),
                panel(FlowLayout(self.close_button)),
                margins=(10, 8, 10, 8),
                gap=6,
            )
        )
        self._connect()
        self._scale()
        look.changed.connect(self._scale)

    def show_day(self, day: date | None) -> None:
        """Show the month of a day that is chosen, or of today."""
        self._chosen = day
        self._go_to(day or self._today)

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today

    def take_focus(self) -> None:
        """Move the focus to the day under the hand."""
        self._button_of(self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, week to week and month to month; Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        there = self._day_at(event.key()) if self.focusWidget() in self.days else None
        if there is None:
            super().keyPressEvent(event)
            return
        self._go_to(there)
        self.take_focus()

    def _day_at(self, key: int) -> date | None:
        """Return the day that a key leads to; None where it leads nowhere."""
        turned, place = -1 if self.isRightToLeft() else 1, self.day.weekday()
        steps = {
            Qt.Key.Key_Right: turned,
            Qt.Key.Key_Left: -turned,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
            Qt.Key.Key_Home: -place,
            Qt.Key.Key_End: _DAYS - 1 - place,
        }
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        which = Qt.Key(key)
        try:
            if which in months:
                return months_on(self.day, months[which])
            return self.day + timedelta(steps[which]) if which in steps else None
        except OverflowError:  # before the first day there is, or after the last
            return self.day

    def _go_to(self, day: date) -> None:
        """Show the month of a day, and make it the one at which Tab stops."""
        self.day = day
        self.month_label.setText(month_in_words(day))
        for number, (each, shown) in enumerate(zip(self.days, _days_shown(day), strict=True)):
            self._dates[number] = shown
            each.setVisible(shown is not None)
            if shown is not None:
                self._dress(each, shown)

    def _dress(self, each: Button, shown: date) -> None:
        each.setText(str(shown.day))
        words = in_words(shown)
        is_chosen = shown == self._chosen
        each.setCheckable(is_chosen)
        each.setChecked(is_chosen)
        each.setAccessibleName(tr("{day}, today", day=words) if shown == self._today else words)
        each.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if shown == self.day else Qt.FocusPolicy.ClickFocus
        )
        if each.property("today") != (shown == self._today):
            each.setProperty("today", shown == self._today)
            each.style().unpolish(each)
            each.style().polish(each)

    def _button_of(self, day: date) -> QWidget:
        return self.days[self._dates.index(day)]

    def _days_line(self) -> Box:
        """Return the days, each at most as wide as it is high, and the room that is left over."""
        line = row(gap=0)
        line.put(self._area, _DAYS)
        line.put(None)
        return line

    def _scale(self) -> None:
        across = _DAYS * look.px(_DAY_SIZE) + (_DAYS - 1) * _SPACE
        self._area.setMaximumWidth(across)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACE)
        for at, name in enumerate(self._names):
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, at)
        for number, each in enumerate(self.days):
            grid.addWidget(each, 1 + number // _DAYS, number % _DAYS)
            grid.setColumnStretch(number % _DAYS, 1)
        return grid

    def _connect(self) -> None:
        for number, each in enumerate(self.days):
            each.clicked.connect(lambda _=False, number=number: self._choose(number))
        self.before_button.clicked.connect(lambda: self._turn(-1))
        self.after_button.clicked.connect(lambda: self._turn(1))
        self.today_button.clicked.connect(lambda: self.chosen.emit(self._today))
        self.close_button.clicked.connect(self.left)

    def _choose(self, number: int) -> None:
        day = self._dates[number]
        if day is not None:
            self.chosen.emit(day)

    def _turn(self, months: int) -> None:
        key = Qt.Key.Key_PageUp if months < 0 else Qt.Key.Key_PageDown
        self._go_to(self._day_at(key) or self.day)
        say(self, self.month_label.text())


def _days_shown(day: date) -> list[date | None]:
    """Return the days of a month, each in its place in six weeks that begin on a Monday."""
    days = [
        date(day.year, day.month, number) if number else None
        for number in Calendar().itermonthdays(day.year, day.month)
    ]
    return days + [None] * (_WEEKS * _DAYS - len(days))
