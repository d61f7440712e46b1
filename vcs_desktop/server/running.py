"""The service as a program: one address, until somebody stops it."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn

from vcs_desktop.core.clock import Clock
from vcs_desktop.publishing.listening import listening
from vcs_desktop.server.application import make_app
from vcs_desktop.server.database import ServiceDatabase
from vcs_desktop.server.house import Settings

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
        self._socket, self.address = listening(host, port)
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


class _Server(uvicorn.Server):
    """Says when it is ready."""

    started_call: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve."""
        await super().startup(sockets)
        if self.started:
            self.started_call()
