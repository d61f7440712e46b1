"""What came from the group's other laptops, act by act."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.acts import BEGINS_APPLICATION
from vcs_desktop.domain.kinds import APPLICATION, DEVICE, OPENER
from vcs_desktop.storage.exchange_tables import OwnDeviceRow
from vcs_desktop.storage.group_tables import OperationRow
from vcs_desktop.storage.operation_log import Logged, log
from vcs_desktop.storage.queries.group_records import called
from vcs_desktop.wire.operation import Deed

MOST = 500
"""A laptop that has just joined is not told of years, act by act."""


@dataclass(frozen=True, slots=True)
class CameAct:
    """One act of somebody on another laptop; see ``services.two_laptops.lines.Came``."""

    at: datetime
    who: str
    laptop: str
    verb: str
    deed: str
    kind: str
    record_id: str
    title: str
    count: int


def acts_among(session: Session, came: Iterable[Logged]) -> list[CameAct]:
    """Return what was done by some operations, the last that came first, ``MOST`` acts at most.

    That somebody, or a laptop, was made known to the group is no news.
    """
    by_act: dict[str, list[Logged]] = defaultdict(list)
    for each in came:
        if each.kind not in (OPENER, DEVICE):
            by_act[each.act_id].append(each)
    last = list(by_act.values())[-MOST:]
    some = [each for acts in last for each in acts]
    named = {each.who for each in some} | {each.device for each in some}
    names = called(session, named | {each.record_id or "" for each in some})
    return [_act(each, names) for each in reversed(last)]


def lately_came(session: Session, *, skip: int, limit: int) -> list[CameAct]:
    """Return what was last done on other laptops, the newest first."""
    number = func.max(OperationRow.number).label("number")
    own = select(OwnDeviceRow.id)
    query = (
        select(number)
        .where(OperationRow.device.not_in(own), OperationRow.kind.not_in((OPENER, DEVICE)))
        .group_by(OperationRow.act_id)
        .order_by(number.desc())
    )
    newest: Collection[int] = session.scalars(query.limit(limit).offset(skip)).all()
    acts = select(OperationRow.act_id).where(OperationRow.number.in_(newest))
    return acts_among(session, log(session, OperationRow.act_id.in_(acts)))


def how_many_came(session: Session) -> int:
    """Return how many acts of others came."""
    own = select(OwnDeviceRow.id)
    query = select(func.count(func.distinct(OperationRow.act_id))).where(
        OperationRow.device.not_in(own), OperationRow.kind.not_in((OPENER, DEVICE))
    )
    return session.scalar(query) or 0


def last_of(session: Session) -> dict[str, datetime]:
    """Return when each device made its newest operation that is here, by its own clock."""
    query = select(OperationRow.device, func.max(OperationRow.number)).group_by(OperationRow.device)
    numbers = [number for _, number in session.execute(query)]
    found = select(OperationRow.device, OperationRow.at).where(OperationRow.number.in_(numbers))
    return {device: datetime.fromisoformat(at) for device, at in session.execute(found)}


def _act(some: Sequence[Logged], names: dict[str, str]) -> CameAct:
    last = some[-1]
    operation = last.operation()
    records = {each.record_id for each in some if each.record_id}
    if operation.deed == Deed.ERASE:
        records = set(operation.records)
    one = operation.record if len(records) == 1 else ""
    named = one
    if operation.verb in BEGINS_APPLICATION and not one:
        named = next((each.record_id or "" for each in some if each.kind == APPLICATION), "")
    return CameAct(
        at=operation.at,
        who=names.get(last.who, ""),
        laptop=names.get(last.device, ""),
        verb=operation.verb,
        deed=operation.deed,
        kind=operation.kind,
        record_id=one,
        title=names.get(named, ""),
        count=len(records),
    )
