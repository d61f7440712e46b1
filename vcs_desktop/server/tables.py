"""The tables of the service.

Nothing in them can be read that a group wrote for itself: its operations, letters, invitations
and files are sealed before they come. What is told once (tokens, codes) is kept as a digest.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

REVISION: Final = "0001"

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_ID, _DIGEST, _SIGNATURE = String(36), String(64), String(128)


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment. SQLite keeps no zone, so that everything is UTC there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  as it is called
        """Take a moment in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  as it is called
        """Give a moment in UTC."""
        if value is None:
            return None
        found: datetime = value
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _group() -> Column[str]:
    return Column("group_id", _ID, ForeignKey("groups.id"), primary_key=True)


service = Table(
    "service",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("era", _ID, nullable=False),
    Column("era_begun_at", Moment, nullable=False),
    Column("inbox_head", BigInteger, nullable=False),
)
"""One row. ``inbox_head`` is the number of the newest submission."""

group_codes = Table(
    "group_codes",
    METADATA,
    Column("code_sha256", _DIGEST, primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("group_id", _ID),
)
"""Codes that let a group begin here; ``group_id`` is which one did."""

groups = Table(
    "groups",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("head", BigInteger, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("bytes_kept", BigInteger, nullable=False),
    Column("begun_at", Moment, nullable=False),
)
"""The row that is locked while a number is given: the order of commits is that of numbers."""

devices = Table(
    "devices",
    METADATA,
    _group(),
    Column("id", _ID, primary_key=True),
    Column("sign_key", _DIGEST, nullable=False),
    Column("seal_key", _DIGEST, nullable=False),
    Column("token_sha256", _DIGEST, nullable=False, unique=True),
    Column("token_used", Boolean, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("removed_at", Moment),
)

operations = Table(
    "operations",
    METADATA,
    _group(),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("uuid", _ID, nullable=False),
    Column("device", _ID, nullable=False),
    Column("sha256", _DIGEST, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary),
    Column("blank", LargeBinary),
    Column("blanked_by", _ID),
    Index(None, "group_id", "uuid", unique=True),
)
"""``size`` is of what stands there now: the body, or the blank in its place."""

epochs = Table(
    "epochs",
    METADATA,
    _group(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_by", _ID, nullable=False),
    Column("letters_sha256", _DIGEST, nullable=False),
    Column("signature", _SIGNATURE, nullable=False),
)

letters = Table(
    "letters",
    METADATA,
    Column("group_id", _ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("device", _ID, primary_key=True),
    Column("letter", LargeBinary, nullable=False),
    ForeignKeyConstraint(["group_id", "number"], ["epochs.group_id", "epochs.number"]),
)

invitations = Table(
    "invitations",
    METADATA,
    Column("locator", _DIGEST, primary_key=True),
    Column("group_id", _ID, ForeignKey("groups.id"), nullable=False, index=True),
    Column("offer", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False),
)

joins = Table(
    "joins",
    METADATA,
    _group(),
    Column("device", _ID, primary_key=True),
    Column("locator", _DIGEST, nullable=False),
    Column("sign_key", _DIGEST, nullable=False),
    Column("seal_key", _DIGEST, nullable=False),
    Column("proof", LargeBinary, nullable=False),
    Column("waiting_sha256", _DIGEST, nullable=False, unique=True),
    Column("expires_at", Moment, nullable=False),
    Column("refused", Boolean, nullable=False),
    Column("welcome", LargeBinary),
)
"""Laptops that asked to be let in; ``welcome`` is there once somebody let them."""

blobs = Table(
    "blobs",
    METADATA,
    _group(),
    Column("sha256", _DIGEST, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("erased", Boolean, nullable=False),
)

blob_parts = Table(
    "blob_parts",
    METADATA,
    Column("group_id", _ID, primary_key=True),
    Column("sha256", _DIGEST, primary_key=True),
    Column("begins", Integer, primary_key=True, autoincrement=False),
    Column("part", LargeBinary, nullable=False),
    ForeignKeyConstraint(["group_id", "sha256"], ["blobs.group_id", "blobs.sha256"]),
)

inbox = Table(
    "inbox",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("uuid", _ID, nullable=False, unique=True),
    Column("group_id", _ID, ForeignKey("groups.id"), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("sealed", Boolean, nullable=False),
    Column("sha256", _DIGEST, nullable=False),
    Column("body", LargeBinary),
    Column("received_at", Moment, nullable=False),
    Column("read_at", Moment),
    Column("reply", Text),
    Column("replied_at", Moment),
    Column("keep_until_on", Date),
    Column("withdrawn_at", Moment),
)
"""``body`` is None once it was withdrawn, or once the day was over until which it is kept."""

officers = Table(
    "officers",
    METADATA,
    Column("name", String(200), primary_key=True),
    Column("token_sha256", _DIGEST, nullable=False, unique=True),
    Column("added_at", Moment, nullable=False),
)
