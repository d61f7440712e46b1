"""Removing the group from this laptop: by whoever has it open, and only on purpose."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group.access_view_model import Access, AccessViewModel
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup


class AccessRemoval(QWidget):
    """Offers a copy first, asks for the group's name, locks the group and deletes it."""

    removed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        session: GroupSession,
        view_model: AccessViewModel,
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._session = session
        self._view_model = view_model
        self._name = ""
        self.fold = Fold(tr("Remove this group from this laptop"))
        self.copy_button = button(tr("Make a copy first"), icon="usb")
        self.field = ToldField(tr("Type the name of the group"))
        self.remove_button = button(tr("Remove it"), "link")
        self.progress, self.message = ProgressLine(), MessageBar()
        for each in (
            label(
                tr(
                    "Everything of the group on this laptop goes, its copies here too. "
                    "It cannot be undone. Copies on sticks stay."
                ),
                wrap=True,
            ),
            panel(FlowLayout(self.copy_button)),
            self.progress,
            self.message,
            self.field,
            panel(FlowLayout(self.remove_button)),
        ):
            self.fold.content.put(each)
        self.setLayout(column(card(self.fold)))
        self.copy_button.clicked.connect(self._ask_where)
        self.field.entered.connect(self._remove)
        self.remove_button.clicked.connect(self._remove)

    def show_access(self, access: Access) -> None:
        """Know what has to be typed."""
        self._name = access.name

    def _ask_where(self) -> None:
        def suggest() -> str:
            return self._view_model.inside().backups.suggested_name()

        def ask(name: object) -> None:
            kinds = tr("Copies of groups (*.vcsgroup)")
            files.ask_where_to_save(self, tr("Make a copy"), str(name), kinds, self._copy)

        self._view_model.act(suggest, ask, self._tell)

    def _copy(self, path: str) -> None:
        def copy() -> Path:
            return self._view_model.inside().backups.copy_to(Path(path))

        self.progress.start(tr("Making a copy, and reading it back"), can_cancel=False)
        self._view_model.act(copy, self._tell_copied, self._tell)

    def _tell_copied(self, path: object) -> None:
        self.progress.finish()
        self.message.tell(tr("The copy is whole. It is saved as {path}.", path=path))

    def _remove(self) -> None:
        from vcs_desktop.services.groups.lines import is_same_name

        if not is_same_name(self.field.words(), self._name):
            self.field.tell(tr("This is not the name of the group. Type it as it stands above."))
            return
        self.remove_button.setEnabled(False)
        self._view_model.act(partial(_forgotten, self._services), self._end, self._tell)

    def _end(self, group: "OpenGroup") -> None:
        """Delete the group and lock it; by then this part of the window is gone."""
        window = self.window()
        self.removed.emit()
        remove = partial(_remove_from, self._services, group)
        # Queued before it is locked, so that the list that comes then knows it no more.
        self._tasks.run(remove, then=_leave_be, otherwise=partial(_tell_in, window))
        self._session.lock()

    def _tell(self, error: Exception) -> None:
        self.progress.finish()
        self.remove_button.setEnabled(True)
        self.message.tell(words_for(error), "bad")
        self.message.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _forgotten(services: Services) -> "OpenGroup":
    """Return the open group once the keyring has forgotten it, which may take a while."""
    group = services.space.inside().group
    services.groups.remembered.forget(group)
    return group


def _remove_from(services: Services, group: "OpenGroup") -> None:
    services.groups.remove(group)


def _leave_be(_outcome: object) -> None:
    """Do nothing: the list of groups shows that it is gone."""


def _tell_in(window: QWidget, error: Exception) -> None:
    if isValid(window):
        tell_problem(window, error)
