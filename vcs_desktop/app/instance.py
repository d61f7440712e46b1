"""One window for each data folder: a second start brings the first window forward."""

import hashlib

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.paths import DataFolder

_LONGEST_WAIT_MS = 2_000


class Instance(QObject):
    """This program's hold on its data folder.

    The lock dies with the process that holds it, so that a crash never keeps
    anybody out. Only the window takes it; the command line never does.
    """

    asked_to_come_forward = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder.root / "window.lock"))
        self._lock.setStaleLockTime(0)  # never by age: a window may stay open for weeks
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come_forward)

    def take(self) -> bool:
        """Take the folder and listen for later starts; False when another window has it.

        Raises:
            FolderNotWritable: the lock cannot be written.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            raise FolderNotWritable(str(self._folder.root))
        # What a crashed window left behind would refuse us the name.
        QLocalServer.removeServer(self._address)
        self._server.listen(self._address)
        return True

    def call_the_other(self) -> bool:
        """Ask the window that has the folder to come forward; False when it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        return socket.waitForConnected(_LONGEST_WAIT_MS)

    def let_go(self) -> None:
        """Give the folder back."""
        self._server.close()
        self._lock.unlock()

    @property
    def _address(self) -> str:
        """The same short name for the same folder, whoever spells it."""
        root = str(self._folder.root.resolve())
        return f"vcs-desktop-{hashlib.sha256(root.encode()).hexdigest()[:20]}"

    def _come_forward(self) -> None:
        while caller := self._server.nextPendingConnection():
            caller.disconnectFromServer()
            caller.deleteLater()
            self.asked_to_come_forward.emit()
