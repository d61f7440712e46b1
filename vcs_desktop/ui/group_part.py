"""A part of a page that shows what belongs to the open group."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession


class GroupPart(QWidget):
    """Made when its group opens, and deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self.services = services
        self.tasks = tasks
        self.session = session

    def shown(self) -> None:
        """Look again; called each time the part comes to the front."""

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked.

        Only queue it, on the data lane: the file is let go after all that waits there.
        """
