"""The three parts of the page, of which one is in front: the list, the month, what to file."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import Due
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.ui.pages.dates.filing_part import FilingPart
from vcs_desktop.ui.pages.dates.list_part import ListPart
from vcs_desktop.ui.pages.dates.listing import table_of
from vcs_desktop.ui.pages.dates.month_part import MonthPart
from vcs_desktop.ui.widgets.sections import Sections

LIST, MONTH, FILING = "list", "month", "filing"


class DateSections(Sections):
    """Makes the month and what to file when they are first opened.

    ``ticked`` carries a Due and an Outcome, or None. The others carry what is to be
    changed, put in the bin, opened or put on a telephone; ``about_asked`` wants what the
    group says of itself.
    """

    ticked = Signal(object, object)
    change_asked = Signal(str)
    remove_asked = Signal(str, str)
    open_asked = Signal(object)
    phone_asked = Signal(object)
    about_asked = Signal(str)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(tr("Parts of this page"))
        self._asked = asked
        self.list_part = ListPart(*asked)
        self.add(LIST, tr("List"), lambda: self.list_part)
        self.add(MONTH, tr("Month"), self._make_month)
        self.add(FILING, tr("What we must file"), self._make_filing)
        self._join(self.list_part)

    def look_again(self) -> None:
        """Have the part in front ask again for what it shows; the list is told by the page."""
        part = self.current()
        if isinstance(part, MonthPart | FilingPart):
            part.shown()

    def front_id(self) -> str:
        """Return the id of the part in front; before one was opened it is the list."""
        return self.current_id() or LIST

    def open_dues(self) -> list[Due]:
        """Return the dates in front that nobody has ticked off."""
        part = self.current()
        return part.open_dues() if isinstance(part, MonthPart) else self.list_part.open_dues()

    def day_in_front(self) -> date | None:
        """Return the day under the hand in the month, None for the other parts."""
        part = self.current()
        return part.day if isinstance(part, MonthPart) else None

    def what_is_shown(self) -> Callable[[], TableOut]:
        """Return what makes a table of the list as it is shown."""
        return partial(table_of, self.list_part.listed(), self.list_part.filter_words())

    def _make_month(self) -> QWidget:
        made = MonthPart(*self._asked)
        self._join(made)
        return made

    def _make_filing(self) -> QWidget:
        made = FilingPart(*self._asked)
        made.about_asked.connect(self.about_asked)
        made.ticked.connect(self.ticked)
        return made

    def _join(self, part: ListPart | MonthPart) -> None:
        part.ticked.connect(self.ticked)
        part.change_asked.connect(self.change_asked)
        part.remove_asked.connect(self.remove_asked)
        part.open_asked.connect(self.open_asked)
        part.phone_asked.connect(self.phone_asked)
