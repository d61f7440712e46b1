"""A field for a day, typed as people say it; a calendar is beside it, never only that."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import NotADay, Toward, read_day_words
from vcs_desktop.domain.days import in_words
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.month_grid import MonthGrid

_WIDTH = 220


class DateField(FormField):
    """One day. Empty is that nobody has said.

    ``toward`` says which day is meant where the year was left out: for birthdays and
    what was signed it is ``Toward.PAST``, for reviews ``Toward.FUTURE``.
    """

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    calendar: MonthGrid | None = None

    def __init__(
        self,
        title: str,
        today: date,
        hint: str = "",
        *,
        optional: bool = False,
        toward: Toward = Toward.NEAREST,
    ) -> None:
        super().__init__(title, hint or _example(toward), optional=optional)
        self.box = QLineEdit()
        self.button = button(
            tr("Calendar"),
            icon="calendar-days",
            name=tr("Choose from a calendar: {field}", field=title),
        )
        self.echo = label("", "muted", wrap=True)
        self._today = today
        self._toward = toward
        self._day: date | None = None
        self.hold(panel(FlowLayout(self.box, self.button)), self.echo, stops=(self.box,))
        self.echo.hide()
        self.box.textEdited.connect(self._read)
        self.button.clicked.connect(self.open_calendar)
        look.changed.connect(self._fit)
        self._fit()

    def day(self) -> date | None:
        """Return the day; while what stands there is wrong, the last one that was right."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day that is kept; None is empty."""
        self._day = day
        self.box.setText("" if day is None else _typed(day))
        self._show_echo()
        self.set_error("")

    def set_today(self, today: date) -> None:
        """Say which day it is, where that was not known before or has changed."""
        self._today = today

    def problem(self) -> str:
        """Return why what is typed is no day."""
        try:
            read_day_words(self.box.text(), self._today, self._toward)
        except NotADay as error:
            return f"{error.message} {error.advice}"
        return ""

    def on_left(self) -> None:
        """Write the day as it was understood: what "today" was is another day tomorrow."""
        if not self.problem():
            self.box.setText("" if self._day is None else _typed(self._day))
        super().on_left()

    def open_calendar(self) -> None:
        """Show the month of the day, or of today, under the field; again, close it."""
        if self.calendar is not None and self.calendar.isVisible():
            self.close_calendar()
            return
        if self.calendar is None:
            self.calendar = MonthGrid(self._today)
            self.calendar.chosen.connect(self._choose)
            self.calendar.left.connect(self.close_calendar)
            self.add_below(self.calendar)
        self.calendar.show_day(self._day)
        self.calendar.show()
        self.calendar.take_focus()

    def close_calendar(self) -> None:
        """Take the calendar away; the focus goes back to its button."""
        if self.calendar is not None and self.calendar.isVisible():
            self.button.setFocus()
            self.calendar.hide()

    def _choose(self, day: date) -> None:
        self.set_day(day)
        self.close_calendar()
        self.on_edited()
        self.left.emit()

    def _read(self) -> None:
        if not self.problem():
            self._day = read_day_words(self.box.text(), self._today, self._toward)
        self._show_echo()
        self.on_edited()

    def _show_echo(self) -> None:
        """Say the day in words; nothing while what is typed is none."""
        shown = self._day if self.box.text().strip() and not self.problem() else None
        self.echo.setText("" if shown is None else in_words(shown))
        self.echo.setVisible(shown is not None)

    def _fit(self) -> None:
        self.box.setFixedWidth(look.px(_WIDTH))


def _typed(day: date) -> str:
    """Return a day in digits, as it can be typed in every language."""
    return f"{day.day}/{day.month}/{day.year:04}"


def _example(toward: Toward) -> str:
    if toward == Toward.FUTURE:
        return tr("For example, 27/11/2026 or “next Thursday”")
    return tr("For example, 27/11/2026 or “last Thursday”")
