"""Who answers, and how a group begins."""

from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from vcs_desktop.server import described as shape
from vcs_desktop.server import doors, laptops
from vcs_desktop.server.answers import as_json
from vcs_desktop.server.house import house_of
from vcs_desktop.wire.service import APP, MOST_SMALL_REQUEST, PROTOCOL, Probe
from vcs_desktop.wire.service_json import admitted_as_json, group_of, probe_as_json

router = APIRouter(tags=["beginning"])


@router.get("/probe", **shape.described("Who answers", answers={200: shape.PROBE}, token=False))
async def probe(request: Request, nonce: shape.Nonce) -> Response:
    """Say who answers, with what was sent: so no page of a Wi-Fi is taken for the service."""
    house = house_of(request)
    era = await house.by_anybody(request, doors.era, writes=False, knocks=False)
    found = Probe(nonce, era, house.settings.council_key, house.settings.name)
    return as_json({"app": APP, "protocol": PROTOCOL, **probe_as_json(found)})


@router.post(
    "/groups",
    **shape.described(
        "Let a group begin, with an officer's code",
        answers={201: shape.ADMITTED},
        brings=shape.NEW_GROUP,
        token=False,
    ),
)
async def start_group(request: Request) -> Response:
    """Let a group begin. The same again, until its token was used, has the same outcome."""
    house = house_of(request)
    house.knock(request)
    group, code, keys = await house.said(request, MOST_SMALL_REQUEST, group_of)
    admitted = await house.by_anybody(
        request,
        lambda connection: laptops.start_group(connection, group, code, keys, house.clock.now()),
        writes=True,
        knocks=False,
    )
    house.gave(admitted.token)
    return as_json(admitted_as_json(admitted), HTTPStatus.CREATED)
