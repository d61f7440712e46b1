"""What falls due of applications and of grants: closing days, conditions, money, reports."""

from collections.abc import Collection, Iterator
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.applications import Application, Choice, Status
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.money import in_pounds

_APPLICATION, _GRANT = "application", "grant"
"""What ``domain/kinds.py`` calls these records."""

_WRITING = (Status.DRAFT, Status.DECIDED)


def closings_of(application: Application, told: Collection[str]) -> Iterator[Due]:
    """Yield the closing day of an application that is being written.

    ``told`` are the ids of closings of grants that are in the calendar by themselves: what
    somebody kept of the library is there already.
    """
    closes_on = application.terms.closes_on
    is_wanted = application.status in _WRITING and application.choice is not Choice.NOT_NOW
    if closes_on is None or not is_wanted or application.is_from_before:
        return
    if f"closing/{application.call}" in told:
        return
    yield Due(
        f"{_APPLICATION}/{application.id}/closing",
        closes_on,
        DueKind.CLOSING,
        tr("Closes: {title}", title=application.name or tr("Application")),
        why=application.funder,
        starts=application.terms.closes_time,
        record_kind=_APPLICATION,
        record_id=application.id,
    )


def dues_of_grant(grant: Grant) -> Iterator[Due]:
    """Yield what is still to come of a grant: its conditions, its payments, its reports."""
    name = grant.name or grant.funder or tr("Grant")
    for condition in grant.conditions:
        if condition.due_on and not condition.met_on:
            what = condition.what or tr("A condition")
            yield _due(grant, condition.id, condition.due_on, what, name)
    for payment in grant.payments:
        if payment.due_on and not payment.received_on:
            what = tr("Money comes: {amount}", amount=in_pounds(payment.pence))
            yield _due(grant, payment.id, payment.due_on, what, name)
    for report in grant.reports:
        if report.due_on and not report.sent_on:
            what = report.what or tr("A report to the funder")
            yield _due(grant, report.id, report.due_on, what, name)


def _due(grant: Grant, part_id: str, on: date, what: str, name: str) -> Due:
    return Due(
        f"{_GRANT}/{grant.id}/{part_id}",
        on,
        DueKind.GRANT,
        tr("{what} ({name})", what=what, name=name),
        why=tr("Your group wrote this day down for the grant."),
        record_kind=_GRANT,
        record_id=grant.id,
    )
