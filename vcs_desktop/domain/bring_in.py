"""Tables of anything from outside: what their columns are, and what each row says.

What a table is of, such as who came, is described in ``domain/tables``: its columns, the
words that people write over them, and how a cell reads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.cells_in import DAY, LINE, CannotRead, Reading, says_nothing
from vcs_desktop.domain.dbs_number import has_dbs_number, without_dbs_numbers
from vcs_desktop.domain.people_table import holds_dbs_numbers, why_unkept, words_of_heading
from vcs_desktop.domain.read_table import ReadTable, TableRow, TableSort

LEFT_OUT = "left_out"
"""What a column is that stays out."""

LEFT_OUT_WORDS = marked("Leave this column out")
_LOOKED_AT = 200
_FEWEST_KNOWN = 2


@dataclass(frozen=True, slots=True)
class ColumnIn:
    """What a column can be.

    ``words`` name it on the screen, and ``headings`` are what people write over it, in small
    letters, with commas between. ``is_needed``: without it a row says nothing; where it
    ``may_be_empty`` the column is needed, and what stands in it must be read. Where more
    than one column can be it (``is_several``), their texts stand under one another.
    """

    name: str
    words: Marked
    headings: str
    reading: Reading = LINE
    is_needed: bool = False
    is_several: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class TableIn:
    """What can be brought in as a table: ``what`` names it on the command line.

    ``passed_over`` are headings of columns that only tell what others say as well, such as
    how many are still needed: they stay out, and nothing is said of it.
    """

    what: str
    columns: tuple[ColumnIn, ...]
    passed_over: str = ""

    def column(self, name: str) -> ColumnIn | None:
        """Return a column by its name; None is one that stays out."""
        return next((each for each in self.columns if each.name == name), None)


@dataclass(frozen=True, slots=True)
class RowIn:
    """What a row says, by the names of columns; ``problems`` are sentences with its number.

    ``lacks`` says that something is missing or cannot be read without which it says nothing.
    """

    number: int
    said: Mapping[str, Any]
    problems: tuple[str, ...] = ()
    lacks: bool = False


def sort_of(table_in: TableIn) -> TableSort[str]:
    """Return how tables of this are told from others."""
    return TableSort(
        known_headings=partial(_known_headings, table_in),
        table_of=partial(_table_of, table_in),
        nothing=marked("There is nothing in this file."),
        nothing_advice=marked("It needs headings, and a row for each thing."),
        we_read=marked("We can read spreadsheets: XLSX and CSV files."),
    )


def needed_but_missing(
    table_in: TableIn, table: ReadTable[str], matching: Sequence[str]
) -> ColumnIn | None:
    """Return a column that no row can do without, and that the table has not."""
    there = {each for at, each in enumerate(matching) if at not in table.refused}
    return next((e for e in table_in.columns if e.is_needed and e.name not in there), None)


def rows_of(
    table_in: TableIn, table: ReadTable[str], matching: Sequence[str], today: date
) -> Iterator[RowIn]:
    """Yield what each row says."""
    for row in table.rows:
        yield _Row(table_in, table, row, today).read(matching)


@dataclass
class _Row:
    """One row while it is read."""

    table_in: TableIn
    table: ReadTable[str]
    row: TableRow
    today: date
    problems: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def read(self, matching: Sequence[str]) -> RowIn:
        """Return what it says."""
        said: dict[str, Any] = {}
        for at, name in enumerate(matching):
            column = self.table_in.column(name)
            if column is None or at in self.table.refused or at >= len(self.row.cells):
                continue
            found = self._cell(column, self.table.headings[at], self.row.cells[at])
            if found is None:
                continue
            if name not in said:
                said[name] = found
            elif column.is_several:
                said[name] = f"{said[name]}\n{found}"
        lacking = [e for e in self.table_in.columns if self._is_lacking(e, said)]
        if lacking and not self.problems:
            self.problems.append(
                tr(
                    "Row {row} stays out: it has nothing under “{column}”. Write it there.",
                    row=self.row.number,
                    column=tr_marked(lacking[0].words),
                )
            )
        return RowIn(self.row.number, said, tuple(self.problems), lacks=bool(lacking))

    def _cell(self, column: ColumnIn, heading: str, text: str) -> Any:
        """Return what a cell says; None for nothing, or for what cannot be read."""
        if says_nothing(text):
            return None
        if has_dbs_number(f"{heading} {text}"):
            self._tell(
                tr(
                    "Row {row}: the number of a DBS certificate was left out. It is never kept.",
                    row=self.row.number,
                )
            )
            shorter = without_dbs_numbers(text)
            if shorter == text or says_nothing(shorter):
                return None
            text = shorter
        try:
            return column.reading.read(text, self.today)
        except CannotRead:
            self.unread.add(column.name)
            words = tr_marked(
                column.reading.wrong, row=self.row.number, column=heading, text=text[:_LOOKED_AT]
            )
            self._tell(words)
            return None

    def _is_lacking(self, column: ColumnIn, said: Mapping[str, Any]) -> bool:
        if not column.is_needed or column.name in said:
            return False
        return not column.may_be_empty or column.name in self.unread

    def _tell(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)


def _known_headings(table_in: TableIn, cells: Sequence[str]) -> int:
    """Return how many headings that we know a row has; 0 where it is no row of headings."""
    told = [cell for cell in cells if cell.strip()]
    known = sum(bool(_told_by(table_in, cell)) for cell in told)
    return known if known >= _FEWEST_KNOWN or known * 2 >= len(told) else 0


def _table_of(
    table_in: TableIn, headings: Sequence[str], rows: Sequence[TableRow], has_headings: bool
) -> ReadTable[str]:
    refused: set[int] = set()
    matching: list[str] = []
    whys: list[str] = []
    for at, heading in enumerate(headings):
        said = heading if has_headings else ""
        cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells)]
        name = _told_by(table_in, said)
        is_known = bool(name) or _is_in(said, table_in.passed_over)
        why = "" if is_known else why_unkept(said)  # "agreed" is a day of papers, and no consent
        if holds_dbs_numbers(said, cells):
            refused.add(at)
            name = ""
        column = table_in.column(name)
        taken = column is not None and name in matching and not column.is_several
        matching.append(name if column is not None and not taken else LEFT_OUT)
        told = any(cells) and bool(said.strip()) and not _is_in(said, table_in.passed_over)
        whys.append((why or _why_out(heading, column)) if told else "")
    matching = list(_with_guesses(table_in, matching, refused, rows))
    remarks = (why for why, name in zip(whys, matching, strict=True) if name == LEFT_OUT and why)
    return ReadTable(
        headings=tuple(headings),
        rows=tuple(rows),
        matching=tuple(matching),
        has_headings=has_headings,
        remarks=tuple(remarks),
        refused=frozenset(refused),
    )


def _why_out(heading: str, column: ColumnIn | None) -> str:
    if column is None:
        return tr("“{heading}” stays out until you say what it is.", heading=heading)
    return tr(
        "“{heading}” stays out: another column is used for “{field}”.",
        heading=heading,
        field=tr_marked(column.words),
    )


def _told_by(table_in: TableIn, heading: str) -> str:
    """Return which column a heading names; empty when it names none."""
    words = " ".join(words_of_heading(heading))
    if not words:
        return ""
    for column in table_in.columns:
        own = " ".join(words_of_heading(tr_marked(column.words)))
        if words == own or _is_in(heading, column.headings):
            return column.name
    return ""


def _is_in(heading: str, known: str) -> bool:
    """Say whether a heading is one of those that are known, with commas between."""
    words = " ".join(words_of_heading(heading))
    return bool(words) and words in map(str.strip, known.split(","))


def _with_guesses(
    table_in: TableIn, matching: Sequence[str], refused: set[int], rows: Sequence[TableRow]
) -> Iterator[str]:
    """Yield what each column is; one full of days is the day that no heading has named."""
    days = next((each for each in table_in.columns if each.reading is DAY and each.is_needed), None)
    open_ = days is not None and days.name not in matching
    for at, name in enumerate(matching):
        cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells)]
        if open_ and days and name == LEFT_OUT and at not in refused and _are_days(cells):
            open_ = False
            yield days.name
        else:
            yield name


def _are_days(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and sum(map(_is_day, told)) * 2 > len(told)


def _is_day(text: str) -> bool:
    try:
        DAY.read(text, date(2000, 1, 1))
    except CannotRead:
        return False
    return True
