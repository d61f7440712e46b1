"""How far a contract has come, for somebody who would like to bid.

The rules of fit and the plain English explanation both ask here, so that they
never say different things of one contract.
"""

from datetime import date
from enum import StrEnum

from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.tenders import TenderNotice

_GIVEN = ("award", "contract", "implementation")


class Progress(StrEnum):
    """Where it stands on a day. ``DOUBTFUL``: late by its dates, yet shown as open."""

    STOPPED = "stopped"
    NO_WINNER = "no_winner"
    GIVEN = "given"
    ENDED = "ended"
    CLOSED = "closed"
    DOUBTFUL = "doubtful"
    PLANNED = "planned"
    UNDATED = "undated"
    OPEN = "open"


_ENDED_BY_THE_BUYER = {
    "cancelled": Progress.STOPPED,
    "withdrawn": Progress.STOPPED,
    "unsuccessful": Progress.NO_WINNER,
}
OVER = (Progress.STOPPED, Progress.NO_WINNER, Progress.GIVEN, Progress.ENDED, Progress.CLOSED)
"""Nobody can bid any more."""


def closing_day(notice: TenderNotice) -> date | None:
    """Return the last day for bids, in the United Kingdom; None is not stated."""
    return local_day(notice.deadline_at) if notice.deadline_at else None


def progress_of(notice: TenderNotice, on: date) -> Progress:
    """Return where a contract stands on a day.

    A closing date long past, in a notice that the buyer showed as open after
    that date, is doubtful and not closed: lists of suppliers that stay open for
    years are published so. One that is still open after a first award is open.
    Source: OCDS ``tender.status`` and ``tenderPeriod``; real Contracts Finder notices.
    """
    if notice.status in _ENDED_BY_THE_BUYER:
        return _ENDED_BY_THE_BUYER[notice.status]
    closes_on = closing_day(notice)
    still_open = notice.status == "active" and closes_on is not None and closes_on >= on
    if (notice.stage in _GIVEN or notice.status == "complete") and not still_open:
        return Progress.GIVEN
    if notice.ends_on and notice.ends_on < on:
        return Progress.ENDED
    return _by_its_dates(notice, closes_on, on)


def _by_its_dates(notice: TenderNotice, closes_on: date | None, on: date) -> Progress:
    if closes_on is not None and closes_on < on:
        return Progress.DOUBTFUL if _shown_after(notice, closes_on) else Progress.CLOSED
    if closes_on is None and notice.starts_on and notice.starts_on < on:
        return Progress.DOUBTFUL
    if notice.stage == "planning":
        return Progress.PLANNED
    return Progress.OPEN if closes_on else Progress.UNDATED


def _shown_after(notice: TenderNotice, closes_on: date) -> bool:
    shown_on = local_day(notice.released_at) if notice.released_at else None
    return notice.status == "active" and shown_on is not None and shown_on > closes_on
