"""How the services of a group come to the infrastructure service."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vcs_desktop.sync.group_service import ServiceDoor

Connect = Callable[[str], "ServiceDoor"]
"""Returns the service at an address; tests give one in memory."""


def by_http(address: str) -> "ServiceDoor":
    """Return the service at an address.

    Raises:
        WrongAddress: it is none.
    """
    from vcs_desktop.sync.service_remote import HttpGroupService

    return HttpGroupService.at(address)
