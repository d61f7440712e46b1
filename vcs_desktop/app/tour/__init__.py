"""Walks through the window, without a screen, and pictures every place in it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.app.tour.files import write_files
from vcs_desktop.app.tour.funding import SHEET, FundingSteps
from vcs_desktop.app.tour.group import GroupSteps
from vcs_desktop.app.tour.library import LibrarySteps
from vcs_desktop.app.tour.looks import LAPTOP, picture_every_look
from vcs_desktop.app.tour.public import PublicSteps
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.theme import look

__all__ = ["SHEET", "TourStuck", "run_tour"]

DAY = date(2026, 11, 23)


def run_tour(out: Path) -> int:
    """Leave numbered pictures, the committee sheet and its web page in a folder; return 0.

    The day is fixed and the data are the tour's own, so that every run shows the
    same. Nothing on this computer is changed and no network is used.

    Raises:
        TourStuck: a step did not come to its end.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    # Kept until the pictures are made: Qt needs it all the while.
    application = QApplication.instance() or QApplication(["vcs-desktop"])
    with (
        tempfile.TemporaryDirectory(prefix="vcs-desktop-tour-") as data,
        _window_on(DataFolder(Path(data))) as (window, tasks, parts),
    ):
        camera = Camera(window, tasks, out.resolve())
        public = PublicSteps(camera)
        public.arrive()
        FundingSteps(camera, write_files(Path(data))).walk()
        public.walk()
        LibrarySteps(camera, parts, Path(data)).walk()
        group = GroupSteps(camera, _session_of(window))
        group.walk()
        picture_every_look(camera)
        group.lock()
        _walk_with_two_laptops(camera, parts, Path(data))
    del application
    return 0


def _walk_with_two_laptops(camera: Camera, parts: Parts, data: Path) -> None:
    """Picture a group on two laptops, where what a service needs is installed."""
    from vcs_desktop.app.tour.two_laptops import TwoLaptopsSteps, service_between

    try:
        import vcs_desktop.server.running  # noqa: F401  only to know
    except ImportError:
        return
    with (
        service_between(data, parts.clock) as at,
        _window_on(DataFolder(data / "second")) as (window, tasks, other),
    ):
        second = Camera(window, tasks, camera.out, camera.numbers)
        TwoLaptopsSteps((camera, parts), (second, other), at).walk()


@contextmanager
def _window_on(folder: DataFolder) -> Iterator[tuple[MainWindow, Tasks, Parts]]:
    """Open the window on a folder of its own, and close it in good order."""
    folder.make()
    before = look.theme, look.text_size
    settings = SettingsFile(folder.settings_file)
    settings.change(theme="light", text_size=100)
    parts, tasks = Parts(folder, FixedClock.on(DAY)), Tasks()
    window = build_window(parts, tasks, settings)
    look.set_theme("light")
    look.set_text_size(100)
    try:
        window.resize(*LAPTOP)
        window.show()
        yield window, tasks, parts
    finally:
        window.close()
        end(window, tasks, parts)
        look.set_theme(before[0])
        look.set_text_size(before[1])


def _session_of(window: MainWindow) -> GroupSession:
    session = window.findChild(GroupSession)
    if not isinstance(session, GroupSession):
        raise TourStuck("no groups")
    return session
