"""What groups share, for those who sent it and for officers."""

from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection

from vcs_desktop.server import described as shape
from vcs_desktop.server import officers, submissions
from vcs_desktop.server.answers import as_json, nothing
from vcs_desktop.server.doors import Asker
from vcs_desktop.server.house import house_of
from vcs_desktop.wire.service import MOST_SMALL_REQUEST, SharedWhole
from vcs_desktop.wire.service_inbox_json import (
    export_as_json,
    keep_until_of,
    receipt_as_json,
    reply_of,
    shared_as_json,
    shared_page_as_json,
    state_as_json,
    submission_of,
)

router = APIRouter(tags=["shared"])


@router.put(
    "/inbox/{uuid}",
    **shape.described(
        "Share something",
        answers={200: shape.RECEIPT, 201: shape.RECEIPT},
        brings=shape.SUBMISSION,
    ),
)
async def submit(request: Request, uuid: shape.Uuid) -> Response:
    """Keep what a group shares, once, and return a receipt."""
    house = house_of(request)
    await house.at_door(request, None)
    submission = await house.said(
        request, MOST_SMALL_REQUEST, lambda said: submission_of(uuid, said)
    )
    receipt, is_new = await house.by_laptop(
        request,
        None,
        lambda connection, who: submissions.submit(connection, who, submission, house.clock.now()),
    )
    return as_json(receipt_as_json(receipt), HTTPStatus.CREATED if is_new else HTTPStatus.OK)


@router.get(
    "/inbox/{uuid}",
    **shape.described("How far it has come", answers={200: shape.SUBMISSION_STATE}),
)
async def state(request: Request, uuid: shape.Uuid) -> Response:
    """Say how far something has come that this group shared."""
    house = house_of(request)

    def work(connection: Connection, who: Asker) -> dict[str, object]:
        submissions.forget_what_is_over(connection, house.clock.today(), who.group)
        return state_as_json(submissions.state(connection, who, uuid))

    return as_json(await house.by_laptop(request, None, work))


@router.delete("/inbox/{uuid}", **shape.described("Take it back", answers={204: None}))
async def withdraw(request: Request, uuid: shape.Uuid) -> Response:
    """Take back what this group shared: its body is gone."""
    house = house_of(request)
    await house.by_laptop(
        request,
        None,
        lambda connection, who: submissions.withdraw(connection, who, uuid, house.clock.now()),
    )
    return nothing(HTTPStatus.NO_CONTENT)


@router.get(
    "/officer/inbox",
    **shape.described("What was shared, as a list", answers={200: shape.SHARED_PAGE}),
)
async def shared(request: Request, after: shape.After = 0, limit: shape.Limit = 100) -> Response:
    """Return what was shared after a number, without what it says."""
    found = await house_of(request).by_officer(
        request, lambda connection: officers.page(connection, after, limit), writes=False
    )
    return as_json(shared_page_as_json(found))


@router.get(
    "/officer/export", **shape.described("All that was shared", answers={200: shape.EXPORT})
)
async def export(request: Request, after: shape.After = 0, limit: shape.Limit = 100) -> Response:
    """Return what was shared after a number, with all that it says; none counts as read by it."""
    house = house_of(request)

    def work(connection: Connection) -> tuple[SharedWhole, ...]:
        submissions.forget_what_is_over(connection, house.clock.today())
        return officers.export(connection, after, limit)

    return as_json(export_as_json(await house.by_officer(request, work)))


@router.get(
    "/officer/inbox/{uuid}",
    **shape.described("One thing that was shared", answers={200: shape.SHARED}),
)
async def whole(request: Request, uuid: shape.Uuid) -> Response:
    """Return all of it; the group sees that it was read."""
    house = house_of(request)

    def work(connection: Connection) -> SharedWhole:
        submissions.forget_what_is_over(connection, house.clock.today())
        return officers.whole(connection, uuid, house.clock.now())

    return as_json(shared_as_json(await house.by_officer(request, work)))


@router.put(
    "/officer/inbox/{uuid}/reply",
    **shape.described("Answer it", answers={200: shape.EMPTY}, brings=shape.REPLY),
)
async def reply(request: Request, uuid: shape.Uuid) -> Response:
    """Answer what was shared; the group reads it."""
    house = house_of(request)
    await house.officer_at_door(request)
    text = await house.said(request, MOST_SMALL_REQUEST, reply_of)
    await house.by_officer(
        request, lambda connection: officers.reply(connection, uuid, text, house.clock.now())
    )
    return nothing()


@router.put(
    "/officer/inbox/{uuid}/keep-until",
    **shape.described("How long it is kept", answers={200: shape.EMPTY}, brings=shape.KEEP_UNTIL),
)
async def keep_until(request: Request, uuid: shape.Uuid) -> Response:
    """Say until which day it is kept; after that its body is gone."""
    house = house_of(request)
    await house.officer_at_door(request)
    on = await house.said(request, MOST_SMALL_REQUEST, keep_until_of)
    await house.by_officer(
        request, lambda connection: officers.keep_until(connection, uuid, on, house.clock.now())
    )
    return nothing()
