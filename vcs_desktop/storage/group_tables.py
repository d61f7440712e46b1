"""The tables of a group's file: the log of operations, and the records that it adds up to.

A ``record`` row is what the operations of one record fold to. One table for each
kind adds the columns that lists and queries ask about. Those rows are *guarded*:
the file itself refuses to make, change or delete one without a new operation of
that record in the log (``guards``), whichever program asks. The log only grows;
an erasure blanks what an operation said, and leaves that it was.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vcs_desktop.storage.naming import named

REVISION = "0002"
"""The last migration; a file that is made new is made as that one leaves it."""


class GroupBase(DeclarativeBase):
    """Everything in a group's file."""

    metadata = named()


class OperationRow(GroupBase):
    """One operation, as it was written or as it arrived.

    ``number`` is the order of arrival in this file. ``body`` is the envelope's
    canonical bytes, and ``digest`` their SHA-256; an erasure leaves the digest and
    takes the body. ``record_id`` is None for an erasure, which may name several.
    ``at`` is an ISO moment in UTC.
    """

    __tablename__ = "operation"
    __table_args__ = (
        Index("ix_operation_record_id", "record_id", "number"),
        Index("ix_operation_device", "device", "number"),
        Index("ix_operation_act_id", "act_id"),
        # Numbers are never used again: a row is explained by the number of its operation.
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    device: Mapped[str]
    kind: Mapped[str]
    record_id: Mapped[str | None]
    deed: Mapped[str]
    act_id: Mapped[str]
    at: Mapped[str]
    who: Mapped[str]
    previous: Mapped[str]
    digest: Mapped[str]
    body: Mapped[bytes | None]


class OutboxRow(GroupBase):
    """An operation of this device that no other device has been offered yet."""

    __tablename__ = "outbox"

    operation_number: Mapped[int] = mapped_column(
        ForeignKey("operation.number"), primary_key=True, autoincrement=False
    )


class ErasureRow(GroupBase):
    """A record that was erased, and by which operation; nothing of it comes back."""

    __tablename__ = "erasure"

    record_id: Mapped[str] = mapped_column(primary_key=True)
    operation_number: Mapped[int] = mapped_column(ForeignKey("operation.number"))


class DeviceRow(GroupBase):
    """This computer, as the group's other computers know it: one row at most."""

    __tablename__ = "this_device"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]


class ActRow(GroupBase):
    """One thing that a person did on this computer, to be undone and redone as one.

    ``verb`` says what was done ("person.remove") and ``record_id`` to which record,
    None when to several; the words are made when they are shown. ``state`` is one
    of ``domain.acts.State``. Nothing here travels.
    """

    __tablename__ = "act"
    __table_args__ = (Index("ix_act_who", "who", "state"), {"sqlite_autoincrement": True})

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    verb: Mapped[str]
    kind: Mapped[str]
    record_id: Mapped[str | None]
    who: Mapped[str]
    at: Mapped[str]
    state: Mapped[str]


class DeskRow(GroupBase):
    """What lies on this computer's desk for the group: text half written, what was kept and hidden.

    ``body`` is JSON. ``record_id`` names the record that it is about, whose erasure takes
    it too; None is about none. Nothing here travels, and nothing has a history.
    """

    __tablename__ = "desk"
    __table_args__ = (Index("ix_desk_record_id", "record_id"),)

    name: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str | None]
    body: Mapped[str]


class RecordRow(GroupBase):
    """What the operations of one record fold to.

    ``body`` is a JSON object of its fields, and ``words`` all that is said in them, in the
    form in which words are looked for. ``heads`` is a JSON list of the
    operations that no later one was made on top of: the version of the record.
    ``choices`` is a JSON object of the fields with two versions, None when there
    are none. ``binned_at`` is an ISO moment, None when it is not in the bin.
    ``returned`` says that it was changed here and deleted there, and so stayed.
    """

    __tablename__ = "record"
    __table_args__ = (
        Index("ix_record_kind", "kind", "binned_at", "title"),
        Index("ix_record_operation_number", "operation_number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    words: Mapped[str]
    heads: Mapped[str]
    choices: Mapped[str | None]
    binned_at: Mapped[str | None]
    returned: Mapped[bool]
    operation_number: Mapped[int] = mapped_column(ForeignKey("operation.number"))


class PersonRow(GroupBase):
    """The columns of a person that lists and reminders ask about.

    ``ties`` are what the person is to the group, each with a space before and after it.
    """

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_operation_number", "operation_number"),)

    record_id: Mapped[str] = mapped_column(ForeignKey("record.id"), primary_key=True)
    email: Mapped[str]
    phone: Mapped[str]
    ties: Mapped[str]
    dbs_recheck_on: Mapped[date | None]
    operation_number: Mapped[int] = mapped_column(ForeignKey("operation.number"))


GUARDED = {"record": "id", "person": "record_id"}
"""The tables whose rows change only with an operation, and which column names the record."""

_ONLY_GROWS = "the log of operations only grows"
_ERASED = "EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.{})"
_ERASED_BEFORE = "EXISTS (SELECT 1 FROM erasure WHERE record_id = NEW.record_id)"
_BY_ERASING = (
    "EXISTS (SELECT 1 FROM operation WHERE number = NEW.operation_number AND deed = 'erase')"
)
_NEWEST = "(SELECT max(number) FROM operation WHERE record_id = NEW.{})"
# What this device did waits to be sent: nobody can forget it.
_TO_OUTBOX = (
    "CREATE TRIGGER own_operation_to_outbox AFTER INSERT ON operation "
    "WHEN NEW.device = (SELECT id FROM this_device) "
    "BEGIN INSERT INTO outbox (operation_number) VALUES (NEW.number); END"
)


def guards() -> list[str]:
    """Return the triggers by which a group's file keeps its own rules.

    Each stands on one line: the first migration takes statements apart at line ends.
    """
    found = [guard for table, column in GUARDED.items() for guard in _guards_of(table, column)]
    same = " AND ".join(
        f"NEW.{column.name} IS OLD.{column.name}"
        for column in OperationRow.__table__.columns
        if column.name != "body"
    )
    return [
        *found,
        _guard(
            "operation", "INSERT", "EXISTS (SELECT 1 FROM operation WHERE id = NEW.id)", _ONLY_GROWS
        ),
        _guard(
            "operation",
            "UPDATE",
            f"NOT (NEW.body IS NULL AND {same} AND {_ERASED.format('record_id')})",
            _ONLY_GROWS,
        ),
        _guard("operation", "DELETE", "1", _ONLY_GROWS),
        _guard("erasure", "INSERT", f"NOT {_BY_ERASING} OR {_ERASED_BEFORE}", _ONLY_GROWS),
        _guard("erasure", "UPDATE", "1", _ONLY_GROWS),
        _guard("erasure", "DELETE", "1", _ONLY_GROWS),
        _TO_OUTBOX,
    ]


def _guards_of(table: str, column: str) -> list[str]:
    """Return the guards of a table: each change of a row needs a newer operation of its record."""
    said = "a record changes only with its operation"
    explained = f"NEW.operation_number IS {_NEWEST.format(column)}"
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.{column})"  # noqa: S608  our own names
    return [
        _guard(table, "INSERT", f"NOT ({explained}) OR {there}", said),
        _guard(
            table,
            "UPDATE",
            f"NOT ({explained}) OR NEW.operation_number <= OLD.operation_number "
            f"OR NEW.{column} IS NOT OLD.{column}",
            said,
        ),
        _guard(
            table,
            "DELETE",
            f"NOT {_ERASED.format(column)}",
            said,
        ),
    ]


def _guard(table: str, event_name: str, when: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{event_name.lower()}_guard BEFORE {event_name} ON {table} "
        f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{said}'); END"
    )


@event.listens_for(GroupBase.metadata, "after_create")
def _make_guards(_target: MetaData, connection: Connection, **_how: Any) -> None:
    for guard in guards():
        connection.exec_driver_sql(guard)
