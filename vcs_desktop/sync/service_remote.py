"""The infrastructure service over HTTP, as ``GroupService`` says it.

That an answer has its form is looked at here; that it is true is looked at by whoever asked.
"""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, Final, TypeVar
from urllib.parse import quote

from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.errors import SignInToWifi
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.remote import kind_of
from vcs_desktop.sync.service_line import OCTETS, Heard, Sent, ServiceLine, new_nonce
from vcs_desktop.wire import service as wire
from vcs_desktop.wire import service_inbox_json as inbox
from vcs_desktop.wire import service_joining_json as joining
from vcs_desktop.wire import service_json as shapes
from vcs_desktop.wire.fields import text
from vcs_desktop.wire.record import canonical

__all__ = ["GroupService", "HttpGroupService"]

_Shape = TypeVar("_Shape")
_RECEIVED: Final = "vcs-received"


class _Asking:
    """Asks in the name of a laptop of a group, or of nobody."""

    def __init__(self, line: ServiceLine, group: str = "", token: str = "") -> None:
        self._line, self._group, self._token = line, group, token

    @property
    def address(self) -> str:
        """Where it is."""
        return self._line.address

    def close(self) -> None:
        """Let go of its connections."""
        self._line.close()

    def _ask(
        self,
        method: str,
        path: str,
        said: Any = None,
        *,
        most: int = wire.MOST_SMALL_REQUEST,
        token: str | None = None,
    ) -> Heard:
        """Ask with JSON; ``token`` None is the laptop's own."""
        body = None if said is None else canonical(said)
        sent = Sent(method, f"{wire.ROOT}{path}", body, most=most)
        return self._line.ask(sent, self._token if token is None else token)

    def _ours(self, rest: str) -> str:
        return f"/groups/{self._group}{rest}"


class _Door(_Asking):
    def entering(self, group: str, token: str) -> "HttpGroupService":
        """Return the same service, for a laptop of a group with its token."""
        return HttpGroupService(self._line, group, token)

    def probe(self) -> wire.Probe:
        """Ask who answers."""
        nonce = new_nonce()
        try:
            heard = self._ask("GET", f"/probe?nonce={nonce}", token="")
            said = heard.said()
            if not isinstance(said, dict) or said.get("app") != wire.APP:
                raise errors.NotAService("another program")
            probe = _read(shapes.probe_of, said)
        except (errors.Refused, errors.WrongAnswer) as error:
            raise errors.NotAService(error.detail) from error
        if probe.nonce != nonce:
            raise SignInToWifi("an answer to another question")
        if probe.protocol != wire.PROTOCOL:
            raise errors.NotAService(f"protocol {probe.protocol}")
        return probe

    def start_group(self, group: str, code: str, device: wire.DeviceKeys) -> wire.Admitted:
        """Let a group begin here."""
        said = shapes.group_as_json(group, code, device)
        return _read(shapes.admitted_of, self._ask("POST", "/groups", said, token="").said())

    def invitation(self, locator: str) -> wire.Invitation:
        """Return the invitation that is found by what a code makes."""
        heard = self._ask("GET", f"/invitations/{locator}", token="")
        return _read(joining.invitation_of, heard.said())

    def ask_to_join(self, locator: str, device: wire.DeviceKeys, proof: bytes) -> str:
        """Ask to be let in, and return the token to wait with."""
        said = joining.join_as_json(device, proof)
        heard = self._ask("POST", f"/invitations/{locator}/joins", said, token="")
        return _read(lambda found: text(found, "waiting_token", wire.TOKEN), heard.said())

    def joined(self, device: str, waiting_token: str) -> wire.Welcome | None:
        """Return the welcome, or None while nobody has answered."""
        heard = self._ask("GET", f"/joins/{device}", token=waiting_token)
        if heard.status == HTTPStatus.ACCEPTED:
            return None
        return _read(joining.welcomed_of, heard.said())


class _Log(_Asking):
    def operations(self, after: int, limit: int = wire.MOST_IN_A_PAGE) -> wire.Page:
        """Return operations after a number, in order."""
        path = self._ours(f"/ops?after={after}&limit={limit}")
        page = _read(shapes.page_of, self._ask("GET", path, most=wire.MOST_REQUEST).said())
        if page.operations and page.operations[0].number <= after:
            raise errors.WrongAnswer("operations that were not asked for")
        return page

    def push(self, operations: Sequence[wire.SealedOperation]) -> wire.PushAnswer:
        """Send operations."""
        heard = self._ask("POST", self._ours("/ops"), shapes.push_as_json(operations))
        answer = _read(shapes.push_answer_of, heard.said())
        if [each.uuid for each in answer.results] != [each.uuid for each in operations]:
            raise errors.WrongAnswer("an answer for other operations")
        return answer

    def blank(self, uuid: str, blank: bytes) -> None:
        """Put a blank in an operation's place."""
        self._put(uuid, "blank", blank)

    def put_back(self, uuid: str, body: bytes) -> None:
        """Put an operation's own bytes back in the place of a blank."""
        self._put(uuid, "body", body)

    def _put(self, uuid: str, what: str, octets: bytes) -> None:
        path = f"{wire.ROOT}{self._ours(f'/ops/{uuid}/{what}')}"
        self._line.ask(Sent("PUT", path, octets, OCTETS), self._token)

    def put_epoch(self, number: int, epoch: wire.NewEpoch) -> None:
        """Begin a new epoch."""
        self._ask("PUT", self._ours(f"/epochs/{number}"), joining.new_epoch_as_json(epoch))

    def epochs(self, after: int) -> tuple[wire.EpochLetter, ...]:
        """Return the epochs after a number, each with the letter for this laptop."""
        heard = self._ask("GET", self._ours(f"/epochs?after={after}"), most=wire.MOST_REQUEST)
        return _read(joining.epoch_letters_of, heard.said())


class _Files(_Asking):
    def blob_received(self, sha256: str) -> int:
        """Return how many bytes of a file are there."""
        try:
            heard = self._line.ask(Sent("HEAD", self._blob(sha256)), self._token)
        except errors.NotThere:
            return 0
        return _received(heard)

    def put_blob(self, sha256: str, offset: int, size: int, part: bytes) -> int:
        """Send the next part of a file; return how many bytes are there now."""
        path = f"{self._blob(sha256)}?offset={offset}&size={size}"
        return _received(self._line.ask(Sent("PUT", path, part, OCTETS), self._token))

    def get_blob(self, sha256: str, offset: int, most: int = wire.MOST_PART) -> bytes:
        """Return bytes of a whole file from a place on."""
        wanted = {"Range": f"bytes={offset}-{offset + most - 1}"}
        sent = Sent("GET", self._blob(sha256), headers=wanted, most=most)
        heard = self._line.ask(sent, self._token)
        starts = heard.headers.get("content-range", "").startswith(f"bytes {offset}-")
        is_part = heard.status == HTTPStatus.PARTIAL_CONTENT and starts
        if not is_part or kind_of(heard.headers) != OCTETS or not heard.body:
            raise errors.WrongAnswer("other bytes than were asked for")
        return heard.body

    def erase_blob(self, sha256: str) -> None:
        """Erase a file."""
        self._line.ask(Sent("DELETE", self._blob(sha256)), self._token)

    def _blob(self, sha256: str) -> str:
        return f"{wire.ROOT}{self._ours(f'/blobs/{sha256}')}"


class _GroupDoor(_Asking):
    def devices(self) -> tuple[wire.ListedDevice, ...]:
        """Return the laptops that the service knows."""
        return _read(shapes.devices_of, self._ask("GET", self._ours("/devices")).said())

    def remove_device(self, device: str) -> None:
        """Remove a laptop."""
        self._ask("DELETE", self._ours(f"/devices/{device}"))

    def invite(self, locator: str, offer: bytes) -> None:
        """Keep an invitation for an hour."""
        self._ask("POST", self._ours("/invitations"), joining.offer_as_json(locator, offer))

    def joins(self) -> tuple[wire.JoinRequest, ...]:
        """Return the laptops that wait to be let in."""
        return _read(joining.joins_of, self._ask("GET", self._ours("/joins")).said())

    def welcome(self, device: str, welcome: bytes) -> None:
        """Let a laptop in."""
        self._ask("PUT", self._ours(f"/joins/{device}"), joining.welcome_as_json(welcome))

    def refuse(self, device: str) -> None:
        """Do not let a laptop in that waits."""
        self._ask("DELETE", self._ours(f"/joins/{device}"))


class _Shared(_Asking):
    def submit(self, submission: wire.Submission) -> wire.Receipt:
        """Send a submission."""
        said = inbox.submission_as_json(submission)
        heard = self._ask("PUT", f"/inbox/{quote(submission.uuid, safe='')}", said)
        receipt = _read(inbox.receipt_of, heard.said())
        if receipt.uuid != submission.uuid:
            raise errors.WrongAnswer("a receipt for something else")
        return receipt

    def submission(self, uuid: str) -> wire.SubmissionState:
        """Return how far a submission of this group has come."""
        return _read(inbox.state_of, self._ask("GET", f"/inbox/{uuid}").said())

    def withdraw(self, uuid: str) -> None:
        """Take a submission back."""
        self._ask("DELETE", f"/inbox/{uuid}")


class HttpGroupService(_Door, _Log, _Files, _GroupDoor, _Shared):
    """The service at one address. One thread at a time asks by it."""

    @classmethod
    def at(cls, address: str) -> "HttpGroupService":
        """Return the service at an address, for nobody yet.

        Raises:
            WrongAddress: it is none that can be used.
        """
        return cls(ServiceLine(address))


def _read(read: Callable[[Any], _Shape], said: Any) -> _Shape:
    """Return what an answer says.

    Raises:
        WrongAnswer: it has another form.
    """
    try:
        return read(said)
    except (ValueError, TypeError, AttributeError) as error:
        raise errors.WrongAnswer(f"{read.__name__}: {type(error).__name__}") from error


def _received(heard: Heard) -> int:
    said = heard.headers.get(_RECEIVED, "")
    if not (said.isascii() and said.isdigit() and int(said[:15]) <= wire.MOST_FILE):
        raise errors.WrongAnswer("no count of bytes")
    return int(said)
