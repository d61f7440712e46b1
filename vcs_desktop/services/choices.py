"""What the person at this computer kept, hid, put on a sheet and looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.language import marked
from vcs_desktop.services.kept_file import KeptFile, moment_of
from vcs_desktop.services.kept_on_desk import KeptOnDesk

if TYPE_CHECKING:
    from vcs_desktop.services.desk import DeskService
    from vcs_desktop.services.kept import Kept

LOOKED_AT_LIMIT = 60
"""Room for many small look-ups, so that the grants of last week are still among them."""

_ON_DESK = "choices"

NO_REASON = marked("No reason given")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why something was hidden, in the person's words, and when (aware UTC)."""

    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """Every choice, by record id.

    ``kept``, ``on_sheet`` (the committee sheet) and ``on_fact_sheet`` stand in the
    order in which they were chosen. ``looked_at`` has the newest first.
    ``visited_at`` is when the last visit began, None before the first;
    ``seen_up_to`` is the number of the newest record in the library then.
    """

    kept: tuple[str, ...] = ()
    hidden: Mapping[str, Hidden] = field(default_factory=lambda: MappingProxyType({}))
    on_sheet: tuple[str, ...] = ()
    on_fact_sheet: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    visited_at: datetime | None = None
    seen_up_to: int = 0


class ChoicesService:
    """Keeps choices in a small file of its own, or with an open group. Undo is the opposite call.

    Every act that changes something raises FolderNotWritable, and changes
    nothing, when the file cannot be written. A damaged file never stops the
    app: it is put aside beside the new one, and we begin again.
    """

    def __init__(self, where: "Path | DeskService", clock: Clock) -> None:
        """``where`` is the file of whoever is at this computer, or the desk of an open group.

        What lies on the desk is encrypted, and no other group sees it.
        """
        self._clock = clock
        empty = Choices()
        self._kept: Kept[Choices] = (
            KeptFile(where, clock, empty, as_json=_as_json, from_json=_from_json)
            if isinstance(where, Path)
            else KeptOnDesk(where, _ON_DESK, empty, as_json=_as_json, from_json=_from_json)
        )

    def all(self) -> Choices:
        """Return every choice made so far."""
        return self._kept.read()

    def keep(self, record_id: str) -> Choices:
        """Keep something, so that it is easy to find again."""
        return self._kept.change(lambda now: replace(now, kept=_with(now.kept, record_id)))

    def unkeep(self, record_id: str) -> Choices:
        """Stop keeping something."""
        return self._kept.change(lambda now: replace(now, kept=_without(now.kept, record_id)))

    def hide(self, record_id: str, because: str) -> Choices:
        """Leave something out of the lists, and remember why and when."""
        why = Hidden(because.strip(), self._clock.now())
        return self._kept.change(
            lambda now: replace(now, hidden=MappingProxyType({**now.hidden, record_id: why}))
        )

    def unhide(self, record_id: str) -> Choices:
        """Show something again."""
        return self._kept.change(
            lambda now: replace(
                now,
                hidden=MappingProxyType({k: v for k, v in now.hidden.items() if k != record_id}),
            )
        )

    def put_on_sheet(self, record_id: str) -> Choices:
        """Put something last on the committee sheet."""
        return self._kept.change(lambda now: replace(now, on_sheet=_with(now.on_sheet, record_id)))

    def take_off_sheet(self, record_id: str) -> Choices:
        """Take something off the committee sheet."""
        return self._kept.change(
            lambda now: replace(now, on_sheet=_without(now.on_sheet, record_id))
        )

    def set_sheet(self, record_ids: tuple[str, ...]) -> Choices:
        """Make the sheet exactly these, in this order; empty clears it."""
        return self._kept.change(
            lambda now: replace(now, on_sheet=tuple(dict.fromkeys(record_ids)))
        )

    def put_on_fact_sheet(self, fact_id: str) -> Choices:
        """Put a figure last on the sheet of facts."""
        return self._kept.change(
            lambda now: replace(now, on_fact_sheet=_with(now.on_fact_sheet, fact_id))
        )

    def take_off_fact_sheet(self, fact_id: str) -> Choices:
        """Take a figure off the sheet of facts."""
        return self._kept.change(
            lambda now: replace(now, on_fact_sheet=_without(now.on_fact_sheet, fact_id))
        )

    def set_fact_sheet(self, fact_ids: tuple[str, ...]) -> Choices:
        """Make the sheet of facts exactly these, in this order; empty clears it."""
        return self._kept.change(
            lambda now: replace(now, on_fact_sheet=tuple(dict.fromkeys(fact_ids)))
        )

    def look_at(self, record_id: str) -> Choices:
        """Remember that something was opened, so that it can be picked up again."""
        return self._kept.change(
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
        self._kept.change(lambda old: replace(old, visited_at=now, seen_up_to=newest_number))
        return before


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
        "on_fact_sheet": list(choices.on_fact_sheet),
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
        on_fact_sheet=_ids(content.get("on_fact_sheet", [])),
        looked_at=_ids(content.get("looked_at", [])),
        visited_at=moment_of(visit) if visit is not None else None,
        seen_up_to=seen_up_to,
    )


def _ids(content: Any) -> tuple[str, ...]:
    if not isinstance(content, list) or not all(isinstance(each, str) for each in content):
        raise ValueError("not a list of ids")
    return tuple(dict.fromkeys(content))


def _hidden(content: Any) -> Hidden:
    if not isinstance(content, dict):
        raise ValueError("hidden without a reason")
    return Hidden(str(content.get("because", "")), moment_of(content.get("at")))
