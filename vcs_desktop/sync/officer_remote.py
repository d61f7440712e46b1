"""What an officer of the council asks of the infrastructure service over HTTP."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.officer_service import AT_ONCE, OfficerService
from vcs_desktop.sync.service_line import Heard, Sent, ServiceLine
from vcs_desktop.wire import service as wire
from vcs_desktop.wire import service_inbox_json as inbox
from vcs_desktop.wire.record import canonical

__all__ = ["HttpOfficerService", "OfficerService"]

_Shape = TypeVar("_Shape")


class HttpOfficerService:
    """The service at one address, for one officer. One thread at a time asks by it."""

    def __init__(self, line: ServiceLine, token: str) -> None:
        self._line, self._token = line, token

    @classmethod
    def at(cls, address: str, token: str) -> "HttpOfficerService":
        """Return the service at an address.

        Raises:
            WrongAddress: it is none that can be used.
        """
        return cls(ServiceLine(address), token)

    @property
    def address(self) -> str:
        """Where it is."""
        return self._line.address

    def close(self) -> None:
        """Let go of its connections."""
        self._line.close()

    def shared(self, after: int, limit: int = AT_ONCE) -> wire.SharedPage:
        """Return what was shared after a number, without what it says."""
        heard = self._ask("GET", f"/inbox?after={after}&limit={limit}")
        page = _read(inbox.shared_page_of, heard)
        if page.lines and page.lines[0].number <= after:
            raise errors.WrongAnswer("what was not asked for")
        return page

    def whole(self, uuid: str) -> wire.SharedWhole:
        """Return all of one thing that was shared."""
        found = _read(inbox.shared_of, self._ask("GET", f"/inbox/{uuid}"))
        if found.line.uuid != uuid:
            raise errors.WrongAnswer("something else")
        return found

    def reply(self, uuid: str, text: str) -> None:
        """Answer something that was shared, or change the answer."""
        self._ask("PUT", f"/inbox/{uuid}/reply", inbox.reply_as_json(text))

    def keep_until(self, uuid: str, on: date | None) -> None:
        """Say until which day something is kept."""
        self._ask("PUT", f"/inbox/{uuid}/keep-until", inbox.keep_until_as_json(on))

    def export(self, after: int, limit: int = AT_ONCE) -> tuple[wire.SharedWhole, ...]:
        """Return all that was shared after a number."""
        found = _read(inbox.export_of, self._ask("GET", f"/export?after={after}&limit={limit}"))
        if found and found[0].line.number <= after:
            raise errors.WrongAnswer("what was not asked for")
        return found

    def _ask(self, method: str, path: str, said: Any = None) -> Heard:
        body = None if said is None else canonical(said)
        sent = Sent(method, f"{wire.ROOT}/officer{path}", body, most=wire.MOST_REQUEST)
        try:
            return self._line.ask(sent, self._token)
        except errors.TokenNotKnown as error:
            raise errors.OfficerNotKnown(error.detail, code=error.code) from error


def _read(read: Callable[[Any], _Shape], heard: Heard) -> _Shape:
    try:
        return read(heard.said())
    except (ValueError, TypeError, AttributeError) as error:
        raise errors.WrongAnswer(f"{read.__name__}: {type(error).__name__}") from error
