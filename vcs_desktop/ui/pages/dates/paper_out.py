"""Dates on paper for the wall, and in a file for other calendars."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import months_on
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.dates import DatesService

_YEAR_OF_MONTHS = 12

Write = Callable[["DatesService", date, Path | None], Path]


class PaperOut(QObject):
    """``button`` opens a menu of what can be made of the month in front, and of the year."""

    def __init__(
        self,
        parent: QWidget,
        services: Services,
        tasks: Tasks,
        message: MessageBar,
        day_in_front: Callable[[], date | None],
    ) -> None:
        """``day_in_front`` returns the day that is looked at, None for today."""
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._message = message
        self._day_in_front = day_in_front
        self._latest = Latest(tasks, self)
        self.button = button(tr("For the wall or a calendar"), icon="printer")
        self.menu = QMenu(self.button.text(), parent)
        self.menu.addAction(tr("Print the month for the wall"), self.print_month)
        self.menu.addAction(tr("Print the year for the wall"), self.print_year)
        self.menu.addSeparator()
        self.menu.addAction(tr("Save the month as a PDF"), self.save_month)
        self.menu.addAction(tr("Save the year as a PDF"), self.save_year)
        self.menu.addAction(tr("Save for another calendar (ICS)"), self.save_calendar)
        self.button.setMenu(self.menu)

    def print_month(self) -> None:
        """Make the month where it can be printed from, and open it there."""
        self._print(_month)

    def print_year(self) -> None:
        """Make twelve months where they can be printed from, and open them there."""
        self._print(_year)

    def save_month(self) -> None:
        """Ask where the month is to go, and write it there."""
        self._ask(tr("Save the month"), tr("month.pdf"), partial(self.save_at, _month))

    def save_year(self) -> None:
        """Ask where twelve months are to go, and write them there."""
        self._ask(tr("Save the year"), tr("year.pdf"), partial(self.save_at, _year))

    def save_at(self, write: Write, path: str) -> None:
        """Write a month or a year to a place."""
        self._make(write, Path(path), partial(written.tell_saved, self._message.tell))

    def save_calendar(self) -> None:
        """Ask where the dates of the next year are to go, and write them there."""
        files.ask_where_to_save(
            self._window,
            tr("Save the dates for another calendar"),
            tr("dates.ics"),
            tr("Calendar (*.ics)"),
            self.save_calendar_at,
        )

    def save_calendar_at(self, path: str) -> None:
        """Write the dates from the month in front on, for a year, as a calendar file."""
        day = self._day_in_front()

        def work() -> tuple[Path, int]:
            from vcs_desktop.services.date_files import save_calendar

            dates = self._services.dates
            start = (day or dates.today()).replace(day=1)
            end = months_on(start, _YEAR_OF_MONTHS)
            return Path(path), save_calendar(dates, start, end, Path(path))

        self._latest.ask(work, then=self._tell_calendar, otherwise=self._fail, lane="work")

    def _ask(self, title: str, name: str, then: Callable[[str], None]) -> None:
        files.ask_where_to_save(self._window, title, name, tr("PDF (*.pdf)"), then)

    def _print(self, write: Write) -> None:
        self._make(write, None, partial(written.open_to_print, self._message.tell))

    def _make(self, write: Write, out: Path | None, then: Callable[[Path], None]) -> None:
        day = self._day_in_front()

        def work() -> Path:
            dates = self._services.dates
            return write(dates, day or dates.today(), out)

        self._latest.ask(work, then=then, otherwise=self._fail, lane="work")

    def _tell_calendar(self, told: tuple[Path, int]) -> None:
        path, count = told
        words = sentences(
            tr_count(
                "{count} date is in “{file}”.",
                "{count} dates are in “{file}”.",
                count,
                file=path.name,
            ),
            tr("Open it to put them in your calendar. Doing it again changes them there."),
        )
        tell = self._message.tell
        tell(words, "ok", tr("Open it"), partial(written.open_saved, tell, path))

    def _fail(self, error: Exception) -> None:
        self._message.tell(words_for(error), "bad")


def _month(dates: "DatesService", day: date, out: Path | None) -> Path:
    from vcs_desktop.services.date_files import wall_month

    return wall_month(dates, day, out)


def _year(dates: "DatesService", day: date, out: Path | None) -> Path:
    from vcs_desktop.services.date_files import wall_year

    return wall_year(dates, day, out)
