"""The committee sheet: chosen grants and contracts, judged for a group, as a file to print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents.committee_sheet import SheetData, SheetItem, item_of, write_sheet
from vcs_desktop.documents.two_files import web_page_beside
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.from_record import usable
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.services.fit import FitService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records
from vcs_desktop.storage.queries.records import Stored

BY_ITSELF = 10
"""How many stand on the sheet when nobody chose."""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What was written. ``left_out`` holds ids that are not a grant or contract we have."""

    pdf: Path
    html: Path
    ids: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class SheetService:
    """Makes the committee sheet from the library and what fits the group."""

    def __init__(self, database: Database, clock: Clock, fit: FitService, pages: Path) -> None:
        """What is only printed goes into ``pages``, which need not be there yet."""
        self._database = database
        self._clock = clock
        self._fit = fit
        self._pages = pages

    def make(
        self, ids: Sequence[str], profile: GroupProfile, out: Path | None, on: date | None = None
    ) -> SheetReport:
        """Write the sheet to ``out`` (a .pdf), and beside it the same as a web page.

        ``out`` None is a place to print it from.
        Without ids it holds the first ten that can be applied for or looked into.
        ``on`` is the day it is judged for, today when None.

        Raises:
            CannotUseInput: there is nothing to put on it, or ``out`` is no PDF.
            FolderNotWritable: the files cannot be written there.
        """
        day = on or self._clock.today()
        chosen = tuple(dict.fromkeys(ids)) or self._first(profile, day)
        items = self._items(chosen, profile, day)
        if not items:
            raise CannotUseInput(
                message=tr("There is nothing to put on the committee sheet."),
                advice=tr("Choose a grant or a contract that is in the list."),
            )
        path = out or self._pages / "committee-sheet.pdf"
        write_sheet(SheetData(profile.name, day, items), path)
        there = tuple(item.id for item in items)
        gone = tuple(each for each in chosen if each not in there)
        return SheetReport(path, web_page_beside(path), there, gone)

    def _first(self, profile: GroupProfile, day: date) -> tuple[str, ...]:
        """Return the best ten that are not ruled out."""
        best = self._fit.best(profile, on=day, limit=BY_ITSELF)
        return tuple(line.id for line, fit in best if fit.verdict is not Verdict.CANNOT)

    def _items(self, ids: Sequence[str], profile: GroupProfile, day: date) -> tuple[SheetItem, ...]:
        """Return what the sheet says about each, in the order chosen."""
        with self._database.reading() as session:
            found = records.records(session, ids)
        fits = self._fit.of(ids, profile, day)
        things = {each: _thing(found[each]) for each in ids if each in found}
        return tuple(
            item_of(thing, fits[each], day)
            for each, thing in things.items()
            if thing is not None and each in fits
        )


def _thing(stored: Stored) -> FundingCall | TenderNotice | None:
    """Return a stored record as a grant or a contract, or None when it is neither."""
    thing = usable(stored.record)
    if not isinstance(thing, FundingCall | TenderNotice):
        return None
    return replace(thing, provenance=stored.provenance)
