"""Which sealed files the service has, lacks, or should forget."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.storage.exchange_tables import ServiceBlobRow
from vcs_desktop.storage.queries.blob_names import all_named, named_now


class BlobState(StrEnum):
    """How a sealed file stands on the service."""

    THERE = "there"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class FilesToMove:
    """What has to be sent, fetched and erased."""

    to_send: tuple[str, ...] = ()
    to_fetch: tuple[str, ...] = ()
    to_erase: tuple[str, ...] = ()


def to_move(session: Session, here: Collection[str]) -> FilesToMove:
    """Return what has to be done; ``here`` are the files that lie on this computer."""
    states = {row.blob: row.state for row in session.scalars(select(ServiceBlobRow))}
    there = {blob for blob, state in states.items() if state == BlobState.THERE}
    wanted, lying = named_now(session), set(here)
    to_send = sorted((wanted & lying) - set(states))
    to_fetch = sorted(wanted - lying)
    gone = there - wanted
    to_erase = sorted(gone - all_named(session)) if gone else []
    return FilesToMove(tuple(to_send), tuple(to_fetch), tuple(to_erase))


def begin_anew(session: Session) -> None:
    """Look at everything again: what is needed is offered, and what is not is erased again."""
    wanted = named_now(session)
    for row in session.scalars(select(ServiceBlobRow)):
        if row.blob in wanted:
            session.delete(row)
        else:
            row.state = BlobState.THERE
    session.flush()


def note(session: Session, blob: str, state: BlobState) -> None:
    """Keep how a file stands on the service."""
    session.merge(ServiceBlobRow(blob=blob, state=state))
