"""Answers in JSON, and how refusals look."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from vcs_desktop.server import refusals
from vcs_desktop.server.logs import note_failure
from vcs_desktop.server.refusals import Refusal
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.service import Code

_CODES: Final = {
    HTTPStatus.NOT_FOUND: Code.NOT_THERE,
    HTTPStatus.METHOD_NOT_ALLOWED: Code.NOT_ALLOWED,
}


def as_json(said: Any, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return an answer in JSON."""
    return Response(canonical(said), status, media_type="application/json")


def nothing(status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return that it is done."""
    if status is HTTPStatus.NO_CONTENT:
        return Response(status_code=status)
    return as_json({}, status)


def refused(refusal: Refusal) -> Response:
    """Return a refusal as it is answered."""
    answer = as_json({"error": refusal.code, "detail": refusal.words}, refusal.status)
    if refusal.wait_s is not None:
        answer.headers["Retry-After"] = str(refusal.wait_s)
    if refusal.code is Code.UNKNOWN_TOKEN:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def answer_refusals(app: FastAPI) -> None:
    """Let everything that is refused look alike, whoever refuses it."""

    async def ours(_request: Request, refusal: Exception) -> Response:
        if not isinstance(refusal, Refusal):
            raise refusal
        return refused(refusal)

    async def not_its_form(_request: Request, _error: Exception) -> Response:
        return refused(refusals.malformed())

    async def others(_request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        status = HTTPStatus(error.status_code)
        code = _CODES.get(status, Code.MALFORMED)
        answer = as_json({"error": code, "detail": f"{status.phrase}."}, status)
        _keep(answer, error.headers or {})
        return answer

    async def nobody_foresaw(_request: Request, error: Exception) -> Response:
        note_failure(error)
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        return as_json({"error": Code.FAILED, "detail": "Something went wrong here."}, status)

    app.add_exception_handler(Refusal, ours)
    app.add_exception_handler(Exception, nobody_foresaw)
    app.add_exception_handler(RequestValidationError, not_its_form)
    app.add_exception_handler(HTTPException, others)


def _keep(answer: Response, headers: Mapping[str, str]) -> None:
    if allowed := headers.get("Allow", headers.get("allow", "")):
        answer.headers["Allow"] = allowed
