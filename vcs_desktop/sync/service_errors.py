"""Why the infrastructure service cannot be used just now, or refuses."""

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.sync.errors import NoServiceThere, NotSafe, Offline, TooSlow, TryLater


class ServiceOffline(Offline):
    """The service does not answer, or the connection broke."""

    message = marked("The service cannot be reached just now.")
    advice = marked("Nothing is lost. Try again when you are online.")


class ServiceTooSlow(TooSlow, ServiceOffline):
    """An answer comes in so slowly that it would never end."""

    message = marked("The connection to the service is too slow just now.")
    advice = marked("Nothing is lost. Try again later, or somewhere else.")


class ServiceNotSafe(NotSafe, ServiceOffline):
    """What answers cannot prove that it is the service: a portal, a wrong clock, or worse."""

    message = marked("The connection to the service is not safe, so it was not used.")
    advice = marked("Do you have to sign in to this Wi-Fi? Is this computer's clock right?")


class ServiceBusy(TryLater, ServiceOffline):
    """The service asks us to come again later. ``wait_s`` is in how many seconds."""

    message = marked("The service is busy just now.")
    advice = marked("Try again in a while. Nothing is lost.")


class NotAService(NoServiceThere, ServiceOffline):
    """Something answers at the address, but it is no infrastructure service of our kind."""

    message = marked("There is no service for groups at this address.")
    advice = marked("Compare the address with the one that you were given.")


class WrongAnswer(ServiceOffline):
    """The service answers what it never should; nothing of it was used."""

    message = marked("The service gave an answer that cannot be right. It was not used.")
    advice = marked("Nothing is lost. If it goes on, tell whoever runs the service.")


class Refused(AppError):
    """The service understood, and will not. ``code`` is the short code of its answer."""

    message = marked("The service did not take this.")

    def __init__(self, detail: str = "", *, code: str = "") -> None:
        self.code = code
        super().__init__(detail)


class NotUnderstood(Refused):
    """What we sent is not as it should be; to send it again is of no use."""

    message = marked("The service did not understand what was sent.")
    advice = marked("There may be a newer version of VCS Desktop.")


class TokenNotKnown(Refused):
    """The service does not know this laptop: it was restored from an older backup, perhaps."""

    message = marked("The service does not know this computer.")
    advice = marked("Get updates on another laptop of the group, then here, and both once more.")


class OfficerNotKnown(TokenNotKnown):
    """The service knows no officer with this token."""

    message = marked("The service knows no officer with this token.")
    advice = marked(
        "Look whether all of it was given, or ask whoever runs the service for a new one."
    )


class DeviceRemoved(Refused):
    """This laptop was removed from the group."""

    message = marked("This computer was removed from the group.")
    advice = marked("What you have here stays. Ask somebody in the group if that is a mistake.")


class NotAllowed(Refused):
    """Somebody else may do this, but not we."""

    message = marked("The service does not allow this.")


class NotThere(Refused):
    """There is nothing like that, or it is not ours."""

    message = marked("The service does not have this.")


class OtherBytes(Refused):
    """There is already something else under the same id."""

    message = marked("The service already has something else under this name.")


class Taken(Refused):
    """Somebody else was first."""

    message = marked("Another computer of the group was first. Get updates and try again.")


class Gone(Refused):
    """It was there once: it is erased, withdrawn, refused or out of date."""

    message = marked("This is no longer there.")


class TooLarge(Refused):
    """It is larger than the service takes."""

    message = marked("This is too large for the service.")
