"""One window for each data folder: a second start brings the first window forward."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QTimer, Signal

from vcs_desktop.app.handed_over import MOST_BYTES, is_whole, message_for, path_in
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.paths import DataFolder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_WAIT_MS = 2_000
_MOST_CALLERS = 8


class Instance(QObject):
    """This program's hold on its data folder.

    The lock dies with the process that holds it, so that a crash never keeps
    anybody out. Only the window takes it; the command line never does.
    """

    asked_to_come_forward = Signal()
    # Somebody opened a library that lies at a path, on this computer.
    asked_to_open = Signal(object)

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder.root / "window.lock"))
        self._lock.setStaleLockTime(0)  # never by age: a window may stay open for weeks
        self._server: QLocalServer | None = None
        self._said: dict[QLocalSocket, bytes] = {}

    def take(self) -> bool:
        """Take the folder; False when another window has it.

        Raises:
            FolderNotWritable: the lock cannot be written.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise FolderNotWritable(str(self._folder.root))

    def listen(self) -> None:
        """Hear later starts for the same folder. Only for who has taken it."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come_forward)
        # What a crashed window left behind would refuse us the name.
        QLocalServer.removeServer(self._address)
        self._server.listen(self._address)

    def call_the_other(self, path: Path | None = None) -> bool:
        """Ask the window that has the folder to come forward; False when it does not answer.

        ``path`` is that of a library which it is to offer then; None is none.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_LONGEST_WAIT_MS):
            return False
        if path is not None and (message := message_for(path)):
            socket.write(message)
            socket.waitForBytesWritten(_LONGEST_WAIT_MS)
            # It hangs up when it has heard all: what is on its way then would be lost.
            socket.waitForDisconnected(_LONGEST_WAIT_MS)
        return True

    def let_go(self) -> None:
        """Give the folder back."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @property
    def _address(self) -> str:
        """The same short name for the same folder, whoever spells it."""
        root = str(self._folder.root.resolve()).encode()
        digest = QCryptographicHash.hash(root, QCryptographicHash.Algorithm.Sha256)
        return f"vcs-desktop-{bytes(digest.toHex().data()).decode()[:20]}"

    def _come_forward(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()):
            self.asked_to_come_forward.emit()
            if len(self._said) >= _MOST_CALLERS:
                caller.abort()
                caller.deleteLater()
                continue
            self._said[caller] = b""
            caller.readyRead.connect(partial(self._hear, caller))
            caller.disconnected.connect(partial(self._forget, caller))
            QTimer.singleShot(_LONGEST_WAIT_MS, caller, caller.abort)
            self._hear(caller)

    def _hear(self, caller: "QLocalSocket") -> None:
        """Take what a caller says, and hang up when it is whole, or too much to be a path."""
        if caller not in self._said:
            return
        said = self._said[caller] + bytes(caller.read(MOST_BYTES + 1).data())
        self._said[caller] = said
        if is_whole(said):
            path = path_in(said)
            caller.disconnectFromServer()
            if path is not None:
                self.asked_to_open.emit(path)

    def _forget(self, caller: "QLocalSocket") -> None:
        if self._said.pop(caller, None) is not None:
            caller.deleteLater()
