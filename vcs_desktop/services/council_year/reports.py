"""The yearly report to OSCA: out of the plan, and out of what the officers' inbox held."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents.osca_report import report_sheet, write_year_report
from vcs_desktop.domain.council_year.report import YearReport, year_report
from vcs_desktop.domain.council_year.shared import shared_in
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reading import Text
from vcs_desktop.domain.reference import StrategyItem
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.services.council_year.plans import Promise
from vcs_desktop.wire.record import Record, canonical
from vcs_desktop.wire.service import SharedWhole
from vcs_desktop.wire.service_inbox_json import shared_of

LARGEST_EXPORT: Final = 500_000_000
"""Bytes."""

FIRST_YEAR: Final = 2022
"""Source: the strategy begins in it."""

_LAST_YEAR: Final = 2100


class YearReportService:
    """Makes the report of a year. Nothing that a group wrote is kept by it."""

    def __init__(self, clock: Clock, promises: Callable[[], Iterable[Promise]]) -> None:
        """``promises`` returns what the library knows that the council promised."""
        self._clock = clock
        self._promises = promises

    def years(self) -> tuple[int, ...]:
        """Return the years that a report can be about, the newest first."""
        return tuple(range(self._clock.today().year, FIRST_YEAR - 1, -1))

    def report(
        self,
        plan: Path | None,
        shared: Iterable[SharedWhole] | None,
        year: int,
        council: str = "",
    ) -> YearReport:
        """Return the report of a year.

        ``plan`` is the file of a council's plan, or a workbook with the sheet of one; None where
        nothing is written yet. ``shared`` is what the inbox holds, opened where that is possible;
        None for a report without it.

        Raises:
            CannotUseInput: a file cannot be read, something in the plan is wrong, or there can be
                no report of that year.
        """
        if not FIRST_YEAR <= year <= _LAST_YEAR:
            raise CannotUseInput(
                message=tr("There is no report of the year {year}.", year=year),
                advice=tr("The strategy begins in {year}.", year=FIRST_YEAR),
            )
        items = [] if plan is None else _items(plan)
        counted = None if shared is None else shared_in(year, shared)
        promises = {each.id: each.title for each in self._promises()}
        return year_report(
            year, self._clock.today(), items, counted, council=council, promises=promises
        )

    def exported(self, path: Path) -> tuple[SharedWhole, ...]:
        """Return what an officer exported from the inbox into a file.

        Raises:
            CannotUseInput: it is no such file.
        """
        return read_export(path)

    def text(self, report: YearReport) -> tuple[str, Text]:
        """Return the title and the text of a report, to be read before it is saved."""
        sheet = report_sheet(report)
        return sheet.title, sheet.text

    def write(self, report: YearReport, folder: Path) -> tuple[Path, ...]:
        """Write the web page, the Word file and the tables; return what was written.

        Raises:
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        return write_year_report(folder, report)


def read_export(path: Path) -> tuple[SharedWhole, ...]:
    """Return what an officer exported from the inbox, each thing once.

    Raises:
        CannotUseInput: it is no such file.
    """
    try:
        if path.stat().st_size > LARGEST_EXPORT:
            raise _no_export("too large")
        items = _items_in(json.loads(path.read_bytes()))
        found = [_shared(each) for each in items]
    except OSError as error:
        raise _no_export(f"{error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise _no_export(type(error).__name__) from error
    # As it is now: of a thing that is there twice, the newer export comes later.
    return tuple({each.line.uuid: each for each in found}.values())


def _items_in(content: Any) -> list[dict[str, Any]]:
    """Return the items of an export: of one answer of the service, or of several in a list."""
    pages = content if isinstance(content, list) else [content]
    items: list[dict[str, Any]] = []
    for page in pages:
        if not isinstance(page, dict) or not isinstance(page.get("items"), list):
            raise ValueError("not an export")
        items.extend(page["items"])
    if not all(isinstance(each, dict) for each in items):
        raise ValueError("something else is in it")
    return items


def _shared(item: dict[str, Any]) -> SharedWhole:
    """Return one thing of an export; what it ``says`` is there where it was opened.

    Raises:
        ValueError: it is none.
    """
    whole, says = shared_of(item), item.get("says")
    return replace(whole, body=canonical(says)) if isinstance(says, dict) else whole


def _no_export(detail: str) -> CannotUseInput:
    return CannotUseInput(
        f"an export: {detail}",
        message=tr("This file is not what the inbox exports, or it is damaged."),
        advice=tr("Export it from the inbox again, and choose that file."),
    )


def _items(plan: Path) -> list[StrategyItem]:
    """Return what stands in a plan.

    Raises:
        CannotUseInput: it cannot be read, or something in it is wrong.
    """
    found: list[StrategyItem] = []
    for each in open_feed(plan).items():
        if isinstance(each, Refusal):
            raise CannotUseInput(
                "an action is refused",
                message=tr("{where}: {why}", where=each.where, why=each.why),
                advice=tr("Put it right in the plan first."),
            )
        if isinstance(each, Record) and each.kind == Kind.STRATEGY:
            found.append(_item(each))
    return found


def _item(record: Record) -> StrategyItem:
    try:
        thing = thing_of(record)
    except Unusable as error:
        raise CannotUseInput(message=str(error)) from error
    assert isinstance(thing, StrategyItem)  # noqa: S101  its kind says so
    return thing
