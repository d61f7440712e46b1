"""Stands around everything: every request has an answer of our form, and a line in the log."""

import asyncio
import time
from contextlib import suppress
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vcs_desktop.server.logs import note, note_failure
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.service import ROOT, Code

_MOST_LEFT: Final = 64 << 20
_PATIENCE_S: Final = 10.0
_REFUSED: Final = 400
_TOO_MANY: Final = 429
_HAS_FAILED: Final = 500
_FAILED: Final = canonical({"error": Code.FAILED, "detail": "Something went wrong here."})


class Watch:
    """Around an application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Exchange(scope, receive, send).run(self._app)


class _Exchange:
    """One request and its answer."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._status = 0
        self._is_all_read = False
        self._begun_s = time.perf_counter()

    async def run(self, app: ASGIApp) -> None:
        """Let the application answer; where it cannot, say that something went wrong."""
        try:
            await app(self._scope, self._received, self._sent)
        except Exception as error:  # noqa: BLE001  nothing may end without an answer
            if self._status != _HAS_FAILED:  # else it was noted when that was answered
                note_failure(error, request=self._name())
            if not self._status:
                await self._fail()
        finally:
            took_ms = round((time.perf_counter() - self._begun_s) * 1000, 1)
            note("request", request=self._name(), status=self._status, took_ms=took_ms)

    async def _received(self) -> Message:
        message = await self._receive()
        if message["type"] != "http.request" or not message.get("more_body"):
            self._is_all_read = True
        return message

    async def _sent(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Content-Type-Options"] = "nosniff"
            if self._scope["path"].startswith(ROOT):
                headers.setdefault("Cache-Control", "no-store")
            if self._status >= _REFUSED and self._status != _TOO_MANY:
                await self._read_what_is_left()
        await self._send(message)

    async def _read_what_is_left(self) -> None:
        """Read a body away that is not wanted: who is still sending would not hear the answer."""
        if self._is_all_read or not self._brings_body():
            return
        left = _MOST_LEFT
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                while left > 0 and not self._is_all_read:
                    left -= len((await self._received()).get("body", b""))

    def _brings_body(self) -> bool:
        names = {name for name, _ in self._scope["headers"]}
        return bool(names & {b"content-length", b"transfer-encoding"})

    async def _fail(self) -> None:
        headers = [(b"content-type", b"application/json")]
        await self._sent({"type": "http.response.start", "status": 500, "headers": headers})
        await self._sent({"type": "http.response.body", "body": _FAILED})

    def _name(self) -> str:
        """Return which sort of request it is: what it asks about is in nobody's log."""
        route: Any = self._scope.get("route")
        return f"{self._scope['method']} {getattr(route, 'path', 'other')}"[:100]
