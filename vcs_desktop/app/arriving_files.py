"""Libraries that come from outside the window: dropped on it, or opened with a double click."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from vcs_desktop.app.pages import LIBRARY
from vcs_desktop.ui.arrivals.dropped import TakesFiles
from vcs_desktop.ui.arrivals.window_drops import WindowDrops
from vcs_desktop.ui.main_window import MainWindow


def take_drops(window: MainWindow) -> None:
    """Offer what is dropped anywhere on the window, where its page takes no drops itself."""
    WindowDrops(window).dropped.connect(partial(offer_files, window))


def offer_files(window: MainWindow, paths: Sequence[Path]) -> None:
    """Show what some files hold, on the page of the library; nothing is taken in by that."""
    page = window.open_place(LIBRARY)
    if isinstance(page, TakesFiles):
        page.take_files(paths)
