"""A small web server for a published tree, to try it out; any other does as well.

One thread serves everybody: it waits for all connections at once, and sends a piece to
whoever can take one.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import surely
from vcs_desktop.core.language import tr
from vcs_desktop.publishing.http_answers import (
    BadRequest,
    Reply,
    bad_request,
    reply_to,
    request_of,
)
from vcs_desktop.publishing.listening import listening
from vcs_desktop.wire.manifest import MANIFEST_NAME

LOOPBACK: Final = "127.0.0.1"
MOST_CONNECTIONS: Final = 200
WAIT_S: Final = 30.0
"""A connection on which nothing moves for so long is closed."""

_LARGEST_HEAD: Final = 16 << 10
_PIECE: Final = 64 << 10


class TrialServer:
    """Serves one tree at one address of this computer. ``wait_s`` is how patient it is."""

    def __init__(self, tree: Path, host: str, port: int, wait_s: float = WAIT_S) -> None:
        """Take the address.

        Raises:
            CannotUseInput: it is none of this computer's, or another program has it.
        """
        self._tree = tree
        self._wait_s = wait_s
        self._open = 0
        self._socket, address = listening(host, port)
        self.address = f"{address}/"

    def run(self, started: Callable[[], None]) -> None:
        """Serve until somebody presses Ctrl+C; ``started`` is called when all is ready."""
        with suppress(KeyboardInterrupt):
            asyncio.run(self.serve(started))

    def close(self) -> None:
        """Give the address back."""
        self._socket.close()

    async def serve(self, started: Callable[[], None]) -> None:
        """Serve until this is cancelled."""
        server = await asyncio.start_server(self._meet, sock=self._socket, limit=_LARGEST_HEAD)
        try:
            started()
            await asyncio.Event().wait()
        finally:
            server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer all that comes on one connection, until the server stops."""
        with suppress(asyncio.CancelledError):
            await self._talk(reader, writer)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        try:
            if self._open <= MOST_CONNECTIONS:
                # Whoever asks may go away at any moment.
                with suppress(OSError, asyncio.IncompleteReadError, TimeoutError):
                    while await self._answered(reader, writer):
                        pass
        finally:
            self._open -= 1
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request, and say whether another may come."""
        stays = False
        try:
            # Not ``wait_for``: with Python 3.11 it can miss that the server is to stop.
            async with asyncio.timeout(self._wait_s):
                head = await reader.readuntil(b"\r\n\r\n")
            request = request_of(head)
            reply, stays = reply_to(request, self._tree), request.stays
            has_body = request.method != "HEAD" and reply.status is not HTTPStatus.NOT_MODIFIED
        except (BadRequest, asyncio.LimitOverrunError):
            reply, has_body = bad_request(), True
        try:
            await self._send(writer, reply, has_body=has_body, stays=stays)
        finally:
            reply.close()
        return stays

    async def _send(
        self, writer: asyncio.StreamWriter, reply: Reply, *, has_body: bool, stays: bool
    ) -> None:
        writer.write(reply.head(stays=stays))
        if has_body:
            writer.write(reply.body)
        left = reply.length if has_body and reply.file is not None else 0
        while left and reply.file is not None:
            piece = reply.file.read(min(left, _PIECE))
            if not piece:
                raise ConnectionAbortedError  # the file is shorter than it was
            left -= len(piece)
            writer.write(piece)
            async with asyncio.timeout(self._wait_s):
                await writer.drain()
        async with asyncio.timeout(self._wait_s):
            await writer.drain()


def must_be_tree(tree: Path) -> None:
    """Do nothing if there is something to serve.

    Raises:
        CannotUseInput: there is no tree.
    """
    if not surely((tree / MANIFEST_NAME).is_file):
        raise CannotUseInput(
            message=tr("There is no published library in this folder."),
            advice=tr("Publish into it first, or look at the name of the folder."),
        )
