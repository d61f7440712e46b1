"""The group's year on one page, put together from the sheets of who came."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents.year_summary import write_year_summary
from vcs_desktop.domain.attendance_periods import PeriodKind
from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.year_summary import Year, YearSummary, year_called
from vcs_desktop.services.attendance_totals import Asked, AttendanceTotals
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import RecordsService

_EARLIER = 4


class YearSummaryService:
    """Works the year out anew each time; nothing of it is kept."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records
        self._totals = AttendanceTotals(records)

    def years(self) -> tuple[tuple[int, Year], ...]:
        """Return the years to choose from, by their numbers, the one to offer first before others.

        That is the last one that is over; after it come the one that runs, and earlier ones.
        """
        today, ours = self._records.clock.today(), self._ours()
        number = today.year + 1
        while year_called(number, ours.year_end).last >= today:
            number -= 1
        numbers = (number, number + 1, *range(number - 1, number - _EARLIER - 1, -1))
        return tuple((each, year_called(each, ours.year_end)) for each in numbers)

    def look(self, rules: RuleBook, number: int) -> YearSummary:
        """Return what stands on the page of a year.

        ``rules`` is the library's (``FactsService.rulebook``); ``number`` is the year in which
        the group's year of accounts ends, or that of the calendar where no year end is told.

        Raises:
            CannotUseInput: there is no such year.
        """
        try:
            year = year_called(number, self._ours().year_end)
        except ValueError as error:
            raise CannotUseInput(
                message=tr("There is no year {number}.", number=number),
                advice=tr("Give the year with four digits, such as 2026."),
            ) from error
        found = self._totals.look(rules, Asked(PeriodKind.ANY, year.first, year.last))
        return YearSummary(
            group=self._group.name,
            year=year,
            made_on=found.today,
            whole=found.whole,
            months=found.months,
            activities=tuple(
                (found.activities.get(what, ""), each) for what, each in found.by_activity.items()
            ),
            value=found.value,
        )

    def write(self, rules: RuleBook, number: int, out: Path | None) -> tuple[Path, ...]:
        """Write the page of a year, a .pdf or a .html, and return what was written.

        A .pdf has the same as a web page beside it. ``out`` None is a place to print from,
        which is emptied when the group is locked. What is written is not encrypted.

        Raises:
            CannotUseInput: there is no such year, or the name ends otherwise.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        path = out or self._group.files().pages / "our-year.pdf"
        return write_year_summary(path, self.look(rules, number))

    def _ours(self) -> OurGroup:
        held = self._records.held(OurGroup, OUR_GROUP)
        return held.thing if held else OurGroup()
