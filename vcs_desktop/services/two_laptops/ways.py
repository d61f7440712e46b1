"""What every part of the exchange of one open group stands on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.core.two_laptops_errors import LookFirst, NotShared, StartedAgain, TakenOut
from vcs_desktop.domain.laptops import Laptop, State
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.groups import OpenGroup
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.two_laptops.connecting import Connect
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_state import TakingPart
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.operations import Author, introduce
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import DeviceCard

_LOCK: Final = "exchange.lock"


class Ways:
    """The file of the group, its place in the exchange, and the way to the service."""

    def __init__(self, group: OpenGroup, records: RecordsService, connect: Connect) -> None:
        self.group = group
        self.records = records
        self.connect = connect

    @property
    def database(self) -> Database:
        """The group's file as it is now."""
        return self.records.database

    def part_or_none(self) -> TakingPart | None:
        """Return how this computer takes part; None when it does not."""
        with self.database.reading() as session:
            return exchange_state.taking_part(session)

    def part(self) -> TakingPart:
        """Return how this computer takes part.

        Raises:
            NotShared: the group is on it alone.
        """
        part = self.part_or_none()
        if part is None:
            raise NotShared
        return part

    def part_that_may(self, *, by_stick: bool = False) -> TakingPart:
        """Return how this computer takes part, if it may exchange changes now.

        ``by_stick`` asks nobody's leave: the others take nothing of what was made after this
        laptop was taken out, and the service alone may have said that it was.

        Raises:
            NotShared: the group is on it alone.
            LookFirst: it was brought back from a backup.
            TakenOut: it was taken out.
        """
        part = self.part()
        if part.state is State.LOOK:
            raise LookFirst
        if part.state is State.REMOVED and not by_stick:
            raise TakenOut
        return part

    @contextmanager
    def service(self) -> Iterator[tuple[GroupService, TakingPart]]:
        """Yield the service as this laptop may use it, and how it takes part.

        Raises:
            NotShared: the group uses none.
        """
        part = self.part()
        if not part.service:
            raise NotShared
        door = self.connect(part.service)
        try:
            yield door.entering(self.group.id, part.token), part
        finally:
            door.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let one program exchange at a time.

        Raises:
            StartedAgain: another does just now.
        """
        try:
            hold = Hold(self.database.path.with_name(_LOCK), alone=True)
        except GroupInUse as error:
            raise StartedAgain from error
        with hold:
            yield

    def author(self, session: Session) -> Author:
        """Return who does what is done here, known to the group by name."""
        author = Author(self.records.who, self.records.clock.now(), self.records.ids)
        introduce(session, author, self.records.name)
        return author

    def own_card(self, session: Session, part: TakingPart) -> tuple[DeviceCard, SignKeys]:
        """Return what others know this laptop by, and what it signs with."""
        me = exchange_log.this_device_id(session)
        sign = SignKeys.of(exchange_state.own_devices(session)[me])
        seal = SealKeys.of(part.seal_secret)
        record = group_records.record(session, me)
        name = thing_of(Laptop, record.values, me).name if record else ""
        return DeviceCard(me, sign.key, seal.key, part.door, name), sign
