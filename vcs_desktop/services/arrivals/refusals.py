"""Why a library that arrives is not taken in: each in plain words."""

from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.language import marked
from vcs_desktop.sync.trust import NotTrusted, NotWhole


class NotKnownYet(NotTrusted):
    """Nobody here has said yes to whose it is."""

    message = marked("Nobody here has said yet that this library is from the right people.")
    advice = marked("Ring them, compare the digits, and say yes. Nothing was changed.")


class OtherDigits(NotTrusted):
    """The digits that somebody gave are those of somebody else."""

    message = marked("The digits are not those of this library.")
    advice = marked("Nothing was changed. Compare them again with whoever publishes it.")


class OtherPublisher(NotTrusted):
    """A line that we know, from somebody who is not believed for it."""

    message = marked("This library has a name that we know, but it is from somebody else.")
    advice = marked(
        "Nothing was changed. Ring whoever publishes the one that you have. If that one is wrong, "
        "or they had to begin anew, remove it on the Library page. Then this one can be added."
    )


class NotSure(NotTrusted):
    """It goes too far ahead to be taken without asking."""

    message = marked("This library is much further ahead than it should be.")
    advice = marked("Ask whoever publishes it. Is this computer's clock right?")


class MuchToRead(AppError):
    """It is more than somebody has said yes to, on a connection that costs by the amount."""

    message = marked("There is a lot to fetch, and this connection costs by the amount.")
    advice = marked("Nothing was fetched yet. Say yes to it, or try again on another connection.")


class NewerAppNeeded(AppError):
    """It can be used with a newer app only."""

    message = marked("This library needs a newer version of VCS Desktop.")
    advice = marked("Install the newer version. Nothing was changed.")


class NotEnoughRoom(DiskFull):
    """There is less room on the disk than it needs; nothing was begun."""

    message = marked("There is not enough room on this disk for this library.")
    advice = marked("Delete what you no longer need, and try again. Nothing was changed.")


def is_worth_another_try(error: Exception) -> bool:
    """Say whether the same file may be good the next time: what is somebody else's never is."""
    return isinstance(error, NotWhole) or not isinstance(error, NotTrusted)
