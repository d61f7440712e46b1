"""How we speak to a web server: with this computer's own trust, and not for ever.

Readers and publishers both ask web servers, and neither may know of the other. So what they
have in common stands here, and is the only thing on this floor that knows of a network.
"""

import io
import math
import socket
import ssl
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPResponse
from threading import Lock
from typing import Any, Final

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import allowed_gai_family

_SHORTEST_S: Final = 0.001
"""A socket that is to wait for no time at all would not wait, but say that it would have to."""


class Overdue(TimeoutError):
    """An answer did not come in the time that it has in all."""


class Exchange:
    """One question and its answer: how long all of it may take.

    The head has ``always_s``, and the body as long as it would take at ``least_bytes_s``
    besides. The time is looked at before each wait for bytes, however few came: a server that
    lets them drip would never make us wait long, and never end. ``read_s`` is the longest
    wait for the next bytes.
    """

    def __init__(
        self,
        always_s: float,
        read_s: float,
        least_bytes_s: float = math.inf,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._always_s, self._read_s, self._least_bytes_s = always_s, read_s, least_bytes_s
        self._clock_s = clock_s
        self._begun_s = clock_s()
        self._body = 0
        self.is_overdue = False

    def got(self, count: int) -> None:
        """Count bytes of the body: for each of them there is time."""
        self._body += count

    def wait_s(self) -> float:
        """Return how long to wait for the next bytes.

        Raises:
            Overdue: the time is over.
        """
        left_s = self._always_s + self._body / self._least_bytes_s
        left_s -= self._clock_s() - self._begun_s
        if left_s <= 0:
            self.is_overdue = True
            raise Overdue
        return max(_SHORTEST_S, min(self._read_s, left_s))

    def waited(self, wait_s: float) -> None:
        """Note that nothing came for so long: for all the time that was left, or for less."""
        self.is_overdue = wait_s < self._read_s


class TimelySession(requests.Session):
    """Asks web servers, one question at a time. Who asks makes a new ``exchange`` for each.

    ``stop`` may be called on any thread: whoever waits for an answer waits no longer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.exchange: Exchange | None = None
        self.is_stopped = False
        self._lock = Lock()
        self._held: socket.socket | None = None
        # Of what stands on this computer only its way out counts: a password that it keeps for a
        # web server is not for us to give, and would go in the place of our own.
        self.trust_env = False
        self._let_go: Callable[[], object] = _nothing
        self.mount("http://", _OwnTrust(self))
        self._is_ready_for_https = False

    def get_adapter(self, url: str) -> Any:
        """Return what speaks to an address.

        For https it is made when it is needed: what this computer trusts takes a while to read.
        """
        if not self._is_ready_for_https and url.lower().startswith("https:"):
            self.mount("https://", _OwnTrust(self, is_safe=True))
            self._is_ready_for_https = True
        return super().get_adapter(url)

    def merge_environment_settings(
        self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any
    ) -> Any:
        """Return how an address is asked: by this computer's way there, as it is just now."""
        way = {**get_environ_proxies(url), **(proxies or {})}
        return super().merge_environment_settings(url, way, stream, verify, cert)

    def stop(self) -> None:
        """End the connection that there is, and every later one: nothing is waited for any more."""
        with self._lock:
            self.is_stopped = True
            _end(self._held)

    def close(self) -> None:
        """Let go of all connections."""
        super().close()
        with self._lock:
            self._let_go()

    def hold(self, line: socket.socket) -> None:
        """Have a connection at hand, to be able to end it; it is the only one from now on.

        It is a second handle of the same connection: TLS takes the first one for itself.
        """
        with self._lock:
            self._let_go()
            self._held = line.dup()
            # Also where nobody closes the session, as at the end of the program.
            self._let_go = weakref.finalize(self, self._held.close)
            if self.is_stopped:
                _end(self._held)

    def connected(self, by: HTTPConnection) -> socket.socket:
        """Return a new connection to where ``by`` leads.

        Raises:
            NameResolutionError, ConnectTimeoutError, NewConnectionError: there is none.
        """
        failed: OSError | None = None
        for family, kind, protocol, address in _addresses(by):
            line = socket.socket(family, kind, protocol)
            try:
                for option in by.socket_options or ():
                    line.setsockopt(*option)
                line.settimeout(by.timeout if isinstance(by.timeout, int | float) else None)
                self.hold(line)
                line.connect(address)
                self._end_if_stopped()
            except OSError as error:
                line.close()
                failed = error
            else:
                return line
        if isinstance(failed, TimeoutError):
            raise ConnectTimeoutError(by, "it took too long") from failed
        raise NewConnectionError(by, type(failed).__name__) from failed

    def _end_if_stopped(self) -> None:
        """What is not connected yet cannot be ended; whoever asked for it meanwhile gets it now."""
        with self._lock:
            if self.is_stopped:
                _end(self._held)

    def response(self, line: Any, *given: Any, **named: Any) -> HTTPResponse:
        """Return the reader of one answer, which looks at the time before each wait."""
        found = HTTPResponse(line, *given, **named)
        found.fp.close()
        found.fp = io.BufferedReader(_Timely(line, self.exchange))
        return found


class _Timely(io.RawIOBase):
    """The bytes of a connection, for as long as its exchange has time."""

    def __init__(self, line: Any, exchange: Exchange | None) -> None:
        super().__init__()
        self._line = line
        self._file = line.makefile("rb", buffering=0)
        self._exchange = exchange

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read the next bytes.

        Raises:
            Overdue: the time is over.
            OSError: the connection broke.
        """
        wait_s = None
        if self._exchange is not None:
            wait_s = self._exchange.wait_s()
            self._line.settimeout(wait_s)
        try:
            count: int | None = self._file.readinto(buffer)
        except TimeoutError:
            if self._exchange is not None and wait_s is not None:
                self._exchange.waited(wait_s)
            raise
        return count

    def close(self) -> None:
        """Let go of the connection."""
        self._file.close()
        super().close()


class _OwnTrust(HTTPAdapter):
    """Believes the certificates that this computer believes, as its browsers do."""

    def __init__(self, session: TimelySession, *, is_safe: bool = False) -> None:
        self._pools = _pools(session)
        self._named: dict[str, Any] = {}
        if is_safe:
            self._named["ssl_context"] = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__()

    def init_poolmanager(self, *given: Any, **named: Any) -> None:
        """Make the pool with this computer's own trust."""
        super().init_poolmanager(*given, **(named | self._named))
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        """Make the same for a proxy that this computer has to go by."""
        manager = super().proxy_manager_for(proxy, **named, **self._named)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002  as it is called
        """Bring no list of certificates of our own; always check."""
        conn.cert_reqs = "CERT_REQUIRED"


def _addresses(by: HTTPConnection) -> list[tuple[int, int, int, Any]]:
    """Return where a host is to be found: how to speak to it, and its addresses in turn."""
    kind = socket.SOCK_STREAM
    try:
        found = socket.getaddrinfo(by.host.strip("[]"), by.port, allowed_gai_family(), kind)
    except (socket.gaierror, UnicodeError) as error:
        why = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(by.host, by, why) from error
    return [(family, kind, protocol, address) for family, kind, protocol, _, address in found]


def _end(line: socket.socket | None) -> None:
    """End a connection, whoever waits on it and on whichever thread."""
    if line is not None:
        with suppress(OSError):  # it is not connected, or no more
            line.shutdown(socket.SHUT_RDWR)


def _nothing() -> None:
    """There is no connection to let go of."""


def _pools(session: TimelySession) -> dict[str, Any]:
    """Return pools of connections, by scheme, that a session makes and whose answers it reads."""
    response = session.response

    class Plain(HTTPConnection):
        response_class = staticmethod(response)  # type: ignore[assignment]  # it is only called

        def _new_conn(self) -> socket.socket:
            return session.connected(self)

    class Safe(HTTPSConnection):
        response_class = staticmethod(response)  # type: ignore[assignment]  # it is only called

        def _new_conn(self) -> socket.socket:
            return session.connected(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SafePool(HTTPSConnectionPool):
        ConnectionCls = Safe

    return {"http": PlainPool, "https": SafePool}
