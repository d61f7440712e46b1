"""Why contracts could not be fetched, in words."""

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked


class CannotFetch(AppError):
    """The service gave no answer that can be used; what came before is kept."""

    message = marked("The contracts could not be fetched. What came before is kept.")
    advice = marked("Try again later. It goes on from where it stopped.")
