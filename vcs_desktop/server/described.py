"""How what is asked and answered looks, for the published description (OpenAPI)."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import Path, Query

from vcs_desktop.wire import service as wire

Schema = Mapping[str, Any]


def _whole(pattern: Any) -> str:
    return f"^{pattern.pattern}$"


ID: Final[Schema] = {"type": "string", "pattern": _whole(wire.ID)}
SHA256: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
SIGNATURE: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{128}$"}
TOKEN: Final[Schema] = {"type": "string", "pattern": _whole(wire.TOKEN)}
MOMENT: Final[Schema] = {"type": "string", "format": "date-time"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
NUMBER: Final[Schema] = {"type": "integer", "minimum": 1}
FLAG: Final[Schema] = {"type": "boolean"}
KIND: Final[Schema] = {"type": "string", "pattern": _whole(wire.KIND)}
STATE: Final[Schema] = {"type": "string", "enum": [str(each) for each in wire.State]}

GroupId = Annotated[str, Path(pattern=_whole(wire.ID), description="the group")]
DeviceId = Annotated[str, Path(pattern=_whole(wire.ID), description="a device of it")]
Uuid = Annotated[str, Path(pattern=_whole(wire.ID))]
Locator = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="made from the code")]
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="of the sealed file")]
EpochNumber = Annotated[int, Path(ge=1, le=1_000_000)]
After = Annotated[int, Query(ge=0, le=1 << 53)]
AfterEpoch = Annotated[int, Query(ge=0, le=(1 << 31) - 1)]
Limit = Annotated[int, Query(ge=1, le=wire.MOST_IN_A_PAGE)]
Offset = Annotated[int, Query(ge=0, le=wire.MOST_FILE)]
Size = Annotated[int, Query(ge=1, le=wire.MOST_FILE)]
Nonce = Annotated[str, Query(pattern=_whole(wire.NONCE))]


def base64_of(most: int) -> Schema:
    """Return octets in base64, so many at most."""
    return {
        "type": "string",
        "contentEncoding": "base64",
        "minLength": 4,
        "maxLength": (most + 2) // 3 * 4,
        "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    }


def an_object(**parts: Schema) -> Schema:
    """Return an object whose parts must all be there, but for those that may be missing."""
    needed = [name for name, part in parts.items() if not part.get("x-may-be-missing")]
    return {"type": "object", "properties": dict(parts), "required": needed}


def missing(schema: Schema) -> Schema:
    """Return the same, which may be missing."""
    return {**schema, "x-may-be-missing": True}


def maybe(schema: Schema) -> Schema:
    """Return the same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema, most: int, least: int = 0) -> Schema:
    """Return a list of the same."""
    return {"type": "array", "items": schema, "minItems": least, "maxItems": most}


DEVICE: Final = an_object(id=ID, sign_key=SHA256, seal_key=SHA256)
LISTED: Final = an_object(id=ID, sign_key=SHA256, seal_key=SHA256, removed=FLAG)
ADMITTED: Final = an_object(token=TOKEN, era=ID)
PROBE: Final = an_object(
    app={"type": "string"}, protocol=NUMBER, nonce={"type": "string"}, era=ID,
    council_key={"type": "string"}, name={"type": "string"},
)  # fmt: skip
NEW_GROUP: Final = an_object(group=ID, code={"type": "string", "maxLength": 200}, device=DEVICE)
PUSH: Final = an_object(
    ops=many(an_object(uuid=ID, body=base64_of(wire.MOST_OPERATION)), wire.MOST_IN_A_PUSH, least=1)
)
OUTCOME: Final[Schema] = {"type": "string", "enum": [str(each) for each in wire.Outcome]}
PUSHED: Final = an_object(
    era=ID,
    results=many(an_object(uuid=ID, outcome=OUTCOME, number=maybe(NUMBER)), wire.MOST_IN_A_PUSH),
)
STORED: Final = an_object(
    number=NUMBER, uuid=ID, device=ID, sha256=SHA256, body=maybe(base64_of(wire.MOST_OPERATION)),
    blank=missing(base64_of(wire.MOST_BLANK)), blanked_by=missing(ID),
)  # fmt: skip
PAGE: Final = an_object(
    era=ID, head=COUNT, epoch=COUNT, joins=COUNT, ops=many(STORED, wire.MOST_IN_A_PAGE)
)
NEW_EPOCH: Final = an_object(
    letters={
        "type": "object",
        "propertyNames": {"pattern": _whole(wire.ID)},
        "additionalProperties": base64_of(wire.MOST_LETTER),
        "minProperties": 1,
        "maxProperties": wire.MOST_DEVICES,
    },
    by=ID,
    signature=SIGNATURE,
)
EPOCHS: Final = many(
    an_object(
        epoch=NUMBER, by=ID, letter=maybe(base64_of(wire.MOST_LETTER)), letters_digest=SHA256,
        signature=SIGNATURE,
    ),
    wire.MOST_IN_A_PAGE,
)  # fmt: skip
OFFER: Final = an_object(locator=SHA256, offer=base64_of(wire.MOST_OFFER))
INVITATION: Final = an_object(group=ID, offer=base64_of(wire.MOST_OFFER), expires_at=MOMENT)
JOIN: Final = an_object(device=DEVICE, proof=base64_of(wire.MOST_PROOF))
JOINS: Final = many(
    an_object(locator=SHA256, device=DEVICE, proof=base64_of(wire.MOST_PROOF)), wire.MOST_IN_A_PAGE
)
WELCOME: Final = an_object(welcome=base64_of(wire.MOST_WELCOME))
WELCOMED: Final = an_object(welcome=base64_of(wire.MOST_WELCOME), token=TOKEN, era=ID)
WAITING: Final = an_object(state={"type": "string", "enum": ["waiting"]})
WAITING_TOKEN: Final = an_object(waiting_token=TOKEN)
SUBMISSION: Final = an_object(kind=KIND, sealed=FLAG, body=base64_of(wire.MOST_SUBMISSION))
RECEIPT: Final = an_object(
    receipt=an_object(
        uuid=ID, sha256=SHA256, received_at=MOMENT, era=ID, signature=missing(SIGNATURE)
    )
)
DAY: Final[Schema] = {"type": "string", "format": "date"}
SUBMISSION_STATE: Final = an_object(
    state=STATE, reply=maybe({"type": "string"}), keep_until=maybe(DAY)
)
_LINE: Final = {
    "number": NUMBER, "uuid": ID, "kind": KIND, "sealed": FLAG, "received_at": MOMENT,
    "state": STATE, "keep_until": maybe(DAY),
}  # fmt: skip
SHARED: Final = an_object(
    **_LINE, body=maybe(base64_of(wire.MOST_SUBMISSION)), reply=maybe({"type": "string"})
)
SHARED_PAGE: Final = an_object(
    era=ID, head=COUNT, items=many(an_object(**_LINE), wire.MOST_IN_A_PAGE)
)
EXPORT: Final = an_object(items=many(SHARED, wire.MOST_IN_A_PAGE))
REPLY: Final = an_object(text={"type": "string", "minLength": 1, "maxLength": wire.MOST_REPLY})
KEEP_UNTIL: Final = an_object(on=maybe(DAY))
ERROR: Final = an_object(error={"type": "string"}, detail={"type": "string"})
EMPTY: Final = an_object()

_JSON: Final = "application/json"
_OCTETS: Final = "application/octet-stream"
_REFUSALS: Final = {
    401: "the token is not known", 403: "it may not", 404: "it is not there, or another's",
    405: "not like that", 409: "something else is there already", 410: "it was there once",
    413: "too large", 422: "it has not its form", 429: "too often", 503: "come again later",
}  # fmt: skip


def described(
    what: str,
    *,
    answers: Mapping[int, Schema | None],
    brings: Schema | None = None,
    octets: int = 0,
    token: bool = True,
) -> dict[str, Any]:
    """Return what FastAPI is told about a request.

    ``answers`` are the shapes of good answers by status, None one without a body; ``brings``
    is the JSON that comes along, or ``octets`` how many bytes at most.
    """
    responses: dict[int, dict[str, Any]] = {}
    for status, schema in answers.items():
        content = {} if schema is None else {"content": {_JSON: {"schema": schema}}}
        responses[status] = {"description": "done", **content}
    error = {"content": {_JSON: {"schema": ERROR}}}
    for status, words in _REFUSALS.items():
        responses[status] = {"description": words, **error}
    more: dict[str, Any] = {"security": [{"token": []}] if token else []}
    if brings is not None:
        more["requestBody"] = {"required": True, "content": {_JSON: {"schema": brings}}}
    if octets:
        body = {"type": "string", "format": "binary", "minLength": 1, "maxLength": octets}
        more["requestBody"] = {"required": True, "content": {_OCTETS: {"schema": body}}}
    return {"summary": what, "responses": responses, "openapi_extra": more}
