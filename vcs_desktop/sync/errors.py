"""Why a library cannot be fetched just now. None of it says anything against who publishes it."""

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked


class Offline(AppError):
    """The service does not answer, or the connection broke and did not come back."""

    message = marked("The library cannot be reached just now.")
    advice = marked(
        "What you have stays as it is. Try again when you are online. If you are, compare the "
        "address with the one that you were given."
    )


class TooSlow(Offline):
    """An answer comes in so slowly that it would never end."""

    message = marked("The connection to the library is too slow just now.")
    advice = marked("What you have stays as it is. Try again later, or somewhere else.")


class SignInToWifi(Offline):
    """A network answers in place of the service: it wants somebody to sign in first."""

    message = marked("This Wi-Fi wants you to sign in first.")
    advice = marked(
        "Open a web page, sign in to this Wi-Fi, and try again. If other pages open, the library "
        "may have moved: ask for its new address."
    )


class NotSafe(Offline):
    """What answers cannot prove that it is the service: a portal, a wrong clock, or worse."""

    message = marked("The connection to the library is not safe, so it was not used.")
    advice = marked("Do you have to sign in to this Wi-Fi? Is this computer's clock right?")


class TryLater(Offline):
    """The service asks us to come again later. ``wait_s`` is in how many seconds."""

    message = marked("The library is busy just now.")
    advice = marked("Try again in a while. What you have stays as it is.")

    def __init__(self, detail: str = "", *, wait_s: float = 0) -> None:
        self.wait_s = wait_s
        super().__init__(detail)


class NoServiceThere(Offline):
    """Something answers at the address, but there is no library."""

    message = marked("There is no library at this address.")
    advice = marked("Compare the address with the one that you were given.")


class WrongAddress(AppError):
    """It is no address of a service."""

    message = marked("This is not an address that can be used.")
    advice = marked("It begins with https://. Compare it with the one that you were given.")
