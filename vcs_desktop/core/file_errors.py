"""What can be wrong with a file that a group keeps, or is to keep: each in plain words."""

from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.language import marked

_OLDER_COPY = marked(
    "If you still have the file elsewhere, add it again. An older copy may hold it."
)


class FileMissing(AppError):
    """The record tells of a file, but it is not in the group's folder."""

    message = marked("This file is not with the group's records any more.")
    advice = _OLDER_COPY


class FileDamaged(AppError):
    """The file is there, but it is not what was kept: nothing of it is shown."""

    message = marked("This file is damaged, so it is not shown.")
    advice = _OLDER_COPY


class FileNotThere(AppError):
    """What somebody wants to add is not there any more."""

    message = marked("This file is not there any more.")
    advice = marked("It may have been moved, or a stick pulled out. Choose it again.")


class NotAFile(AppError):
    """What somebody wants to add is a folder, or nothing that can be read to an end."""

    message = marked("This is a folder, not a file.")
    advice = marked("Open the folder and choose the files in it.")


class EmptyFile(AppError):
    """There is not one byte in it."""

    message = marked("There is nothing in this file.")
    advice = marked("Open it to see whether it was saved. Then choose it again.")


class FileTooLarge(AppError):
    """It is larger than a group keeps."""

    message = marked("This file is too large to keep. A file may have up to 100 MB.")
    advice = marked("Save it smaller, or keep it on a stick and note where it is.")


class FileNotReadable(AppError):
    """The account may not read it, or its disk does not answer."""

    message = marked("This file cannot be read.")
    advice = marked("Another program may have it open. Or you may not be allowed to open it.")


class FileChanged(AppError):
    """It was written to while it was read: what was read may be half of each."""

    message = marked("This file was changed while it was being added. Nothing was kept.")
    advice = marked("Save it in the other program first. Then add it again.")


class TooManyFiles(AppError):
    """The group keeps as many files as a copy of it can carry."""

    message = marked("This group keeps 5,000 files already. It can keep no more.")
    advice = marked("Delete for good what you no longer need. Then add it again.")


class NoRoomForFile(DiskFull):
    """There is no room for it in the group's folder; nothing of it is left there."""

    message = marked("There is not enough room on this disk for this file. It was not added.")
    advice = marked("Delete what you no longer need, empty the bin, and try again.")


class NameTaken(AppError):
    """A file of this name is there already, and nobody said that it may go."""

    message = marked("There is a file of this name already. Nothing was written.")
    advice = marked("Give it another name, or choose another folder.")


class FileNotSaved(AppError):
    """The file could not be written where somebody wanted it."""

    message = marked("The file cannot be saved there.")
    advice = marked("Choose another folder. If it is a stick, is it still in?")
