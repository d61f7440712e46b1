"""A service with the key of a council, and a laptop of a group that shares by it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.laptops import house
from tests.support.live_service import LiveService, live_service
from tests.support.sharing import yes_to_key
from tests.support.vault_examples import QUICK
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.publishing.council_inbox import new_council_key
from vcs_desktop.services.sharing.door import door_of
from vcs_desktop.services.sharing.outbox import Report
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault.key_file import KeyFile

WORDS = "seven quiet boats under a tall bridge"


@dataclass
class Council:
    """A council: the file of its key, and what that says."""

    file: Path
    keys: KeyFile


def council(folder: Path) -> Council:
    """Return a council with a new key, which ``WORDS`` open."""
    return Council(*new_council_key(folder / "keys", "oxfordshire", "Ann Officer", WORDS, QUICK))


def service_of(council: Council, folder: Path) -> AbstractContextManager[LiveService]:
    """Run a service to which groups share for a council."""
    return live_service(f"sqlite:///{folder / 'service.db'}", council_key=council.keys.key)


@contextmanager
def laptop_that_shares(folder: Path, live: LiveService, council: Council) -> Iterator[InGroup]:
    """Yield a group on a laptop that has joined the service and compared the digits."""
    made = house(folder)
    one = made.alone("one")
    one.laptops.connect = HttpGroupService.at
    one.laptops.share("Asha's laptop")
    one.laptops.use_service(live.address, live.new_code())
    yes_to_key(one, council)
    yield one
    made.close()


def send(laptop: InGroup) -> Report:
    """Send what waits, and ask for every answer."""
    return laptop.outbox.run(door_of(laptop), lambda: True, ask_all=True)
