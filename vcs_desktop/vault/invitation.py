"""Letting another laptop into a group: a short code, an offer, an answer, four words, a welcome.

The code is said or shown by one person to another and never given to the service, which
sees only a digest of it. Both laptops show four words that are made of everybody's keys:
when a person has seen that they are the same, nobody stands between the two.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Final, Self

from nacl.utils import random

from vcs_desktop.core.ids import is_id
from vcs_desktop.core.two_laptops_errors import CodeNotRight, NotTheSameGroup
from vcs_desktop.vault import sealing
from vcs_desktop.vault.device_keys import SealKeys, SignKeys, is_signed, seal_for
from vcs_desktop.vault.passphrase import WORDS_OFFERED, kind_words
from vcs_desktop.vault.recovery_code import ALPHABET, letters_of
from vcs_desktop.vault.sealing import FOR_CODES, NotOpened
from vcs_desktop.wire import fields
from vcs_desktop.wire.record import canonical

LETTERS: Final = 12
GROUP: Final = 4
_LOCATOR: Final = b"vcs-invite-locator-v1\0"
_WELCOME: Final = b"vcs-welcome-v1\0"
_OFFER: Final = "vcs-offer-v1"
_ASKING: Final = "vcs-asking-v1"
LONGEST_NAME: Final = 80
LONGEST_ADDRESS: Final = 500


@dataclass(frozen=True, slots=True)
class InviteCode:
    """A code of 60 bits. Only ``groups`` shows it, never ``str``."""

    letters: str = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Return a new random code."""
        return cls("".join(ALPHABET[byte % len(ALPHABET)] for byte in random(LETTERS)))

    @classmethod
    def typed(cls, words: str) -> Self:
        """Return the code that a person typed: small letters, spaces and hyphens do not matter.

        Raises:
            CodeNotRight: it can be none.
        """
        letters = letters_of(words)
        if len(letters) != LETTERS or not set(letters) <= set(ALPHABET):
            raise CodeNotRight
        return cls(letters)

    def groups(self) -> tuple[str, ...]:
        """Return the code as it is written: three groups of four."""
        return tuple(self.letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))

    @property
    def locator(self) -> str:
        """What the service knows the invitation by."""
        return hashlib.sha256(_LOCATOR + self.letters.encode()).hexdigest()

    def key(self) -> bytes:
        """Return the key that the code makes. It takes a moment.

        Raises:
            NotEnoughMemory: this computer cannot work it out now.
        """
        salt = bytes.fromhex(self.locator)[: sealing.SALT_BYTES]
        return sealing.stretched(self.letters.encode(), salt, FOR_CODES)


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """A laptop as others know it. ``door`` is its id at the service, which it may have kept.

    ``name`` is what people call it; it may be empty.
    """

    id: str
    sign_key: str
    seal_key: str
    door: str = ""
    name: str = ""

    def as_json(self) -> dict[str, str]:
        """Return it as it travels."""
        return {
            "id": self.id,
            "sign_key": self.sign_key,
            "seal_key": self.seal_key,
            "door": self.door or self.id,
            "name": self.name,
        }

    @classmethod
    def of(cls, said: dict[str, Any]) -> Self:
        """Read one.

        Raises:
            ValueError: it is none.
        """
        card = cls(
            fields.text(said, "id"),
            fields.text(said, "sign_key", fields.KEY),
            fields.text(said, "seal_key", fields.KEY),
            fields.text(said, "door"),
            str(said.get("name", ""))[:LONGEST_NAME],
        )
        if not is_id(card.id) or not is_id(card.door):
            raise ValueError("the id of a device is none")
        return card


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation says to who has the code. ``service`` is empty where there is none."""

    group: str
    by: DeviceCard
    service: str = ""


@dataclass(frozen=True, slots=True)
class EpochKey:
    """The key of an epoch, and which device made it."""

    epoch: int
    key: bytes = field(repr=False)
    by: str = ""


@dataclass(frozen=True, slots=True)
class Welcome:
    """All that a laptop needs to take part: the keys, and whom to believe."""

    group: str
    name: str
    epochs: tuple[EpochKey, ...]
    devices: tuple[DeviceCard, ...]
    service: str = ""


def seal_offer(offer: Offer, code_key: bytes, locator: str) -> bytes:
    """Return an offer that opens with the code only."""
    told = {"group": offer.group, "by": offer.by.as_json(), "service": offer.service}
    return sealing.seal(code_key, canonical(told), _bound(_OFFER, locator))


def open_offer(sealed: bytes, code_key: bytes, locator: str) -> Offer:
    """Return an offer.

    Raises:
        CodeNotRight: it was not made with this code.
    """
    try:
        said = fields.thing(sealing.unseal(code_key, sealed, _bound(_OFFER, locator)))
        by = DeviceCard.of(_object(said, "by"))
        service = str(said.get("service", ""))[:LONGEST_ADDRESS]
        return Offer(fields.text(said, "group"), by, service)
    except (NotOpened, ValueError) as error:
        raise CodeNotRight(type(error).__name__) from error


def seal_asking(card: DeviceCard, code_key: bytes, group: str, locator: str) -> bytes:
    """Return what proves to the inviter that whoever asks has the code, and for which keys."""
    return sealing.seal(code_key, canonical(card.as_json()), _bound(_ASKING, group, locator))


def open_asking(sealed: bytes, code_key: bytes, group: str, locator: str) -> DeviceCard:
    """Return who asks to be let in.

    Raises:
        NotOpened: who asks does not have the code.
    """
    inside = sealing.unseal(code_key, sealed, _bound(_ASKING, group, locator))
    try:
        return DeviceCard.of(fields.thing(inside))
    except ValueError as error:
        raise NotOpened from error


def words_of(group: str, by: DeviceCard, asking: DeviceCard, code_key: bytes) -> str:
    """Return the four words that both laptops show: the same only where all keys are."""
    keys = [[each.id, each.sign_key, each.seal_key] for each in (by, asking)]
    said = canonical([group, *keys, code_key.hex()])
    number = int.from_bytes(sealing.digest(said, purpose="four words"), "big")
    words, chosen = kind_words(), []
    for _ in range(WORDS_OFFERED):
        number, place = divmod(number, len(words))
        chosen.append(words[place])
    return " ".join(chosen)


def seal_welcome(welcome: Welcome, to: DeviceCard, keys: SignKeys) -> bytes:
    """Return a welcome that only the new laptop opens, signed by who lets it in."""
    told = canonical(
        {
            "group": welcome.group,
            "name": welcome.name,
            "epochs": [[each.epoch, each.key.hex(), each.by] for each in welcome.epochs],
            "devices": [each.as_json() for each in welcome.devices],
            "service": welcome.service,
        }
    )
    signature = keys.sign(_signed(welcome.group, to.id) + told)
    return seal_for(to.seal_key, signature + told)


def open_welcome(sealed: bytes, keys: SealKeys, offer: Offer, device: str) -> Welcome:
    """Return the welcome for a device, by the laptop that made the offer.

    Raises:
        NotTheSameGroup: somebody else made it, or it is for another group or device.
    """
    try:
        inside = keys.open(sealed)
        signature, told = inside[:64], inside[64:]
        if not is_signed(offer.by.sign_key, signature, _signed(offer.group, device) + told):
            raise NotTheSameGroup("signature")
        return _welcome(fields.thing(told), offer.group)
    except (NotOpened, ValueError, TypeError) as error:
        raise NotTheSameGroup(type(error).__name__) from error


def _welcome(said: dict[str, Any], group: str) -> Welcome:
    epochs = said["epochs"] if isinstance(said.get("epochs"), list) else []
    keys = tuple(EpochKey(int(n), bytes.fromhex(key), str(by)) for n, key, by in epochs)
    devices = tuple(map(DeviceCard.of, fields.things(said, "devices", 10_000)))
    if fields.text(said, "group") != group or not devices or not keys:
        raise NotTheSameGroup("another group")
    if any(len(each.key) != sealing.KEY_BYTES for each in keys):
        raise ValueError("no key")
    return Welcome(group, str(said.get("name", "")), keys, devices, str(said.get("service", "")))


def _signed(group: str, device: str) -> bytes:
    return _WELCOME + canonical([group, device])


def _bound(*said: str) -> bytes:
    return canonical(list(said))


def _object(said: dict[str, Any], name: str) -> dict[str, Any]:
    found = said.get(name)
    if not isinstance(found, dict):
        raise ValueError(f"{name} is missing")
    return found
