"""Who may publish, and changing it: step by step, with both holders of the root key."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import WrongKeyWords
from vcs_desktop.domain.publisher_keys import Change
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.pages.publish.keys_held import HeldView
from vcs_desktop.ui.pages.publish.keys_steps import (
    ChangedStep,
    NewWordsStep,
    PreviewStep,
    RootStep,
    WhatStep,
)
from vcs_desktop.ui.pages.publish.keys_work import KeysWork
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import (
        ChangeWanted,
        Desk,
        KeysChanged,
        KeysPreview,
    )

View = HeldView | WhatStep | PreviewStep | RootStep | NewWordsStep | ChangedStep


class KeysPart(QWidget):
    """``stepped`` says that another view came to the front; then the page goes to its top."""

    stepped = Signal()

    def __init__(self, services: Services, tasks: Tasks, desk: "Desk") -> None:
        super().__init__()
        self._work = KeysWork(services, tasks, desk, self)
        self._wanted: ChangeWanted | None = None
        self._is_changing = False
        self.held, self.what, self.preview = HeldView(), WhatStep(), PreviewStep()
        self.root = RootStep()
        self.words = NewWordsStep(services, tasks, self.what)
        self.done = ChangedStep()
        self.views: tuple[View, ...] = (
            self.held, self.what, self.preview, self.root, self.words, self.done,
        )  # fmt: skip
        self.front: View = self.held
        self.number = label("", "muted", wrap=True)
        self.title = label("", "title", wrap=True)
        self.message, self.progress = MessageBar(), ProgressLine()
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button: Button = button(tr("Next"), "primary")
        self.leave_button = button(tr("Leave"), "quiet", name=tr("Leave, and change nothing"))
        self._ways = panel(FlowLayout(self.back_button, self.next_button, self.leave_button))
        self.setLayout(
            column(
                Bounded(
                    self.number, self.title, self.message, *self.views, self.progress, self._ways
                ),
                None,
            )
        )
        FocusInSight(self)
        self._connect()
        self._show(self.held, focus=False)

    def look(self, tree: Path) -> None:
        """Look who may publish into a folder; a change that was begun goes on."""
        self._work.tree = tree
        if self.front is self.held:
            self._work.look()

    def first_focus(self) -> QWidget:
        """Start where the view in front does."""
        return self.next_button if self.front is self.preview else self.front.first_focus()  # type: ignore[union-attr]

    def leave(self) -> None:
        """Take every answer and every word away, and show who may publish."""
        self._forget()
        self._show(self.held)
        self._work.look()

    def make_in(self, folder: str = "") -> None:
        """Do it; ``folder`` is where the key of one more officer goes."""
        from vcs_desktop.services.publishing import Words

        wanted, root = self._wanted, self.root.path
        if wanted is None or root is None:
            return
        is_new = wanted.change is not Change.TAKE_OUT
        words = Words(
            root, self.root.field.secret(), self.words.new_words.words() if is_new else "",
            Path(folder) if folder else None,
        )  # fmt: skip
        self._wait(tr("Changing who may publish. This takes a moment."))
        self._is_changing = True
        self._work.change(wanted, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no secret on a part that is not in front; of a change under way is still heard."""
        super().hideEvent(event)
        if self.front is not self.done:
            self._forget()
            if not self._is_changing:
                self._show(self.held, focus=False)

    def _connect(self) -> None:
        work = self._work
        self.held.change_asked.connect(self._begin)
        self.back_button.clicked.connect(
            lambda: self._show(self.views[self.views.index(self.front) - 1])
        )
        self.next_button.clicked.connect(self._next)
        for each in (self.leave_button.clicked, self.done.ended):
            each.connect(self.leave)
        for each in (self.what.entered, self.root.entered, self.words.new_words.entered):
            each.connect(self._next)
        self.done.paper_asked.connect(work.print_to)
        work.held.connect(self.held.show_held)
        work.previewed.connect(self._show_preview)
        work.refused.connect(lambda error: self.what.tell(words_for(error)))
        work.root_opened.connect(self._go_on_from_root)
        work.root_refused.connect(self._tell_of_root)
        work.changed.connect(self._show_changed)
        work.printed.connect(partial(written.tell_saved, self.message.tell))
        work.failed.connect(self._tell)

    def _begin(self, change: Change) -> None:
        if self.held.shown is not None:
            self.message.hide()
            self.what.begin(change, self.held.shown)
            self._show(self.what)

    def _next(self) -> None:
        if not self._ways.isEnabled():
            return
        if self.front is self.what:
            wanted = self._wanted = self.what.wanted()
            if wanted is not None:
                self._work.preview(wanted)
        elif self.front is self.preview:
            self._show(self.root)
        elif self.front is self.root:
            self._try_root()
        elif self.front is self.words:
            self.words.new_words.check(self._do)

    def _show_preview(self, preview: "KeysPreview") -> None:
        self.preview.show_preview(preview)
        self.words.begin(preview.wanted.change)
        self._show(self.preview)
        say(self, self.preview.said.text())

    def _try_root(self) -> None:
        wanted, path = self._wanted, self.root.path
        if wanted is not None and self.root.is_filled_in() and path is not None:
            self._wait(tr("Opening the root key. This takes a moment."))
            self._work.try_root(wanted, path, self.root.field.secret())

    def _go_on_from_root(self) -> None:
        self._rest()
        if self._wanted is not None and self._wanted.change is Change.TAKE_OUT:
            self.make_in()
        elif self.front is self.root:
            self._show(self.words)

    def _tell_of_root(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, WrongKeyWords):
            self.root.field.tell(words_for(error))
        else:
            self.root.tell(words_for(error))

    def _do(self) -> None:
        if self._wanted is not None and self._wanted.change is Change.ONE_MORE:
            files.ask_for_folder(self, tr("Choose an empty folder for the new key"), self.make_in)
        else:
            self.make_in()

    def _show_changed(self, changed: "KeysChanged") -> None:
        self._rest()
        self._forget()
        self.done.show_changed(changed)
        self._show(self.done, focus=self.isVisible())
        say(self, self.done.where.text())

    def _tell(self, error: Exception) -> None:
        self._rest()
        if not self.isVisible():  # every word was taken away meanwhile
            self._forget()
            self._show(self.held, focus=False)
        self.message.tell(words_for(error), kind_of(error))

    def _wait(self, said: str) -> None:
        self.message.hide()
        self._ways.setEnabled(False)
        self.progress.start(said, can_cancel=False)

    def _rest(self) -> None:
        self._is_changing = False
        self.progress.finish()
        self._ways.setEnabled(True)

    def _forget(self) -> None:
        """Drop every answer and word, and what is still to come, unless that is a change."""
        self.what.forget()
        self.root.forget()
        self.words.new_words.forget()
        if self._is_changing:
            return
        self._work.forget()
        self._rest()
        self._wanted = None

    def _show(self, view: View, *, focus: bool = True) -> None:
        self.front = view
        for each in self.views:
            each.setVisible(each is view)
        in_steps = view not in (self.held, self.done)
        self._ways.setVisible(in_steps)
        self.number.setVisible(in_steps)
        self.title.setVisible(view is not self.held)
        if not isinstance(view, HeldView):
            self.title.setText(view.title())
        if in_steps:
            self.message.hide()
            takes_out = self.what.change is Change.TAKE_OUT
            count = len(self.views) - 2 - takes_out
            place = self.views.index(view)
            self.number.setText(tr("Step {number} of {count}", number=place, count=count))
            self.back_button.setVisible(view is not self.what)
            is_last = place == count
            self.next_button.setText(tr("Change it now") if is_last else tr("Next"))
        if focus:
            self.stepped.emit()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
