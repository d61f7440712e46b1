"""What can be wrong with backups of a group, with copies of it, and with bringing it back."""

from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.language import marked


class FileMovedAway(AppError):
    """The open file is not under its name any more: what was written would go into the void."""

    message = marked("This group's file was moved or renamed while it was open. Nothing was saved.")
    advice = marked("Put it back where it was. Then lock the group and open it again.")


class GroupIsHere(AppError):
    """The group that is to be brought back is on this computer already."""

    message = marked("This group is on this computer already. Nothing was changed.")
    advice = marked("You can put the copy in its place. What is here now is then kept beside it.")


class NoLongerIn(AppError):
    """Who opened the copy was taken out of the group since, or has an older printed code."""

    message = marked("This opens the copy, but not any more the group on this computer.")
    advice = marked("Nothing was changed. Ask somebody who can open the group.")


class NoGoodBackup(AppError):
    """There is no backup that is whole and that opens."""

    message = marked("There is no copy of this group here that can be used.")
    advice = marked("If you have a copy on a stick, bring the group back from that.")


class NotACopy(AppError):
    """A file is not a copy of a group, or not whole, or not as our app writes it."""

    message = marked("This file is not a whole copy of a group. Nothing was changed.")
    advice = marked("Use another copy, or copy this one again from where it came.")


class NoRoomForCopy(DiskFull):
    """There is not enough room where the copy should go; nothing of it is left there."""

    message = marked("There is not enough room there for the copy.")
    advice = marked("Make some room, or use another stick.")


class TooLargeForDisk(AppError):
    """The disk takes no file as large as the copy: sticks in the old format stop at 4 GB."""

    message = marked("The copy is too large for this stick, though it may have room.")
    advice = marked("Use another stick, or one that is set up as exFAT.")


class CopyNotFinished(AppError):
    """The copy could not be written: the stick may have been pulled out."""

    message = marked("The copy was not finished. Was the stick pulled out?")
    advice = marked("Put it in again and make the copy again. Your group is safe.")


class CopyNotWhole(AppError):
    """What was read back is not what was written; it was not kept."""

    message = marked("The copy was written, but it could not be read back rightly.")
    advice = marked("This stick may be worn out. Use another one.")


class CopyNotRead(AppError):
    """The file of a copy cannot be read: it is not there any more, or we may not."""

    message = marked("This file cannot be read. Is the stick still in?")
    advice = marked("Put it in again, or choose the file again.")
