"""The window: one for each data folder, on the screen before anything heavy is imported."""

import argparse
import logging
import os
import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from vcs_desktop import __version__
from vcs_desktop.app.arriving_files import offer_files, take_drops
from vcs_desktop.app.instance import Instance
from vcs_desktop.app.library_watch import LibraryWatch
from vcs_desktop.app.log_setup import log_kept_in
from vcs_desktop.app.pages import LIBRARY, page_modules, pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.app.spoken_language import speak_as_the_computer
from vcs_desktop.core.clock import Clock, SystemClock
from vcs_desktop.core.error_trail import trail_of
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.core.paths import DataFolder, data_folder, program_folder
from vcs_desktop.core.session_events import SessionEvents
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_frame import GROUPS, GroupFrame
from vcs_desktop.ui.group_notices import GroupNotices
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.group_upkeep import GroupUpkeep
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.panes_by_ear import answer_for_panes
from vcs_desktop.ui.publisher_frame import PublisherFrame
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.tidying import Tidying
from vcs_desktop.ui.updates.exchange_notices import ExchangeNotices
from vcs_desktop.ui.updates.exchanges import Exchanges
from vcs_desktop.ui.updates.in_window import UpdatesInWindow
from vcs_desktop.ui.updates.updates import Updates

log = logging.getLogger(__name__)
_CANNOT_USE = 2
_STARTED_BY_MS = 10_000
# The first page comes first, and a search; then the app looks for updates by itself.
_LOOKS_AFTER_MS = 5_000
# Between two imports, so that the window answers a hand meanwhile.
_BREATH_MS = 30
# Whom all is shown for meanwhile is written here, because the file of the practice group cannot be
# read before the window is on the screen.
PRACTICE_NAME = "Marston Lunch Club"
GUEST_HEAD = marked("No group is open"), marked("Shown for {name}, a practice group")
NO_SCREEN = (
    "There is no screen here to show a window on. "
    "The commands work without one, and so does the tour: vcs-desktop tour --out FOLDER"
)
_LOG_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window and return the exit code once it is closed.

    A second start for the same data folder brings the first window forward and
    ends at once.
    """
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return _CANNOT_USE
    app = QApplication(sys.argv[:1])
    app.setApplicationName("VCS Desktop")
    app.setApplicationVersion(__version__)
    speak_as_the_computer(app)
    answer_for_panes()
    folder = data_folder(arguments.data_dir, program_folder())
    try:
        folder.make()
        instance = Instance(folder)
        if not instance.take():
            instance.call_the_other(_absolute(arguments.open))
            return 0
    except AppError as error:
        tell_problem(None, error)
        return _CANNOT_USE
    qInstallMessageHandler(_keep_qt_message)
    try:
        with log_kept_in(folder):
            return _run(app, folder, instance, arguments)
    finally:
        qInstallMessageHandler(None)
        instance.let_go()


def has_screen() -> bool:
    """Say whether a window can be shown; without a screen, Qt would end the program at once."""
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def build_window(
    parts: Parts, tasks: Tasks, settings: SettingsFile, log_folder: Path | None = None
) -> MainWindow:
    """Return the window with all its pages and its eye on the library, not yet shown.

    ``log_folder`` is what Help, Show log opens; None leaves that out.
    """
    tidying = Tidying()  # first: nothing is looked through while the window is made
    session = GroupSession(parts, tasks)
    publisher = PublisherSession(parts, tasks)
    updates = Updates(parts, tasks, settings, parts.clock)
    exchanges = Exchanges(parts, tasks, session, parts.clock)
    places = pages(parts, tasks, session, settings, parts.folder.root, updates, publisher)
    name, note = GUEST_HEAD
    head = tr_marked(name), tr_marked(note, name=PRACTICE_NAME)
    begin_at = GROUPS if parts.folder.has_groups() else ""
    window = MainWindow(places, tasks, settings, head, log_folder, begin_at)
    GroupFrame(window, session, parts, tasks)
    PublisherFrame(window, publisher, session, settings, _session_events)
    upkeep = GroupUpkeep(session, parts, tasks, window)
    GroupNotices(window, session, upkeep)
    exchanges.came.connect(upkeep.put_away_left_behind)
    session.locked.connect(partial(_throw_pages_away, tasks, parts.folder))
    UpdatesInWindow(window, updates, exchanges)
    ExchangeNotices(window, session, exchanges)
    watch = LibraryWatch(parts, tasks, window)
    updates.taken_in.connect(watch.look)
    updates.shared.connect(session.tell_changed)
    # Queued, so that the page in front asks first.
    later = Qt.ConnectionType.QueuedConnection
    window.painted.connect(watch.begin, later)
    by_itself = partial(_look_by_itself, window, updates, exchanges, session, settings, parts.clock)
    window.painted.connect(partial(QTimer.singleShot, _LOOKS_AFTER_MS, window, by_itself), later)
    window.painted.connect(partial(_guard, window, session, settings), later)
    take_drops(window)
    window.status_bar.library_asked.connect(partial(window.open_thing, LIBRARY, ""))
    tidying.setParent(window)
    window.ready.connect(tidying.begin)
    QTimer.singleShot(_STARTED_BY_MS, tidying, tidying.begin)  # should the first list never come
    window.ready.connect(partial(_import_by_and_by, window, page_modules()), later)
    window.top_bar.search.woken.connect(partial(_start_search, window, parts, tasks))
    return window


def _import_by_and_by(window: MainWindow, names: Iterator[str]) -> None:
    """Import one module, and the others in later turns of the window's loop.

    On its own thread: what Qt makes of a class while it is imported is not meant for two.
    """
    if name := next(names, None):
        import_module(name)
        again = partial(_import_by_and_by, window, names)
        QTimer.singleShot(_BREATH_MS, window, again)


def _guard(window: MainWindow, session: GroupSession, settings: SettingsFile) -> None:
    """Lock the group from now on when the person may have gone away."""
    from vcs_desktop.ui.group_guard import GroupGuard

    guard = GroupGuard(session, settings, _session_events(), window)
    guard.told.connect(window.status_bar.showMessage)
    session.opened.connect(window.status_bar.clearMessage)
    window.closing.connect(guard.stop)


def _session_events() -> SessionEvents:
    from vcs_desktop.ui.system.session_events import system_session_events

    return system_session_events()


def _look_by_itself(
    window: MainWindow,
    updates: Updates,
    exchanges: Exchanges,
    session: GroupSession,
    settings: SettingsFile,
    clock: Clock,
) -> None:
    """Look for updates from now on as the settings say, and hear what the system says."""
    from vcs_desktop.ui.system.network_state import system_network_state
    from vcs_desktop.ui.updates.by_itself import LooksByItself
    from vcs_desktop.ui.updates.exchanges_by_itself import ExchangesByItself

    updates.network = exchanges.network = system_network_state()
    looks = LooksByItself(updates, settings, clock, window)
    meets = ExchangesByItself(exchanges, session, settings, clock, window)
    for each in (looks, meets):
        each.begin()
        window.closing.connect(each.stop)


def _start_search(window: MainWindow, parts: Parts, tasks: Tasks) -> None:
    """Let the window search, now that somebody goes to the field."""
    from vcs_desktop.ui.search_panel.search import start_search

    start_search(window, parts, tasks)


def end(window: MainWindow, tasks: Tasks, parts: Parts) -> None:
    """Stop the lanes, close the library, and delete the window while Qt still has its events."""
    tasks.stop()
    parts.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _absolute(path: Path | None) -> Path | None:
    """Return a path that means the same wherever a program was started."""
    return None if path is None else path.absolute()


def _run(
    app: QApplication, folder: DataFolder, instance: Instance, arguments: argparse.Namespace
) -> int:
    """Show the window and stay until it is closed, then stop in good order."""
    quit_when, opened = arguments.quit_when, _absolute(arguments.open)
    parts, tasks = Parts(folder, SystemClock()), Tasks()
    window = build_window(parts, tasks, SettingsFile(folder.settings_file), folder.log_folder)
    mishap = _Mishap(window)
    sys.excepthook = mishap.tell
    instance.asked_to_come_forward.connect(window.come_forward)
    instance.asked_to_open.connect(partial(_offer, window))
    later = Qt.ConnectionType.QueuedConnection
    window.painted.connect(partial(_throw_pages_away, tasks, folder), later)
    if opened is not None:
        window.painted.connect(partial(_offer, window, opened), later)
    if quit_when == "painted":
        window.painted.connect(window.close)
    else:
        window.painted.connect(instance.listen, later)
    if quit_when == "ready":
        # Queued, so that the first list is on the screen too.
        window.ready.connect(window.close, later)
    window.appear()
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        end(window, tasks, parts)


def _offer(window: MainWindow, path: Path) -> None:
    """Offer the library at a path."""
    offer_files(window, [path])


def _throw_pages_away(tasks: Tasks, folder: DataFolder) -> None:
    """Delete what the last visit made to be read outside the app."""
    tasks.run(folder.throw_pages_away, then=_leave_be, otherwise=_leave_be, lane="work")


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it, and what went wrong is in the log."""


class _Mishap:
    """What happens to an exception that nobody foresaw."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def tell(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Put it in the log and tell the person in kind words."""
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
            return
        log.critical("unforeseen: %s", trail_of(error.with_traceback(trace)))
        tell_problem(self._window, error)


def _keep_qt_message(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Put what Qt says in our log, where somebody may find it."""
    logging.getLogger(f"qt.{context.category}").log(_LOG_LEVELS[kind], words)
