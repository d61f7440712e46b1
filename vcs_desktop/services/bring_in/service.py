"""A table of anything is read, looked at, and taken into the group as one act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import MappingProxyType

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.bring_in import (
    LEFT_OUT,
    LEFT_OUT_WORDS,
    RowIn,
    TableIn,
    needed_but_missing,
    rows_of,
    sort_of,
)
from vcs_desktop.domain.read_table import ReadTable
from vcs_desktop.domain.tables.actions import ACTIONS_IN
from vcs_desktop.domain.tables.activities import ACTIVITIES_IN
from vcs_desktop.domain.tables.attendance import ATTENDANCE_IN
from vcs_desktop.domain.tables.dates import DATES_IN
from vcs_desktop.domain.tables.documents import DOCUMENTS_IN
from vcs_desktop.domain.tables.expenses import EXPENSES_IN
from vcs_desktop.domain.tables.meetings import MEETINGS_IN
from vcs_desktop.domain.tables.roles import ROLES_IN
from vcs_desktop.domain.tables.rota import ROTA_IN
from vcs_desktop.domain.tables.volunteers import VOLUNTEERS_IN
from vcs_desktop.feeds.table_in import read_table, read_table_text
from vcs_desktop.services.bring_in.actions import ActionsMaker
from vcs_desktop.services.bring_in.activities import ActivitiesMaker
from vcs_desktop.services.bring_in.attendance import AttendanceMaker
from vcs_desktop.services.bring_in.dates import DatesMaker
from vcs_desktop.services.bring_in.documents import DocumentsMaker
from vcs_desktop.services.bring_in.expenses import ExpensesMaker
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.bring_in.meetings import MeetingsMaker
from vcs_desktop.services.bring_in.roles import RolesMaker
from vcs_desktop.services.bring_in.rota import RotaMaker
from vcs_desktop.services.bring_in.taken import Maker, Taken
from vcs_desktop.services.bring_in.told import (
    Decision,
    ImportDone,
    LeftOut,
    NoColumn,
    Preview,
    Seen,
    Tell,
    look,
)
from vcs_desktop.services.bring_in.volunteers import VolunteersMaker
from vcs_desktop.services.records import MOST_LETTERS, RecordsService

_MADE: tuple[tuple[TableIn, Callable[[Keeping], Maker]], ...] = (
    (ATTENDANCE_IN, AttendanceMaker),
    (VOLUNTEERS_IN, VolunteersMaker),
    (DOCUMENTS_IN, DocumentsMaker),
    (DATES_IN, DatesMaker),
    (EXPENSES_IN, ExpensesMaker),
    (ROTA_IN, RotaMaker),
    (MEETINGS_IN, MeetingsMaker),
    (ACTIONS_IN, ActionsMaker),
    (ROLES_IN, RolesMaker),
    (ACTIVITIES_IN, ActivitiesMaker),
)
_MAKERS = MappingProxyType({table_in.what: maker for table_in, maker in _MADE})
TABLES: Mapping[str, TableIn] = MappingProxyType({each.what: each for each, _ in _MADE})
"""What can be brought in, by its name on the command line; people have a service of their own."""


def fields_of(table_in: TableIn) -> list[tuple[str, str]]:
    """Return what a column can be, in the order to offer it, in the words of the screen."""
    columns = ((each.name, tr_marked(each.words)) for each in table_in.columns)
    return [(LEFT_OUT, tr_marked(LEFT_OUT_WORDS)), *columns]


class BringIn:
    """Reads tables of one sort, shows what would come of them, and takes them in."""

    def __init__(self, records: RecordsService, what: str) -> None:
        """``what`` is one of ``TABLES``."""
        self._records = records
        self._table_in = TABLES[what]

    def read(
        self,
        path: Path,
        *,
        sheet: str = "",
        has_headings: bool | None = None,
        stop: Event | None = None,
    ) -> ReadTable[str]:
        """Return the table in a spreadsheet or a CSV file.

        ``sheet`` names one of a workbook; empty is the one that looks most like this.
        ``has_headings`` says whether there are headings; None is to find that out.

        Raises:
            CannotUseInput: it is no table, damaged, locked, too large or empty.
            Stopped: somebody asked for that.
        """
        sort = sort_of(self._table_in)
        return read_table(path, sort, sheet=sheet, has_headings=has_headings, stop=stop)

    def read_text(self, text: str, *, has_headings: bool | None = None) -> ReadTable[str]:
        """Return the table in a text that was pasted.

        Raises:
            CannotUseInput: it is too long or empty, or a quotation mark is missing.
        """
        return read_table_text(text, sort_of(self._table_in), has_headings=has_headings)

    def fields(self) -> list[tuple[str, str]]:
        """Return what a column can be, in the order to offer it, in the words of the screen."""
        return fields_of(self._table_in)

    def preview(
        self,
        table: ReadTable[str],
        matching: Sequence[str] | None = None,
        *,
        stop: Event | None = None,
        tell: Tell | None = None,
    ) -> Preview:
        """Return what would come of a table; nothing is changed.

        ``matching`` says of each column what it is; None is as it was guessed.

        Raises:
            NoColumn: no column has what no row can do without.
            Stopped: somebody asked for that.
        """
        chosen = table.matching if matching is None else tuple(matching)
        missing = needed_but_missing(self._table_in, table, chosen)
        if missing is not None:
            words = tr_marked(missing.words)
            raise NoColumn(
                message=tr("We do not know yet which column is “{column}”.", column=words),
                advice=tr("Say it above that column."),
            )
        maker = self._maker(Keeping(self._records))
        seen: list[Seen] = []
        today = self._records.clock.today()
        for row in rows_of(self._table_in, table, chosen, today):
            look(stop, tell, len(seen), len(table.rows))
            seen.append(self._seen(row, _taken(maker, row)))
        return Preview(tuple(seen), table.remarks)

    def carry_out(
        self,
        preview: Preview,
        decisions: Mapping[int, Decision] | None = None,
        *,
        stop: Event | None = None,
        tell: Tell | None = None,
    ) -> ImportDone:
        """Take the rows in as one act, which undo takes back: all of it is kept, or nothing.

        ``decisions`` are by the number of the row; a row without one goes as is advised.
        What the group keeps is looked at anew: the same table twice adds nothing.

        Raises:
            Stopped: somebody asked for that; nothing was taken in.
        """
        keeping = Keeping(self._records)
        maker = self._maker(keeping)
        decided = decisions or {}
        came: list[Taken] = []
        left: list[LeftOut] = []
        for seen in preview.rows:
            look(stop)
            if decided.get(seen.number) == Decision.LEAVE_OUT:
                why = tr("Row {row} was left out, as you asked.", row=seen.number)
                left.append(LeftOut(seen.number, why))
                continue
            taken = _taken(maker, seen.row)
            left += [LeftOut(seen.number, why) for why in (*seen.row.problems, *taken.problems)]
            if taken.is_in:
                came.append(taken)
        if keeping.count:
            with self._records.acting(self._verb()) as act:
                keeping.write(act, stop, tell)
        new = [each for each in came if not each.adds_nothing]
        return ImportDone(
            added=sum(each.is_new for each in new),
            merged=sum(not each.is_new for each in new),
            left_out=tuple(left),
            unchanged=len(came) - len(new),
            added_ids=keeping.added_ids,
        )

    def _maker(self, keeping: Keeping) -> Maker:
        return _MAKERS[self._table_in.what](keeping)

    def _verb(self) -> Verb:
        is_sheets = self._table_in is ATTENDANCE_IN
        return Verb.BRING_IN_SHEETS if is_sheets else Verb.BRING_IN_LIST

    def _seen(self, row: RowIn, taken: Taken) -> Seen:
        facts = [
            (tr_marked(column.words), column.reading.said(row.said[column.name]))
            for column in self._table_in.columns
            if column.name in row.said
        ]
        return Seen(
            row=row,
            title=taken.title,
            line=taken.line,
            facts=tuple(facts),
            problems=tuple(dict.fromkeys((*row.problems, *taken.problems))),
            is_usable=taken.is_in,
            adds_nothing=taken.adds_nothing,
            into=taken.into,
        )


def _taken(maker: Maker, row: RowIn) -> Taken:
    """Return what a row came to; one that lacks what it cannot do without comes to nothing."""
    title = tr("Row {row}", row=row.number)
    if row.lacks:
        return Taken(title, is_in=False)
    if any(isinstance(each, str) and len(each) > MOST_LETTERS for each in row.said.values()):
        why = tr("Row {row} has a text that is too long, so it stays out.", row=row.number)
        return Taken(title, problems=(why,), is_in=False)
    taken = maker.take(row)
    return taken if taken.title else replace(taken, title=title)
