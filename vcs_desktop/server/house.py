"""What all answers share: the database, who asks and how often, bodies that are not too large."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from vcs_desktop.core.clock import Clock, SystemClock
from vcs_desktop.server import doors, refusals
from vcs_desktop.server.database import AnotherWasFirst, ServiceDatabase
from vcs_desktop.server.limits import Limiter, Rates
from vcs_desktop.server.tokens import digest
from vcs_desktop.wire.fields import thing
from vcs_desktop.wire.service import TOKEN

_Result = TypeVar("_Result")
_Body = TypeVar("_Body")
LARGE: Final = 1 << 20
_LARGE_AT_ONCE: Final = 8
_NEXT_LARGE_S: Final = 30
_PLACE_S: Final = 20.0
_SMALL: Final = 64 << 10
_MOST_DIGITS: Final = 15
_PATIENCE_S: Final = 30.0
_LEAST_BYTES_S: Final = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever runs the service says: its name, the council's X25519 key, how often."""

    name: str = ""
    council_key: str = ""
    rates: Rates = field(default_factory=Rates)


class House:
    """One service. Its work is done in threads, each with a connection of its own."""

    def __init__(
        self, database: ServiceDatabase, settings: Settings, clock: Clock | None = None
    ) -> None:
        self.database, self.settings = database, settings
        self.clock = clock or SystemClock()
        self.limiter = Limiter(settings.rates)
        self._large = asyncio.Semaphore(_LARGE_AT_ONCE)
        self._bring_large: set[str] = set()

    # --- Who asks ---------------------------------------------------------------------------

    async def by_laptop(
        self,
        request: Request,
        group: str | None,
        work: Callable[[Connection, doors.Asker], _Result],
        *,
        writes: bool = True,
    ) -> _Result:
        """Do work for the laptop that asks about a group, in one transaction.

        Raises:
            Refusal: it may not, or not now.
        """
        token = self.token_of(request)

        def all_of_it(connection: Connection) -> tuple[_Result, doors.Asker]:
            who = doors.asker(connection, token, group, locking=writes)
            if writes:
                doors.note_used(connection, who)
            return work(connection, who), who

        result, who = await self.by_token(request, token, all_of_it, writes=writes)
        if not writes and not who.token_used:
            await run_in_threadpool(self._use, who)
        return result

    async def at_door(self, request: Request, group: str | None) -> None:
        """Look who brings a body, before it is read; a small one is read in any case.

        Raises:
            Refusal: it may not come in, or not now.
        """
        token = self.token_of(request)
        if _is_small(request.headers.get("content-length", "")):
            return

        def look(connection: Connection) -> None:
            doors.asker(connection, token, group)

        await self.by_token(request, token, look, writes=False)

    async def officer_at_door(self, request: Request) -> None:
        """Look whether it is an officer who brings a body, before it is read.

        Raises:
            Refusal: it is none.
        """
        await self.by_officer(request, lambda _: None, writes=False)

    def _use(self, who: doors.Asker) -> None:
        with self.database.writing() as connection:
            doors.note_used(connection, who)

    async def by_token(
        self,
        request: Request,
        token: str,
        work: Callable[[Connection], _Result],
        *,
        writes: bool,
    ) -> _Result:
        """Do work that knows who asks by a token alone.

        A token that was not heard of here yet is counted as a guess before it comes to the
        database; once somebody has it, it was none.

        Raises:
            Refusal: nobody has this token, or not now.
        """
        with self.limiter.trying(digest(token), address_of(request)):
            return await self._done(work, writes=writes)

    async def _done(self, work: Callable[[Connection], _Result], *, writes: bool) -> _Result:
        """Do work in a thread, in one transaction.

        Raises:
            Refusal: as the work, or not now.
        """

        def once() -> _Result:
            with self.database.writing() if writes else self.database.reading() as connection:
                return work(connection)

        def until_nobody_else_is_first() -> _Result:
            try:
                return once()
            except AnotherWasFirst:  # what it wrote is there now: the work says what that means
                return once()

        return await run_in_threadpool(until_nobody_else_is_first)

    async def by_officer(
        self, request: Request, work: Callable[[Connection], _Result], *, writes: bool = True
    ) -> _Result:
        """Do work for the officer who asks.

        Raises:
            Refusal: nobody has this token.
        """
        token = self.token_of(request)

        def all_of_it(connection: Connection) -> _Result:
            doors.officer(connection, token)
            return work(connection)

        return await self.by_token(request, token, all_of_it, writes=writes)

    async def by_anybody(
        self, request: Request, work: Callable[[Connection], _Result], *, writes: bool, knocks: bool
    ) -> _Result:
        """Do work for whoever asks; ``knocks`` is that it may be somebody who guesses.

        Raises:
            Refusal: not now.
        """
        count = self.limiter.knocking if knocks else self.limiter.looking
        count(address_of(request))
        return await self._done(work, writes=writes)

    def gave(self, token: str) -> None:
        """Note that a token was made for somebody: whoever brings it does not guess."""
        self.limiter.somebodys(digest(token))

    def knock(self, request: Request) -> None:
        """Count a request of somebody who may be guessing.

        Raises:
            Refusal: there are too many.
        """
        self.limiter.knocking(address_of(request))

    def token_of(self, request: Request) -> str:
        """Return the token of a request, and count it.

        Raises:
            Refusal: there is none, or it asks too often.
        """
        token = bearer(request)
        if not TOKEN.fullmatch(token):
            self.limiter.knocking(address_of(request))
            raise refusals.unknown_token()
        if not getattr(request.state, "is_counted", False):
            self.limiter.known(digest(token))
            request.state.is_counted = True
        return token

    # --- What it brings ---------------------------------------------------------------------

    async def octets(self, request: Request, most: int) -> bytes:
        """Return the body of a request.

        Raises:
            Refusal: it is too large, comes too slowly, or there is no place for it.
        """
        length = request.headers.get("content-length", "")
        if length and (not length.isascii() or not length.isdigit()):
            raise refusals.malformed()
        if length and (len(length) > _MOST_DIGITS or int(length) > most):
            raise refusals.too_large()
        is_large = most > LARGE and (not length or int(length) > LARGE)
        if not is_large:
            return await _read(request, most)
        with self._one_large_at_once(bearer(request)):
            async with self._place_for_large():
                return await _read(request, most)

    @asynccontextmanager
    async def _place_for_large(self) -> AsyncIterator[None]:
        """Hold a place for a large body, once there is one.

        Raises:
            Refusal: there is none for so long that to come again is better.
        """
        try:
            async with asyncio.timeout(_PLACE_S):
                await self._large.acquire()
        except TimeoutError as error:
            raise refusals.busy() from error
        try:
            yield
        finally:
            self._large.release()

    @contextmanager
    def _one_large_at_once(self, token: str) -> Iterator[None]:
        """Let whoever has a token bring one large body at a time: there are few places for them.

        Raises:
            Refusal: another of theirs is on its way.
        """
        who = digest(token)
        if who in self._bring_large:
            raise refusals.too_many(_NEXT_LARGE_S)
        self._bring_large.add(who)
        try:
            yield
        finally:
            self._bring_large.discard(who)

    async def said(
        self, request: Request, most: int, read: Callable[[dict[str, Any]], _Body]
    ) -> _Body:
        """Return what the JSON of a request says.

        Raises:
            Refusal: it is too large, or has not its form.
        """
        body = await self.octets(request, most)

        def understood() -> _Body:
            try:
                return read(thing(body))
            except (ValueError, TypeError) as error:
                raise refusals.malformed() from error

        return await run_in_threadpool(understood) if len(body) > LARGE else understood()


async def _read(request: Request, most: int) -> bytes:
    """Return a body of at most so many bytes, as long as it comes in a time for its size."""
    body = bytearray()
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(_PATIENCE_S) as patience:
            begun_s = loop.time()
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    raise refusals.too_large()
                patience.reschedule(begun_s + _PATIENCE_S + len(body) / _LEAST_BYTES_S)
    except TimeoutError as error:
        raise refusals.malformed("This came too slowly.") from error
    except ClientDisconnect as error:
        raise refusals.malformed("This was cut off.") from error
    return bytes(body)


def _is_small(length: str) -> bool:
    """Say whether a body is so small that to read it costs no more than to look who brings it."""
    is_number = length.isascii() and length.isdigit() and len(length) <= _MOST_DIGITS
    return is_number and int(length) <= _SMALL


def bearer(request: Request) -> str:
    """Return the token that stands in a request, or nothing."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def address_of(request: Request) -> str:
    """Return where a request comes from. It is counted by, and never kept."""
    return request.client.host if request.client else ""


def house_of(request: Request) -> House:
    """Return the service that a request came to."""
    house: House = request.app.state.house
    return house
