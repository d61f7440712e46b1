"""A laptop comes into a group by a stick that goes there and back: no service is needed.

The stick carries the offer to the new laptop, its asking back, and then the welcome. The code
and the four words are said by one person to the other, as ever.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import FolderNotWritable, not_written
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.two_laptops_errors import CodeNotRight, NotAnExchange
from vcs_desktop.services.two_laptops.joining import Joining, Secrets
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import (
    DeviceCard,
    InviteCode,
    open_offer,
    open_welcome,
    seal_asking,
    words_of,
)

if TYPE_CHECKING:
    from vcs_desktop.vault.invitation import Offer

SUFFIX: Final = ".vcsinvite"
_FORMAT: Final = "vcs-desktop-invite"
_MOST_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the three files: ``part`` is ``offer``, ``asking`` or ``welcome``."""

    part: str
    locator: str
    content: bytes = field(repr=False)


def write_paper(path: Path, paper: Paper) -> None:
    """Write one of the three files.

    Raises:
        FolderNotWritable: it cannot be written there; or DiskFull.
    """
    told = {
        "format": _FORMAT,
        "part": paper.part,
        "locator": paper.locator,
        "content": paper.content.hex(),
    }
    try:
        write_whole(path, json.dumps(told).encode(), private=True)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"invite: {error.strerror}")) from error


def read_paper(path: Path, part: str) -> Paper:
    """Read one of the three files.

    Raises:
        NotAnExchange: it is none, or another of them.
    """
    try:
        with path.open("rb") as file:
            said: dict[str, Any] = json.loads(file.read(_MOST_BYTES))
        if (said["format"], said["part"]) != (_FORMAT, part):
            raise NotAnExchange(part)
        return Paper(part, str(said["locator"]), bytes.fromhex(said["content"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAnExchange(type(error).__name__) from error


class JoiningByStick:
    """Asks to be let into a group by a stick, and takes the welcome from it."""

    def __init__(self, clock: Clock) -> None:
        self._ids = Ids(clock)

    def ask(self, offer_file: Path, typed: str, name: str, asking_file: Path) -> Joining:
        """Read an offer, write what is asked, and return the try; it is in memory only.

        Give it to ``JoiningService.finish`` once ``take`` has read the welcome.

        Raises:
            CodeNotRight: the file does not open with this code.
            NotAnExchange: it is no such file.
            FolderNotWritable: the answer cannot be written; or DiskFull.
        """
        paper, code = read_paper(offer_file, "offer"), InviteCode.typed(typed)
        if paper.locator != code.locator:
            raise CodeNotRight
        key = code.key()
        offer: Offer = open_offer(paper.content, key, code.locator)
        sign, seal, device = SignKeys.new(), SealKeys.new(), self._ids.new()
        card = DeviceCard(device, sign.key, seal.key, device, name)
        asking = seal_asking(card, key, offer.group, code.locator)
        write_paper(asking_file, Paper("asking", code.locator, asking))
        words = words_of(offer.group, offer.by, card, key)
        return Joining("", offer, card, words, Secrets(sign, seal, ""))

    def take(self, joining: Joining, welcome_file: Path) -> None:
        """Read the welcome.

        Raises:
            NotAnExchange: it is no such file.
            NotTheSameGroup: somebody else made it, or it is for another laptop.
        """
        paper = read_paper(welcome_file, "welcome")
        joining.welcome = open_welcome(
            paper.content, joining.secrets.seal, joining.offer, joining.card.id
        )
