"""What the open group must file, by what it tells of itself and the rules of the library."""

from datetime import date

from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.obligations import ForPeriod
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.what_to_file import what_to_file
from vcs_desktop.services.records import RecordsService


class ObligationsService:
    """Works out what to file. Nothing of it is kept: it is true of the day it is asked for."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def look(self, rules: RuleBook, on: date | None = None) -> tuple[ForPeriod, ...]:
        """Return what is to file for the year that ended last and the one that runs.

        ``rules`` is the library's (``FactsService.rulebook``); ``on`` None is today.
        """
        held = self._records.held(OurGroup, OUR_GROUP)
        ours = held.thing if held else OurGroup()
        return what_to_file(ours, rules, on or self._records.clock.today())
