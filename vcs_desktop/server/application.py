"""The service put together: what answers, what stands around it, and the published tree."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import anyio.to_thread
from fastapi import FastAPI, Request, Response
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool

from vcs_desktop import __version__
from vcs_desktop.core.clock import Clock
from vcs_desktop.server import health
from vcs_desktop.server.answers import answer_refusals
from vcs_desktop.server.database import CONNECTIONS, ServiceDatabase
from vcs_desktop.server.house import House, Settings
from vcs_desktop.server.routes import beginning, files, log, members, shared
from vcs_desktop.server.submissions import forget_what_is_over
from vcs_desktop.server.trees import tree_answer
from vcs_desktop.server.watch import Watch
from vcs_desktop.wire.service import ROOT

_WORDS: Final = (
    "Keeps what groups have sealed, in order, and what they chose to share. It can read nothing "
    "that a group wrote for itself."
)


def make_app(
    database: ServiceDatabase,
    settings: Settings | None = None,
    clock: Clock | None = None,
    tree: Path | None = None,
) -> Watch:
    """Return the service on a database that is ready; ``tree`` is a published library."""
    house = House(database, settings or Settings(), clock)

    @asynccontextmanager
    async def open_hours(_app: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = CONNECTIONS
        await run_in_threadpool(_forget, house)
        yield

    app = FastAPI(
        title="VCS Desktop infrastructure service",
        version=__version__,
        description=_WORDS,
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=open_hours,
    )
    app.state.house = house
    for each in (beginning, log, members, files, shared):
        app.include_router(each.router, prefix=ROOT)
    app.include_router(health.router)
    if tree is not None:
        _serve(app, tree)
    answer_refusals(app)
    _describe(app)
    return Watch(app)


def _forget(house: House) -> None:
    with house.database.writing() as connection:
        forget_what_is_over(connection, house.clock.today())


def _serve(app: FastAPI, tree: Path) -> None:
    """Serve a published library beside the rest, at all other addresses."""

    async def answer(request: Request) -> Response:
        return await run_in_threadpool(tree_answer, request, tree)

    app.add_route("/{name:path}", answer, ["GET", "HEAD"], include_in_schema=False)


def _describe(app: FastAPI) -> None:
    """Say in the description what a token is, and leave out what FastAPI adds by itself."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = made()
            found.setdefault("components", {})["securitySchemes"] = {
                "token": {"type": "http", "scheme": "bearer"}
            }
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way
