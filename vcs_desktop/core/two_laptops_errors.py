"""What can stand in the way of a group that is on several laptops, each in plain words."""

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked


class CodeNotRight(AppError):
    """The code of an invitation can be none, or is none that is open."""

    message = marked("This code does not let anybody in.")
    advice = marked("Check it letter by letter. A code is good for an hour, and for one laptop.")


class GroupCodeNotRight(AppError):
    """No group can begin at a service with this code: it is wrong, too old, or used already."""

    message = marked("This code is not right, or not any more.")
    advice = marked(
        "Check it letter by letter. It is good for one group only, and not for ever. "
        "Ask whoever gave it to you for a new one."
    )


class NotTheSameGroup(AppError):
    """What answers an asking was not made by the laptop that made the offer."""

    message = marked("The answer does not come from the laptop that invited you.")
    advice = marked("Nothing was taken in. Ask for a new code, and compare the four words.")


class GroupIsHereAlready(AppError):
    """Who asks to be let in has the group on this laptop: it came as a copy, by stick."""

    message = marked("Your group is on this laptop already. Nobody was asked to let it in.")
    advice = marked(
        "Take its changes to your other laptop by stick. Then remove the group from this laptop, "
        "and come in with a new code."
    )


class NotShared(AppError):
    """The group lies on this laptop alone."""

    message = marked("This group is on this laptop only.")
    advice = marked("Invite another laptop first.")


class AlreadyShared(AppError):
    """The group already uses a service, or takes part in another way."""

    message = marked("This group already exchanges its changes with other laptops.")


class TakenOut(AppError):
    """This laptop was taken out of the group's exchange; what it holds stays here."""

    message = marked("This laptop was taken out of the exchange with the group's other laptops.")
    advice = marked("What is here stays here. Ask somebody of the group to invite it again.")


class LookFirst(AppError):
    """The group was brought back from a copy; nothing is exchanged before somebody has looked."""

    message = marked("This group was brought back from an older copy.")
    advice = marked("Look through it first. Then let the exchange go on.")


class NobodyAsks(AppError):
    """Nobody with this invitation asks to be let in, or no longer."""

    message = marked("Nobody is waiting to be let in.")
    advice = marked("Ask them to type the code again.")


class NotLetIn(AppError):
    """Who was asked said no, or did not answer in time."""

    message = marked("The other laptop did not let this one in.")
    advice = marked("Talk to each other, and try again with a new code.")


class LastLaptop(AppError):
    """A laptop cannot take itself out, or be the only one left to be taken out."""

    message = marked("This is the laptop that you are using.")
    advice = marked("Take it out from another laptop of the group.")


class NoSuchLaptop(AppError):
    """The group has no such laptop, or no longer."""

    message = marked("This laptop does not take part in the exchange.")


class NotAnExchange(AppError):
    """A file holds no changes of this group, or not whole ones."""

    message = marked("This file does not hold changes of this group.")
    advice = marked("Make it again on the other laptop.")


class StartedAgain(AppError):
    """Two programs exchange at the same moment; one is enough."""

    message = marked("Another window is exchanging changes just now.")
    advice = marked("Wait until it is done.")
