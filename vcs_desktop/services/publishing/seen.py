"""One item that is to be published, as a group will see it, and what is other than before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.areas import name_of
from vcs_desktop.domain.days import END_OF_DAY, in_words, span_in_words, with_time
from vcs_desktop.domain.from_record import line_of, provenance_of
from vcs_desktop.domain.from_record.fields import lenient_day, lenient_moment
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import in_pounds, pence_of, range_in_pounds
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.publisher_workbook import SHEETS, Column, Holds
from vcs_desktop.publishing.checking import shown
from vcs_desktop.publishing.comparing import MODIFIED, Change, Item, What, item_of
from vcs_desktop.wire.record import Record, record_of

_MOST_PARTS = 60
_CLOSES: dict[str, str] = {
    Kind.FUNDING_CALL: "grantApplicationCloseDate",
    Kind.TENDER: "tender/tenderPeriod/endDate",
}
_NAMES: dict[str, Marked] = {
    "title": marked("Title"),
    "text": marked("Text"),
    "summary": marked("Summary"),
    "description": marked("What it is"),
    "source": marked("Where you read it"),
    "tender": marked("The contract"),
    "awards": marked("Who was awarded it"),
    "buyer": marked("Buyer"),
    "parties": marked("Who takes part"),
    "links": marked("Links"),
    MODIFIED: marked("Day it was changed"),
}


@dataclass(frozen=True, slots=True)
class Different:
    """One thing that is other than before: what it is called, and what it said and says."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An item with its words. ``facts`` are (name, fact); ``different`` is empty if it is new."""

    item: Item
    who: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    source: str
    source_url: str
    different: tuple[Different, ...]


def seen(change: Change) -> Seen:
    """Return a change as a group will see it; what goes is shown as it was."""
    record = record_of(change.after or change.before)
    line, source = line_of(record), provenance_of(record)
    return Seen(
        item_of(change),
        shown(line.who),
        line.summary,
        tuple(_facts(record, line)),
        shown(source.source),
        source.source_url,
        tuple(_different(record_of(change.before), record)) if change.what is What.CHANGED else (),
    )


def _facts(record: Record, line: RecordLine) -> Iterator[tuple[str, str]]:
    if line.amount_min_pence is not None or line.amount_max_pence is not None:
        yield tr("Amount"), range_in_pounds(line.amount_min_pence, line.amount_max_pence)
    starts_at = _moment(record, "startsAt") if record.kind == Kind.EVENT else None
    if starts_at is not None:
        yield tr("When"), span_in_words(starts_at, _moment(record, "endsAt"))
    elif line.opens_on is not None:
        yield tr("Opens"), in_words(line.opens_on)
    if line.closes_on is not None:
        yield tr("Closes"), _closes(record, line.closes_on)
    elif line.rolling:
        yield tr("Closes"), tr("Open all the time")
    if record.kind == Kind.FACT and "value" in record.data:
        yield tr("Figure"), _words(record.data["value"], Holds.WORDS)
    if line.areas:
        yield tr("Areas"), shown(", ".join(map(name_of, line.areas)))
    as_of = provenance_of(record).as_of
    if as_of is not None:
        yield tr("Checked"), in_words(as_of)


def _closes(record: Record, closes_on: date) -> str:
    """Return when it closes, with the time where there is one, as a laptop says it."""
    where = _CLOSES.get(record.kind)
    closes_at = None if where is None else _moment(record, where)
    return in_words(closes_on) if closes_at is None else with_time(closes_at)


def _moment(record: Record, path: str) -> datetime | None:
    return lenient_moment(_at(record.data, path), END_OF_DAY)


def _different(before: Record, after: Record) -> Iterator[Different]:
    """Yield what differs: by the columns of the workbook first, the rest by its field."""
    told = set()
    for column in _columns(after.kind):
        old, new = (_at(record.data, column.field) for record in (before, after))
        if old != new:
            told.add(column.field.partition("/")[0])
            yield Different(
                tr_marked(column.heading), _words(old, column.holds), _words(new, column.holds)
            )
    for name in sorted({*before.data, *after.data} - told):
        old, new = before.data.get(name), after.data.get(name)
        if old != new:
            called = tr_marked(_NAMES[name]) if name in _NAMES else _otherwise(name)
            yield Different(called, _words(old, Holds.WORDS), _words(new, Holds.WORDS))
    if before.data == after.data:
        yield Different(
            tr_marked(_NAMES[MODIFIED]),
            _words(before.modified, Holds.DAY),
            _words(after.modified, Holds.DAY),
        )


def _columns(kind: str) -> tuple[Column, ...]:
    found = next((sheet for sheet in SHEETS if sheet.kind == kind), None)
    return tuple(each for each in found.columns if each.field != "id") if found else ()


def _otherwise(name: str) -> str:
    return tr("Something else in it ({name})", name=shown(name))


def _at(data: Any, path: str) -> Any:
    """Return what stands at a path of a record, None for nothing."""
    for part in path.split("/"):
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        else:
            return None
    return data


def _words(value: Any, holds: Holds) -> str:
    """Return what a record says as a person reads it; empty is nothing."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if holds is Holds.POUNDS and isinstance(value, int | float | Decimal):
        try:
            return in_pounds(pence_of(value))
        except ValueError:
            return str(value)
    if isinstance(value, str) and holds in (Holds.DAY, Holds.MOMENT):
        return _when(value, holds)
    leaves = []
    for leaf in _leaves(value):
        leaves.append(leaf)
        if len(leaves) > _MOST_PARTS:
            leaves.append("…")
            break
    return shown("; ".join(leaves))


def _when(value: str, holds: Holds) -> str:
    """Return a day, or a moment with its time; what is neither stays as it is."""
    if holds is Holds.DAY:
        day = lenient_day(value)
        return shown(value) if day is None else in_words(day)
    moment = lenient_moment(value, END_OF_DAY)
    return shown(value) if moment is None else with_time(moment)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, date):
        yield in_words(value)
    elif value is not None:
        yield str(value)
