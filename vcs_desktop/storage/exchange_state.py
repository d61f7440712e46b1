"""How this computer takes part in its group's exchange: asked and set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from vcs_desktop.domain.laptops import State
from vcs_desktop.storage.exchange_tables import (
    EpochRow,
    ExchangeRow,
    InvitationRow,
    OwnDeviceRow,
    TrustedDeviceRow,
)

_ONLY: Final = 1


@dataclass(frozen=True, slots=True)
class TakingPart:
    """How this computer takes part. ``service`` and ``token`` are empty without a service."""

    service: str
    token: str = field(repr=False)
    door: str
    seal_secret: bytes = field(repr=False)
    era: str
    cursor: int
    state: State
    may_delete: bool
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Epoch:
    """A key of the group, and who made it. ``letters`` are JSON, where we made it ourselves."""

    epoch: int
    by: str
    key: bytes = field(repr=False)
    is_given: bool = False
    letters: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Trusted:
    """The keys by which a laptop is known."""

    id: str
    sign_key: str
    seal_key: str
    door: str


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation that somebody may answer."""

    locator: str
    code_key: bytes = field(repr=False)
    made_at: datetime


def taking_part(session: Session) -> TakingPart | None:
    """Return how this computer takes part; None when the group is on it alone."""
    row = session.get(ExchangeRow, _ONLY)
    if row is None:
        return None
    return TakingPart(
        row.service,
        row.token,
        row.door,
        row.seal_secret,
        row.era,
        row.cursor,
        State(row.state),
        row.may_delete,
        datetime.fromisoformat(row.last_at) if row.last_at else None,
    )


def take_part(session: Session, door: str, seal_secret: bytes) -> None:
    """Begin to take part, without a service yet."""
    session.add(
        ExchangeRow(
            number=_ONLY,
            service="",
            token="",
            door=door,
            seal_secret=seal_secret,
            era="",
            cursor=0,
            state=State.ON,
            may_delete=False,
            last_at=None,
        )
    )
    session.flush()


def use_service(session: Session, service: str, token: str) -> None:
    """Use a service from now on; all that it says begins at its first operation."""
    told = {"service": service, "token": token, "era": "", "cursor": 0}
    session.execute(update(ExchangeRow).values(**told))


def set_token(session: Session, token: str) -> None:
    """Use another token at the same service."""
    session.execute(update(ExchangeRow).values(token=token))


def set_state(session: Session, state: State) -> None:
    """Let the exchange go on, or wait."""
    session.execute(update(ExchangeRow).values(state=state))


def set_may_delete(session: Session, may_delete: bool) -> None:
    """Keep whether a person let much be deleted by what arrives."""
    session.execute(update(ExchangeRow).values(may_delete=may_delete))


def set_cursor(session: Session, era: str, cursor: int) -> None:
    """Keep how far what the service holds was read."""
    session.execute(update(ExchangeRow).values(era=era, cursor=cursor))


def read_anew(session: Session) -> None:
    """Let all that the service holds be read from its first operation on."""
    session.execute(update(ExchangeRow).values(cursor=0))


def set_last_at(session: Session, moment: datetime) -> None:
    """Keep when the last exchange ended well."""
    session.execute(update(ExchangeRow).values(last_at=moment.astimezone(UTC).isoformat()))


def own_devices(session: Session) -> Mapping[str, bytes]:
    """Return the secrets that sign, by the ids under which this computer is or was known."""
    return {row.id: row.sign_seed for row in session.scalars(select(OwnDeviceRow))}


def add_own_device(session: Session, device: str, sign_seed: bytes) -> None:
    """Keep what signs for this computer under an id."""
    session.add(OwnDeviceRow(id=device, sign_seed=sign_seed))
    session.flush()


def epochs(session: Session) -> Sequence[Epoch]:
    """Return the group's keys, the oldest first."""
    rows = session.scalars(select(EpochRow).order_by(EpochRow.epoch, EpochRow.by))
    return [Epoch(r.epoch, r.by, r.key, r.is_given, r.letters, r.signature) for r in rows]


def add_epoch(session: Session, epoch: Epoch) -> None:
    """Keep a key of the group; one that is known already stays as it is."""
    if session.get(EpochRow, (epoch.epoch, epoch.by)) is None:
        session.add(
            EpochRow(
                epoch=epoch.epoch,
                by=epoch.by,
                key=epoch.key,
                is_given=epoch.is_given,
                letters=epoch.letters,
                signature=epoch.signature,
            )
        )
        session.flush()


def epoch_given(session: Session, epoch: Epoch) -> None:
    """Keep that the service has an epoch."""
    session.execute(
        update(EpochRow)
        .where(EpochRow.epoch == epoch.epoch, EpochRow.by == epoch.by)
        .values(is_given=True)
    )


def drop_epoch(session: Session, epoch: Epoch) -> None:
    """Forget a key that nothing was ever sealed with."""
    session.execute(delete(EpochRow).where(EpochRow.epoch == epoch.epoch, EpochRow.by == epoch.by))


def trusted(session: Session) -> dict[str, Trusted]:
    """Return whose signatures are believed, by their ids; those that were taken out too.

    Who was let in first comes first.
    """
    rows = session.scalars(select(TrustedDeviceRow).order_by(text("rowid")))
    return {row.id: Trusted(row.id, row.sign_key, row.seal_key, row.door) for row in rows}


def trust(session: Session, some: Iterable[Trusted]) -> None:
    """Believe the signatures of some laptops; the keys of one that is known stay as they are."""
    for each in some:
        if session.get(TrustedDeviceRow, each.id) is None:
            session.add(
                TrustedDeviceRow(
                    id=each.id, sign_key=each.sign_key, seal_key=each.seal_key, door=each.door
                )
            )
    session.flush()


def invitations(session: Session) -> Sequence[OpenInvitation]:
    """Return the invitations that were made here."""
    rows = session.scalars(select(InvitationRow).order_by(InvitationRow.made_at))
    return [
        OpenInvitation(row.locator, row.code_key, datetime.fromisoformat(row.made_at))
        for row in rows
    ]


def add_invitation(session: Session, invitation: OpenInvitation) -> None:
    """Keep an invitation, so that who answers it can be told."""
    session.add(
        InvitationRow(
            locator=invitation.locator,
            code_key=invitation.code_key,
            made_at=invitation.made_at.astimezone(UTC).isoformat(),
        )
    )


def drop_invitation(session: Session, locator: str) -> None:
    """Forget an invitation that was answered, or is out of date."""
    session.execute(delete(InvitationRow).where(InvitationRow.locator == locator))
