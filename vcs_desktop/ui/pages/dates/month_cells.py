"""The days of a month, each in a square with the names of its dates."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStyle, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.days import WEEKDAYS, in_words, months_on
from vcs_desktop.domain.due import DateLine
from vcs_desktop.domain.due_words import with_time
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, label
from vcs_desktop.ui.widgets.prose import short_prose

_DAYS, _WEEKS = 7, 6
_SPACE = 3
_PAD = 5
_LEAST, _HIGH = 28, 60
_SAID_AT_MOST = 8
_WORDS_FROM = 88
"""Pixels at 100 %: a narrower square has no room for words, so it says how many there are."""
_LEADS_ON = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


class DayCell(Button):
    """One day. It leaves the keys that lead to another day to the grid."""

    def __init__(self) -> None:
        super().__init__("", "day")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setCheckable(True)
        self.day: date | None = None
        self._lines: Sequence[DateLine] = ()
        self._is_outside = False

    def show_day(
        self, day: date, lines: Sequence[DateLine], today: date, *, is_outside: bool
    ) -> None:
        """Show a day; ``is_outside`` says that it is one of another month."""
        self.day, self._lines, self._is_outside = day, lines, is_outside
        words = in_words(day)
        named = tr("{day}, today", day=words) if day == today else words
        self.setAccessibleName(sentences(f"{named}.", dates_in_words(lines)))
        if self.property("today") != (day == today):
            self.setProperty("today", day == today)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of a few words."""
        return QSize(look.px(_LEAST), look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than a finger needs."""
        return QSize(look.px(_LEAST), look.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the grid have the keys that lead to another day."""
        if event.key() in _LEADS_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground as any button has it, then the day and its dates."""
        super().paintEvent(event)
        if self.day is None:
            return
        painter = QPainter(self)
        self._paint_edge(painter)
        room = self.rect().adjusted(look.px(_PAD), look.px(3), -look.px(_PAD), -look.px(3))
        ink = "onBrand" if self.isChecked() else "muted" if self._is_outside else "ink"
        number = look.font(14, 700 if self.property("today") or self._lines else 400)
        painter.setFont(number)
        painter.setPen(look.colour(ink))
        side = _side(Qt.AlignmentFlag.AlignTop)
        painter.drawText(room, side, str(self.day.day))
        room.setTop(room.top() + QFontMetrics(number).height())
        if self._lines:
            self._paint_dates(painter, room, ink)
        painter.end()

    def _paint_edge(self, painter: QPainter) -> None:
        if not self.isChecked() and not self.property("today"):
            painter.setPen(look.colour("line"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_dates(self, painter: QPainter, room: QRect, ink: str) -> None:
        font = look.font(13)
        painter.setFont(font)
        measure = QFontMetrics(font)
        fitting = max(1, room.height() // measure.height())
        if self.width() < look.px(_WORDS_FROM):
            words = [f"{len(self._lines):,}"]
        else:
            words = _words_in(self._lines, fitting)
        for each in words:
            line = QRect(room.left(), room.top(), room.width(), measure.height())
            painter.setPen(look.colour(ink))
            shown = measure.elidedText(each, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(line, _side(Qt.AlignmentFlag.AlignVCenter), shown)
            room.setTop(room.top() + measure.height())


class MonthCells(QWidget):
    """Six weeks of squares. Of the days only one is a stop; the arrows go on from there.

    ``chosen`` carries the day under the hand, ``entered`` the one whose dates are wanted by
    key or mouse, ``month_asked`` a day of another month.
    """

    chosen = Signal(object)
    entered = Signal(object)
    month_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.names = [label("", "small") for _ in WEEKDAYS]
        self.cells = [DayCell() for _ in range(_WEEKS * _DAYS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACE)
        for place, name in enumerate(self.names):
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(name, 0, place)
            grid.setColumnStretch(place, 1)
        for number, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + number // _DAYS, number % _DAYS)
            cell.clicked.connect(lambda _=False, cell=cell: self._press(cell))
        self._name_days()
        look.changed.connect(self._name_days)

    def show_month(self, day: date, by_day: Mapping[date, Sequence[DateLine]], today: date) -> None:
        """Show the month of a day, which is chosen."""
        self.day = day
        shown = days_shown(day)
        for cell, each in zip(self.cells, shown, strict=False):
            outside = each.month != day.month
            cell.show_day(each, by_day.get(each, ()), today, is_outside=outside)
            cell.show()
        for cell in self.cells[len(shown) :]:
            cell.day = None
            cell.hide()
        self._mark()

    def take_focus(self) -> None:
        """Move the focus to the day under the hand."""
        self.cell_of(self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def cell_of(self, day: date) -> DayCell:
        """Return the square of a day that is shown, or the first."""
        return next((each for each in self.cells if each.day == day), self.cells[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, week to week and month to month."""
        there = self._day_at(Qt.Key(event.key()))
        if there is None or self.focusWidget() not in self.cells:
            super().keyPressEvent(event)
            return
        self._go_to(there)

    def _go_to(self, day: date) -> None:
        if (day.year, day.month) != (self.day.year, self.day.month):
            self.month_asked.emit(day)
            return
        self.day = day
        self._mark()
        self.take_focus()
        self.chosen.emit(day)

    def _press(self, cell: DayCell) -> None:
        if cell.day is None:
            return
        if (cell.day.year, cell.day.month) != (self.day.year, self.day.month):
            self._mark()
            self.month_asked.emit(cell.day)
            return
        self.day = cell.day
        self._mark()
        self.chosen.emit(cell.day)
        self.entered.emit(cell.day)

    def _mark(self) -> None:
        """Say which day is under the hand, and let Tab stop there alone."""
        for cell in self.cells:
            is_chosen = cell.day == self.day
            cell.setChecked(is_chosen)
            cell.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            )

    def _day_at(self, key: Qt.Key) -> date | None:
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
        try:
            if key in months:
                return months_on(self.day, months[key])
            return self.day + timedelta(steps[key]) if key in steps else None
        except OverflowError:  # before the first day there is, or after the last
            return self.day

    def _name_days(self) -> None:
        for name, weekday in zip(self.names, WEEKDAYS, strict=True):
            name.setText(tr_marked(weekday)[:3])


def days_shown(day: date) -> list[date]:
    """Return the days of whole weeks, from Monday on, in which a month lies."""
    first = day.replace(day=1)
    if (first.year, first.month) == (date.min.year, 1):
        return [first + timedelta(number) for number in range(31)]
    if (first.year, first.month) == (date.max.year, 12):
        return [first + timedelta(number) for number in range(31)]
    return list(Calendar().itermonthdates(day.year, day.month))


def dates_in_words(lines: Sequence[DateLine]) -> str:
    """Return how many dates a day has, and the first of them, for who only hears it."""
    if not lines:
        return tr("No dates.")
    count = tr_count("{count} date:", "{count} dates:", len(lines))
    said = [short_prose(with_time(line.due), 80) for line in lines[:_SAID_AT_MOST]]
    if len(lines) > _SAID_AT_MOST:
        said.append(tr("and {count} more", count=len(lines) - _SAID_AT_MOST))
    return f"{count} {'; '.join(said)}"


def _words_in(lines: Sequence[DateLine], fitting: int) -> list[str]:
    """Return as many dates as fit, and how many more there are."""
    names = [short_prose(with_time(line.due), 60) for line in lines[:fitting]]
    left = len(lines) - len(names)
    if not left:
        return names
    more = tr_count("and {count} more", "and {count} more", left + 1)
    return [*names[:-1], more] if len(names) > 1 else [f"{len(lines):,}"]


def _side(across: Qt.AlignmentFlag) -> int:
    side = QStyle.visualAlignment(look.direction(), Qt.AlignmentFlag.AlignLeft | across)
    return int(side.value) | int(Qt.TextFlag.TextSingleLine.value)
