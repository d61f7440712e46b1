"""What comes from outside the window: dropped on it, or opened with a double click."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from vcs_desktop.app.pages import LIBRARY
from vcs_desktop.core.language import tr
from vcs_desktop.ui.arrivals.dropped import TakesChanges, TakesFiles, are_changes
from vcs_desktop.ui.arrivals.window_drops import WindowDrops
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.navigation import GROUP
from vcs_desktop.ui.say import say

OUR_GROUP, GROUPS = "our-group", "groups"
_SAID_MS: Final = 20_000


def take_drops(window: MainWindow) -> None:
    """Offer what is dropped anywhere on the window, where its page takes no drops itself."""
    WindowDrops(window).dropped.connect(partial(offer_files, window))


def offer_files(window: MainWindow, paths: Sequence[Path]) -> None:
    """Show what some files hold, on the page of the library; nothing is taken in by that.

    Changes of a group come in at once, where it is open: they are its own, or they are refused.
    """
    if are_changes(paths):
        _take_changes(window, paths[0])
        return
    page = window.open_place(LIBRARY)
    if isinstance(page, TakesFiles):
        page.take_files(paths)


def _take_changes(window: MainWindow, path: Path) -> None:
    if GROUP in window.stack.open_now:
        page = window.open_place(OUR_GROUP)
        if isinstance(page, TakesChanges):
            page.take_changes(str(path))
        return
    window.open_place(GROUPS)
    words = tr("Open your group first. Then bring in “{file}” once more.", file=path.name)
    window.status_bar.showMessage(words, _SAID_MS)
    say(window.status_bar, words)
