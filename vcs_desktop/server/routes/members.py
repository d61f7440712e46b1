"""The devices of a group, and those that want to be one."""

from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from vcs_desktop.server import described as shape
from vcs_desktop.server import invitations, laptops
from vcs_desktop.server.answers import as_json, nothing
from vcs_desktop.server.house import house_of
from vcs_desktop.wire.service import MOST_SMALL_REQUEST
from vcs_desktop.wire.service_joining_json import (
    invitation_as_json,
    join_of,
    joins_as_json,
    offer_of,
    welcome_of,
    welcomed_as_json,
)
from vcs_desktop.wire.service_json import devices_as_json

router = APIRouter(tags=["devices"])


@router.get(
    "/groups/{group}/devices",
    **shape.described("The devices of the group", answers={200: shape.many(shape.LISTED, 60)}),
)
async def devices(request: Request, group: shape.GroupId) -> Response:
    """Return the devices that this service lets in, and those that it lets in no more."""
    found = await house_of(request).by_laptop(request, group, laptops.listed, writes=False)
    return as_json(devices_as_json(found))


@router.delete(
    "/groups/{group}/devices/{device}",
    **shape.described("Remove a device", answers={204: None}),
)
async def remove_device(request: Request, group: shape.GroupId, device: shape.DeviceId) -> Response:
    """Remove a device: its token is worth nothing from this moment."""
    house = house_of(request)
    await house.by_laptop(
        request,
        group,
        lambda connection, who: laptops.remove(connection, who, device, house.clock.now()),
    )
    return nothing(HTTPStatus.NO_CONTENT)


@router.post(
    "/groups/{group}/invitations",
    **shape.described("Keep an invitation", answers={201: shape.EMPTY}, brings=shape.OFFER),
)
async def invite(request: Request, group: shape.GroupId) -> Response:
    """Keep an invitation for an hour; five at most are open."""
    house = house_of(request)
    await house.at_door(request, group)
    locator, offer = await house.said(request, MOST_SMALL_REQUEST, offer_of)
    await house.by_laptop(
        request,
        group,
        lambda connection, who: invitations.invite(
            connection, who, locator, offer, house.clock.now()
        ),
    )
    return nothing(HTTPStatus.CREATED)


@router.get(
    "/invitations/{locator}",
    **shape.described("An invitation", answers={200: shape.INVITATION}, token=False),
)
async def invitation(request: Request, locator: shape.Locator) -> Response:
    """Return the invitation that is found by what a code makes."""
    house = house_of(request)
    found = await house.by_anybody(
        request,
        lambda connection: invitations.invitation(connection, locator, house.clock.now()),
        writes=False,
        knocks=True,
    )
    return as_json(invitation_as_json(found))


@router.post(
    "/invitations/{locator}/joins",
    **shape.described(
        "Ask to be let in", answers={201: shape.WAITING_TOKEN}, brings=shape.JOIN, token=False
    ),
)
async def ask_to_join(request: Request, locator: shape.Locator) -> Response:
    """Let a device wait. The same again has the same outcome, with a new token."""
    house = house_of(request)
    house.knock(request)
    keys, proof = await house.said(request, MOST_SMALL_REQUEST, join_of)
    token = await house.by_anybody(
        request,
        lambda connection: invitations.ask_to_join(
            connection, locator, keys, proof, house.clock.now()
        ),
        writes=True,
        knocks=False,
    )
    house.gave(token)
    return as_json({"waiting_token": token}, HTTPStatus.CREATED)


@router.get(
    "/groups/{group}/joins", **shape.described("Devices that wait", answers={200: shape.JOINS})
)
async def joins(request: Request, group: shape.GroupId) -> Response:
    """Return the devices that wait to be let in."""
    house = house_of(request)
    found = await house.by_laptop(
        request,
        group,
        lambda connection, who: invitations.waiting(connection, who, house.clock.now()),
        writes=False,
    )
    return as_json(joins_as_json(found))


@router.put(
    "/groups/{group}/joins/{device}",
    **shape.described("Let a device in", answers={200: shape.EMPTY}, brings=shape.WELCOME),
)
async def welcome(request: Request, group: shape.GroupId, device: shape.DeviceId) -> Response:
    """Let a device in, with what is sealed to it."""
    house = house_of(request)
    await house.at_door(request, group)
    octets = await house.said(request, MOST_SMALL_REQUEST, welcome_of)
    await house.by_laptop(
        request,
        group,
        lambda connection, who: invitations.welcome(
            connection, who, device, octets, house.clock.now()
        ),
    )
    return nothing()


@router.delete(
    "/groups/{group}/joins/{device}",
    **shape.described("Do not let a device in", answers={204: None}),
)
async def refuse(request: Request, group: shape.GroupId, device: shape.DeviceId) -> Response:
    """Do not let a device in that waits."""
    await house_of(request).by_laptop(
        request, group, lambda connection, who: invitations.refuse(connection, who, device)
    )
    return nothing(HTTPStatus.NO_CONTENT)


@router.get(
    "/joins/{device}",
    **shape.described("Whether it was let in", answers={200: shape.WELCOMED, 202: shape.WAITING}),
)
async def joined(request: Request, device: shape.DeviceId) -> Response:
    """Return the welcome and a token to the device that waits, until that token was used."""
    house = house_of(request)
    token = house.token_of(request)
    found = await house.by_token(
        request,
        token,
        lambda connection: invitations.joined(connection, device, token, house.clock.now()),
        writes=True,
    )
    if found is None:
        return as_json({"state": "waiting"}, HTTPStatus.ACCEPTED)
    house.gave(found.admitted.token)
    return as_json(welcomed_as_json(found))
