"""The services that give contracts page by page, and where their first page is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from ipaddress import ip_address
from types import MappingProxyType
from typing import Final
from urllib.parse import SplitResult, urlencode, urlsplit

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr

_LONGEST = 2_000
_DIGITS = 8
_SINCE: Final = "{since}"


@dataclass(frozen=True, slots=True)
class Api:
    """A service. ``name`` is for people, ``file`` begins the names of its files.

    ``asks`` are the questions of the first page; in them, and in the address, ``{since}`` is the
    first moment of a day.
    """

    name: str
    file: str
    address: str
    asks: Mapping[str, str]

    def first_page(self, since: date) -> str:
        """Return the address of the first page of all that is of this day or later."""
        moment = f"{since.isoformat()}T00:00:00"
        asked = {name: said.replace(_SINCE, moment) for name, said in self.asks.items()}
        query = urlencode(asked, safe=":")
        address = self.address.replace(_SINCE, moment)
        return f"{address}?{query}" if query else address


CONTRACTS_FINDER: Final = Api(
    "Contracts Finder",
    "contracts-finder",
    "https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search",
    MappingProxyType({"publishedFrom": _SINCE, "limit": "100"}),
)
"""Source: https://www.contractsfinder.service.gov.uk/apidocumentation/Notices/1/GET-Published-Notice-OCDS-Search"""

FIND_A_TENDER: Final = Api(
    "Find a Tender",
    "find-a-tender",
    "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages",
    MappingProxyType({"updatedFrom": _SINCE, "limit": "100"}),
)
"""Source: https://www.find-tender.service.gov.uk/apidocumentation/1.0/GET-ocdsReleasePackages"""

KNOWN: Final = MappingProxyType({each.file: each for each in (CONTRACTS_FINDER, FIND_A_TENDER)})


def api_called(said: str) -> Api:
    """Return the service that a name or the address of its first page means.

    Raises:
        CannotUseInput: it is neither, or no address that is safe to ask.
    """
    known = KNOWN.get(said.strip().lower())
    if known is not None:
        return known
    parts = split_address(said.strip().replace(_SINCE, "2026-01-01T00:00:00"))
    if parts is None:
        raise CannotUseInput(
            "no API",
            message=tr("This is no service that we know, and no address that can be asked."),
            advice=tr(
                "Write {names}, or an address that begins with https://.",
                names=", ".join(KNOWN),
            ),
        )
    host, address = parts.hostname or "", said.strip()
    plain = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")
    # One host may have several services, whose files must not take each other's place.
    return Api(host, f"{plain}-{sha256(address.encode()).hexdigest()[:_DIGITS]}", address, {})


def split_address(address: str) -> SplitResult | None:
    """Return an address in its parts, or None if it must not be asked.

    Only this computer itself may be asked without encryption.
    """
    try:
        parts = urlsplit(address)
        is_named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    if not is_named or len(address) > _LONGEST or not address.isascii() or parts.username:
        return None
    if not address.isprintable() or " " in address:
        return None
    if parts.scheme == "https":
        return parts
    return parts if parts.scheme == "http" and _is_this_computer(parts.hostname or "") else None


def is_same_place(before: str, after: str) -> bool:
    """Say whether an address is of the same service as another: same way, host and port."""
    one, two = split_address(before), split_address(after)
    if one is None or two is None:
        return False
    return (one.scheme, one.hostname, one.port) == (two.scheme, two.hostname, two.port)


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
