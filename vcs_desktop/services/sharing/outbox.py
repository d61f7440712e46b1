"""The outbox: what was agreed goes to the council, and what it says comes back.

Everything stands in the group's records before anything is sent, so that being cut off anywhere
loses nothing: the same bytes go again under the same number. Nothing that was not agreed, word
for word, ever comes here.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final

from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.sharing.shared import (
    AT_THE_COUNCIL,
    TRIES,
    Receipt,
    Shared,
    State,
    state_of,
)
from vcs_desktop.domain.sharing.told import ALWAYS_PERSONAL
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.records import Held
from vcs_desktop.services.sharing.council_key import CouncilKeys
from vcs_desktop.services.sharing.door import Door
from vcs_desktop.services.sharing.service import SharingService
from vcs_desktop.sync.errors import Offline
from vcs_desktop.sync.service_errors import (
    DeviceRemoved,
    Gone,
    NotAllowed,
    NotThere,
    OtherBytes,
    Refused,
    TokenNotKnown,
    WrongAnswer,
)
from vcs_desktop.vault.device_keys import seal_for
from vcs_desktop.wire import service as wire

_DESK: Final = "shared-asked"
_OVER: Final = wire.State.KEPT_UNTIL_OVER
MOST_ASKED: Final = 20
"""So many replies are asked for in one look; the others the next time."""

_WE_ARE_NOT_LET_IN: Final = (TokenNotKnown, DeviceRemoved, NotAllowed)
"""It has nothing to do with what is sent: nothing of it counts as refused."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one look. ``error`` is why it ended early; what waits goes the next time.

    ``waits_for_key`` are things that wait until a person has compared the council's digits.
    ``has_service`` is false where the group has not joined a service on this computer.
    """

    sent: int = 0
    taken_back: int = 0
    set_aside: int = 0
    refused: int = 0
    replies: int = 0
    waits_for_key: int = 0
    error: AppError | None = None
    has_service: bool = True

    @property
    def count(self) -> int:
        """How many things are otherwise than before."""
        return self.sent + self.taken_back + self.set_aside + self.replies


class Outbox:
    """Sends, takes back and asks for replies, one thing after the other."""

    def __init__(self, sharing: SharingService, keys: CouncilKeys, desk: DeskService) -> None:
        self._sharing = sharing
        self._keys = keys
        self._desk = desk

    def waiting(self) -> tuple[Held[Shared], ...]:
        """Return what has to be sent or taken back, the oldest first."""
        return tuple(each for each in self._sharing.to_send() if _has_to_go(each.thing))

    def run(self, door: Door, go_on: Callable[[], bool], *, ask_all: bool = False) -> Report:
        """Do all that waits. ``go_on`` is asked before each thing, also before the first.

        With ``ask_all`` every reply is asked for; else each at most once a day.
        """
        report = Report()
        try:
            with closing(door):
                steps = self._steps(door, ask_all=ask_all)
                while go_on() and (so_far := next(steps, None)) is not None:
                    report = so_far
        except _Ended as ended:
            return replace(ended.report, error=ended.error)
        return report

    def _steps(self, door: Door, *, ask_all: bool) -> Iterator[Report]:
        report = Report()
        waiting = self.waiting()
        if any(_is_closed(each.thing) and not each.thing.is_tried for each in waiting):
            self._see_key(door, report)
        for each in waiting:
            # While others went, a person may have taken it back, or put it in the bin.
            held = self._sharing.one(each.record.id)
            gone = held.record.binned_at is not None or held.record.choices
            if not gone and _has_to_go(held.thing):
                report = self._one(door, held, report)
            yield report
        for held in self._to_ask(ask_all=ask_all):
            if self._ask(door, held, report):
                report = replace(report, replies=report.replies + 1)
            yield report

    def _see_key(self, door: Door, report: Report) -> None:
        try:
            self._keys.see(door.probe().council_key)
        except AppError as error:
            raise _Ended(report, error) from error

    def _one(self, door: Door, held: Held[Shared], report: Report) -> Report:
        try:
            if state_of(held.thing) is State.TAKING_BACK:
                self._take_back(door, held)
                return replace(report, taken_back=report.taken_back + 1)
            prepared = self._prepared(door, held)
            if prepared is None:
                return replace(report, waits_for_key=report.waits_for_key + 1)
            if prepared.thing.receipt is None:
                self._send(door, prepared)
            return replace(report, sent=report.sent + 1)
        except (Offline, *_WE_ARE_NOT_LET_IN) as error:
            raise _Ended(report, error) from error
        except Refused as error:
            return self._refused(held, error, report)

    def _prepared(self, door: Door, held: Held[Shared]) -> Held[Shared] | None:
        """Keep what is about to travel; None where no key is there to seal it for."""
        shared = held.thing
        if not _is_closed(shared):
            return self._note(held, replace(shared, is_tried=True))
        key = self._keys.key()
        if not key:
            return None
        if shared.sealed and shared.sealed_for == key:
            return self._note(held, replace(shared, is_tried=True))
        if shared.is_tried and (found := self._found(door, shared.id)):
            return self._note(held, _arrived(shared, found))
        sealed = b64encode(seal_for(key, shared.body.encode())).decode()
        return self._note(held, replace(shared, sealed=sealed, sealed_for=key, is_tried=True))

    def _send(self, door: Door, held: Held[Shared]) -> None:
        shared = held.thing
        content = b64decode(shared.sealed) if shared.sealed else shared.body.encode()
        sort = str(shared.sort)
        try:
            told = door.submit(wire.Submission(shared.id, sort, bool(shared.sealed), content))
        except OtherBytes:
            # Another computer of the group sealed it anew; what is open is other words there.
            found = self._found(door, shared.id) if shared.sealed else None
            if found is None:
                raise
            self._note(held, _arrived(shared, found))
            return
        except Gone:
            gone = replace(shared, taken_back_on=self._sharing.today(), is_gone_there=True)
            self._note(held, gone)
            return
        if (told.uuid, told.sha256) != (shared.id, hashlib.sha256(content).hexdigest()):
            raise WrongAnswer(detail="a receipt for something else")
        receipt = Receipt(told.received_at.isoformat(), told.sha256, told.era, told.signature)
        self._note(held, replace(shared, receipt=receipt, refusals=0, refused_why=""))
        self._note_asked(shared.id)

    def _take_back(self, door: Door, held: Held[Shared]) -> None:
        shared = held.thing
        is_gone = True
        # Its answer may be lost, and a person leave it after all: then it is asked how it stands.
        self._forget_asked(shared.id)
        try:
            door.withdraw(shared.id)
        except Gone:
            pass
        except NotThere:  # never there, or lost there: then we hold a receipt
            is_gone = shared.receipt is not None
        today = self._sharing.today()
        self._note(held, replace(shared, taken_back_on=today, is_gone_there=is_gone))

    def _refused(self, held: Held[Shared], error: Refused, report: Report) -> Report:
        now = self._sharing.one(held.record.id)
        times = now.thing.refusals + 1
        self._note(now, replace(now.thing, refusals=times, refused_why=error.message))
        if times >= TRIES:
            return replace(report, set_aside=report.set_aside + 1)
        return replace(report, refused=report.refused + 1)

    def _to_ask(self, *, ask_all: bool) -> list[Held[Shared]]:
        """Return what the council has, or had, and was not asked about today, the oldest first."""
        asked, today = self._asked(), self._sharing.today().isoformat()
        out = [
            each
            for each in self._sharing.to_send()
            if each.thing.receipt is not None
            and state_of(each.thing) in (*AT_THE_COUNCIL, State.TAKEN_BACK)
            and not each.thing.is_over
        ]
        if not ask_all:
            out = [each for each in out if asked.get(each.record.id) != today]
        return sorted(out, key=lambda e: asked.get(e.record.id, ""))[:MOST_ASKED]

    def _ask(self, door: Door, held: Held[Shared], report: Report) -> bool:
        """Ask how far something has come, and say whether there is a new reply."""
        before = held.thing
        if state_of(before) is State.TAKEN_BACK:
            self._keep_away(door, before, report)
            return False
        if _is_for_others(before):
            self._note(held, replace(before, receipt=None))
            return False
        try:
            after = _heard(before, door.submission(before.id))
        except NotThere:  # the service was put back from a backup: it is offered once more
            after = replace(before, receipt=None)
        except Gone:
            after = replace(before, is_over=True)
        except AppError as error:
            raise _Ended(report, error) from error
        if after.is_gone_there:  # another computer of the group took it back
            after = replace(after, taken_back_on=self._sharing.today())
        self._note_asked(held.record.id)
        if after != before:
            self._note(held, after)
        return after.reply != before.reply

    def _keep_away(self, door: Door, shared: Shared, report: Report) -> None:
        """Take back once more what a service has again that was put back from a backup."""
        try:
            if door.submission(shared.id).state not in (wire.State.WITHDRAWN, _OVER):
                door.withdraw(shared.id)
        except (Gone, NotThere):
            pass
        except AppError as error:
            raise _Ended(report, error) from error
        self._note_asked(shared.id)

    def _found(self, door: Door, uuid: str) -> wire.SubmissionState | None:
        try:
            return door.submission(uuid)
        except (NotThere, Gone):
            return None

    def _note_asked(self, record_id: str) -> None:
        """Remember that it was asked for today, so that a look asks for each once a day."""
        asked = {**self._asked(), record_id: self._sharing.today().isoformat()}
        self._desk.put(_DESK, asked)

    def _forget_asked(self, record_id: str) -> None:
        asked = self._asked()
        if asked.pop(record_id, None):
            self._desk.put(_DESK, asked)

    def _asked(self) -> dict[str, str]:
        found = self._desk.read(_DESK)
        return dict(found) if isinstance(found, dict) else {}

    def _note(self, held: Held[Shared], after: Shared) -> Held[Shared]:
        return self._sharing.note(held, after) if after != held.thing else held


class _Ended(Exception):
    """The look ended early; ``report`` is what came of it so far."""

    def __init__(self, report: Report, error: AppError) -> None:
        super().__init__(error.message)
        self.report, self.error = report, error


def _has_to_go(shared: Shared) -> bool:
    return state_of(shared) in (State.WAITS, State.TAKING_BACK)


def _is_closed(shared: Shared) -> bool:
    """Say whether only the council may read it, also where two laptops disagreed about that."""
    return shared.is_personal or shared.sort in ALWAYS_PERSONAL


def _is_for_others(shared: Shared) -> bool:
    """Say whether the receipt is for other words: two were agreed to at once, and these chosen."""
    digest = shared.receipt.sha256 if shared.receipt and not shared.sealed else ""
    return bool(digest) and digest != hashlib.sha256(shared.body.encode()).hexdigest()


def _arrived(shared: Shared, found: wire.SubmissionState) -> Shared:
    """Return what another computer of the group has sent, without a receipt of ours."""
    return _heard(replace(shared, is_tried=True, receipt=shared.receipt or Receipt(era="?")), found)


def _heard(shared: Shared, found: wire.SubmissionState) -> Shared:
    """Return what was shared with what the council says of it."""
    return replace(
        shared,
        is_read=shared.is_read or found.state in (wire.State.READ, wire.State.ANSWERED),
        reply=found.reply or shared.reply,
        council_keeps_until=found.keep_until_on or shared.council_keeps_until,
        is_over=shared.is_over or found.state is wire.State.KEPT_UNTIL_OVER,
        is_gone_there=shared.is_gone_there or found.state is wire.State.WITHDRAWN,
    )
