"""A service with an inbox that is alive, the council's key, and a group that trusts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.laptops import house
from tests.support.live_service import live_service
from tests.support.sharing import yes_to_key
from tests.support.vault_examples import QUICK
from vcs_desktop.services.publishing.council_inbox import new_council_key
from vcs_desktop.sync.service_remote import HttpGroupService

WORDS = "seven quiet boats under a tall bridge"
"""The secret words of the council's key."""


@dataclass
class _Council:
    """What ``yes_to_key`` needs to know of a council."""

    keys: Any


@dataclass
class LiveInbox:
    """``key`` is the council's key file and its key, ``laptop`` the group's one laptop."""

    key: Any
    live: Any
    laptop: Any


@contextmanager
def live_inbox(folder: Path) -> Iterator[LiveInbox]:
    """Yield it; the service has ended afterwards."""
    key = new_council_key(folder / "keys", "oxfordshire", "Ann Officer", WORDS, QUICK)
    address = f"sqlite:///{folder / 'service.db'}"
    with live_service(address, council_key=key[1].key) as live:
        made = house(folder)
        try:
            one = made.alone("one")
            one.laptops.connect = HttpGroupService.at
            one.laptops.share("Asha's laptop")
            one.laptops.use_service(live.address, live.new_code())
            yes_to_key(one, _Council(key[1]))
            yield LiveInbox(key, live, one)
        finally:
            made.close()
