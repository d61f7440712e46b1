"""What the outbox did, as one of the steps of getting updates."""

from collections.abc import Callable, Iterable
from typing import Final

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.services.arrivals.report import Outcome, Step
from vcs_desktop.services.sharing.outbox import Report
from vcs_desktop.services.sharing.sending import SubmissionsService

SUBMISSIONS: Final = "submissions"


def steps(submissions: SubmissionsService, go_on: Callable[[], bool]) -> Iterable[Step]:
    """Send what waits in the open group; nothing at all where none is open, or has a service."""
    try:
        report = submissions.run(go_on)
    except Locked:
        return ()
    except AppError as error:
        return (Step(SUBMISSIONS, Outcome.FAILED, words=error.message),)
    return (step_of(report),) if report.has_service else ()


def step_of(report: Report) -> Step:
    """Return what became of the step."""
    if report.error is not None:
        return Step(SUBMISSIONS, Outcome.FAILED, report.count, words=report.error.message)
    if report.refused or report.waits_for_key:
        return Step(SUBMISSIONS, Outcome.LATER, report.count)
    return Step(SUBMISSIONS, Outcome.DONE if report.count else Outcome.NOTHING_NEW, report.count)
