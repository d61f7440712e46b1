"""Which applications and grants of the group stand in the way of one more, by the funder's rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.applications import Application, Choice, Status
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.grants import Grant

_ONE_OF, _ONE_LIVE_GRANT = "one_of", "one_live_grant"
_UNDER_WAY = frozenset({Status.DRAFT, Status.DECIDED, Status.SENT})


@dataclass(frozen=True, slots=True)
class LiveConflict:
    """An application that rules another one out. ``rule`` is the funder's own words for it.

    ``is_grant`` is of one that was won and whose grant still runs.
    """

    application: str
    name: str
    rule: str = ""
    is_grant: bool = False


def conflicts_with(
    call: FundingCall,
    applications: Iterable[Application],
    grants: Mapping[str, Grant],
    today: date,
    *,
    but: str = "",
) -> list[LiveConflict]:
    """Return what stands in the way of applying to a notice, by name.

    ``grants`` are those that were won, by the ids of their applications. ``but`` is the id of
    the application that is asked about. Nothing is told of one that the group decided against
    and of one that came to nothing.
    """
    found = [
        LiveConflict(each.id, each.name, conflict.text, is_grant=each.status is Status.AWARDED)
        for each in applications
        if each.id != but and each.call
        for conflict in call.conflicts
        if each.call in {call.id, *conflict.ids}
        and (
            (conflict.kind == _ONE_OF and _is_under_way(each))
            or (conflict.kind == _ONE_LIVE_GRANT and _runs(each, grants.get(each.id), today))
        )
    ]
    once = {(each.application, each.is_grant): each for each in reversed(found)}
    return sorted(once.values(), key=lambda each: (each.name.casefold(), each.application))


def _is_under_way(application: Application) -> bool:
    is_live = application.status in _UNDER_WAY and application.choice is not Choice.NOT_NOW
    return is_live and not application.is_from_before


def _runs(application: Application, grant: Grant | None, today: date) -> bool:
    """Say whether the grant of an application still runs; one without a last day does."""
    if application.status is not Status.AWARDED:
        return False
    ends_on = (grant.ends_on if grant else None) or application.ends_on
    return ends_on is None or ends_on >= today
