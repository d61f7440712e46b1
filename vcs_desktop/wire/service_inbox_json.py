"""How what a group shares, and what comes back for it, stands in JSON."""

from typing import Any

from vcs_desktop.wire.fields import SHA256, text
from vcs_desktop.wire.service import (
    ID,
    KIND,
    MOST_REPLY,
    MOST_SUBMISSION,
    SIGNATURE,
    Receipt,
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
