"""The infrastructure service as a laptop sees it, whatever is behind: a server, or one in memory.

Every method may raise ``Offline`` (no answer that can be used came; ask again later: all of them
may be asked twice) and ``Refused`` (``sync/service_errors.py``) besides what it names. Whoever
asks looks at every answer with its own eyes: nothing that comes from the service is believed.
"""

from collections.abc import Sequence
from typing import Protocol

from vcs_desktop.wire.service import (
    MOST_IN_A_PAGE,
    MOST_PART,
    Admitted,
    DeviceKeys,
    EpochLetter,
    Invitation,
    JoinRequest,
    ListedDevice,
    NewEpoch,
    Page,
    Probe,
    PushAnswer,
    Receipt,
    SealedOperation,
    Submission,
    SubmissionState,
    Welcome,
)


class ServiceDoor(Protocol):
    """What anybody may ask."""

    @property
    def address(self) -> str:
        """Where it is."""

    def entering(self, group: str, token: str) -> "GroupService":
        """Return the same service, for a laptop of a group with its token."""

    def close(self) -> None:
        """Let go of its connections."""

    def probe(self) -> Probe:
        """Ask who answers. That it is an answer to this very question was looked at.

        Raises:
            NotAService: something else answers there, or one of another protocol.
            SignInToWifi: a network answers in its place.
        """

    def start_group(self, group: str, code: str, device: DeviceKeys) -> Admitted:
        """Let a group begin here, with a code of whoever runs the service.

        Raises:
            Gone: the code is out of date, or another group has used it.
            NotThere: there is no such code.
            Taken: the group is here already.
        """

    def invitation(self, locator: str) -> Invitation:
        """Return the invitation that is found by what a code makes.

        Raises:
            NotThere: there is none.
            Gone: it is out of date.
        """

    def ask_to_join(self, locator: str, device: DeviceKeys, proof: bytes) -> str:
        """Ask to be let in, and return the token to wait with.

        Raises:
            NotThere: there is no such invitation.
            Gone: it is out of date.
            Taken: a laptop of this id is one of a group.
        """

    def joined(self, device: str, waiting_token: str) -> Welcome | None:
        """Return the welcome, until its token was used once; None while nobody has answered.

        Raises:
            Gone: nobody let it in: it was refused, or the time is over.
        """


class GroupLog(Protocol):
    """The sealed operations of the group and its keys."""

    def operations(self, after: int, limit: int = MOST_IN_A_PAGE) -> Page:
        """Return operations after a number, in order: at most ``limit``, or 8 MB of them."""

    def push(self, operations: Sequence[SealedOperation]) -> PushAnswer:
        """Send operations: 1 to 200, at most 8 MB. One that is refused stops none of the others."""

    def blank(self, uuid: str, blank: bytes) -> None:
        """Put a blank in an operation's place: its bytes are gone for good.

        Raises:
            NotThere: the operation was never sent.
        """

    def put_back(self, uuid: str, body: bytes) -> None:
        """Put an operation's own bytes back in the place of a blank that nobody meant.

        Raises:
            NotThere: the operation was never sent.
            OtherBytes: these are not the bytes that were sent first.
        """

    def put_epoch(self, number: int, epoch: NewEpoch) -> None:
        """Begin a new epoch, whose number is the highest and one.

        Raises:
            Taken: another laptop began this epoch, or the number is not the next one.
        """

    def epochs(self, after: int) -> tuple[EpochLetter, ...]:
        """Return the epochs after a number, each with the letter for this laptop."""

    def blob_received(self, sha256: str) -> int:
        """Return how many bytes of a file are there; 0 where there is nothing.

        Raises:
            Gone: it was erased.
        """

    def put_blob(self, sha256: str, offset: int, size: int, part: bytes) -> int:
        """Send the next part of a file of ``size`` bytes; return how many are there now.

        Raises:
            Refused: with ``code`` ``wrong_offset``, when something before it is missing.
            NotUnderstood: the file was whole, and was not what its digest says; it is gone.
            Gone: it was erased, and this is not its first part.
        """

    def get_blob(self, sha256: str, offset: int, most: int = MOST_PART) -> bytes:
        """Return bytes of a whole file from a place on, ``most`` at most.

        Raises:
            NotThere: it is not there, or not whole, or ends before that place.
            Gone: it was erased.
        """

    def erase_blob(self, sha256: str) -> None:
        """Erase a file, also one that never came; who still has it may send all of it again."""


class GroupDoor(Protocol):
    """The group's laptops, and those that want to be one."""

    def devices(self) -> tuple[ListedDevice, ...]:
        """Return the laptops that the service knows, those that were removed too."""

    def remove_device(self, device: str) -> None:
        """Remove a laptop: from now on it can do nothing here."""

    def invite(self, locator: str, offer: bytes) -> None:
        """Keep an invitation for an hour.

        Raises:
            Taken: there is one of this locator, or there are five open ones.
        """

    def joins(self) -> tuple[JoinRequest, ...]:
        """Return the laptops that wait to be let in."""

    def welcome(self, device: str, welcome: bytes) -> None:
        """Let a laptop in.

        Raises:
            NotThere: it does not wait.
        """

    def refuse(self, device: str) -> None:
        """Do not let a laptop in that waits."""


class SharedThings(Protocol):
    """What the group chose to share."""

    def submit(self, submission: Submission) -> Receipt:
        """Send a submission.

        Raises:
            OtherBytes: another one has this uuid.
            Gone: it was withdrawn.
        """

    def submission(self, uuid: str) -> SubmissionState:
        """Return how far a submission of this group has come."""

    def withdraw(self, uuid: str) -> None:
        """Take a submission back: its body is gone."""


class GroupService(ServiceDoor, GroupLog, GroupDoor, SharedThings, Protocol):
    """All of it."""
