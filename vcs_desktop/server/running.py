"""The service as a program: one address, until somebody stops it."""

import asyncio
import os
import socket
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import uvicorn

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.server.application import make_app
from vcs_desktop.server.database import ServiceDatabase
from vcs_desktop.server.house import Settings

_WAITING: Final = 512
_GRACE_S: Final = 20
_KEEP_ALIVE_S: Final = 30


class Service:
    """One service at one address of this computer."""

    def __init__(
        self,
        database: ServiceDatabase,
        settings: Settings,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tree: Path | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Take the address; the database is ready.

        Raises:
            CannotUseInput: it is none of this computer's, or another program has it.
        """
        try:
            is_v6 = ip_address(host).version == 6  # noqa: PLR2004  IPv6
            self._socket = _listening(host, port, is_v6=is_v6)
        except (OSError, ValueError, OverflowError) as error:
            raise CannotUseInput(
                f"address: {type(error).__name__}",
                message=tr("This address cannot be used on this computer."),
                advice=tr("Another program may have it. Choose another port."),
            ) from error
        taken = self._socket.getsockname()[1]
        self.address = f"http://[{host}]:{taken}" if is_v6 else f"http://{host}:{taken}"
        self._server = _Server(
            uvicorn.Config(
                make_app(database, settings, clock, tree),
                log_config=None,
                access_log=False,
                server_header=False,
                date_header=False,
                ws="none",
                proxy_headers=True,
                forwarded_allow_ips="127.0.0.1,::1",  # only a proxy on this computer is believed
                lifespan="on",
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=_GRACE_S,
                h11_max_incomplete_event_size=32 << 10,
            )
        )

    def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Serve until this process is told to end; ``started`` is called when all is ready."""
        self._server.started_call = started
        asyncio.run(self._server.serve(sockets=[self._socket]))

    def stop(self) -> None:
        """Let ``run`` end, from any thread."""
        self._server.should_exit = True


def _listening(host: str, port: int, *, is_v6: bool) -> socket.socket:
    """Return a socket that listens, and keeps no small answer back to wait for more.

    Only one that was made for TCP by name passes that on to its connections.
    """
    family = socket.AF_INET6 if is_v6 else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one address
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if is_v6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(_WAITING)
    except BaseException:
        made.close()
        raise
    return made


class _Server(uvicorn.Server):
    """Says when it is ready."""

    started_call: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve."""
        await super().startup(sockets)
        if self.started:
            self.started_call()
