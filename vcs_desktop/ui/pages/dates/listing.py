"""Which dates are listed, under which headings, and in which words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.due import DateLine, Due, DueKind, Outcome
from vcs_desktop.domain.due_words import (
    ICONS,
    far_in_words,
    kind_in_words,
    when_in_words,
)
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.ui.pages.dates.drafts import NEW
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow

if TYPE_CHECKING:
    from vcs_desktop.services.dates import Agenda

EVERYTHING, TICKED = "", "ticked"
_UNDATED = "undated/"

BEFORE = marked("Past, and not ticked off")
THIS_WEEK = marked("This week")
THIS_MONTH = marked("This month")
LATER = marked("Later")
TICKED_OFF = marked("Ticked off")
NO_DAY = marked("No day yet")

_EVERY_WEEK = frozenset({DueKind.ACTIVITY, DueKind.SHIFT})
_LAST_WEEKDAY = 6


@dataclass(frozen=True, slots=True)
class DatesFilter:
    """What the person wants to see: words, and where dates come from; "" is everything."""

    words: str = ""
    of_kind: str = EVERYTHING


@dataclass(frozen=True, slots=True)
class Listed:
    """One date of the list, and the heading that it stands under.

    ``row_id`` is the id of its row. ``is_again`` says that an earlier time of the same is in
    the list, still to come.
    """

    line: DateLine
    under: Marked
    row_id: str
    is_again: bool = False


_Entry = Listed | Marked | tuple[str, str]
"""What makes a row: a date, a heading, or the id and the name of a date without a day."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list of dates, as of a day; two are the same when they say the same."""

    entries: tuple[_Entry, ...]
    today: date

    def __len__(self) -> int:
        """Return how many dates there are; headings are none."""
        return sum(not isinstance(each, str) for each in self.entries)

    def when_seen(self) -> RowsWhenSeen:
        """Return what makes each of them when it comes into sight."""
        return RowsWhenSeen([_row_id(each) for each in self.entries], self._row)

    def _row(self, place: int) -> TitleRow:
        entry = self.entries[place]
        if isinstance(entry, Listed):
            return _row(entry, self.today)
        return _heading(entry) if isinstance(entry, str) else _undated_row(*entry)


class Listing:
    """The dates of an agenda, ready to be asked for some of them. Made off the window's thread.

    While it is not ``is_whole`` it is the first part of a list, and more comes.
    """

    def __init__(self, agenda: "Agenda", *, has_draft: bool = False) -> None:
        """``has_draft`` says that a new date was begun, and has no name yet."""
        self.today = agenda.today
        self.is_whole = agenda.is_whole
        self._open = [Listed(line, BEFORE, key_of(line.due)) for line in agenda.before]
        self._open += _ahead(agenda.ahead, agenda.today)
        self._ticked = [
            Listed(line, TICKED_OFF, key_of(line.due)) for line in reversed(agenda.ticked)
        ]
        begun = ((NEW, tr("A new date")),) if has_draft else ()
        self._undated = (*begun, *agenda.undated)
        self.counts = Counter(each.line.due.kind for each in self._open)
        self.ticked_count = len(self._ticked)
        self.before_count = len(agenda.before)

    def some(self, wanted: DatesFilter) -> list[Listed]:
        """Return the dates that are wanted, in the order of the list."""
        pieces = without_hidden(wanted.words).casefold().split()
        from_where = self._ticked if wanted.of_kind == TICKED else self._open
        return [
            each
            for each in from_where
            if self._is_wanted(each, wanted) and _has(each.line.due, pieces)
        ]

    def rows(self, wanted: DatesFilter) -> Rows:
        """Return the rows of the dates that are wanted, under their headings."""
        entries: list[_Entry] = list(_with_headings(self.some(wanted)))
        if wanted.of_kind in (EVERYTHING, DueKind.OUR_OWN.value):
            pieces = wanted.words.casefold().split()
            undated = [
                each
                for each in self._undated
                if all(piece in each[1].casefold() for piece in pieces)
            ]
            if undated:
                entries.append(NO_DAY)
                entries += undated
        return Rows(tuple(entries), self.today)

    def line(self, row_id: str) -> DateLine | None:
        """Return the date of a row; None where it is not in the list."""
        for each in (*self._open, *self._ticked):
            if each.row_id == row_id:
                return each.line
        return None

    def row_of_record(self, record_id: str) -> str:
        """Return the id of the first row that is about a record, or nothing."""
        for name_id, _ in self._undated:
            if name_id == record_id:
                return f"{_UNDATED}{record_id}"
        found = (each.row_id for each in self._open if each.line.due.record_id == record_id)
        return next(found, "")

    def __len__(self) -> int:
        """Return how many dates there are, ticked off or not."""
        return len(self._open) + len(self._ticked) + len(self._undated)

    def _is_wanted(self, each: Listed, wanted: DatesFilter) -> bool:
        kind = each.line.due.kind
        if wanted.of_kind not in (EVERYTHING, TICKED):
            return kind.value == wanted.of_kind
        # What comes again and again would bury the rest. The month shows it, and its own filter.
        return each.under is not LATER or not (kind in _EVERY_WEEK or each.is_again)


def key_of(due: Due) -> str:
    """Return the id of the row of a date: each day of what comes again has its own."""
    return f"{due.id}@{due.on.isoformat()}"


def own_id_of(row_id: str) -> str:
    """Return the id of a date of the group's own that has no day yet; nothing for other rows."""
    return row_id.removeprefix(_UNDATED) if row_id.startswith(_UNDATED) else ""


def outcome_words(outcome: Outcome | None) -> str:
    """Return "Done", "Not needed" or nothing."""
    if outcome is None:
        return ""
    return tr("Done") if outcome is Outcome.DONE else tr("Not needed")


def table_of(listed: Iterable[Listed], about: str) -> TableOut:
    """Return dates as a table that leaves the app."""
    columns = (
        Column(tr("Day"), CellKind.DAY),
        Column(tr("Time")),
        Column(tr("What")),
        Column(tr("Where it comes from")),
        Column(tr("Place")),
        Column(tr("What came of it")),
    )
    rows = tuple(
        (
            each.line.due.on,
            time_in_words(each.line.due.starts),
            each.line.due.what,
            kind_in_words(each.line.due.kind),
            each.line.due.place,
            outcome_words(each.line.outcome),
        )
        for each in listed
    )
    return TableOut(tr("Dates"), columns, rows, (about,))


def _ahead(lines: Iterable[DateLine], today: date) -> Iterator[Listed]:
    seen: set[str] = set()
    for line in lines:
        own_id = line.due.record_id if line.due.kind is DueKind.OUR_OWN else ""
        under = _under(line.due.on, today)
        yield Listed(line, under, key_of(line.due), is_again=own_id in seen)
        if own_id:
            seen.add(own_id)


def _under(on: date, today: date) -> Marked:
    if on <= today + timedelta(_LAST_WEEKDAY - today.weekday()):
        return THIS_WEEK
    is_this_month = (on.year, on.month) == (today.year, today.month)
    return THIS_MONTH if is_this_month else LATER


def _has(due: Due, pieces: list[str]) -> bool:
    if not pieces:
        return True
    said = f"{due.what} {due.place} {due.why}".casefold()
    return all(piece in said for piece in pieces)


def _with_headings(listed: Iterable[Listed]) -> Iterator[Listed | Marked]:
    under: Marked | None = None
    for each in listed:
        if each.under is not under:
            under = each.under
            yield under
        yield each


def _row_id(entry: _Entry) -> str:
    """Return the id of a row; a heading has none."""
    if isinstance(entry, Listed):
        return entry.row_id
    return "" if isinstance(entry, str) else f"{_UNDATED}{entry[0]}"


def _heading(words: Marked) -> TitleRow:
    return TitleRow("", tr_marked(words))


def _row(each: Listed, today: date) -> TitleRow:
    line = each.line
    due = line.due
    mark, icon, colour = "", "", "muted"
    if line.outcome is not None:
        mark, icon, colour = outcome_words(line.outcome), "check", "ok"
    elif each.under is BEFORE:
        mark, icon, colour = far_in_words(due.on, today), "clock", "warn"
    return TitleRow(
        each.row_id,
        short_prose(due.what, 160),
        line=when_in_words(due),
        icon=ICONS[due.kind],
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
        under=tr_marked(each.under),
    )


def _undated_row(record_id: str, name: str) -> TitleRow:
    return TitleRow(
        f"{_UNDATED}{record_id}",
        short_prose(name, 160),
        line=tr("Go on with what you were typing")
        if record_id == NEW
        else tr("Say on which day it is"),
        icon=ICONS[DueKind.OUR_OWN],
        mark=tr_marked(NO_DAY),
        mark_icon="pencil",
        mark_colour="warn",
        under=tr_marked(NO_DAY),
    )
