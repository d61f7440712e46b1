"""What can be wrong with a group's own space: each told apart, each in plain words."""

from vcs_desktop.core.errors import AppError, Busy, Damaged
from vcs_desktop.core.language import marked, tr_count

_ASK_ANOTHER = marked("Use the printed code, or ask another person who can open the group.")
_FROM_BACKUP = marked("Nothing was changed. Bring the group back from its newest copy.")


class NoSuchGroup(AppError):
    """There is no group with this id, or of this name, or more than one of the name."""

    message = marked("We cannot find that group on this computer.")
    advice = marked("Choose one from the list of groups.")


class NoSuchOpener(AppError):
    """Nobody has this way in; it may have been taken away a moment ago."""

    message = marked("This person cannot open the group any more.")


class WrongPassphrase(AppError):
    """Nobody's way in opens with these words, and none of those that were tried is damaged."""

    message = marked("Those are not the right secret words.")
    advice = marked(
        "Check the spelling and the capital letters. You can also use the printed code."
    )


class WrongCode(AppError):
    """The code is written rightly, but it is not the one of this group."""

    message = marked("This is not the code of this group.")
    advice = marked("Look on the paper for the newest code. An older one does not work any more.")


class MistypedCode(AppError):
    """What was typed cannot be any code: it is too short or too long, or has a slip in it."""

    message = marked("There is a slip in the code.")
    advice = marked("Check it against the paper. It has 34 letters and digits.")


class NoCode(AppError):
    """The group has no printed code."""

    message = marked("There is no printed code for this group.")
    advice = marked("Ask a person who can open the group.")


class WaitFirst(AppError):
    """There were too many wrong tries. ``seconds`` is how long to wait from now."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            message=tr_count(
                "That was wrong too often. Wait {count} second, then try again.",
                "That was wrong too often. Wait {count} seconds, then try again.",
                seconds,
            )
        )


class WeakPassphrase(AppError):
    """The words could be guessed; nothing was made with them."""

    message = marked("These secret words are too easy to guess.")
    advice = marked("Use the 4 words that we offer, or make yours longer.")


class DamagedOpener(AppError):
    """One person's way in is damaged; those of others may be whole."""

    message = marked("Your way into this group is damaged.")
    advice = _ASK_ANOTHER


class MovedOpener(AppError):
    """A way in was copied here from another group, or from before somebody was taken out."""

    message = marked("This way in belongs to another group, or to an older copy of this one.")
    advice = _ASK_ANOTHER


class DamagedSlots(AppError):
    """The file of all the ways in cannot be read, and neither can the copy beside it."""

    message = marked("The file that lets people into this group is damaged.")
    advice = _FROM_BACKUP


class MovedSlots(AppError):
    """The file of the ways in belongs to another group than the folder it is in."""

    message = marked("The files in this folder belong to another group.")
    advice = marked("Nothing was changed. Put the files back where they were.")


class NewerGroup(AppError):
    """A newer app wrote the group's files; they are left alone."""

    message = marked("This group was last used with a newer version of VCS Desktop.")
    advice = marked("Install the newer version. Nothing here was changed.")


class GroupDamaged(Damaged):
    """The key is right, but the file with the records cannot be read, wholly or in part."""

    message = marked("The file that holds this group's records is damaged.")
    advice = _FROM_BACKUP


class GroupFileMissing(AppError):
    """The way in is good, but the file with the records is not there."""

    message = marked("The file that holds this group's records is not there.")
    advice = _FROM_BACKUP


class GroupInUse(Busy):
    """Another window or program has the group open, and what was asked needs it alone."""

    message = marked("This group is open in another window or program.")
    advice = marked("Close it there, then try again.")


class Locked(AppError):
    """The group was locked; whoever still holds it cannot read or write any more."""

    message = marked("This group is locked.")
    advice = marked("Open it with your secret words.")


class NotEnoughMemory(AppError):
    """There is not enough free memory to work the key out of the words."""

    message = marked("This computer has too little free memory to open the group.")
    advice = marked("Close other programs and try again.")


class NotRemembered(AppError):
    """This computer has nothing, or nothing that opens: the words have to be asked for."""

    message = marked("This computer does not remember the group.")
    advice = marked("Open it with your secret words.")


class CannotRemember(AppError):
    """The computer has no keyring that we can use. Its kinds say what a person can do about it."""

    message = marked("This computer cannot remember the group.")
    advice = marked("Open the group with your secret words each time.")


class SharedComputer(CannotRemember):
    """Somebody said that other people use this account of the computer too."""

    message = marked("This laptop is shared, so it remembers no group.")
    advice = marked("If only you use it, say so in Our group, under Who can open it.")


class KeyringLocked(CannotRemember):
    """The keyring is there, but it is locked, and nobody unlocked it when it asked."""

    message = marked("The place where this computer keeps secrets is locked.")
    advice = marked("Unlock it when the computer asks, or open the group with your secret words.")


class KeyringNeverMade(CannotRemember):
    """There is a keyring, but nobody has ever set it up for this account."""

    message = marked("This computer has a place to keep secrets, but it was never set up.")
    advice = marked("Set up its keyring, or open the group with your secret words.")


class NotForgotten(AppError):
    """Neither the keyring nor the file of the ways in could be changed."""

    message = marked("This computer could not forget the group just now.")
    advice = marked("Close the group in other windows and programs, and try again.")


class LastOpener(AppError):
    """Nobody else could open the group if this person were taken out."""

    message = marked("You are the only person who can open this group.")
    advice = marked("Let another person in first.")


class OnNetworkDrive(AppError):
    """A group's home is never on a network drive: its file could be torn there."""

    message = marked("A group cannot be kept on a network drive. Its records could be lost.")
    advice = marked("Keep it on this computer, and put copies on the network drive.")


class OnRemovableDisk(AppError):
    """A group's home is on a stick only where the whole app is (``portable.txt``)."""

    message = marked("A group cannot be kept on a stick or a card. It could be pulled out.")
    advice = marked("Keep it on this computer, and put copies on the stick.")
