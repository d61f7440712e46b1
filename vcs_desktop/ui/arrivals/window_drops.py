"""Libraries and changes of a group, dropped anywhere that nothing else takes drops."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.arrivals.dropped import are_changes, are_libraries, files_in

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WindowDrops(QObject):
    """``dropped`` carries the paths. What a page takes for itself never comes here."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take packs, folders that hold a library, and changes of a group; leave all else alone."""
        if not isinstance(event, QDropEvent) or event.type() not in _DRAGGED:
            return False
        paths = files_in(event.mimeData())
        if not are_libraries(paths) and not are_changes(paths):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
