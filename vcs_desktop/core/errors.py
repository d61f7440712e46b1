"""Failures we foresaw, with words for the person and words for the log."""

from errno import EDQUOT, ENOSPC

from vcs_desktop.core.language import Marked, marked, tr, tr_marked

_NO_ROOM = (ENOSPC, EDQUOT)


class AppError(Exception):
    """A failure we foresaw. Its kinds have ``marked`` words, said when it is raised.

    ``message`` is plain English, complete without the log, and names no class,
    URL or SQL. ``advice`` says what to do next, or is empty when nothing helps.
    ``detail`` goes to the log only, and must not hold personal data.
    """

    message: str = marked("Something went wrong.")
    advice: str = ""

    def __init__(self, detail: str = "", *, message: str = "", advice: str = "") -> None:
        self.detail = detail
        self.message = message or tr_marked(Marked(type(self).message))
        self.advice = advice or tr_marked(Marked(type(self).advice))
        super().__init__(detail or self.message)


class CannotUseInput(AppError):
    """What we were given cannot be used at all; nothing was changed."""

    message = marked("This file cannot be used.")


class NotFound(AppError):
    """There is no record with this id in the library."""

    message = marked("We cannot find that. It may have been taken out of the library.")


class FolderNotWritable(AppError):
    """The data folder cannot be written to."""

    message = marked("We cannot save anything in this folder.")
    advice = marked("Choose another folder, or ask whoever looks after this computer.")


class NewerLibrary(AppError):
    """The library file was made by a newer version of the app; it is left alone."""

    message = marked("These files were made by a newer version of VCS Desktop.")
    advice = marked("Install the newer version. Nothing here was changed.")


class DiskFull(AppError):
    """There is no room left to write; what was being done was taken back."""

    message = marked("There is no room left on this disk. What was saved before is safe.")
    advice = marked("Delete what you no longer need, empty the bin, and try again.")


class DiskFailed(AppError):
    """The disk did not do what it was asked: it may be worn out, or have been pulled out."""

    message = marked("The disk did not answer. What was being saved was not kept.")
    advice = marked("If it is a stick, put it back in. Then try again.")


class Busy(AppError):
    """Another program is writing to the same file and does not end."""

    message = marked("Another window or program is saving to your files just now.")
    advice = marked("Wait a moment and try again.")


class Damaged(AppError):
    """A database file is not one, or a part of it cannot be read; it is left alone."""

    message = marked("The file that holds your grants and guides is damaged.")
    advice = marked("Move library.db out of the data folder and start again; it will be made anew.")


class Stopped(AppError):
    """Someone asked for this to stop; nothing of it was kept."""

    message = marked("Stopped. Nothing was changed.")


def not_written(error: OSError, otherwise: AppError) -> AppError:
    """Return why a file was not written: there is no room on the disk, or else ``otherwise``."""
    return DiskFull(otherwise.detail) if error.errno in _NO_ROOM else otherwise


def words_for(error: BaseException) -> str:
    """Return what to show a person: our words if we foresaw it, else plain ones."""
    if isinstance(error, AppError):
        return f"{error.message} {error.advice}".strip()
    return tr("Something went wrong. The details are in the log (Help, Show log).")
