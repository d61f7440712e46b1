"""Whether the service is well, for whoever watches over it."""

from fastapi import APIRouter, Request, Response

from vcs_desktop.server import described as shape
from vcs_desktop.server import doors
from vcs_desktop.server.answers import as_json
from vcs_desktop.server.house import house_of

router = APIRouter(tags=["health"])
_WELL = shape.an_object(status={"type": "string", "enum": ["well"]})


@router.get("/health", **shape.described("Whether it is well", answers={200: _WELL}, token=False))
async def health(request: Request) -> Response:
    """Say that the database answers; it is 503 when it does not."""
    await house_of(request).by_anybody(request, doors.era, writes=False, knocks=False)
    return as_json({"status": "well"})
