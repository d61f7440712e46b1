"""A laptop that the service has forgotten, for it was put back from an older backup, comes back.

The group's own log still knows it, by keys that never change. So another laptop of the group
lets it in again without asking anybody, and all that it holds stays as it is.
"""

from contextlib import suppress
from typing import Final

from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.desk import clear_from_desk, on_desk, put_on_desk
from vcs_desktop.storage.exchange_state import Trusted
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.group_exchange.doors import standing
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import Gone, NotThere, Taken, TokenNotKnown
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.returning import is_return_proof, return_locator, return_proof
from vcs_desktop.wire.service import DeviceKeys, JoinRequest

_FORGOTTEN: Final = "exchange/forgotten"
_WAITS: Final = "exchange/waits"
_NOTHING_TO_SAY: Final = b"vcs-return-v1"
"""The offer and the welcome of who comes back: it has everything already."""


def note_forgotten(database: Database, service: GroupService) -> None:
    """Note whom the service does not know though the group has not taken them out.

    Raises:
        Offline: the service cannot be asked.
    """
    listed = {each.keys.id for each in service.devices()}
    with database.writing() as session:
        put_on_desk(session, _FORGOTTEN, sorted(standing(session) - listed), None)


def let_back(database: Database, service: GroupService, group: str) -> int:
    """Let laptops in again that the service has forgotten and that ask; return how many.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        if not on_desk(session, _FORGOTTEN):
            return 0
    note_forgotten(database, service)
    with database.reading() as session:
        forgotten = on_desk(session, _FORGOTTEN) or []
        key, trusted = _first_key(session), exchange_state.trusted(session)
    if not forgotten:
        return 0
    locator, count = return_locator(key, group), 0
    with suppress(Taken):  # there are as many invitations as may be: next time
        service.invite(locator, _NOTHING_TO_SAY)
    for join in service.joins():
        if join.locator != locator:
            continue
        is_forgotten = join.device.id in forgotten and _is_itself(join, trusted, group)
        with suppress(NotThere):  # another laptop was first
            if is_forgotten:
                service.welcome(join.device.id, _NOTHING_TO_SAY)
                count += 1
            else:  # who was taken out knows this place too, and must not stand in another's
                service.refuse(join.device.id)
    return count


def come_back(database: Database, service: GroupService, group: str) -> str | None:
    """Ask to be let in again; return the new token once another laptop has done that.

    It takes an exchange of another laptop before this laptop asks, and one afterwards.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        part = exchange_state.taking_part(session)
        waits = on_desk(session, _WAITS)
        own = exchange_state.own_devices(session)
        key = _first_key(session)
    if part is None:
        return None
    if waits is not None:
        with suppress(NotThere, Gone, TokenNotKnown):
            found = service.joined(part.door, waits)
            if found is None:
                return None
            with database.writing() as session:
                clear_from_desk(session, _WAITS)
                exchange_state.set_token(session, found.admitted.token)
            return found.admitted.token
    sign = SignKeys.of(own[part.door])
    keys = DeviceKeys(part.door, sign.key, SealKeys.of(part.seal_secret).key)
    with suppress(NotThere, Gone, Taken):  # nobody has looked for us yet
        proof = return_proof(sign, group, part.door)
        waits = service.ask_to_join(return_locator(key, group), keys, proof)
        with database.writing() as session:
            put_on_desk(session, _WAITS, waits, None)
    return None


def _is_itself(join: JoinRequest, trusted: dict[str, Trusted], group: str) -> bool:
    """Say whether the laptop asks whose keys the group knows by this door."""
    door = join.device.id
    known = trusted.get(door)
    return (
        known is not None
        and (known.sign_key, known.seal_key) == (join.device.sign_key, join.device.seal_key)
        and is_return_proof(known.sign_key, group, door, join.proof)
    )


def _first_key(session: Session) -> bytes:
    """Return the key of the group that every laptop of it has."""
    return exchange_state.epochs(session)[0].key
