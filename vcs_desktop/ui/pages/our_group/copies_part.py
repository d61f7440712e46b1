"""Copies to fall back on: those here, one on a stick, and the way back to an older one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group import copies_words as words
from vcs_desktop.ui.pages.our_group.copies_list import CopiesList
from vcs_desktop.ui.pages.our_group.copies_view_model import Copies, CopiesViewModel
from vcs_desktop.ui.pages.our_group.older_copy import OlderCopy
from vcs_desktop.ui.say import say, tell_problem
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups.backups import Drill
    from vcs_desktop.services.groups.restoring import Restored
    from vcs_desktop.services.groups.shelf import Backup
    from vcs_desktop.ui.pages.our_group.copies_view_model import Compared

_TOLD_MS = 20_000


class CopiesPart(GroupPart):
    """What is copied by itself, and what a person has to do: a copy in another place."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self.view_model = CopiesViewModel(services, tasks, session)
        self.view_model.setParent(self)
        self._copies: Copies | None = None
        self._wanted: Backup | None = None
        self._is_busy = False
        self.message, self.progress = MessageBar(), ProgressLine()
        self._make_elsewhere()
        self._make_here()
        self.list, self.older = CopiesList(), OlderCopy()
        layout = column(
            self.message, self.elsewhere, self.progress, self.here, self.list, self.older, gap=12
        )
        layout.put(None)
        self.setLayout(layout)
        for each in (self.elsewhere, self.here, self.list):
            each.hide()
        self._connect()

    def shown(self) -> None:
        """Look again."""
        self.view_model.look()

    def put_away(self) -> None:
        """Take away what was typed of secret words; they are kept nowhere."""
        self._leave_older()

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

    def _make_elsewhere(self) -> None:
        self.elsewhere_title = label(tr("A copy in another place"), "heading", wrap=True)
        self.elsewhere_words = label("", "strong", wrap=True)
        self.stick_home = label(
            sentences(
                tr("This group lives on a stick. Sticks get lost, and wear out."),
                tr("Make a copy on a computer."),
            ),
            "warn",
            wrap=True,
        )
        why = label(
            sentences(
                tr("Copies on this laptop do not help when it is lost, broken or stolen."),
                tr("Make one on a USB stick, and keep the stick in another house."),
            ),
            wrap=True,
        )
        what = label(
            sentences(
                tr("The whole group is in one file."),
                tr("It opens only with your secret words, or with the printed code."),
            ),
            "muted",
            wrap=True,
        )
        self.copy_button = button(tr("Copy to a USB stick"), "primary", icon="usb")
        self.later_button = button(tr("Remind me in a week"), "quiet")
        self.elsewhere = card(
            self.elsewhere_title,
            self.elsewhere_words,
            self.stick_home,
            why,
            what,
            panel(FlowLayout(self.copy_button, self.later_button)),
        )

    def _make_here(self) -> None:
        self.here_title = label(tr("Copies on this laptop"), "heading", wrap=True)
        self.here_words = label("", wrap=True)
        self.tested_words = label("", wrap=True)
        self.room_words = label("", "warn", wrap=True)
        self.make_button = button(tr("Make a copy now"), icon="copy")
        self.test_button = button(tr("Test a copy now"), icon="circle-check")
        self.here = card(
            self.here_title,
            label(
                tr("They are made by themselves when something changed, and read back."),
                "muted",
                wrap=True,
            ),
            self.here_words,
            self.tested_words,
            self.room_words,
            panel(FlowLayout(self.make_button, self.test_button)),
        )

    def _connect(self) -> None:
        view_model = self.view_model
        view_model.looked.connect(self._show_copies)
        view_model.failed.connect(self._tell_trouble)
        view_model.progressed.connect(self._tell_progress)
        self.progress.cancelled.connect(view_model.cancel)
        self.copy_button.clicked.connect(self.ask_where)
        self.later_button.clicked.connect(self._put_off)
        self.make_button.clicked.connect(self._make_now)
        self.test_button.clicked.connect(self._test_now)
        self.list.wanted.connect(self._begin_older)
        self.older.look_asked.connect(self._look_inside)
        self.older.bring_back_asked.connect(self._bring_back)
        self.older.left.connect(self._leave_older)

    def _show_copies(self, copies: Copies) -> None:
        self._copies = copies
        self.elsewhere.show()
        self.here.show()
        self.elsewhere_words.setText(words.elsewhere_in_words(copies.copied_on, copies.today))
        set_kind(self.elsewhere, "warn" if copies.is_reminder_due else "card")
        self.later_button.setVisible(copies.is_reminder_due)
        self.stick_home.setVisible(copies.is_on_stick)
        self.here_words.setText(words.kept_in_words(copies.backups, copies.today))
        self.tested_words.setText(words.tested_in_words(copies.drilled_on))
        low = copies.free_bytes is not None
        self.room_words.setText(words.room_in_words(copies.free_bytes) if low else "")
        self.room_words.setVisible(low)
        self.list.show_copies(copies.backups, copies.today)

    def _put_off(self) -> None:
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
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

    def _tell_copied(self, path: object) -> None:
        name = path.name if isinstance(path, Path) else ""
        self._end(
            sentences(
                tr("Copied to “{file}”, and read back whole.", file=name),
                tr("Keep the stick in another house."),
            )
        )

    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_busy:
            # In thousands: a bar counts no further than two thousand millions.
            what = tr("Copying, and reading it back")
            self.progress.tell(what, done // 1_000, max(1, total // 1_000))

    def _tell_trouble(self, error: Exception) -> None:
        self._end(words_for(error), "bad")

    def _begin_older(self, backup: "Backup", when: str) -> None:
        self._wanted = backup
        self.older.begin(tr("The copy: {when}", when=when))

    def _leave_older(self) -> None:
        had_focus = self.older.isAncestorOf(self.focusWidget() or self)
        self._wanted = None
        self.older.forget()
        if had_focus:
            self.list.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_inside(self, secret: str) -> None:
        if (backup := self._wanted) is not None:
            self.view_model.look_inside(backup, secret, self._show_compared, self._tell_older)

    def _show_compared(self, compared: "Compared") -> None:
        if self._copies is not None and self._wanted is not None:
            self.older.show_compared(compared, self._copies.today)

    def _tell_older(self, error: Exception) -> None:
        if self._wanted is not None:
            self.older.tell(error)

    def _bring_back(self, secret: str) -> None:
        if (backup := self._wanted) is not None:
            window = self.window()
            self.view_model.bring_back(
                backup, secret, partial(_tell_back, window), partial(_tell_not_back, window)
            )


def _tell_back(window: QWidget, restored: "Restored") -> None:
    """Say in the window that it is done: the page that asked is gone."""
    if isValid(window):
        said = words.brought_back_in_words(restored)
        if isinstance(window, QMainWindow):
            window.statusBar().showMessage(said, _TOLD_MS)
        say(window, said)


def _tell_not_back(window: QWidget, error: Exception) -> None:
    tell_problem(window if isValid(window) else None, error)
