"""Sealed files of a group."""

import re
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from vcs_desktop.server import described as shape
from vcs_desktop.server import files
from vcs_desktop.server.answers import nothing
from vcs_desktop.server.house import house_of
from vcs_desktop.server.refusals import malformed
from vcs_desktop.wire.service import MOST_PART

router = APIRouter(prefix="/groups/{group}/blobs/{sha256}", tags=["files"])
_OCTETS: Final = "application/octet-stream"
_RANGE: Final = re.compile(r"bytes=([0-9]{1,9})-([0-9]{0,9})", re.ASCII)
_RECEIVED: Final = "Vcs-Received"
_BYTES: Final = {
    "content": {_OCTETS: {"schema": {"type": "string", "format": "binary"}}},
    "description": "bytes of it",
}


@router.head("", **shape.described("How much of a file is there", answers={200: None}))
async def received(request: Request, group: shape.GroupId, sha256: shape.Sha256) -> Response:
    """Say in Vcs-Received how many bytes are there."""
    count = await house_of(request).by_laptop(
        request,
        group,
        lambda connection, who: files.received(connection, who, sha256),
        writes=False,
    )
    return Response(headers={_RECEIVED: str(count)}, media_type=_OCTETS)


_READS = shape.described("A file, or bytes of it", answers={})
_READS["responses"] |= {200: _BYTES, 206: _BYTES}


@router.get("", **_READS)
async def read_file(request: Request, group: shape.GroupId, sha256: shape.Sha256) -> Response:
    """Return a whole file, or what Range asks for: at most 1 MiB of it."""
    house = house_of(request)

    async def part(begins: int, most: int | None) -> files.Part:
        return await house.by_laptop(
            request,
            group,
            lambda connection, who: files.part_of(connection, who, sha256, begins, most),
            writes=False,
        )

    asked = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if asked and (not asked[2] or int(asked[1]) <= int(asked[2])):
        begins = int(asked[1])
        found = await part(begins, int(asked[2]) - begins + 1 if asked[2] else None)
        ends = begins + len(found.octets) - 1
        said = {"Content-Range": f"bytes {begins}-{ends}/{found.size}"}
        return Response(found.octets, HTTPStatus.PARTIAL_CONTENT, said, _OCTETS)
    first = await part(0, None)

    async def all_of_it() -> AsyncIterator[bytes]:
        now = first
        yield now.octets
        while (begins := now.begins + len(now.octets)) < first.size:
            now = await part(begins, None)
            yield now.octets

    said = {"Content-Length": str(first.size)}
    return StreamingResponse(all_of_it(), headers=said, media_type=_OCTETS)


@router.put(
    "",
    **shape.described("The next part of a file", answers={200: shape.EMPTY}, octets=MOST_PART),
)
async def put_part(
    request: Request, group: shape.GroupId, sha256: shape.Sha256, offset: shape.Offset,
    size: shape.Size,
) -> Response:  # fmt: skip
    """Keep the next part; once it is whole, its SHA-256 must be right or it is thrown away."""
    house = house_of(request)
    await house.at_door(request, group)
    part = await house.octets(request, MOST_PART)
    there, is_wrong = await house.by_laptop(
        request,
        group,
        lambda connection, who: files.put_part(connection, who, sha256, offset, size, part),
    )
    if is_wrong:
        raise malformed("This is not what its digest says. It was thrown away.")
    answer = nothing()
    answer.headers[_RECEIVED] = str(there)
    return answer


@router.delete("", **shape.described("Erase a file", answers={204: None}))
async def erase(request: Request, group: shape.GroupId, sha256: shape.Sha256) -> Response:
    """Erase a file, also one that never came; whoever still has it may begin it anew."""
    await house_of(request).by_laptop(
        request, group, lambda connection, who: files.erase(connection, who, sha256)
    )
    return nothing(HTTPStatus.NO_CONTENT)
