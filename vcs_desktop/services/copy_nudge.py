"""Reminds of a copy in another place, once a week at most."""

from datetime import date

from vcs_desktop.core.clock import Clock
from vcs_desktop.domain.copies import is_copy_wanted
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.groups import OpenGroup
from vcs_desktop.services.groups.backups import BackupsService

_DESK = "copies/told"


class CopyNudge:
    """Says whether to remind of a copy on a stick. The practice group needs none."""

    def __init__(
        self, group: OpenGroup, desk: DeskService, backups: BackupsService, clock: Clock
    ) -> None:
        self._group = group
        self._desk = desk
        self._backups = backups
        self._clock = clock

    def is_due(self) -> bool:
        """Say whether there was no copy for a week, and nobody put it off meanwhile."""
        if self._group.is_practice:
            return False
        return is_copy_wanted(self._backups.last_copy_on, self._told_on(), self._clock.today())

    def put_off(self) -> None:
        """Do not remind for a week."""
        self._desk.put(_DESK, self._clock.today().isoformat())

    def _told_on(self) -> date | None:
        kept = self._desk.read(_DESK)
        try:
            return date.fromisoformat(kept) if isinstance(kept, str) else None
        except ValueError:
            return None
