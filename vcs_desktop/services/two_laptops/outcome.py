"""What an error says of an exchange, for those who show how it stands."""

from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.two_laptops_errors import LookFirst, TakenOut
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.services.two_laptops.lines import Report
from vcs_desktop.sync.errors import NoServiceThere, NotSafe, Offline, WrongAddress
from vcs_desktop.sync.service_errors import DeviceRemoved, TokenNotKnown, WrongAnswer

_NOT_JUST_OFFLINE = (NotSafe, NoServiceThere, WrongAnswer)


def outcome_of(report: Report) -> Exchanged:
    """Return what came of an exchange."""
    if report.would_delete:
        return Exchanged.MUCH
    return Exchanged.DONE if report.error is None else outcome_of_error(report.error)


def outcome_of_error(error: AppError) -> Exchanged:
    """Return what an exchange came to that ended with an error."""
    if isinstance(error, Stopped):
        return Exchanged.STOPPED
    if isinstance(error, LookFirst):
        return Exchanged.LOOK
    if isinstance(error, TakenOut | DeviceRemoved):
        return Exchanged.OUT
    if isinstance(error, TokenNotKnown):
        return Exchanged.UNKNOWN
    if isinstance(error, Offline) and not isinstance(error, _NOT_JUST_OFFLINE):
        return Exchanged.OFFLINE
    return Exchanged.FAILED


def is_of_address(error: Exception) -> bool:
    """Say whether it is the address of the service that has to be put right."""
    return isinstance(error, WrongAddress | NoServiceThere)
