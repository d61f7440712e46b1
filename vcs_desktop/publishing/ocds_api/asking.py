"""Asks a service for one page, and takes no more of an answer than it may have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop import __version__

if TYPE_CHECKING:
    from vcs_desktop.core.web_session import TimelySession

CONNECT_S: Final = 15
READ_S: Final = 60
WHOLE_S: Final = 300
"""How long a page may take from its first byte on: one that drips must not hold us for ever."""

_AT_ONCE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered. The names of ``headers`` are in small letters."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Unreached(Exception):
    """No whole answer came."""


class TooLarge(Exception):
    """The answer is larger than any page."""


Ask = Callable[[str, int], Reply]
"""Asks an address for at most so many bytes. It follows to no other address.

Raises:
    Unreached: no whole answer came.
    TooLarge: it has more bytes.
"""


def ask_the_web(address: str, most: int) -> Reply:
    """Ask over the network.

    Raises:
        Unreached: no whole answer came.
        TooLarge: it has more bytes.
    """
    import requests
    import urllib3

    from vcs_desktop.core.web_session import Exchange

    session = _session()
    session.exchange = Exchange(WHOLE_S, READ_S)
    try:
        with session.get(
            address, timeout=(CONNECT_S, READ_S), allow_redirects=False, stream=True
        ) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status_code, headers, _content(response, most))
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        why = "it took too long" if session.exchange.is_overdue else type(error).__name__
        raise Unreached(why) from error


def _content(response: Any, most: int) -> bytes:
    content = bytearray()
    # What came at all, however little: waiting for a full piece would wait for ever on a drip.
    while piece := response.raw.read1(_AT_ONCE, decode_content=True):
        content += piece
        if len(content) > most:
            raise TooLarge(f"more than {most} bytes")
    return bytes(content)


@cache
def _session() -> "TimelySession":
    """Return what asks."""
    from vcs_desktop.core.web_session import TimelySession

    session = TimelySession()
    session.headers.update(
        {"User-Agent": f"VCS-Desktop/{__version__}", "Accept": "application/json"}
    )
    return session
