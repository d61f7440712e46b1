"""What a group asked for and won: all together, and funder by funder."""

from collections.abc import Iterable
from dataclasses import dataclass

from vcs_desktop.domain.applications import Application, Status

_SENT = (Status.SENT, Status.AWARDED, Status.REFUSED, Status.WITHDRAWN)
_ANSWERED = (Status.AWARDED, Status.REFUSED)


@dataclass(frozen=True, slots=True)
class FunderResult:
    """Applications to one funder; an empty ``funder`` is of those that name none.

    Money is pence. ``answered`` are those that were won or refused.
    """

    funder: str
    sent: int = 0
    answered: int = 0
    won: int = 0
    asked_pence: int = 0
    won_pence: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """The results of every funder, the most money won first, and all of them together."""

    funders: tuple[FunderResult, ...]
    all: FunderResult


def results_of(applications: Iterable[Application]) -> Results:
    """Return what came of the applications that were sent; old ones that were brought in count too.

    Hours count of every application, sent or not: they were spent.
    """
    by_funder: dict[str, FunderResult] = {}
    everything = FunderResult("")
    for each in applications:
        funder = " ".join(each.funder.split())
        key = funder.casefold()
        by_funder[key] = _with(by_funder.get(key, FunderResult(funder)), each)
        everything = _with(everything, each)
    rows = [each for each in by_funder.values() if each.sent or each.minutes]
    rows.sort(key=lambda row: (-row.won_pence, -row.asked_pence, row.funder.casefold()))
    return Results(tuple(rows), everything)


def success_percent(result: FunderResult) -> int | None:
    """Return how many of a hundred that were answered were won; None before any answer."""
    if not result.answered:
        return None
    return (result.won * 200 + result.answered) // (2 * result.answered)


def _with(result: FunderResult, application: Application) -> FunderResult:
    is_sent = application.status in _SENT
    is_won = application.status is Status.AWARDED
    return FunderResult(
        funder=result.funder,
        sent=result.sent + is_sent,
        answered=result.answered + (application.status in _ANSWERED),
        won=result.won + is_won,
        asked_pence=result.asked_pence + (application.ask_pence or 0 if is_sent else 0),
        won_pence=result.won_pence + (application.awarded_pence or 0 if is_won else 0),
        minutes=result.minutes + (application.minutes_spent or 0),
    )
