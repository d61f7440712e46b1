"""What groups shared with the council, for an officer: read, answered, kept until a day, exported.

The officer's token and what opens the sealed things are held only as long as the inbox is open,
and are never written down here.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError, FolderNotWritable, Stopped, not_written
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.language import marked
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.sharing.preview import Line, lines_of
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.services.publishing.council_inbox import (
    all_of_it,
    council_key,
    opened,
    what_it_says,
)
from vcs_desktop.sync.officer_service import OfficerService
from vcs_desktop.vault.device_keys import SealKeys
from vcs_desktop.vault.sealing import NotOpened
from vcs_desktop.wire.roots import fingerprint_of
from vcs_desktop.wire.service import MOST_REPLY, SharedLine, SharedWhole, State
from vcs_desktop.wire.service_inbox_json import shared_as_json
from vcs_desktop.wire.service_json import is_clean
from vcs_desktop.wire.submission import submission_of

_SORTS: Final = frozenset(Sort)


class NoAnswer(AppError):
    """Nothing was written to answer."""

    message = marked("There is no answer yet.")
    advice = marked("Write what you did with it, then send it.")


class AnswerTooLong(AppError):
    """The service takes no answer as long as this."""

    message = marked("This answer is too long.")
    advice = marked("Two pages are enough. A web page can say more.")


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One thing in the list, without what it says. ``sort`` None: a newer app shared it."""

    uuid: str
    number: int
    kind: str
    sort: Sort | None
    is_sealed: bool
    on: date
    state: State
    keep_until: date | None


@dataclass(frozen=True, slots=True)
class InboxThing:
    """All of one thing.

    ``lines`` say what it tells; ``text`` is the very text, empty where it is gone or cannot be
    opened. ``is_gone``: it was taken back, or its time is over. ``is_closed``: it is sealed for
    a key that is not open here. ``is_odd``: it is not written as it should be, so that only the
    text can be shown. ``asked_until`` is until when the group lets it be kept.
    """

    line: InboxLine
    lines: tuple[Line, ...]
    text: str
    reply: str
    is_gone: bool = False
    is_closed: bool = False
    is_odd: bool = False
    asked_until: date | None = None


class OpenInbox:
    """The inbox of one officer. One lane at a time asks by it."""

    def __init__(self, service: OfficerService, keys: SealKeys | None, clock: Clock) -> None:
        self._service = service
        self._clock = clock
        self._keys = keys

    def today(self) -> date:
        """Return the day from which days are counted."""
        return self._clock.today()

    def everything(self, stop: Event | None = None) -> tuple[SharedWhole, ...]:
        """Return all that was shared, opened where the council's key is open.

        What cannot be opened here is as it came. No sender is told that theirs was read.

        Raises:
            Stopped: ``stop`` was set.
            Offline: the service cannot be reached.
        """
        return tuple(
            replace(each, body=opened_body)
            if (opened_body := _opened(each, self._keys)) is not None
            else each
            for each in all_of_it(self._service, stop)
        )

    @property
    def digits(self) -> str:
        """The council's digits, which groups compare; empty where its key is not open."""
        return fingerprint_of(self._keys.key) if self._keys else ""

    def lines(self, stop: Event | None = None) -> tuple[InboxLine, ...]:
        """Return everything that was shared, the newest first.

        Raises:
            Stopped: ``stop`` was set.
            Offline: the service cannot be reached.
            Refused: it does not know this officer.
        """
        found: list[SharedLine] = []
        while more := self._service.shared(found[-1].number if found else 0).lines:
            found += more
            if stop is not None and stop.is_set():
                raise Stopped
        return tuple(_line(each) for each in reversed(found))

    def one(self, uuid: str) -> InboxThing:
        """Return all of one thing; its sender sees that it was read.

        Raises:
            NotThere: there is none.
            Offline: the service cannot be reached.
        """
        return _thing(self._service.whole(uuid), self._keys)

    def reply(self, uuid: str, text: str) -> None:
        """Answer: you said, we did. Another answer takes the place of the one before.

        Raises:
            NoAnswer: there is none.
            AnswerTooLong: it is too long.
            Gone: it was taken back, or its time is over.
            Offline: the service cannot be reached.
        """
        said = "".join(filter(is_clean, text)).strip()  # half a letter comes of what was pasted
        if not said:
            raise NoAnswer
        if len(said) > MOST_REPLY:
            raise AnswerTooLong
        self._service.reply(uuid, said)

    def keep_until(self, uuid: str, on: date | None) -> None:
        """Say until which day it is kept; None is as long as it is needed.

        Raises:
            NotUnderstood: the day is over, or too far away.
            Gone: it was taken back, or its time is over.
            Offline: the service cannot be reached.
        """
        self._service.keep_until(uuid, on)

    def export(self, path: Path, stop: Event | None = None) -> tuple[int, int]:
        """Write all of it into a file that only this account can read.

        Returns how many things are in it, and how many of them could not be opened.

        Raises:
            Stopped: ``stop`` was set; no file was written.
            FolderNotWritable: it cannot be written there; or DiskFull.
            Offline: the service cannot be reached.
        """
        found = [thing_as_json(each, self._keys) for each in all_of_it(self._service, stop)]
        closed = sum(each["says"] is None and each["body"] is not None for each in found)
        text = json.dumps({"items": found}, ensure_ascii=False, indent=1)
        try:
            write_whole(path, f"{text}\n".encode(), private=True)
        except OSError as error:
            raise not_written(error, FolderNotWritable(path.name)) from error
        return len(found), closed

    def close(self) -> None:
        """Let go of the service, and of what opens what is sealed."""
        self._keys = None
        self._service.close()


class OfficerInboxService:
    """Opens the inbox of an officer, who needs no group and no publisher's key for it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def open(
        self, address: str, token: str, key_file: Path | None = None, words: str = ""
    ) -> OpenInbox:
        """Open the inbox at an address; ``key_file`` and its ``words`` open what is sealed.

        Takes a second or so where there is a key. Whoever asked closes it.

        Raises:
            WrongAddress: it is no address.
            WrongKeyWords: the words are others; or the file is no council's key.
        """
        from vcs_desktop.sync.officer_remote import HttpOfficerService

        keys = opened(council_key(key_file), words) if key_file is not None else None
        service = HttpOfficerService.at(address.strip(), token.strip())
        return OpenInbox(service, keys, self._clock)


def _line(line: SharedLine) -> InboxLine:
    return InboxLine(
        line.uuid,
        line.number,
        line.kind,
        Sort(line.kind) if line.kind in _SORTS else None,
        line.sealed,
        local_day(line.received_at),
        line.state,
        line.keep_until_on,
    )


def _thing(whole: SharedWhole, keys: SealKeys | None) -> InboxThing:
    line, reply = _line(whole.line), whole.reply or ""
    if whole.body is None:
        return InboxThing(line, (), "", reply, is_gone=True)
    content = _opened(whole, keys)
    if content is None:
        return InboxThing(line, (), "", reply, is_closed=True)
    try:
        lines = lines_of(content)
        return InboxThing(line, lines, content.decode(), reply, asked_until=_asked_until(content))
    except ValueError:
        return InboxThing(line, (), content.decode(errors="replace"), reply, is_odd=True)


def _asked_until(content: bytes) -> date | None:
    said = submission_of(content).fields.get("keep_until")
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _opened(whole: SharedWhole, keys: SealKeys | None) -> bytes | None:
    """Return the bytes before they were sealed; None where they cannot be opened here."""
    if whole.body is None or not whole.line.sealed:
        return whole.body
    if keys is None:
        return None
    try:
        return keys.open(whole.body)
    except NotOpened:
        return None


def thing_as_json(whole: SharedWhole, keys: SealKeys | None) -> dict[str, Any]:
    """Return all of one thing; ``says`` is None where it is gone or cannot be opened here."""
    return {**shared_as_json(whole), "says": what_it_says(whole, keys)}
