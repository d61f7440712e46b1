"""The tables by which a group's file knows how it exchanges changes with other laptops.

Nothing here travels, and nothing of it is a record: what the others are called, and whom
the group took out, stands in records of the kind ``device``.
"""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from vcs_desktop.storage.group_tables import GroupBase


class OwnDeviceRow(GroupBase):
    """An id by which this computer is or was known, and the secret that signs for it.

    There are several after a restore: what was done under an older id and not sent yet is
    signed with its own key.
    """

    __tablename__ = "own_device"

    id: Mapped[str] = mapped_column(primary_key=True)
    sign_seed: Mapped[bytes]


class ExchangeRow(GroupBase):
    """How this computer takes part: one row at most.

    ``service`` and ``token`` are empty without a service. ``door`` is the id by which the
    service, and letters with keys, know this computer. ``era`` is the life of the service's
    database that ``cursor`` belongs to. ``state`` is one of ``domain.laptops.State``.
    ``may_delete`` says that a person let be deleted what waits for that. ``last_at`` is an ISO
    moment, None before the first exchange.
    """

    __tablename__ = "exchange"

    number: Mapped[int] = mapped_column(primary_key=True)
    service: Mapped[str]
    token: Mapped[str]
    door: Mapped[str]
    seal_secret: Mapped[bytes]
    era: Mapped[str]
    cursor: Mapped[int]
    state: Mapped[str]
    may_delete: Mapped[bool]
    last_at: Mapped[str | None]


class EpochRow(GroupBase):
    """A key of the group. ``by`` is the device that made it.

    ``is_given`` says that the service has it. ``letters`` are those that we made ourselves, as
    JSON, with ``signature``; both empty where somebody else made the epoch.
    """

    __tablename__ = "epoch"

    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    by: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[bytes]
    is_given: Mapped[bool]
    letters: Mapped[str]
    signature: Mapped[str]


class TrustedDeviceRow(GroupBase):
    """A laptop whose signatures are believed, by keys that never change."""

    __tablename__ = "trusted_device"

    id: Mapped[str] = mapped_column(primary_key=True)
    sign_key: Mapped[str]
    seal_key: Mapped[str]
    door: Mapped[str]


class SignedRow(GroupBase):
    """Under which epoch an operation was signed, and by which device."""

    __tablename__ = "signed_operation"

    operation_number: Mapped[int] = mapped_column(
        ForeignKey("operation.number"), primary_key=True, autoincrement=False
    )
    signer: Mapped[str]
    epoch: Mapped[int]
    signature: Mapped[bytes]


class OnServiceRow(GroupBase):
    """An operation that the service said it has. ``number`` is its place there.

    ``is_seen`` says that it was really given back to us. ``is_blank`` is that its blank
    stands there.
    """

    __tablename__ = "on_service"
    __table_args__ = (Index("ix_on_service_is_seen", "is_seen", "number"),)

    operation_number: Mapped[int] = mapped_column(
        ForeignKey("operation.number"), primary_key=True, autoincrement=False
    )
    number: Mapped[int]
    is_seen: Mapped[bool]
    is_blank: Mapped[bool]


class ArrivedRow(GroupBase):
    """A sealed operation that came and is not among the records yet; ``number`` orders them.

    ``place`` is its number on the service, 0 when it came by stick. ``why`` is one of
    ``domain.arriving_changes.Why``, empty when it was not looked at yet.
    """

    __tablename__ = "arrived_operation"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    place: Mapped[int]
    body: Mapped[bytes]
    why: Mapped[str]


class ServiceBlobRow(GroupBase):
    """A sealed file of which we know how it stands on the service: there, or erased."""

    __tablename__ = "service_blob"

    blob: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]


class InvitationRow(GroupBase):
    """An invitation that is open. ``code_key`` is the key that its code makes."""

    __tablename__ = "invitation"

    locator: Mapped[str] = mapped_column(primary_key=True)
    code_key: Mapped[bytes]
    made_at: Mapped[str]
