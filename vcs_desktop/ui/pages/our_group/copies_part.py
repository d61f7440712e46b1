"""Copies to fall back on: those here, one on a stick, and the way back to an older one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.file_words import lacking_in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group import copies_words as words
from vcs_desktop.ui.pages.our_group.bringing_back import BringingBack
from vcs_desktop.ui.pages.our_group.copies_cards import ElsewhereCard, HereCard
from vcs_desktop.ui.pages.our_group.copies_view_model import Copied, Copies, CopiesViewModel
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups.backups import Drill


class CopiesPart(GroupPart):
    """What is copied by itself, and what a person has to do: a copy in another place."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self.view_model = CopiesViewModel(services, tasks, session)
        self.view_model.setParent(self)
        self._copies: Copies | None = None
        self._is_busy = False
        self.message, self.progress = MessageBar(), ProgressLine()
        self.elsewhere, self.here = ElsewhereCard(), HereCard()
        self.back = BringingBack(self.view_model)
        layout = column(self.message, self.elsewhere, self.progress, self.here, self.back, gap=12)
        layout.put(None)
        self.setLayout(layout)
        for each in (self.elsewhere, self.here):
            each.hide()
        self._connect()

    def shown(self) -> None:
        """Look again."""
        self.view_model.look()

    def put_away(self) -> None:
        """Take away what was typed of secret words; they are kept nowhere."""
        self.back.leave()

    def ask_where(self) -> None:
        """Ask where the copy should go, then make it there."""
        if self._copies is not None and not self._is_busy:
            files.ask_where_to_save(
                self,
                tr("Copy the group to a USB stick"),
                self._copies.file_name,
                tr("Copy of a group (*.vcsgroup)"),
                self.copy_to,
            )

    def copy_to(self, path: str) -> None:
        """Copy the group into a file, with a way to stop."""
        self._begin(tr("Copying, and reading it back"), can_cancel=True)
        self.view_model.copy_to(Path(path), self._tell_copied)

    def _connect(self) -> None:
        view_model = self.view_model
        view_model.looked.connect(self._show_copies)
        view_model.failed.connect(self._tell_trouble)
        view_model.progressed.connect(self._tell_progress)
        self.progress.cancelled.connect(view_model.cancel)
        self.elsewhere.copy_button.clicked.connect(self.ask_where)
        self.elsewhere.later_button.clicked.connect(self._put_off)
        self.here.make_button.clicked.connect(self._make_now)
        self.here.test_button.clicked.connect(self._test_now)

    def _show_copies(self, copies: Copies) -> None:
        self._copies = copies
        for each in (self.elsewhere, self.here):
            each.show_copies(copies)
            each.show()
        self.back.show_copies(copies)

    def _put_off(self) -> None:
        self.elsewhere.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view_model.put_off()
        say(self, tr("We will remind you in a week."))

    def _make_now(self) -> None:
        if not self._is_busy:
            self._begin(tr("Making a copy"))
            self.view_model.make_now(self._tell_made)

    def _test_now(self) -> None:
        if not self._is_busy:
            self._begin(tr("Testing the newest copy"))
            self.view_model.test_now(self._tell_tested)

    def _begin(self, what: str, *, can_cancel: bool = False) -> None:
        # No button is switched off meanwhile: the focus would go elsewhere.
        self._is_busy = True
        self.message.hide()
        self.progress.start(what, can_cancel=can_cancel)

    def _end(self, said: str, kind: str = "ok") -> None:
        self._is_busy = False
        self.progress.finish()
        self.message.tell(said, kind)

    def _tell_made(self, backup: object) -> None:
        if backup is None:
            self._end(tr("Nothing was changed since the last copy."), "info")
        else:
            self._end(tr("A copy was made, and read back."))

    def _tell_tested(self, drill: "Drill | None") -> None:
        self._end(*words.drill_in_words(drill))

    def _tell_copied(self, copied: Copied) -> None:
        self._end(
            sentences(
                tr("Copied to “{file}”, and read back whole.", file=copied.path.name),
                lacking_in_words(copied.lacking),
                tr("Keep the stick in another house."),
            ),
            "warn" if copied.lacking else "ok",
        )

    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_busy:
            # In thousands: a bar counts no further than two thousand millions.
            what = tr("Copying, and reading it back")
            self.progress.tell(what, done // 1_000, max(1, total // 1_000))

    def _tell_trouble(self, error: Exception) -> None:
        self._end(words_for(error), kind_of(error))
