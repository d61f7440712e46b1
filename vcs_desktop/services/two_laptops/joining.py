"""This computer asks to be let into a group that is on another laptop, and gets its records."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.two_laptops_errors import CodeNotRight, GroupIsHereAlready, NotLetIn
from vcs_desktop.services.groups.beginning import Beginning, SecondPerson
from vcs_desktop.services.groups.lines import NewGroup, NewHere
from vcs_desktop.services.two_laptops.connecting import Connect, by_http
from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.exchange_state import Epoch, Trusted
from vcs_desktop.storage.operation_log import be_device
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.service_errors import Gone, NotThere
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import (
    DeviceCard,
    InviteCode,
    Offer,
    Welcome,
    open_offer,
    open_welcome,
    seal_asking,
    words_of,
)
from vcs_desktop.wire.service import DeviceKeys

if TYPE_CHECKING:
    from vcs_desktop.services.groups import GroupsService, OpenGroup
    from vcs_desktop.services.groups.rehearsal import Rehearsal


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who opens the group on this computer: what they are called, and their own secret words.

    ``role``, ``code`` and ``second`` are as those who begin a group say (``Beginning``).
    """

    person: str
    passphrase: str = field(repr=False)
    hides_name: bool = False
    role: str = ""
    code: "Rehearsal | None" = field(default=None, repr=False)
    second: SecondPerson | None = None


@dataclass(frozen=True, slots=True)
class Secrets:
    """What only this computer knows of a try."""

    sign: SignKeys = field(repr=False)
    seal: SealKeys = field(repr=False)
    waiting_token: str = field(repr=False)


class Joining:
    """One try to be let in. It is in memory only: who ends it asks again with the code.

    ``words`` are the four words that must be the same on the other laptop's screen.
    """

    def __init__(
        self, service: str, offer: Offer, card: DeviceCard, words: str, secrets: Secrets
    ) -> None:
        self.words = words
        self.service = service
        self.offer = offer
        self.card = card
        self.secrets = secrets
        self.welcome: Welcome | None = None
        self.token = ""

    @property
    def is_let_in(self) -> bool:
        """Whether the other laptop has let this one in."""
        return self.welcome is not None

    @property
    def group_name(self) -> str:
        """What the group is called, once this laptop was let in; empty before."""
        return self.welcome.name if self.welcome else ""


class JoiningService:
    """Asks to be let into groups. Ask on the work lane: the code takes a moment."""

    def __init__(self, groups: "GroupsService", clock: Clock, connect: Connect = by_http) -> None:
        """``connect`` comes to the service at an address; only tests give another."""
        self._groups = groups
        self._ids = Ids(clock)
        self.connect = connect

    def ask(self, service: str, typed: str, name: str) -> Joining:
        """Ask to be let in by a code. ``name`` is what this laptop will be called.

        Raises:
            CodeNotRight: it is no code, or there is no open invitation with it.
            GroupIsHereAlready: the group is on this laptop, as a copy that came by stick.
            Offline: the service cannot be reached; or WrongAddress.
        """
        code = InviteCode.typed(typed)
        key = code.key()
        device, sign, seal = self._ids.new(), SignKeys.new(), SealKeys.new()
        card = DeviceCard(device, sign.key, seal.key, device, name)
        door = self.connect(service)
        try:
            found = door.invitation(code.locator)
            offer = open_offer(found.offer, key, code.locator)
            if offer.group != found.group:
                raise CodeNotRight("another group")
            self._must_be_elsewhere(offer.group)
            keys = DeviceKeys(device, sign.key, seal.key)
            proof = seal_asking(card, key, offer.group, code.locator)
            token = door.ask_to_join(code.locator, keys, proof)
        except (NotThere, Gone) as error:
            raise CodeNotRight(type(error).__name__) from error
        finally:
            door.close()
        words = words_of(offer.group, offer.by, card, key)
        return Joining(service, offer, card, words, Secrets(sign, seal, token))

    def _must_be_elsewhere(self, group: str) -> None:
        if any(each.id == group for each in self._groups.groups()):
            raise GroupIsHereAlready

    def is_let_in(self, joining: Joining) -> bool:
        """Ask whether the other laptop has let this one in; ask every few seconds.

        Raises:
            NotLetIn: it said no, or the time is over.
            NotTheSameGroup: somebody else answered.
            Offline: the service cannot be reached.
        """
        if joining.welcome is not None:
            return True
        door = self.connect(joining.service)
        try:
            found = door.joined(joining.card.id, joining.secrets.waiting_token)
        except (Gone, NotThere) as error:
            raise NotLetIn from error
        finally:
            door.close()
        if found is None:
            return False
        joining.welcome = open_welcome(
            found.welcome, joining.secrets.seal, joining.offer, joining.card.id
        )
        joining.token = found.admitted.token
        return True

    def finish(self, joining: Joining, member: NewMember) -> "OpenGroup":
        """Make the group on this computer, and leave it open; its records come by ``exchange``.

        Raises:
            NotLetIn: this laptop was not let in yet.
            GroupIsHere: the group is on this computer already.
            WeakPassphrase: the words are too easy to guess.
            AppError: as ``GroupsService.create``.
        """
        welcome = joining.welcome
        if welcome is None:
            raise NotLetIn
        new = NewGroup(welcome.name, member.passphrase, member.person, member.hides_name)
        here = NewHere(welcome.group, lambda session: _fill(session, joining, welcome))
        asked = Beginning(new, member.role, member.code, member.second)
        return self._groups.beginnings.make(asked, here=here)


def _fill(session: Session, joining: Joining, welcome: Welcome) -> None:
    """Keep all that the welcome brought, before anybody opens the group."""
    card, secrets = joining.card, joining.secrets
    be_device(session, card.id)
    exchange_state.take_part(session, card.id, secrets.seal.secret)
    exchange_state.add_own_device(session, card.id, secrets.sign.seed)
    if joining.token:
        exchange_state.use_service(session, joining.service, joining.token)
    known = [Trusted(each.id, each.sign_key, each.seal_key, each.door) for each in welcome.devices]
    own = Trusted(card.id, card.sign_key, card.seal_key, card.id)
    exchange_state.trust(session, [own, *known])
    for each in welcome.epochs:
        exchange_state.add_epoch(session, Epoch(each.epoch, each.by, each.key, is_given=True))
