"""Any record: as a line of a list, whole, with its history and its other origins."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.from_record.fields import lenient_moment
from vcs_desktop.domain.library import Kind, Provenance
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.among import is_among
from vcs_desktop.storage.library_tables import RawRow, RecordRow, ReleaseRow
from vcs_desktop.wire.record import DECODER, Record, Release

LINE_COLUMNS = (
    RecordRow.number,
    RecordRow.id,
    RecordRow.kind,
    RecordRow.title,
    RecordRow.who,
    RecordRow.summary,
    RecordRow.origin,
    RecordRow.opens_on,
    RecordRow.closes_on,
    RecordRow.rolling,
    RecordRow.amount_min_pence,
    RecordRow.amount_max_pence,
    RecordRow.areas,
    RecordRow.practice,
)

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

CLOSES_AFTER = "closesAfterDays"
"""What practice material says in place of a closing day, counted from the first start."""

_SLICE = 500
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as the library holds it.

    ``record.data`` is as published, but that practice material, which closes so
    many days after the first start, has its closing day filled in. ``digest`` is
    of the data as published.
    """

    number: int
    digest: str
    line: RecordLine
    record: Record = field(repr=False)
    provenance: Provenance = field(default_factory=Provenance)


def line_of(row: AnyRow) -> RecordLine:
    """Return a row of ``LINE_COLUMNS`` as lists show it."""
    return RecordLine(
        id=row.id,
        kind=row.kind,
        title=row.title,
        who=row.who,
        summary=row.summary,
        origin=row.origin,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        rolling=row.rolling,
        amount_min_pence=row.amount_min_pence,
        amount_max_pence=row.amount_max_pence,
        areas=tuple(row.areas.split()),
        practice=row.practice,
    )


def lines(session: Session, ids: Sequence[str]) -> dict[str, RecordLine]:
    """Return the lines of some records by their ids; what is gone is left out."""
    query = select(*LINE_COLUMNS).where(is_among(RecordRow.id, ids), RecordRow.shown)
    return {row.id: line_of(row) for row in session.execute(query)}


def record(session: Session, record_id: str) -> Stored | None:
    """Return the shown record with an id, or None."""
    return next(iter(records(session, [record_id]).values()), None)


def records(session: Session, ids: Sequence[str]) -> dict[str, Stored]:
    """Return whole records by their ids; what is gone is left out."""
    query = _whole().where(is_among(RecordRow.id, ids), RecordRow.shown)
    return {row.id: _stored(row) for row in session.execute(query)}


def numbered(session: Session, numbers: Sequence[int]) -> dict[int, Stored]:
    """Return whole records by their numbers; what is gone is left out."""
    query = _whole().where(is_among(RecordRow.number, numbers))
    return {row.number: _stored(row) for row in session.execute(query)}


def of_kind(session: Session, kind: Kind) -> Iterator[Record]:
    """Yield every shown record of a kind by its id. For the small kinds: rules, places, facts."""
    query = _whole().where(RecordRow.kind == kind, RecordRow.shown).order_by(RecordRow.id)
    for row in session.execute(query).yield_per(_SLICE):
        yield _stored(row).record


def in_every_origin(session: Session, record_id: str) -> list[Stored]:
    """Return a record as each origin has it, the shown one first."""
    query = _whole().where(RecordRow.id == record_id)
    rows = session.execute(query.order_by(RecordRow.shown.desc(), RecordRow.number))
    return [_stored(row) for row in rows]


def releases(session: Session, stored: Stored) -> list[Release]:
    """Return the messages about a process, oldest first.

    A process with one message is that message; what is not a process has none.
    """
    found = releases_of(session, stored.number, stored.record.id)
    if found or stored.record.kind != Kind.TENDER:
        return found
    return [only_release(stored.record)]


def releases_of(session: Session, number: int, ocid: str) -> list[Release]:
    """Return the messages that are held beside a process's record, oldest first."""
    rows = session.scalars(select(ReleaseRow).where(ReleaseRow.number == number))
    found = [
        Release(ocid, row.release_id, row.date, tuple(row.tags.split()), data(row.body))
        for row in rows
    ]
    # By the moment: zones differ, so the text of two days may stand the wrong way round.
    return sorted(
        found, key=lambda release: (lenient_moment(release.date) or _EARLIEST, release.release_id)
    )


def only_release(process: Record) -> Release:
    """Return the one message that a process is made of."""
    tags = process.data.get("tag")
    return Release(
        process.id,
        str(process.data.get("id", "")),
        str(process.data.get("date", "")),
        tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        process.data,
    )


def data(body: bytes) -> dict[str, Any]:
    """Return the JSON in a body, compressed or not yet."""
    # JSON of an object starts with a brace, which no zlib stream does.
    text = (body if body[:1] == b"{" else zlib.decompress(body)).decode()
    content: dict[str, Any] = DECODER.decode(text)
    return content


def _whole() -> AnySelect:
    return select(
        *LINE_COLUMNS,
        RecordRow.modified,
        RecordRow.digest,
        RecordRow.source,
        RecordRow.source_url,
        RecordRow.licence,
        RecordRow.as_of,
        RecordRow.valid_from,
        RecordRow.valid_to,
        RawRow.body,
    ).join(RawRow, RawRow.number == RecordRow.number)


def _stored(row: AnyRow) -> Stored:
    return Stored(
        number=row.number,
        digest=row.digest,
        line=line_of(row),
        record=Record(row.kind, row.id, _dated(data(row.body), row), row.modified),
        provenance=Provenance(
            row.source, row.source_url, row.licence, row.as_of, row.valid_from, row.valid_to
        ),
    )


def _dated(content: dict[str, Any], row: AnyRow) -> dict[str, Any]:
    if CLOSES_AFTER not in content or row.closes_on is None:
        return content
    return closing_on(content, row.kind, row.closes_on)


def closing_on(content: dict[str, Any], kind: str, day: date) -> dict[str, Any]:
    """Return practice material as if published with its closing day."""
    if kind != Kind.TENDER:
        return {**content, "grantApplicationCloseDate": day.isoformat()}
    tender = content.get("tender")
    tender = tender if isinstance(tender, dict) else {}
    # Noon, as buyers do, so that the day is the same in summer time.
    period = {**(tender.get("tenderPeriod") or {}), "endDate": f"{day.isoformat()}T12:00:00Z"}
    return {**content, "tender": {**tender, "tenderPeriod": period}}
