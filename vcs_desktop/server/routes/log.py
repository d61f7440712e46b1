"""The sealed operations of a group, and its epochs."""

from fastapi import APIRouter, Request, Response

from vcs_desktop.server import described as shape
from vcs_desktop.server import laptops, operations
from vcs_desktop.server.answers import as_json, nothing
from vcs_desktop.server.house import house_of
from vcs_desktop.server.refusals import malformed
from vcs_desktop.wire.service import (
    MOST_BLANK,
    MOST_IN_A_PAGE,
    MOST_OPERATION,
    MOST_REQUEST,
    MOST_SMALL_REQUEST,
)
from vcs_desktop.wire.service_joining_json import epoch_letters_as_json, new_epoch_of
from vcs_desktop.wire.service_json import page_as_json, push_answer_as_json, push_of

router = APIRouter(prefix="/groups/{group}", tags=["operations"])


@router.get("/ops", **shape.described("Operations after a number", answers={200: shape.PAGE}))
async def read_operations(
    request: Request, group: shape.GroupId, after: shape.After = 0,
    limit: shape.Limit = MOST_IN_A_PAGE,
) -> Response:  # fmt: skip
    """Return operations in the order of their numbers: at most ``limit``, and 8 MB of them."""
    house = house_of(request)
    found = await house.by_laptop(
        request,
        group,
        lambda connection, who: page_as_json(
            operations.page(connection, who, after, limit, house.clock.now())
        ),
        writes=False,
    )
    return as_json(found)


@router.post(
    "/ops",
    **shape.described("Keep operations", answers={200: shape.PUSHED}, brings=shape.PUSH),
)
async def push(request: Request, group: shape.GroupId) -> Response:
    """Keep operations, each once: 1 to 200 of them, at most 8 MB."""
    house = house_of(request)
    await house.at_door(request, group)
    pushed = await house.said(request, MOST_REQUEST, push_of)
    answer = await house.by_laptop(
        request, group, lambda connection, who: operations.push(connection, who, pushed)
    )
    return as_json(push_answer_as_json(answer))


@router.put(
    "/ops/{uuid}/blank",
    **shape.described(
        "Put a blank in an operation's place", answers={200: shape.EMPTY}, octets=MOST_BLANK
    ),
)
async def blank(request: Request, group: shape.GroupId, uuid: shape.Uuid) -> Response:
    """Put a sealed blank in an operation's place: its body is gone for good."""
    house = house_of(request)
    await house.at_door(request, group)
    octets = await house.octets(request, MOST_BLANK)
    if not octets:
        raise malformed()
    await house.by_laptop(
        request, group, lambda connection, who: operations.blank(connection, who, uuid, octets)
    )
    return nothing()


@router.put(
    "/ops/{uuid}/body",
    **shape.described(
        "Put an operation's own bytes back", answers={200: shape.EMPTY}, octets=MOST_OPERATION
    ),
)
async def put_back(request: Request, group: shape.GroupId, uuid: shape.Uuid) -> Response:
    """Put an operation's own bytes back in the place of a blank that nobody meant."""
    house = house_of(request)
    await house.at_door(request, group)
    octets = await house.octets(request, MOST_OPERATION)
    await house.by_laptop(
        request, group, lambda connection, who: operations.put_back(connection, who, uuid, octets)
    )
    return nothing()


@router.put(
    "/epochs/{number}",
    **shape.described("Begin an epoch", answers={200: shape.EMPTY}, brings=shape.NEW_EPOCH),
)
async def put_epoch(request: Request, group: shape.GroupId, number: shape.EpochNumber) -> Response:
    """Begin the epoch after the highest, with a letter for each device."""
    house = house_of(request)
    await house.at_door(request, group)
    epoch = await house.said(request, MOST_SMALL_REQUEST, new_epoch_of)
    await house.by_laptop(
        request, group, lambda connection, who: laptops.put_epoch(connection, who, number, epoch)
    )
    return nothing()


@router.get("/epochs", **shape.described("Epochs after a number", answers={200: shape.EPOCHS}))
async def epochs(request: Request, group: shape.GroupId, after: shape.AfterEpoch = 0) -> Response:
    """Return epochs, each with the letter for the device that asks and no other."""
    found = await house_of(request).by_laptop(
        request,
        group,
        lambda connection, who: laptops.epochs_after(connection, who, after),
        writes=False,
    )
    return as_json(epoch_letters_as_json(found))
