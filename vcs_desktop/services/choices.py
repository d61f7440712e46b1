"""What the person at this computer kept, hid, put on the committee sheet and looked at."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.files import write_json

log = logging.getLogger(__name__)

LOOKED_AT_LIMIT = 12
NO_REASON = "No reason given"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why something was hidden, in the person's words, and when (aware UTC)."""

    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """Every choice, by record id.

    ``kept`` and ``on_sheet`` stand in the order in which they were chosen.
    ``looked_at`` has the newest first. ``visited_at`` is when the last visit
    began, None before the first; ``seen_up_to`` is the number of the newest
    record in the library then.
    """

    kept: tuple[str, ...] = ()
    hidden: Mapping[str, Hidden] = field(default_factory=lambda: MappingProxyType({}))
    on_sheet: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    visited_at: datetime | None = None
    seen_up_to: int = 0


class ChoicesService:
    """Keeps choices in a small file of its own. Undo is the opposite call.

    Every act that changes something raises FolderNotWritable, and changes
    nothing, when the file cannot be written. A damaged file never stops the
    app: it is put aside beside the new one, and we begin again.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._lock = Lock()
        self._choices: Choices | None = None

    def all(self) -> Choices:
        """Return every choice made so far."""
        with self._lock:
            return self._read()

    def keep(self, record_id: str) -> Choices:
        """Keep something, so that it is easy to find again."""
        return self._change(lambda now: replace(now, kept=_with(now.kept, record_id)))

    def unkeep(self, record_id: str) -> Choices:
        """Stop keeping something."""
        return self._change(lambda now: replace(now, kept=_without(now.kept, record_id)))

    def hide(self, record_id: str, because: str) -> Choices:
        """Leave something out of the lists, and remember why and when."""
        why = Hidden(because.strip(), self._clock.now())
        return self._change(
            lambda now: replace(now, hidden=MappingProxyType({**now.hidden, record_id: why}))
        )

    def unhide(self, record_id: str) -> Choices:
        """Show something again."""
        return self._change(
            lambda now: replace(
                now,
                hidden=MappingProxyType({k: v for k, v in now.hidden.items() if k != record_id}),
            )
        )

    def put_on_sheet(self, record_id: str) -> Choices:
        """Put something last on the committee sheet."""
        return self._change(lambda now: replace(now, on_sheet=_with(now.on_sheet, record_id)))

    def take_off_sheet(self, record_id: str) -> Choices:
        """Take something off the committee sheet."""
        return self._change(lambda now: replace(now, on_sheet=_without(now.on_sheet, record_id)))

    def set_sheet(self, record_ids: tuple[str, ...]) -> Choices:
        """Make the sheet exactly these, in this order; empty clears it."""
        return self._change(lambda now: replace(now, on_sheet=tuple(dict.fromkeys(record_ids))))

    def look_at(self, record_id: str) -> Choices:
        """Remember that something was opened, so that it can be picked up again."""
        return self._change(
            lambda now: replace(
                now,
                looked_at=(record_id, *_without(now.looked_at, record_id))[:LOOKED_AT_LIMIT],
            )
        )

    def begin_visit(self, newest_number: int) -> Choices:
        """Note that a visit begins, and return the choices as the last visit left them.

        ``newest_number`` is the number of the newest record in the library.
        """
        before = self.all()
        now = self._clock.now()
        self._change(lambda old: replace(old, visited_at=now, seen_up_to=newest_number))
        return before

    def _change(self, change: Callable[[Choices], Choices]) -> Choices:
        with self._lock:
            before = self._read()
            after = change(before)
            if after != before:
                self._write(after)
                self._choices = after
            return after

    def _write(self, choices: Choices) -> None:
        try:
            write_json(self._path, _as_json(choices))
        except OSError as error:
            raise FolderNotWritable(f"choices: {error.strerror}") from error

    def _read(self) -> Choices:
        if self._choices is None:
            self._choices = self._from_file()
        return self._choices

    def _from_file(self) -> Choices:
        try:
            return _from_json(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return Choices()
        except (OSError, ValueError) as error:
            log.info(
                "the file of choices cannot be read and is put aside: %s", type(error).__name__
            )
            self._put_aside()
            return Choices()

    def _put_aside(self) -> None:
        moment = self._clock.now().strftime("%Y%m%d-%H%M%S")
        aside = self._path.with_name(f"{self._path.stem}-damaged-{moment}{self._path.suffix}")
        try:
            self._path.replace(aside)
        except OSError:
            log.info("the damaged file of choices could not be put aside")


def _with(ids: tuple[str, ...], record_id: str) -> tuple[str, ...]:
    return ids if record_id in ids else (*ids, record_id)


def _without(ids: tuple[str, ...], record_id: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != record_id)


def _as_json(choices: Choices) -> dict[str, Any]:
    visit = choices.visited_at
    return {
        "kept": list(choices.kept),
        "hidden": {
            record_id: {"because": why.because, "at": why.at.isoformat()}
            for record_id, why in choices.hidden.items()
        },
        "on_sheet": list(choices.on_sheet),
        "looked_at": list(choices.looked_at),
        "visited_at": visit.isoformat() if visit else None,
        "seen_up_to": choices.seen_up_to,
    }


def _from_json(content: Any) -> Choices:
    """Take the choices out of a file's content; a part that is wrong counts as damage.

    Raises:
        ValueError: it is not a file of choices.
    """
    if not isinstance(content, dict):
        raise ValueError("not an object")
    hidden = content.get("hidden", {})
    if not isinstance(hidden, dict):
        raise ValueError("hidden is not an object")
    visit, seen_up_to = content.get("visited_at"), content.get("seen_up_to", 0)
    if not isinstance(seen_up_to, int):
        raise ValueError("seen_up_to is not a number")
    return Choices(
        kept=_ids(content.get("kept", [])),
        hidden=MappingProxyType({str(key): _hidden(value) for key, value in hidden.items()}),
        on_sheet=_ids(content.get("on_sheet", [])),
        looked_at=_ids(content.get("looked_at", [])),
        visited_at=_moment(visit) if visit is not None else None,
        seen_up_to=seen_up_to,
    )


def _ids(content: Any) -> tuple[str, ...]:
    if not isinstance(content, list) or not all(isinstance(each, str) for each in content):
        raise ValueError("not a list of ids")
    return tuple(dict.fromkeys(content))


def _hidden(content: Any) -> Hidden:
    if not isinstance(content, dict):
        raise ValueError("hidden without a reason")
    return Hidden(str(content.get("because", "")), _moment(content.get("at")))


def _moment(content: Any) -> datetime:
    if not isinstance(content, str):
        raise ValueError("not a moment")
    moment = datetime.fromisoformat(content)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
