"""How what a group shares, and what comes back for it, stands in JSON."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from vcs_desktop.wire.fields import SHA256, count, text
from vcs_desktop.wire.service import (
    ID,
    KIND,
    MOST_IN_A_PAGE,
    MOST_REPLY,
    MOST_SUBMISSION,
    SIGNATURE,
    Receipt,
    SharedLine,
    SharedPage,
    SharedWhole,
    State,
    Submission,
    SubmissionState,
)
from vcs_desktop.wire.service_json import (
    Said,
    an_object,
    day,
    flag,
    maybe,
    moment,
    moment_as_text,
    objects,
    octets,
    octets_as_text,
    words,
)


def submission_as_json(submission: Submission) -> dict[str, Any]:
    """Return what is shared; its uuid stands in the address."""
    return {
        "kind": submission.kind,
        "sealed": submission.sealed,
        "body": octets_as_text(submission.body),
    }


def submission_of(uuid: str, said: Said) -> Submission:
    """Read what is shared."""
    body = octets(said, "body", MOST_SUBMISSION)
    return Submission(uuid, text(said, "kind", KIND), flag(said, "sealed"), body)


def receipt_as_json(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as it is answered."""
    said = {
        "uuid": receipt.uuid,
        "sha256": receipt.sha256,
        "received_at": moment_as_text(receipt.received_at),
        "era": receipt.era,
    }
    return {"receipt": said | ({"signature": receipt.signature} if receipt.signature else {})}


def receipt_of(answer: Said) -> Receipt:
    """Read a receipt out of an answer."""
    said = an_object(answer, "receipt")
    return Receipt(
        text(said, "uuid", ID),
        text(said, "sha256", SHA256),
        moment(said, "received_at"),
        text(said, "era", ID),
        maybe(said, "signature", SIGNATURE),
    )


def state_as_json(state: SubmissionState) -> dict[str, Any]:
    """Return how far a submission has come."""
    until = state.keep_until_on
    return {
        "state": str(state.state),
        "reply": state.reply,
        "keep_until": None if until is None else until.isoformat(),
    }


def state_of(said: Said) -> SubmissionState:
    """Read how far a submission has come."""
    reply = None if said.get("reply") is None else words(said, "reply", MOST_REPLY)
    return SubmissionState(State(text(said, "state")), reply, day(said, "keep_until"))


# --- For an officer -------------------------------------------------------------------------


def shared_page_as_json(page: SharedPage) -> dict[str, Any]:
    """Return a page of what was shared."""
    items = [line_as_json(each) for each in page.lines]
    return {"era": page.era, "head": page.head, "items": items}


def shared_page_of(said: Said) -> SharedPage:
    """Read a page of what was shared, whose numbers ascend."""
    found = tuple(_line_of(each) for each in objects(said.get("items"), MOST_IN_A_PAGE))
    _must_ascend(found)
    return SharedPage(text(said, "era", ID), count(said, "head"), found)


def line_as_json(line: SharedLine) -> dict[str, Any]:
    """Return one thing that was shared, without what it says."""
    until = line.keep_until_on
    return {
        "number": line.number,
        "uuid": line.uuid,
        "kind": line.kind,
        "sealed": line.sealed,
        "received_at": moment_as_text(line.received_at),
        "state": str(line.state),
        "keep_until": None if until is None else until.isoformat(),
    }


def shared_as_json(whole: SharedWhole) -> dict[str, Any]:
    """Return all of one thing that was shared."""
    body = None if whole.body is None else octets_as_text(whole.body)
    return {**line_as_json(whole.line), "body": body, "reply": whole.reply}


def shared_of(said: Said) -> SharedWhole:
    """Read all of one thing that was shared."""
    body = None if said.get("body") is None else octets(said, "body", MOST_SUBMISSION)
    reply = None if said.get("reply") is None else words(said, "reply", MOST_REPLY)
    return SharedWhole(_line_of(said), body, reply)


def export_as_json(shared: Sequence[SharedWhole]) -> dict[str, Any]:
    """Return a page of all that was shared, with what it says."""
    return {"items": [shared_as_json(each) for each in shared]}


def export_of(said: Said) -> tuple[SharedWhole, ...]:
    """Read a page of all that was shared, whose numbers ascend."""
    found = tuple(shared_of(each) for each in objects(said.get("items"), MOST_IN_A_PAGE))
    _must_ascend([each.line for each in found])
    return found


def reply_as_json(reply: str) -> dict[str, Any]:
    """Return an officer's answer."""
    return {"text": reply}


def reply_of(said: Said) -> str:
    """Read an officer's answer, which is not empty."""
    reply = words(said, "text", MOST_REPLY)
    if not reply.strip():
        raise ValueError("an answer is empty")
    return reply


def keep_until_as_json(on: date | None) -> dict[str, Any]:
    """Return until which day something is kept."""
    return {"on": None if on is None else on.isoformat()}


def keep_until_of(said: Said) -> date | None:
    """Read until which day something is kept; it must be said, if only that there is none."""
    if "on" not in said:
        raise ValueError("a day is missing")
    return day(said, "on")


def _line_of(said: Said) -> SharedLine:
    return SharedLine(
        count(said, "number", least=1),
        text(said, "uuid", ID),
        text(said, "kind", KIND),
        flag(said, "sealed"),
        moment(said, "received_at"),
        State(text(said, "state")),
        day(said, "keep_until"),
    )


def _must_ascend(lines: Sequence[SharedLine]) -> None:
    if any(one.number >= other.number for one, other in pairwise(lines)):
        raise ValueError("numbers do not ascend")
