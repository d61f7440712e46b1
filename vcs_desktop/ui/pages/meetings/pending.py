"""What was typed about a meeting and is not kept yet, field by field."""

from collections.abc import Callable

from vcs_desktop.domain.meetings import Meeting

Change = Callable[[Meeting], Meeting]
"""Returns a meeting with what was typed; it is called off the window's thread."""

Take = Callable[[], Change | None]
"""Gives what stands in a field now as a change; None while it is wrong."""


class Pending:
    """Fields put themselves in by name; the last word of each counts."""

    def __init__(self) -> None:
        self._waiting: dict[str, Take] = {}
        self._under_way: dict[str, Take] = {}

    def put(self, name: str, take: Take) -> None:
        """Hear that a field was edited; ``take`` is asked when it is about to be kept."""
        self._waiting[name] = take

    def collect(self) -> Change | None:
        """Return all that is right as one change; None when there is nothing."""
        changes: list[Change] = []
        for name, take in list(self._waiting.items()):
            change = take()
            if change is not None:
                changes.append(change)
                self._under_way[name] = self._waiting.pop(name)
        return _together(tuple(changes)) if changes else None

    def mark_kept(self) -> None:
        """Hear that what was collected has been kept."""
        self._under_way.clear()

    def take_back(self) -> None:
        """Hear that it was not kept: it is tried again with the next change."""
        self._waiting = self._under_way | self._waiting
        self._under_way = {}

    def has(self, name: str) -> bool:
        """Say whether a field says something that is not known to be kept."""
        return name in self._waiting or name in self._under_way

    def is_waiting(self, name: str) -> bool:
        """Say whether a field was edited and not collected yet."""
        return name in self._waiting


def _together(changes: tuple[Change, ...]) -> Change:
    def change(meeting: Meeting) -> Meeting:
        for each in changes:
            meeting = each(meeting)
        return meeting

    return change
