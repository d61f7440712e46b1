"""Asks a service over HTTP, and trusts no answer further than it must.

What a public Wi-Fi answers in place of the service is told apart here: an answer from another
host, or a web page where no web page can be.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from vcs_desktop import __version__
from vcs_desktop.core.addresses import is_service_address
from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.web_session import Exchange, TimelySession
from vcs_desktop.sync.errors import NotSafe, Offline, SignInToWifi, TooSlow, WrongAddress
from vcs_desktop.sync.remote import SIGN_IN, WEB_PAGES, Answer, kind_of

_AT_ONCE: Final = 1 << 16
_MOST_HOPS: Final = 3
_SENT_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait: for a connection, for the next bytes, and for all of an answer.

    All of it may take as long as it would at ``least_bytes_s``, and ``always_s`` more, whether
    we wait for the head of an answer or its body, and however often we are sent on: a service
    that lets bytes drip must not hold us for ever.
    """

    connect_s: float = 10
    read_s: float = 30
    least_bytes_s: float = 1_000
    always_s: float = 60


PATIENT: Final = Patience()


def new_session() -> TimelySession:
    """Return what asks: it says who we are, and wants nothing packed."""
    session = TimelySession()
    session.headers["User-Agent"] = f"VCS-Desktop/{__version__}"
    session.headers["Accept-Encoding"] = "identity"
    return session


class HttpRemote:
    """One service."""

    def __init__(
        self,
        address: str,
        patience: Patience = PATIENT,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take an address.

        Raises:
            WrongAddress: it is none that can be used.
        """
        if not is_service_address(address):
            raise WrongAddress(address)
        self._address = address.rstrip("/")
        self._patience = patience
        self._clock_s = clock_s
        self._session = new_session()

    @property
    def address(self) -> str:
        """Where it is."""
        return self._address

    def get(self, path: str, headers: Mapping[str, str]) -> Answer:
        """Ask for a file of the tree.

        Raises:
            Offline: no answer came, or somebody else answered.
            Stopped: ``stop`` was called; so may the pieces.
        """
        url = f"{self._address}/{path}"
        patience = self._patience
        self._session.exchange = Exchange(
            patience.always_s, patience.read_s, patience.least_bytes_s, self._clock_s
        )
        for _ in range(_MOST_HOPS + 1):
            response = self._ask(url, headers)
            if response.status_code not in _SENT_ELSEWHERE:
                return self._answer(response)
            response.close()
            elsewhere = urljoin(url, response.headers.get("Location", ""))
            if not _is_same_host(url, elsewhere):
                raise SignInToWifi(f"{path}: sent to another host")
            url = elsewhere
        raise SignInToWifi(f"{path}: sent from one place to the next")

    def stop(self) -> None:
        """Wait for nothing any more, at once; whoever asks hears ``Stopped``. On any thread."""
        self._session.stop()

    def close(self) -> None:
        """Let go of its connections."""
        self._session.close()

    def _ask(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        if self._session.is_stopped:
            raise Stopped
        try:
            return self._session.get(
                url,
                headers=dict(headers),
                timeout=(self._patience.connect_s, self._patience.read_s),
                allow_redirects=False,
                stream=True,
            )
        except requests.exceptions.SSLError as error:
            raise self._unless_stopped(NotSafe(type(error).__name__)) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
            raise self._offline(error) from error

    def _unless_stopped(self, error: AppError) -> AppError:
        return Stopped() if self._session.is_stopped else error

    def _offline(self, error: Exception) -> AppError:
        """Return what an error of the network means."""
        exchange = self._session.exchange
        kind = TooSlow if exchange and exchange.is_overdue else Offline
        return self._unless_stopped(kind(type(error).__name__))

    def _answer(self, response: requests.Response) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        is_page = response.ok and kind_of(headers) in WEB_PAGES
        if response.status_code == SIGN_IN or is_page:
            response.close()
            raise SignInToWifi(f"{response.status_code}: a web page")
        return Answer(response.status_code, headers, self._pieces(response), response.close)

    def _pieces(self, response: requests.Response) -> Iterator[bytes]:
        exchange = self._session.exchange
        try:
            while piece := response.raw.read1(_AT_ONCE, decode_content=False):
                if exchange is not None:
                    exchange.got(len(piece))
                yield piece
            if self._session.is_stopped:  # it did not end by itself
                raise Stopped
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise self._offline(error) from error
        finally:
            response.close()


def _is_same_host(before: str, after: str) -> bool:
    """Say whether an address is of the same host, by a way no less safe."""
    try:
        one, two = urlsplit(before), urlsplit(after)
        ports = one.port, two.port
    except ValueError:
        return False
    if one.hostname != two.hostname:
        return False
    if one.scheme == two.scheme:
        return ports[0] == ports[1]
    return (one.scheme, two.scheme) == ("http", "https") and ports[1] is None
