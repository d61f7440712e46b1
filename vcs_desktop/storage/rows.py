"""Records as rows: what each column holds, said once, in the order the tables have it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import or_
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from vcs_desktop.domain.awards import Award
from vcs_desktop.domain.from_record import provenance_of, usable
from vcs_desktop.domain.from_record.tenders import stage_of
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.reference import (
    CommunityFact,
    CompactPrinciple,
    Consultation,
    Event,
    Place,
    Rule,
    StrategyItem,
    Term,
    TrainingResource,
)
from vcs_desktop.storage.library_tables import (
    NO_DAY,
    ROLLING,
    AwardRow,
    CompactRow,
    ConsultationRow,
    EventRow,
    FactRow,
    FundingCallRow,
    LibraryBase,
    PlaceRow,
    RawRow,
    RecordRow,
    RuleRow,
    StrategyRow,
    TenderRow,
    TermRow,
    TrainingRow,
)
from vcs_desktop.wire.record import Data, Record

Row = tuple[Any, ...]

TABLES: dict[str, type[LibraryBase]] = {
    Kind.FUNDING_CALL: FundingCallRow,
    Kind.TENDER: TenderRow,
    Kind.AWARD: AwardRow,
    Kind.TRAINING: TrainingRow,
    Kind.COMPACT: CompactRow,
    Kind.STRATEGY: StrategyRow,
    Kind.FACT: FactRow,
    Kind.RULE: RuleRow,
    Kind.PLACE: PlaceRow,
    Kind.EVENT: EventRow,
    Kind.TERM: TermRow,
    Kind.CONSULTATION: ConsultationRow,
}

_OVER = frozenset({"closed", "complete", "cancelled", "withdrawn", "unsuccessful"})
_BEFORE_THE_AWARD = frozenset({"planning", "tender"})
_SUMMARY_LENGTH = 300
_NAME_LENGTH = 100  # of a topic, or of anything else to choose by
_TITLE_LENGTH = 500  # no list shows more of it; the record keeps it whole
QUICK = 1
"""How hard bodies are compressed: more takes half as long again and saves a twentieth."""


def put_statement(table: type[LibraryBase], *, without: Collection[str] = ()) -> str:
    """Return the statement that puts a row of a table in place of any with its key.

    Columns ``without`` which it is put stay as they are where a row is there already.
    Not REPLACE: that deletes the old row first, and with it all that hangs on it.
    """
    columns = table.__table__.columns
    keys = [column.name for column in columns if column.primary_key]
    query = insert(table)
    others = {
        column.name: query.excluded[column.name]
        for column in columns
        if not column.primary_key and column.name not in without
    }
    # A row that is the same is left alone: to write it again would cost a page of the disk.
    is_other = or_(*(table.__table__.c[name].is_distinct_from(new) for name, new in others.items()))
    query = query.on_conflict_do_update(index_elements=keys, set_=others, where=is_other)
    return str(query.compile(dialect=sqlite.dialect()))


def _reorder_statement() -> str:
    """Return the statement that gives a record the indexed columns of a row, where they differ.

    SQLite writes every index whose columns a statement names, whether they change or not: a
    scattered page for each index of each record. ``?3`` is the third column of the whole row.
    """
    places = {
        column.name: f"?{place}"
        for place, column in enumerate(RecordRow.__table__.columns, start=1)
    }
    indexed = sorted(_INDEXED - _SAME_FOR_GOOD)
    put = ", ".join(f"{name} = {places[name]}" for name in indexed)
    is_other = " OR ".join(f"{name} IS NOT {places[name]}" for name in indexed)
    return f"UPDATE record SET {put} WHERE number = ?1 AND ({is_other})"  # noqa: S608  own columns


def add_statement(table: type[LibraryBase]) -> str:
    """Return the statement that adds a row that is not there yet: quicker than to look for it."""
    return str(insert(table).compile(dialect=sqlite.dialect()))


def rows_of(
    number: int, origin: str, record: Record, line: RecordLine, digest: str
) -> tuple[Row, Row | None]:
    """Return the row of any record and the row of its own table.

    ``line`` says what lists show of it. The second is None for a kind or a body
    that this version cannot read: it is kept whole all the same.
    """
    own: Row | None
    until = None
    if record.kind == Kind.TENDER:
        own = _tender(number, record.data)
        _, stage, status, *_ = own
        if stage in _BEFORE_THE_AWARD and status not in _OVER:
            until = _open_until(record, line, is_active=status == "active")
    else:
        own = _own_row(number, record)
        if record.kind == Kind.FUNDING_CALL and _text(record.data.get("status")) not in _OVER:
            until = _open_until(record, line, is_active=False)
    return _record_row(number, origin, record, line, digest, until), own


def _record_row(
    number: int, origin: str, record: Record, line: RecordLine, digest: str, until: str | None
) -> Row:
    provenance = provenance_of(record)
    return (
        number,
        origin,
        record.kind,
        record.id,
        line.title[:_TITLE_LENGTH],
        line.who[:_TITLE_LENGTH],
        line.summary[:_SUMMARY_LENGTH],
        _day(line.opens_on),
        _day(line.closes_on),
        line.rolling,
        line.amount_min_pence,
        line.amount_max_pence,
        f" {' '.join(line.areas)} " if line.areas else "",
        line.practice,
        provenance.source,
        provenance.source_url,
        provenance.licence,
        _day(provenance.as_of),
        _day(provenance.valid_from),
        _day(provenance.valid_to),
        record.modified,
        digest,
        True,
        until,
    )


def _open_until(record: Record, line: RecordLine, *, is_active: bool) -> str:
    """Return how long one can apply, as ``RecordRow.open_until`` says it.

    A contract that was published as active after its closing day stays in the
    lists, at their end: one has to ask the buyer.
    """
    closes_on = _day(line.closes_on)
    if closes_on is None:
        return ROLLING if line.rolling else NO_DAY
    if is_active and record.modified[:10] > closes_on:
        return NO_DAY
    return closes_on


def _own_row(number: int, record: Record) -> Row | None:
    thing = usable(record)
    columns = _COLUMNS.get(type(thing))
    return (number, *columns(thing)) if columns else None


def _tender(number: int, data: Data) -> Row:
    # By hand: it runs once for every process of a file, and the whole notice takes long to read.
    tender = data.get("tender")
    tender = tender if isinstance(tender, dict) else {}
    buyer, main = data.get("buyer"), tender.get("classification")
    return (
        number,
        stage_of(data),
        _text(tender.get("status")),
        _text(buyer.get("id")) if isinstance(buyer, dict) else "",
        _text(tender.get("mainProcurementCategory")),
        _text(main.get("id")) if isinstance(main, dict) else "",
    )


def _call(call: FundingCall) -> Row:
    return (
        call.status,
        call.funder_id,
        call.programme,
        call.income_min_pence,
        call.income_max_pence,
        call.decision_weeks,
    )


def _award(award: Award) -> Row:
    return (
        award.form,
        award.recipient,
        award.recipient_id,
        award.amount_pence,
        _day(award.awarded_on),
        award.programme,
        award.area_text,
        award.process_id,
    )


def _training(guide: TrainingResource) -> Row:
    said = (guide.topic, guide.level, guide.language)
    return *(words[:_NAME_LENGTH] for words in said), guide.minutes


def _compact(principle: CompactPrinciple) -> Row:
    return principle.edition, principle.state


def _strategy(item: StrategyItem) -> Row:
    return item.level, item.under, item.page


def _fact(fact: CommunityFact) -> Row:
    return fact.value, fact.unit, fact.place, fact.area, fact.theme


def _rule(rule: Rule) -> Row:
    return rule.rule, rule.value, rule.unit, rule.comparison, rule.applies_by


def _place(place: Place) -> Row:
    return place.place_type, place.code, place.within


def _event(event: Event) -> Row:
    return _moment(event.starts_at), event.place, event.organiser


def _term(term: Term) -> Row:
    return ("\n".join(term.names[1:]),)  # the title has a column of its own


def _consultation(consultation: Consultation) -> Row:
    return (_day(consultation.closes_on),)


_COLUMNS: dict[type, Callable[[Any], Row]] = {
    FundingCall: _call,
    Award: _award,
    TrainingResource: _training,
    CompactPrinciple: _compact,
    StrategyItem: _strategy,
    CommunityFact: _fact,
    Rule: _rule,
    Place: _place,
    Event: _event,
    Term: _term,
    Consultation: _consultation,
}


@dataclass(frozen=True, slots=True)
class Statements:
    """How rows are written: those of any record, of their bodies, and of each kind's own table."""

    record: str
    raw: str
    own: dict[str, str]


_SAME_FOR_GOOD = frozenset({"origin", "kind", "id"})
_INDEXED = frozenset(
    column.name
    for index in LibraryBase.metadata.tables[RecordRow.__tablename__].indexes
    for column in index.columns
)
PUT = Statements(
    put_statement(RecordRow, without=_INDEXED | _SAME_FOR_GOOD),
    put_statement(RawRow),
    {kind: put_statement(table) for kind, table in TABLES.items()},
)
ADD = Statements(
    add_statement(RecordRow),
    add_statement(RawRow),
    {kind: add_statement(table) for kind, table in TABLES.items()},
)
REORDER = _reorder_statement()
"""What is to follow ``PUT.record``, with the same row, for a record that was there."""


@lru_cache(maxsize=4096)  # a file names few days, each of them very often
def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
