"""What groups chose to share, as they see it themselves."""

import hashlib
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker
from vcs_desktop.server.room import give_back, take
from vcs_desktop.server.tables import groups, inbox, service
from vcs_desktop.wire.service import Code, Receipt, State, Submission, SubmissionState


def submit(
    connection: Connection, who: Asker, submission: Submission, now: datetime
) -> tuple[Receipt, bool]:
    """Keep a submission; return its receipt, and whether it is a new one.

    Raises:
        Refusal: there is another one of this uuid, it was withdrawn, or there is no room.
    """
    # One after the other: the number of a submission is in the order of the commits too.
    head = connection.execute(
        select(service.c.inbox_head).where(service.c.id == 1).with_for_update()
    ).scalar_one()
    sha256 = hashlib.sha256(submission.body).hexdigest()
    this = inbox.c.uuid == submission.uuid
    found = connection.execute(select(inbox).where(this)).one_or_none()
    if found is not None:
        if found.group_id == who.group and found.withdrawn_at is not None:
            raise refusals.gone(Code.WITHDRAWN, "This was withdrawn.")
        if (found.group_id, found.kind, found.sealed, found.sha256) != (
            who.group, submission.kind, submission.sealed, sha256,
        ):  # fmt: skip
            raise refusals.conflict(Code.OTHER_BYTES, "Something else has this uuid.")
        return Receipt(submission.uuid, sha256, found.received_at, who.era), False
    take(connection, who, len(submission.body))
    moment = now.replace(microsecond=0)
    connection.execute(
        insert(inbox).values(
            number=head + 1,
            uuid=submission.uuid,
            group_id=who.group,
            kind=submission.kind,
            sealed=submission.sealed,
            sha256=sha256,
            body=submission.body,
            received_at=moment,
        )
    )
    connection.execute(update(service).values(inbox_head=head + 1))
    return Receipt(submission.uuid, sha256, moment, who.era), True


def state(connection: Connection, who: Asker, uuid: str) -> SubmissionState:
    """Return how far a submission of the group has come.

    Raises:
        Refusal: the group has none of this uuid.
    """
    asked = select(inbox).where(inbox.c.uuid == uuid, inbox.c.group_id == who.group)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    return SubmissionState(state_of(found), found.reply, found.keep_until_on)


def withdraw(connection: Connection, who: Asker, uuid: str, now: datetime) -> None:
    """Take a submission back: its body and what was answered to it are gone.

    Raises:
        Refusal: the group has none of this uuid.
    """
    this = (inbox.c.uuid == uuid) & (inbox.c.group_id == who.group)
    asked = select(inbox.c.withdrawn_at, func.length(inbox.c.body)).where(this)
    found = connection.execute(asked.with_for_update()).one_or_none()
    if found is None:
        raise refusals.not_there()
    withdrawn_at, size = found
    if withdrawn_at is None:
        gone = {"body": None, "reply": None, "withdrawn_at": now}
        connection.execute(update(inbox).where(this).values(**gone))
        give_back(connection, who.group, size or 0)


def forget_what_is_over(connection: Connection, today: date, group: str | None = None) -> None:
    """Let the bodies go whose day is over until which they are kept; None is of every group.

    Each group's row is locked before its things are, as by whoever takes one back: nobody waits
    for the other. Whoever holds one group's row already names that group.
    """
    over = (inbox.c.keep_until_on < today) & inbox.c.body.is_not(None)
    if group is not None:
        over &= inbox.c.group_id == group
    found = connection.execute(select(inbox.c.group_id).where(over).distinct()).scalars().all()
    for each in sorted(found):
        connection.execute(select(groups.c.id).where(groups.c.id == each).with_for_update())
        theirs = over & (inbox.c.group_id == each)
        size = connection.execute(select(func.sum(func.length(inbox.c.body))).where(theirs))
        give_back(connection, each, size.scalar_one() or 0)
        connection.execute(update(inbox).where(theirs).values(body=None))


def state_of(row: Row[Any]) -> State:
    """Return how far a submission has come."""
    if row.withdrawn_at is not None:
        return State.WITHDRAWN
    if row.body is None:
        return State.KEPT_UNTIL_OVER
    if row.reply is not None:
        return State.ANSWERED
    return State.READ if row.read_at is not None else State.RECEIVED
