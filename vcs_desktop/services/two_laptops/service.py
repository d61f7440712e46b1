"""What a person can do with a group that is on several laptops. Ask on the work lane."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Final

from vcs_desktop.core.two_laptops_errors import AlreadyShared, GroupCodeNotRight, StartedAgain
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.laptops import State
from vcs_desktop.services.groups import OpenGroup
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.two_laptops import identity, reporting, stick, taking_out
from vcs_desktop.services.two_laptops.connecting import Connect, by_http
from vcs_desktop.services.two_laptops.held_back import HeldBack
from vcs_desktop.services.two_laptops.inviting import Inviting
from vcs_desktop.services.two_laptops.lines import (
    Asking,
    Came,
    Invited,
    LaptopLine,
    Report,
    Standing,
)
from vcs_desktop.services.two_laptops.news import News
from vcs_desktop.services.two_laptops.ways import Ways
from vcs_desktop.storage import exchange_blobs, exchange_log, exchange_state
from vcs_desktop.storage.erased import keep_list
from vcs_desktop.storage.erased_files import take_away_erased
from vcs_desktop.storage.queries import came, group_records
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.sync.group_exchange import doors
from vcs_desktop.sync.group_exchange.exchange import Exchanged, GroupExchange
from vcs_desktop.sync.group_exchange.pulling import Progress
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import Gone, NotThere
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.wire.operation import Deed
from vcs_desktop.wire.service import DeviceKeys

AT_ONCE: Final = 50


class TwoLaptopsService:
    """The other laptops of one open group: invited, exchanged with, taken out."""

    def __init__(
        self, group: OpenGroup, records: RecordsService, connect: Connect = by_http
    ) -> None:
        """``connect`` comes to the service at an address; only tests give another."""
        self._ways = Ways(group, records, connect)
        self._inviting = Inviting(self._ways)
        self.invite_by_stick = self._inviting.invite_by_stick
        self.asking_by_stick = self._inviting.asking_by_stick
        self.accept_by_stick = self._inviting.accept_by_stick
        self.held_back = HeldBack(self._ways, self._follow_up)
        self.news = News(self._ways)

    def _come_by(self, connect: Connect) -> None:
        self._ways.connect = connect

    connect = property(fset=_come_by)
    """How the service at an address is come to; only tests set it."""

    def standing(self) -> Standing:
        """Return how it stands with the exchange."""
        with self._ways.database.reading() as session:
            part = exchange_state.taking_part(session)
            if part is None:
                return Standing(is_shared=False)
            held = exchange_log.how_many_wait(session)
            waiting = exchange_log.waiting_to_go(session)
        return Standing(
            True,
            part.service,
            part.state,
            waiting,
            sum(held.values()),
            part.last_at,
            tuple(reporting.standing_words(part, held)),
            held.get(Why.HELD, 0),
        )

    def share(self, name: str) -> None:
        """Let the group be one that other laptops can join; ``name`` is what this one is called.

        Nothing leaves this computer by it.

        Raises:
            AlreadyShared: it is one already, or it is the practice group.
        """
        if self._ways.group.is_practice or self._ways.part_or_none() is not None:
            raise AlreadyShared
        with self._ways.database.writing() as session:
            identity.begin(session, self._ways.group.id, self._ways.author(session), name)

    def use_service(self, address: str, code: str, name: str = "") -> None:
        """Let the group use a service from now on. ``code`` is from whoever runs the service.

        ``name`` is what this laptop is called from now on; empty is as before.

        Raises:
            AlreadyShared: it uses one already.
            NotShared: ``share`` comes first.
            Offline: the service cannot be reached; ask once more with the same code.
            GroupCodeNotRight: the service does not know the code, or not any more.
            WrongAddress: it is no address.
        """
        part = self._ways.part()
        if part.service:
            raise AlreadyShared
        if name:
            with self._ways.database.writing() as session:
                identity.name_this(session, self._ways.author(session), name)
        with self._ways.database.reading() as session:
            sign = SignKeys.of(exchange_state.own_devices(session)[part.door])
        keys = DeviceKeys(part.door, sign.key, SealKeys.of(part.seal_secret).key)
        door = self._ways.connect(address)
        try:
            door.probe()
            admitted = door.start_group(self._ways.group.id, code, keys)
        except (NotThere, Gone) as error:
            raise GroupCodeNotRight(type(error).__name__) from error
        finally:
            door.close()
        with self._ways.database.writing() as session:
            exchange_state.use_service(session, address, admitted.token)

    def invite(self) -> Invited:
        """Return a code that lets one more laptop ask to come in, for an hour.

        Raises:
            NotShared: the group uses no service.
            Offline: the service cannot be reached.
            Taken: there are five open invitations.
        """
        return self._inviting.invite()

    def asking(self) -> tuple[Asking, ...]:
        """Return the laptops that ask to be let in, each with the four words to compare.

        Raises:
            Offline: the service cannot be reached.
        """
        return self._inviting.asking()

    def accept(self, device: str) -> None:
        """Let a laptop in. Only when both people have seen the same four words.

        Raises:
            NobodyAsks: it does not ask, or no longer.
            Offline: the service cannot be reached; ask once more.
        """
        self._inviting.accept(device)
        # What the service holds is looked through: the new laptop has nobody else to read from.
        with self._ways.database.writing() as session:
            exchange_state.read_anew(session)
            exchange_blobs.begin_anew(session)
        with suppress(StartedAgain):  # whoever does it just now gives them the same
            self.exchange(with_files=False)

    def refuse(self, device: str) -> None:
        """Do not let a laptop in.

        Raises:
            Offline: the service cannot be reached.
        """
        self._inviting.refuse(device)

    def laptops(self) -> tuple[LaptopLine, ...]:
        """Return the group's laptops, this one first, those that were taken out last."""
        with self._ways.database.reading() as session:
            part = exchange_state.taking_part(session)
            records = asked.devices(session)
            last = came.last_of(session)
            owners = {str(each.values.get("owner", "")) for each in records}
            names = group_records.titles(session, owners)
        if part is None:
            return ()
        return reporting.laptop_lines(records, part.door, last, names)

    def remove(self, laptops: Sequence[str]) -> Report:
        """Take laptops out, by the ids of ``laptops``; the group gets a new key that they lack.

        What they hold stays on them. Returns what came of the exchange that this takes.

        Raises:
            LastLaptop: one is this laptop.
            NoSuchLaptop: there is no such laptop, or it was taken out already.
            Offline: the service cannot be reached; nothing was changed.
        """
        taking_out.must_be_removable(self._ways, laptops)
        has_service = bool(self._ways.part_that_may().service)
        if has_service:
            # The door first: what they gave before is read then, and nothing comes after it.
            with self._ways.service() as (service, _):
                doors.shut_these(service, laptops)
            before = self.exchange(with_files=False)
            if before.error is not None:
                raise before.error
        taking_out.take_out(self._ways, laptops)
        return self.exchange(with_files=False) if has_service else Report()

    def remove_person(self, owner_id: str) -> Report:
        """Take all laptops of a person out (``LaptopLine.owner_id``); see ``remove``.

        Raises:
            NoSuchLaptop: the person has none here.
            AppError: as ``remove``.
        """
        found = [
            each.id for each in self.laptops() if each.owner_id == owner_id and not each.is_removed
        ]
        return self.remove(found)

    def exchange(
        self,
        *,
        with_files: bool = True,
        progress: Progress = lambda *_: None,
        stop: Event | None = None,
    ) -> Report:
        """Exchange changes and files with the others, by the service.

        What could not be done says so in the answer (``error``); what was done stays done.

        Raises:
            NotShared: the group is on this laptop alone, or uses no service.
            LookFirst: it was brought back from a backup; ``go_on`` after a look.
            TakenOut: this laptop was taken out.
            StartedAgain: another window does it just now.
        """
        with self._ways.turn(), self._ways.service() as (service, _):
            run = GroupExchange(
                self._ways.database, self._ways.group.id, service, progress=progress, stop=stop
            )
            now = self._ways.records.clock.now()
            found = run.run(now, with_files=with_files)
            if self._follow_up(found) and found.error is None:
                found.and_then(run.run(now, with_files=False))
            return reporting.report(self._ways.database, found)

    def door(self) -> GroupService | None:
        """Return the service as this laptop may use it; None where the group uses none.

        Whoever asked closes it.

        Raises:
            LookFirst: the group was brought back from a backup.
            TakenOut: this laptop was taken out.
        """
        part = self._ways.part_or_none()
        if part is None or not part.service:
            return None
        self._ways.part_that_may()
        return self._ways.connect(part.service).entering(self._ways.group.id, part.token)

    def go_on(self) -> None:
        """Let changes be exchanged again after somebody looked at what a backup brought back."""
        with self._ways.database.writing() as session:
            part = exchange_state.taking_part(session)
            if part is not None and part.state is State.LOOK:
                exchange_state.set_state(session, State.ON)

    def let_delete(self) -> None:
        """Let the next exchange delete what waits for that just now, and nothing that comes later.

        See ``Report.would_delete``.
        """
        with self._ways.database.writing() as session:
            if not exchange_log.how_many_wait(session).get(Why.HELD):
                return
            exchange_state.set_may_delete(session, may_delete=True)

    def came(self, *, skip: int = 0, limit: int = AT_ONCE) -> tuple[Came, ...]:
        """Return what others did on their laptops and that came here, the newest first."""
        with self._ways.database.reading() as session:
            found = came.lately_came(session, skip=skip, limit=limit)
        return tuple(map(reporting.as_came, found))

    def exchange_out(
        self, path: Path, progress: Progress = lambda *_: None, stop: Event | None = None
    ) -> int:
        """Write everything that others may lack into one sealed file, for a stick.

        Returns how many changes are in it. What was there under the name stays until the new
        file is whole.

        Raises:
            NotShared: ``share`` comes first.
            LookFirst: as ``exchange``; or StartedAgain.
            FolderNotWritable: it cannot be written there; or DiskFull.
            Stopped: ``stop`` was set.
        """
        self._ways.part_that_may(by_stick=True)
        with self._ways.turn():
            return stick.write(self._ways.database, self._ways.group.id, path, progress, stop)

    def exchange_in(
        self, path: Path, progress: Progress = lambda *_: None, stop: Event | None = None
    ) -> Report:
        """Take in what another laptop of the group wrote for a stick.

        Raises:
            NotAnExchange: the file is none of this group, or not whole.
            CopyNotRead: the stick does not answer.
            NotShared: ``share`` comes first; or LookFirst, StartedAgain.
            Stopped: ``stop`` was set before anything was among the records.

        What goes wrong after that only leaves files out, and is the error of the report.
        """
        self._ways.part_that_may(by_stick=True)
        with self._ways.turn():
            now = self._ways.records.clock.now()
            database, group = self._ways.database, self._ways.group.id
            found = stick.read(database, group, path, now, progress=progress, stop=stop)
            self._follow_up(found)
            return reporting.report(self._ways.database, found)

    def _follow_up(self, found: Exchanged) -> bool:
        """Do what follows from what came, and say whether there is more to give by it."""
        database = self._ways.database
        with database.writing() as session:
            author = self._ways.author(session)
            said = identity.say_whose(session, author)
            said |= identity.say_what_is_held(session, author)
            group = self._ways.group.id
            said |= identity.part_from_copy(session, group, author, found.branched)
        if any(each.deed == Deed.ERASE for each in found.new):
            database.empty_log()
            keep_list(database)
            take_away_erased(database)
        return said
