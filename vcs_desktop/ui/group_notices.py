"""What stands over every page while a group is open, when a person should know it."""

from functools import partial

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.group_upkeep import GroupUpkeep
from vcs_desktop.ui.main_window import MainWindow

_MB = 1_000_000
OUR_GROUP, COPIES = "our-group", "copies"


class GroupNotices(QObject):
    """Tells in the window's own bar: practice, a stick, a disk that is nearly full."""

    def __init__(self, window: MainWindow, session: GroupSession, upkeep: GroupUpkeep) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        session.opened.connect(self._tell_practice)
        session.locked.connect(window.notice.hide)
        upkeep.room_is_low.connect(self._tell_room)
        upkeep.on_stick.connect(self._tell_stick)

    def _tell_practice(self) -> None:
        self._window.notice.hide()
        if self._session.is_practice:
            self._window.notice.tell(
                tr("Practice group: anybody can open it. Put no real names here."), "info"
            )

    def _tell_room(self, free_bytes: float) -> None:
        self._window.notice.tell(
            tr(
                "This disk is nearly full: {megabytes} MB are left. Your work is saved. "
                "Delete what you do not need, soon.",
                megabytes=int(free_bytes) // _MB,
            ),
            "warn",
        )

    def _tell_stick(self) -> None:
        self._window.notice.tell(
            tr("This group lives on a stick, which can be lost. Keep a copy on the computer too."),
            "warn",
            tr("Make a copy"),
            partial(self._window.open_thing, OUR_GROUP, COPIES),
        )
