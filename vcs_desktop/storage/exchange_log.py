"""Which operations have to be given to others, which the service has, and which have arrived."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select, text, update
from sqlalchemy.orm import Session

from vcs_desktop.domain.arriving_changes import NEVER, TROUBLE, UNSURE, Why
from vcs_desktop.storage.among import is_among
from vcs_desktop.storage.exchange_tables import (
    ArrivedRow,
    OnServiceRow,
    SignedRow,
)
from vcs_desktop.storage.group_tables import DeviceRow, ErasureRow, OperationRow, OutboxRow
from vcs_desktop.storage.many_rows import put_many
from vcs_desktop.storage.operation_log import Logged
from vcs_desktop.wire.operation import Deed

_COLUMNS = tuple(each.name for each in fields(Logged))
_ON_SERVICE = ("operation_number", "number", "is_seen", "is_blank")
_NOTHING_IN_HAND = {"synchronize_session": False}
"""No session holds rows of what arrives and goes out: there is nothing to be told to them."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Under which epoch an operation was signed, by which device, and how."""

    signer: str
    epoch: int
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToGive:
    """An operation for others. ``signed`` is None where nobody has signed it yet."""

    number: int
    logged: Logged
    signed: Signed | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """A sealed operation that came; ``place`` is its number on the service, 0 for none."""

    id: str
    place: int
    body: bytes = field(repr=False)
    why: Why = Why.NOT_LOOKED


@dataclass(frozen=True, slots=True)
class Given:
    """Where the service keeps an operation, and whether its blank stands there."""

    operation_number: int
    place: int
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Held:
    """An operation that is here; ``number`` is its place in this file's log."""

    number: int
    digest: str
    has_words: bool


def to_give(session: Session, most: int, *, after: int = 0) -> list[ToGive]:
    """Return operations that the service does not have, the oldest first.

    ``after`` is the number in this file's log of the last that was given a moment ago.
    """
    waiting = select(OutboxRow.operation_number).where(
        OutboxRow.operation_number > after,
        ~exists().where(OnServiceRow.operation_number == OutboxRow.operation_number),
    )
    return list(_to_give(session, OperationRow.number.in_(waiting), most))


def all_to_give(session: Session, after: int, most: int) -> list[ToGive]:
    """Return some of all operations, those after a number in this file's log."""
    return list(_to_give(session, OperationRow.number > after, most))


def _to_give(session: Session, which: ColumnElement[bool], most: int) -> Iterator[ToGive]:
    columns = [getattr(OperationRow, name) for name in _COLUMNS]
    query = (
        select(
            OperationRow.number, SignedRow.signer, SignedRow.epoch, SignedRow.signature, *columns
        )
        .outerjoin(SignedRow, SignedRow.operation_number == OperationRow.number)
        .where(which)
        .order_by(OperationRow.number)
        .limit(most)
    )
    for number, signer, epoch, signature, *logged in session.execute(query):
        signed = None if signer is None else Signed(signer, epoch, signature)
        yield ToGive(number, Logged(*logged), signed)


def waiting_to_go(session: Session) -> int:
    """Return how many operations no other laptop has been offered yet."""
    return session.scalar(select(func.count()).select_from(OutboxRow)) or 0


def keep_signed(session: Session, some: Mapping[int, Signed]) -> None:
    """Keep how operations were signed, by their numbers."""
    if not some:
        return
    _let_go(session, SignedRow.operation_number, some)
    put_many(
        session,
        SignedRow,
        [
            {
                "operation_number": number,
                "signer": each.signer,
                "epoch": each.epoch,
                "signature": each.signature,
            }
            for number, each in some.items()
        ],
    )


def given(session: Session, some: Iterable[Given], *, is_seen: bool) -> None:
    """Keep that the service has operations; ``is_seen`` is that it gave them back to us."""
    rows = {
        each.operation_number: (each.operation_number, each.place, is_seen, each.is_blank)
        for each in some
    }
    if is_seen:
        _let_go(session, OutboxRow.operation_number, rows)
    columns = [getattr(OnServiceRow, name) for name in _ON_SERVICE]
    those = select(*columns).where(is_among(OnServiceRow.operation_number, rows))
    for row in session.execute(those):
        if rows[row.operation_number] == tuple(row):
            del rows[row.operation_number]  # where everything is read anew nothing is written
    _let_go(session, OnServiceRow.operation_number, rows)
    told = [dict(zip(_ON_SERVICE, row, strict=True)) for row in rows.values()]
    put_many(session, OnServiceRow, told)


def not_given_back(session: Session) -> int:
    """Offer again what the service said it has and did not give back; return how many.

    Ask it when everything was read up to the head.
    """
    lost = OnServiceRow.is_seen.is_(False)
    count = session.scalar(select(func.count()).select_from(OnServiceRow).where(lost)) or 0
    if count:
        session.execute(delete(OnServiceRow).where(lost))
    return count


def offer_everything(session: Session) -> None:
    """Let everything be given again: the service began anew, or says that it has less."""
    session.execute(delete(OnServiceRow))
    offer_all_to_others(session)


def offer_all_to_others(session: Session) -> None:
    """Put every operation in the outbox that is not known to be on the service."""
    session.execute(
        text(
            "INSERT INTO outbox (operation_number) SELECT number FROM operation WHERE number "
            "NOT IN (SELECT operation_number FROM outbox) AND number NOT IN "
            "(SELECT operation_number FROM on_service)"
        )
    )


def offer(session: Session, numbers: Collection[int]) -> None:
    """Put operations in the outbox that came by stick, so that the service gets them too."""
    number = OutboxRow.operation_number
    known = set(session.scalars(select(number).where(is_among(number, numbers))))
    put_many(
        session, OutboxRow, [{"operation_number": each} for each in numbers if each not in known]
    )


def not_on_service(session: Session, numbers: Collection[int]) -> list[int]:
    """Return which of some operations the service is not known to have."""
    number = OnServiceRow.operation_number
    known = set(session.scalars(select(number).where(is_among(number, numbers))))
    return [each for each in numbers if each not in known]


def to_blank(session: Session, most: int) -> list[ToGive]:
    """Return operations that were erased here, and of which the service still has the words.

    Only once it has given back the word of the erasure too: so whoever finds a blank on it
    without that word knows that it was not meant.
    """
    seen = select(OnServiceRow.operation_number).where(OnServiceRow.is_seen.is_(True))
    told = session.scalars(
        select(ErasureRow.record_id).where(ErasureRow.operation_number.in_(seen))
    ).all()
    if not told:
        return []
    erased = (
        OperationRow.body.is_(None)
        & (OperationRow.deed != Deed.ERASE)
        & is_among(OperationRow.record_id, told)
        & OperationRow.number.in_(seen.where(OnServiceRow.is_blank.is_(False)))
    )
    return list(_to_give(session, erased, most))


def to_put_back(session: Session, most: int) -> list[ToGive]:
    """Return operations whose words are here, and whose blank stands on the service."""
    blank = select(OnServiceRow.operation_number).where(
        OnServiceRow.is_seen.is_(True), OnServiceRow.is_blank.is_(True)
    )
    whole = OperationRow.body.is_not(None) & OperationRow.number.in_(blank)
    return list(_to_give(session, whole, most))


def set_blank(session: Session, number: int, *, is_blank: bool) -> None:
    """Keep whether the blank of an operation stands on the service, or its words."""
    this = update(OnServiceRow).where(OnServiceRow.operation_number == number)
    session.execute(this.values(is_blank=is_blank))


def arrive(session: Session, some: Sequence[Arrived]) -> None:
    """Keep what came until it is taken in; what came before stays as it was.

    Only what may have been spoiled on the way gives way: the right one may come in its place.
    """
    ids = [each.id for each in some]
    _let_go(session, ArrivedRow.id, ids, ArrivedRow.why.in_([*UNSURE]))
    known = set(session.scalars(select(ArrivedRow.id).where(is_among(ArrivedRow.id, ids))))
    rows = {
        each.id: {"id": each.id, "place": each.place, "body": each.body, "why": each.why}
        for each in some
        if each.id not in known
    }
    put_many(session, ArrivedRow, list(rows.values()))


def came_wrong(session: Session, ids: Collection[str]) -> bool:
    """Say whether the service has given something else under one of some ids."""
    wrong = ArrivedRow.why.in_([*UNSURE]) & (ArrivedRow.place > 0)
    query = select(exists().where(is_among(ArrivedRow.id, ids), wrong))
    return bool(session.scalar(query))


def arrived(session: Session) -> list[Arrived]:
    """Return what came and was not taken in, in the order of the service, then of arrival."""
    query = select(ArrivedRow.id, ArrivedRow.place, ArrivedRow.body, ArrivedRow.why)
    by_place = query.order_by(ArrivedRow.place == 0, ArrivedRow.place, ArrivedRow.number)
    return [
        Arrived(id_, place, body, Why(why)) for id_, place, body, why in session.execute(by_place)
    ]


def bytes_that_wait(session: Session) -> int:
    """Return how much of what the service gave is kept and not among the records."""
    query = select(func.coalesce(func.sum(func.length(ArrivedRow.body)), 0))
    count: int = session.scalars(query.where(ArrivedRow.place > 0)).one()
    return count


def forget_what_waits(session: Session) -> None:
    """Let go of all that the service gave and that is not among the records."""
    session.execute(delete(ArrivedRow).where(ArrivedRow.place > 0))


def how_many_wait(session: Session) -> dict[Why, int]:
    """Return how many of what came are not among the records, and why."""
    query = select(ArrivedRow.why, func.count()).group_by(ArrivedRow.why)
    return {Why(why): count for why, count in session.execute(query)}


def taken(session: Session, ids: Collection[str]) -> None:
    """Let go of what was taken in."""
    _let_go(session, ArrivedRow.id, ids)


def left(session: Session, whys: Mapping[str, Why]) -> None:
    """Keep why something was not taken in; of what never will be, the bytes go."""
    for id_, why in whys.items():
        changed = update(ArrivedRow).where(ArrivedRow.id == id_)
        session.execute(changed.values(why=why, **({"body": b""} if why in NEVER else {})))


def only_these_held(session: Session, shown: Collection[str]) -> None:
    """Let all that waits for a person be looked at anew that the person was not shown."""
    held = ArrivedRow.why == Why.HELD
    ids = set(session.scalars(select(ArrivedRow.id).where(held))) - set(shown)
    later = update(ArrivedRow).where(is_among(ArrivedRow.id, ids)).values(why=Why.NOT_LOOKED)
    session.execute(later, execution_options=_NOTHING_IN_HAND)


def trouble(session: Session) -> list[str]:
    """Return the ids of what may only have been damaged, or left out, on the way here."""
    query = select(ArrivedRow.id).where(ArrivedRow.why.in_([*TROUBLE]))
    return list(session.scalars(query.order_by(ArrivedRow.id)))


def spoiled(session: Session, most: int) -> list[int]:
    """Return where on the service something lies that came wrong in itself, the latest last."""
    wrong = ArrivedRow.why.in_([*(TROUBLE & UNSURE)])
    query = select(ArrivedRow.place).where(wrong, ArrivedRow.place > 0)
    return list(session.scalars(query.order_by(ArrivedRow.number).limit(most)))


def held_of(session: Session, operation_ids: Collection[str]) -> dict[str, Held]:
    """Return those of some operations that are here, by their ids."""
    has_words = OperationRow.body.is_not(None)
    query = select(OperationRow.id, OperationRow.number, OperationRow.digest, has_words)
    some = session.execute(query.where(is_among(OperationRow.id, operation_ids)))
    return {id_: Held(number, digest, has) for id_, number, digest, has in some}


def tail(session: Session, device: str) -> tuple[int, str]:
    """Return the number and digest of a device's newest operation; 0 and nothing for none."""
    query = select(OperationRow.number, OperationRow.digest).where(OperationRow.device == device)
    row = session.execute(query.order_by(OperationRow.number.desc()).limit(1)).first()
    return (row[0], row[1]) if row else (0, "")


def ends(session: Session, device: str) -> set[str]:
    """Return the digests after which a device has nothing: one, unless its line has branched."""
    ours = OperationRow.device == device
    after = select(OperationRow.previous).where(ours)
    return set(session.scalars(select(OperationRow.digest).where(ours).except_(after)))


def line(session: Session, device: str) -> dict[str, str]:
    """Return the digest before each operation of a device, by the operation's digest."""
    query = select(OperationRow.digest, OperationRow.previous)
    return dict(session.execute(query.where(OperationRow.device == device)).all())


def lines_signed_by(session: Session, signer: str) -> set[str]:
    """Return the devices whose operations a laptop has signed."""
    query = (
        select(OperationRow.device)
        .distinct()
        .join(SignedRow, SignedRow.operation_number == OperationRow.number)
    )
    return set(session.scalars(query.where(SignedRow.signer == signer)))


def this_device_id(session: Session) -> str:
    """Return the id of this computer, empty when it has none yet."""
    return session.scalar(select(DeviceRow.id)) or ""


def _let_go(
    session: Session, column: Any, values: Iterable[str] | Iterable[int], *which: Any
) -> None:
    """Delete the rows of a column's table whose column holds one of some values."""
    gone = delete(column.class_).where(is_among(column, values), *which)
    session.execute(gone, execution_options=_NOTHING_IN_HAND)
