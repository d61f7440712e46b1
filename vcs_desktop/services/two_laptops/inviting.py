"""Another laptop is invited, shows that it has the code, and is let in."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from vcs_desktop.core.two_laptops_errors import NobodyAsks
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.laptops import Laptop
from vcs_desktop.services.two_laptops import identity
from vcs_desktop.services.two_laptops.by_stick import Paper, read_paper, write_paper
from vcs_desktop.services.two_laptops.lines import Asking, Invited
from vcs_desktop.services.two_laptops.ways import Ways
from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.exchange_state import OpenInvitation, TakingPart, Trusted
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.service_errors import OtherBytes
from vcs_desktop.vault.invitation import (
    DeviceCard,
    EpochKey,
    InviteCode,
    Offer,
    Welcome,
    open_asking,
    seal_offer,
    seal_welcome,
    words_of,
)
from vcs_desktop.vault.sealing import NotOpened
from vcs_desktop.wire.service import INVITATION_S, JoinRequest


@dataclass(frozen=True, slots=True)
class _Proved:
    """A laptop that asks and has the code of an invitation."""

    card: DeviceCard
    words: str
    locator: str


class Inviting:
    """Invites laptops, and lets them in."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._shown: dict[str, str] = {}

    def invite(self) -> Invited:
        """Return a code; see ``TwoLaptopsService.invite``."""
        code = InviteCode.new()
        key = code.key()
        with self._ways.service() as (service, part):
            with self._ways.database.reading() as session:
                card, _ = self._ways.own_card(session, part)
            offer = Offer(self._ways.group.id, card, part.service)
            service.invite(code.locator, seal_offer(offer, key, code.locator))
        now = self._ways.records.clock.now()
        with self._ways.database.writing() as session:
            exchange_state.add_invitation(session, OpenInvitation(code.locator, key, now))
        return Invited(code.groups(), now + timedelta(seconds=INVITATION_S), part.service)

    def invite_by_stick(self, path: Path) -> Invited:
        """Return a code, and write the offer into a file for a stick.

        Raises:
            NotShared: ``share`` comes first; or LookFirst, TakenOut.
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        part = self._ways.part_that_may()
        code = InviteCode.new()
        key, now = code.key(), self._ways.records.clock.now()
        with self._ways.database.writing() as session:
            card, _ = self._ways.own_card(session, part)
            offer = seal_offer(Offer(self._ways.group.id, card, ""), key, code.locator)
            exchange_state.add_invitation(session, OpenInvitation(code.locator, key, now))
        write_paper(path, Paper("offer", code.locator, offer))
        return Invited(code.groups(), now + timedelta(seconds=INVITATION_S), "")

    def asking_by_stick(self, path: Path) -> Asking:
        """Return who asks by a file that came back, with the four words to compare.

        Raises:
            NobodyAsks: it does not answer an invitation of the last hour.
            NotAnExchange: it is no such file.
        """
        found = self._proved_by_stick(path)
        return Asking(found.card.id, found.card.name, found.words)

    def accept_by_stick(self, path: Path, welcome_file: Path) -> None:
        """Let the laptop in that asks by a file, and write its welcome.

        Raises:
            NobodyAsks: as ``asking_by_stick``; or NotAnExchange.
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        found, part = self._proved_by_stick(path), self._ways.part()
        with self._ways.database.writing() as session:
            welcome = self.let_in(session, part, found.card)
        write_paper(welcome_file, Paper("welcome", found.locator, welcome))
        with self._ways.database.writing() as session:
            exchange_state.drop_invitation(session, found.locator)

    def _proved_by_stick(self, path: Path) -> _Proved:
        paper = read_paper(path, "asking")
        found = self._proved_with(paper.locator, paper.content, self._ways.part_that_may())
        if found is None:
            raise NobodyAsks
        return found

    def asking(self) -> tuple[Asking, ...]:
        """Return who asks; see ``TwoLaptopsService.asking``."""
        with self._ways.service() as (service, part):
            joins = service.joins()
        found = [self._proved(each, part) for each in joins]
        self._shown |= {each.card.id: each.words for each in found if each}
        return tuple(Asking(each.card.id, each.card.name, each.words) for each in found if each)

    def accept(self, device: str) -> None:
        """Let a laptop in; see ``TwoLaptopsService.accept``."""
        with self._ways.service() as (service, part):
            joins = [each for each in service.joins() if each.device.id == device]
            found = self._proved(joins[0], part) if joins else None
            if found is None or self._shown.get(device, found.words) != found.words:
                raise NobodyAsks  # or another has come in its place since the words were compared
            with self._ways.database.writing() as session:
                welcome = self.let_in(session, part, found.card)
            with suppress(OtherBytes):  # it is welcome already, and our last answer was lost
                service.welcome(device, welcome)
        with self._ways.database.writing() as session:
            exchange_state.drop_invitation(session, found.locator)

    def refuse(self, device: str) -> None:
        """Do not let a laptop in; see ``TwoLaptopsService.refuse``."""
        with self._ways.service() as (service, _):
            service.refuse(device)

    def let_in(self, session: Session, part: TakingPart, card: DeviceCard) -> bytes:
        """Write down a laptop that comes in, and return its welcome."""
        if card.id not in exchange_state.trusted(session):
            author = self._ways.author(session)
            act = Act(session, author, Verb.ADD, undoable=False)
            # Whose it is says the first exchange of the laptop itself.
            laptop = Laptop(card.id, card.name, "", card.sign_key, card.seal_key, card.id)
            identity.tell_of(act, laptop)
            exchange_state.trust(session, [Trusted(card.id, card.sign_key, card.seal_key, card.id)])
        _, sign = self._ways.own_card(session, part)
        return seal_welcome(self._welcome(session, part), card, sign)

    def _welcome(self, session: Session, part: TakingPart) -> Welcome:
        epochs = tuple(
            EpochKey(each.epoch, each.key, each.by)
            for each in exchange_state.epochs(session)
            if each.is_given or each.epoch == 1
        )
        trusted = exchange_state.trusted(session).values()
        names = group_records.titles(session, [each.id for each in trusted])
        devices = tuple(
            DeviceCard(each.id, each.sign_key, each.seal_key, each.door, names.get(each.id, ""))
            for each in trusted
        )
        return Welcome(self._ways.group.id, self._ways.group.name, epochs, devices, part.service)

    def _proved(self, join: JoinRequest, part: TakingPart) -> _Proved | None:
        """Return a laptop that asks, if it has the code and shows the keys that it has."""
        found = self._proved_with(join.locator, join.proof, part)
        told = (join.device.id, join.device.sign_key, join.device.seal_key)
        if found is None or (found.card.id, found.card.sign_key, found.card.seal_key) != told:
            return None
        return found

    def _proved_with(self, locator: str, proof: bytes, part: TakingPart) -> _Proved | None:
        with self._ways.database.reading() as session:
            invitations = {each.locator: each for each in exchange_state.invitations(session)}
            own, _ = self._ways.own_card(session, part)
            known = exchange_state.trusted(session)
            gone = {
                each.id for each in asked.devices(session) if each.values.get("is_removed") is True
            }
        invitation = invitations.get(locator)
        now = self._ways.records.clock.now()
        if invitation is None or now > invitation.made_at + timedelta(seconds=INVITATION_S):
            return None
        group, key = self._ways.group.id, invitation.code_key
        try:
            card = open_asking(proof, key, group, locator)
        except NotOpened:
            return None
        if card.id in gone or not _may_be(card, known.get(card.id)):
            return None
        return _Proved(card, words_of(group, own, card, key), locator)


def _may_be(card: DeviceCard, known: Trusted | None) -> bool:
    """Say whether a laptop is a new one, or the one that is known by this id.

    Else it would have the keys of the group, and stand in no list of its laptops.
    """
    return known is None or (card.sign_key, card.seal_key) == (known.sign_key, known.seal_key)
