"""What is said of a file that was just written, in the same words everywhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui import files
from vcs_desktop.ui.say import ask

Tell = Callable[..., None]
"""Says it, as ``MessageBar.tell`` does: words, their kind, and perhaps a button and its act."""


def tell_saved(tell: Tell, path: Path) -> None:
    """Say where a file is and that anybody can read it, and offer to open it."""
    words = sentences(
        tr("Saved as “{file}”.", file=path.name),
        tr("This file is not locked. Keep it where only the right people can read it."),
    )
    tell(words, "ok", tr("Open it"), partial(open_saved, tell, path))


def open_saved(tell: Tell, path: Path) -> None:
    """Open a file, or say where it is when nothing here can open it."""
    if not files.open_file(path):
        tell(tr("No program here opens such files. It is kept at {path}.", path=path), "warn")


def open_to_print(tell: Tell, path: Path) -> None:
    """Open a PDF and say where to print it, or where it is when nothing here can open it."""
    if files.open_file(path):
        tell(tr("It is open in your PDF program. Print it from there."))
    else:
        tell(tr("No program here opens PDF files. It is at {path}.", path=path), "warn")


def ask_to_save_over(parent: QWidget, path: Path, save: Callable[[], None]) -> None:
    """Ask before a file that is there is written over; ``save`` is called after a yes."""
    ask(
        parent,
        tr("There is already a file called “{file}”.", file=path.name),
        tr("The old file would be gone."),
        [(tr("Save over the old file"), save)],
    )
