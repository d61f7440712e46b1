"""A laptop whose library page is on the screen, and a stick that can be pulled out."""

from threading import Event

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.arriving import Laptop
from vcs_desktop.ui.pages.library.page import LibraryPage
from vcs_desktop.ui.updates.updates import Updates

_LEFT, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Stick:
    """Stands before the real arrivals; what is read from it can go away while it is read."""

    def __init__(self, arrivals):
        self._arrivals = arrivals
        self.pull_at = ""
        self.pulled = []
        self._may_read = Event()
        self.let_go()

    def hold(self):
        """Read nothing more until ``let_go``."""
        self._may_read.clear()

    def let_go(self):
        self._may_read.set()

    def look_at(self, path):
        return self._arrivals.look_at(path)

    def take_in(self, path, *, trust="", tell=None, stop=None):
        def told(words, done, total):
            if self.pull_at and words.startswith(self.pull_at):
                self.pull(path)
            if tell:
                tell(words, done, total)

        assert self._may_read.wait(10)
        return self._arrivals.take_in(path, trust=trust, tell=told, stop=stop)

    def pull(self, path):
        self.pull_at = ""
        self.pulled.append((path, path.read_bytes()))
        with path.open("wb"):  # whoever reads on reads nothing
            pass
        path.unlink()

    def put_back(self):
        path, content = self.pulled.pop()
        path.write_bytes(content)


class LibraryHouse(Laptop):
    """Services over a real library file, as the window asks for them."""

    def __init__(self, folder):
        super().__init__(folder / "data")
        self.arrivals = Stick(self.arrivals)

    def page(self, tasks, settings):
        self.updates = Updates(self, tasks, settings, self.clock)
        return LibraryPage(self, tasks, self.updates)


def drag(widget, paths, *, drop=True):
    """Drag files over a widget with real events; Qt finds what takes them, as it always does.

    Returns whether anything did; without ``drop`` they are taken away again.
    """
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return drag_data(widget, mime, drop=drop)


def drag_data(widget, mime, *, drop=True):
    """Drag any data over a widget, as ``drag`` does."""
    enter = _event(QDragEnterEvent, widget, mime)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, _event(QDragMoveEvent, widget, mime))
    last = _event(QDropEvent, widget, mime) if drop else QDragLeaveEvent()
    QApplication.sendEvent(widget, last)
    return True


def _event(kind, widget, mime):
    middle = widget.rect().center()
    place = QPointF(middle) if kind is QDropEvent else middle
    event = kind(place, Qt.DropAction.CopyAction, mime, _LEFT, _NO_KEYS)
    event.ignore()
    return event
