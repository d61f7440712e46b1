"""The tables of ``library.db``: what lists and queries use, and what they never touch.

A ``record`` row holds what every list shows. One table for each kind adds the
columns the app asks about. Bodies are compressed in ``raw`` (the record as
published) and ``release`` (each message about a process, once there are two), so
that no scan of a list reads them.
"""

from datetime import date

from sqlalchemy import (
    ForeignKey,
    Index,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vcs_desktop.storage.naming import named
from vcs_desktop.storage.search_tables import make_search_tables

REVISION = "0008"
"""The last migration; a file that is made new is made as that one leaves it."""

NUMBERED = "record.number"


class LibraryBase(DeclarativeBase):
    """Everything in the library's file."""

    metadata = named()


def _numbered() -> Mapped[int]:
    return mapped_column(ForeignKey(NUMBERED, ondelete="CASCADE"), primary_key=True)


class RecordRow(LibraryBase):
    """One record of one origin.

    ``open_until`` sorts what one can still apply for: the closing day,
    ``ROLLING`` or ``NO_DAY``; None is what one cannot apply for on any day.
    ``areas`` are codes, each with a space before and after it. ``digest`` is of
    its line as published, or of the data that a file gave. ``shown`` is false for
    all but the newest of the records with one kind and id.
    """

    __tablename__ = "record"
    __table_args__ = (
        Index("uq_record_id", "id", "kind", "origin", unique=True),
        Index("ix_record_kind", "kind", "shown"),
        # Numbers are never used again: a kept answer must not fit a later record.
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    origin: Mapped[str]
    kind: Mapped[str]
    id: Mapped[str]
    title: Mapped[str]
    who: Mapped[str]
    summary: Mapped[str]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    rolling: Mapped[bool]
    amount_min_pence: Mapped[int | None]
    amount_max_pence: Mapped[int | None]
    areas: Mapped[str]
    practice: Mapped[bool]
    source: Mapped[str]
    source_url: Mapped[str]
    licence: Mapped[str]
    as_of: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    modified: Mapped[str]
    digest: Mapped[str]
    shown: Mapped[bool]
    open_until: Mapped[str | None]


# All that the list of open ones filters by, so that it reads no rows but those it shows.
Index(
    "ix_record_open_until",
    RecordRow.open_until,
    RecordRow.shown,
    RecordRow.kind,
    RecordRow.areas,
    RecordRow.amount_min_pence,
    RecordRow.amount_max_pence,
    sqlite_where=RecordRow.open_until.is_not(None),
)

# Asked at every start: is there practice material that is still open?
Index("ix_record_practice", RecordRow.closes_on, sqlite_where=RecordRow.practice.is_(True))

ROLLING = "9998-12-31"
NO_DAY = "9999-12-31"


class RawRow(LibraryBase):
    """The record as published: JSON, compressed once it has been indexed."""

    __tablename__ = "raw"

    number: Mapped[int] = _numbered()
    body: Mapped[bytes]


class ReleaseRow(LibraryBase):
    """One message about a process that has more than one; the same message is held once."""

    __tablename__ = "release"

    number: Mapped[int] = _numbered()
    digest: Mapped[str] = mapped_column(primary_key=True)
    release_id: Mapped[str]
    date: Mapped[str]
    tags: Mapped[str]
    body: Mapped[bytes]


class EarlierRow(LibraryBase):
    """A record as it was before some load changed it; ``mark`` is that load's own number.

    A load's number is one that no record before it has, so whoever has seen everything up
    to a number has seen what came of the loads up to it.
    """

    __tablename__ = "earlier"
    __table_args__ = (Index("ix_earlier_mark", "mark"),)

    number: Mapped[int] = _numbered()
    mark: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[bytes]


class FundingCallRow(LibraryBase):
    """What one asks of grants to apply for."""

    __tablename__ = "funding_call"

    number: Mapped[int] = _numbered()
    status: Mapped[str]
    funder_id: Mapped[str]
    programme: Mapped[str]
    income_min_pence: Mapped[int | None]
    income_max_pence: Mapped[int | None]
    decision_weeks: Mapped[int | None]


class TenderRow(LibraryBase):
    """What one asks of contracts to bid for."""

    __tablename__ = "tender"

    number: Mapped[int] = _numbered()
    stage: Mapped[str]
    status: Mapped[str]
    buyer_id: Mapped[str]
    category: Mapped[str]
    cpv: Mapped[str]


class AwardRow(LibraryBase):
    """Who was funded, by whom, how much."""

    __tablename__ = "award"

    number: Mapped[int] = _numbered()
    form: Mapped[str]
    recipient: Mapped[str]
    recipient_id: Mapped[str]
    amount_pence: Mapped[int | None]
    awarded_on: Mapped[date | None] = mapped_column(index=True)
    programme: Mapped[str]
    area_text: Mapped[str]
    process_id: Mapped[str]


class TrainingRow(LibraryBase):
    """A guide or a session."""

    __tablename__ = "training"

    number: Mapped[int] = _numbered()
    topic: Mapped[str]
    level: Mapped[str]
    language: Mapped[str]
    minutes: Mapped[int | None]


class CompactRow(LibraryBase):
    """A principle of an agreement between councils and groups."""

    __tablename__ = "compact"

    number: Mapped[int] = _numbered()
    edition: Mapped[str]
    state: Mapped[str]


class StrategyRow(LibraryBase):
    """A priority, a commitment or an action."""

    __tablename__ = "strategy"

    number: Mapped[int] = _numbered()
    level: Mapped[str]
    under: Mapped[str]
    page: Mapped[int | None]


class FactRow(LibraryBase):
    """A figure about a place."""

    __tablename__ = "fact"

    number: Mapped[int] = _numbered()
    value: Mapped[float | None]
    unit: Mapped[str]
    place: Mapped[str]
    area: Mapped[str]
    theme: Mapped[str]


class RuleRow(LibraryBase):
    """A rule or threshold; its days are the record's valid_from and valid_to."""

    __tablename__ = "rule"

    number: Mapped[int] = _numbered()
    rule: Mapped[str]
    value: Mapped[float | None]
    unit: Mapped[str]
    comparison: Mapped[str]
    applies_by: Mapped[str]


class PlaceRow(LibraryBase):
    """A district, a body, a network or a hub."""

    __tablename__ = "place"

    number: Mapped[int] = _numbered()
    place_type: Mapped[str]
    code: Mapped[str]
    within: Mapped[str]


class EventRow(LibraryBase):
    """Something one can go to. ``starts_at`` is an ISO moment in UTC."""

    __tablename__ = "event"

    number: Mapped[int] = _numbered()
    starts_at: Mapped[str | None]
    place: Mapped[str]
    organiser: Mapped[str]


class TermRow(LibraryBase):
    """A word of the sector; the other words for it, one a line."""

    __tablename__ = "term"

    number: Mapped[int] = _numbered()
    also_known_as: Mapped[str]


class ConsultationRow(LibraryBase):
    """Questions that everybody is asked."""

    __tablename__ = "consultation"

    number: Mapped[int] = _numbered()
    closes_on: Mapped[str | None]


class FitAnswerRow(LibraryBase):
    """A verdict worked out before. Of use only while all four digests and days still hold."""

    __tablename__ = "fit_answer"
    __table_args__ = ({"sqlite_with_rowid": False},)

    profile_digest: Mapped[str] = mapped_column(primary_key=True)
    notice_number: Mapped[int] = mapped_column(
        ForeignKey(NUMBERED, ondelete="CASCADE"), primary_key=True, index=True
    )
    notice_digest: Mapped[str]
    rules_version: Mapped[str]
    on_day: Mapped[date]
    verdict: Mapped[str]
    score: Mapped[int]
    reasons: Mapped[str]


class OriginRow(LibraryBase):
    """One origin and how far it has come.

    ``version`` and ``digest`` are those of the manifest last applied: 0 and
    empty for what was loaded from files. ``as_of`` is the day it was issued or
    last added to.
    """

    __tablename__ = "origin"

    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    digest: Mapped[str]
    as_of: Mapped[date | None]


class KnownLineRow(LibraryBase):
    """A published line of libraries that somebody here has said yes to.

    ``link`` is the envelope of the newest root that was believed, and ``fingerprint`` the
    groups of digits that were compared when it was. ``version`` is the highest that was ever
    taken in, so that nothing older comes back; 0 and no ``issued`` before any was. ``issued`` and
    ``expires`` are those of that version. ``service`` is the address that it was last found
    at, empty for a stick, and ``etag`` what that address called it. ``signer`` is the key that
    signed that version, empty where it was taken in before this was kept.
    """

    __tablename__ = "known_line"

    line: Mapped[str] = mapped_column(primary_key=True)
    link: Mapped[bytes]
    fingerprint: Mapped[str]
    version: Mapped[int]
    issued: Mapped[str]
    expires: Mapped[str]
    service: Mapped[str]
    etag: Mapped[str]
    signer: Mapped[str] = mapped_column(server_default="")


class AttachmentRow(LibraryBase):
    """A file that goes along with a published line; it lies under its digest, once it came."""

    __tablename__ = "attachment"

    line: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]


class LoadedFileRow(LibraryBase):
    """A file that a person here loaded: what it is called, and when.

    A file of the same name in the same folder that is loaded again is this one. ``name`` is the
    digest of the folder, the folder's own name and the file's, with a stroke between them: no
    name has one. What was loaded before folders were told apart has its bare name.
    """

    __tablename__ = "loaded_file"

    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    format: Mapped[str]
    loaded_on: Mapped[date]


class LoadedRecordRow(LibraryBase):
    """A record that a loaded file told of; several files may tell of one."""

    __tablename__ = "loaded_record"
    __table_args__ = ({"sqlite_with_rowid": False},)

    number: Mapped[int] = _numbered()
    file: Mapped[int] = mapped_column(
        ForeignKey("loaded_file.number", ondelete="CASCADE"), primary_key=True
    )


class LibraryRow(LibraryBase):
    """What is true of the whole file; there is one such row.

    ``practice_from`` is the day that practice material counts its closing days
    from: the first start, or later when all of it had closed.
    """

    __tablename__ = "library"

    number: Mapped[int] = mapped_column(primary_key=True)
    first_started_on: Mapped[date]
    practice_from: Mapped[date]


class ToIndexRow(LibraryBase):
    """A record whose words are not in the full-text index yet, or are out of date there."""

    __tablename__ = "to_index"

    number: Mapped[int] = _numbered()


event.listen(LibraryBase.metadata, "after_create", make_search_tables)
