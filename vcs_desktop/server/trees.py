"""The published library, served beside the rest by the rules of ``publishing/http_answers.py``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from vcs_desktop.publishing import http_answers
from vcs_desktop.server.refusals import not_there
from vcs_desktop.wire.service import ROOT

_PIECE: Final = 256 << 10


def tree_answer(request: Request, tree: Path) -> Response:
    """Return what is answered to whoever asks for a file of the tree.

    Raises:
        Refusal: it asks for something of the service that is not there.
    """
    if request.url.path.startswith(f"{ROOT}/"):
        raise not_there()
    asked = http_answers.Request(
        request.method,
        request.url.path,
        {name.lower(): value for name, value in request.headers.items()},
        stays=True,
    )
    reply = http_answers.reply_to(asked, tree)
    if reply.file is None:
        return Response(reply.body, reply.status, reply.headers)
    return StreamingResponse(
        _pieces(reply), reply.status, reply.headers, background=BackgroundTask(reply.close)
    )


def _pieces(reply: http_answers.Reply) -> Iterator[bytes]:
    left = reply.length
    try:
        while left and reply.file is not None and (piece := reply.file.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece
    finally:
        reply.close()
