"""What an officer of the council does: reads what was shared, answers, says how long it is kept.

Which group sent something is not told: whoever wants to be known says so in what is shared.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from vcs_desktop.core.errors import CannotUseInput, NotFound
from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.server import refusals
from vcs_desktop.server.doors import era
from vcs_desktop.server.submissions import forget_what_is_over, state_of
from vcs_desktop.server.tables import group_codes, inbox, officers, service
from vcs_desktop.server.tokens import code_digest, digest, new_code, new_token
from vcs_desktop.wire.service import (
    MOST_BODIES,
    MOST_NAME,
    Code,
    SharedLine,
    SharedPage,
    SharedWhole,
    State,
)
from vcs_desktop.wire.service_json import is_clean

LONGEST_KEPT: Final = timedelta(days=3_700)
CODE_LASTS: Final = timedelta(days=14)
_NAME_IS_WRONG = marked("A name has 1 to 200 letters.")
_NAME_IS_TAKEN = marked("There is an officer of this name already.")
_NO_SUCH_OFFICER = marked("There is no officer of this name.")


def page(connection: Connection, after: int, limit: int) -> SharedPage:
    """Return what was shared after a number, without what it says."""
    asked = select(inbox).where(inbox.c.number > after).order_by(inbox.c.number).limit(limit)
    lines = tuple(_line(row) for row in connection.execute(asked))
    head = connection.execute(select(service.c.inbox_head)).scalar_one()
    return SharedPage(era(connection), head, lines)


def whole(connection: Connection, uuid: str, now: datetime) -> SharedWhole:
    """Return one thing that was shared, all of it; its sender sees that it was read.

    Raises:
        Refusal: there is none.
    """
    found = connection.execute(select(inbox).where(inbox.c.uuid == uuid)).one_or_none()
    if found is None:
        raise refusals.not_there()
    _note_read(connection, found.number, now)
    return _whole(connection.execute(select(inbox).where(inbox.c.uuid == uuid)).one())


def export(connection: Connection, after: int, limit: int) -> tuple[SharedWhole, ...]:
    """Return everything that was shared after a number: 8 MB of it at most.

    No sender is told that theirs was read: who saves all of it, or counts it, has looked at none.
    """
    asked = select(inbox).where(inbox.c.number > after).order_by(inbox.c.number).limit(limit)
    found: list[Row[Any]] = []
    total = 0
    for row in connection.execute(asked):
        total += len(row.body or b"")
        if found and total > MOST_BODIES:
            break
        found.append(row)
    return tuple(_whole(row) for row in found)


def reply(connection: Connection, uuid: str, text: str, now: datetime) -> None:
    """Answer something that was shared, or change the answer.

    Raises:
        Refusal: there is none, or it was withdrawn.
    """
    _change(connection, uuid, {"reply": text, "replied_at": now}, now)


def keep_until(connection: Connection, uuid: str, on: date | None, now: datetime) -> None:
    """Say until which day something is kept; None is for as long as it is needed.

    Raises:
        Refusal: the day is absurd, there is none, or it was withdrawn.
    """
    today = now.date()
    if on is not None and not today <= on <= today + LONGEST_KEPT:
        raise refusals.malformed("This day is over, or too far away.")
    _change(connection, uuid, {"keep_until_on": on}, now)


def add(connection: Connection, name: str, now: datetime) -> str:
    """Let an officer in, and return the token.

    Raises:
        CannotUseInput: there is one of this name, or it is no name.
    """
    if not 0 < len(name.strip()) <= MOST_NAME or not is_clean(name):
        raise CannotUseInput(message=tr_marked(_NAME_IS_WRONG))
    known = select(officers.c.name).where(officers.c.name == name)
    if connection.execute(known).first() is not None:
        raise CannotUseInput(message=tr_marked(_NAME_IS_TAKEN))
    token = new_token()
    connection.execute(insert(officers).values(name=name, token_sha256=digest(token), added_at=now))
    return token


def remove(connection: Connection, name: str) -> None:
    """Let an officer in no more.

    Raises:
        NotFound: there is none of this name.
    """
    if connection.execute(delete(officers).where(officers.c.name == name)).rowcount == 0:
        raise NotFound(message=tr_marked(_NO_SUCH_OFFICER))


def names(connection: Connection) -> Sequence[str]:
    """Return the officers there are."""
    return connection.execute(select(officers.c.name).order_by(officers.c.name)).scalars().all()


def invite_group(connection: Connection, now: datetime) -> tuple[str, datetime]:
    """Make a code by which one group may begin here; return it, and when it is out of date."""
    code, until = new_code(), now + CODE_LASTS
    connection.execute(delete(group_codes).where(group_codes.c.expires_at < now - CODE_LASTS))
    connection.execute(
        insert(group_codes).values(code_sha256=code_digest(code), made_at=now, expires_at=until)
    )
    return code, until


def _change(connection: Connection, uuid: str, values: dict[str, Any], now: datetime) -> None:
    forget_what_is_over(connection, now.date())
    found = connection.execute(
        select(inbox).where(inbox.c.uuid == uuid).with_for_update()
    ).one_or_none()
    if found is None:
        raise refusals.not_there()
    if (state := state_of(found)) in (State.WITHDRAWN, State.KEPT_UNTIL_OVER):
        code = Code.WITHDRAWN if state is State.WITHDRAWN else Code.EXPIRED
        raise refusals.gone(code, "This is no longer there.")
    connection.execute(update(inbox).where(inbox.c.uuid == uuid).values(**values))


def _note_read(connection: Connection, number: int, now: datetime) -> None:
    connection.execute(
        update(inbox)
        .where(inbox.c.number == number, inbox.c.read_at.is_(None), inbox.c.body.is_not(None))
        .values(read_at=now)
    )


def _line(row: Row[Any]) -> SharedLine:
    return SharedLine(
        row.number, row.uuid, row.kind, row.sealed, row.received_at, state_of(row),
        row.keep_until_on,
    )  # fmt: skip


def _whole(row: Row[Any]) -> SharedWhole:
    return SharedWhole(_line(row), None if row.body is None else bytes(row.body), row.reply)
