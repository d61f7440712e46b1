"""Making the keys for the first time: one question after the other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.publisher_key.make_steps import MadeView, WhoStep, WordsStep
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import KeysMade, KeysWanted

Step = WhoStep | WordsStep | MadeView


class MakeView(QWidget):
    """``left`` goes back without keys; ``made`` carries the publisher's key file to open.

    While ``is_making``, keys are on their way: then nobody leaves without hearing of them.
    """

    left = Signal()
    made = Signal(object)

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._asked = Latest(tasks, self)
        self._keys: KeysMade | None = None
        self.is_making = False
        self.who = WhoStep()
        self.root_words = WordsStep(
            tr("Words of the root key"),
            tr(
                "Whoever keeps the paper chooses them. The officer who publishes looks away. "
                "Copy them down on two sheets now."
            ),
            services, tasks, self.who,
        )  # fmt: skip
        self.words = WordsStep(
            tr("Words of the publisher's key"),
            tr("The officer who publishes chooses them, and nobody else sees them."),
            services, tasks, self.who,
        )  # fmt: skip
        self.done = MadeView()
        self.steps: tuple[Step, ...] = (self.who, self.root_words, self.words, self.done)
        self.front: Step = self.who
        self.number = label("", "muted", wrap=True)
        self.title = label("", "title", wrap=True)
        self.message, self.progress = MessageBar(), ProgressLine()
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button = button(tr("Next"), "primary")
        self.leave_button = button(tr("Leave"), "quiet", name=tr("Leave, and make no keys"))
        self._ways = panel(FlowLayout(self.back_button, self.next_button, self.leave_button))
        self._lay_out()
        FocusInSight(self)
        self._connect()
        self._show(self.who, focus=False)

    def begin(self) -> None:
        """Ask from the beginning."""
        self.forget()
        self._show(self.who)

    def forget(self) -> None:
        """Take every answer and every word away; what comes of keys on their way is still heard."""
        for each in (self.who, self.root_words, self.words):
            each.forget()
        if self.is_making:
            return
        self._asked.forget()
        self._rest()
        self.message.hide()
        self._show(self.who, focus=False)

    def first_focus(self) -> QWidget:
        """Start at the question in front."""
        return self.front.first_focus()

    def make_in(self, folder: str) -> None:
        """Make the keys in a folder."""
        wanted = self._wanted()
        self.message.hide()
        self.is_making = True
        self._ways.setEnabled(False)
        self.progress.start(tr("Making the keys. This takes a moment."), can_cancel=False)
        self._asked.ask(
            lambda: self._services.publishing.make_keys(Path(folder), wanted),
            then=self._show_made,
            otherwise=self._tell,
            lane="work",
        )

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                Bounded(
                    self.number,
                    self.title,
                    *self.steps,
                    self.progress,
                    self.message,
                    self._ways,
                ),
                None,
            )
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.leave_button.clicked.connect(self.left)
        for each in (self.root_words, self.words):
            each.new_words.entered.connect(self._next)
        for field in self.who.fields:
            field.entered.connect(self._next)
        self.done.open_asked.connect(self._hand_on)
        self.done.paper_asked.connect(self._ask_where_paper)

    def _wanted(self) -> "KeysWanted":
        from vcs_desktop.services.publishing import KeysWanted

        who = self.who
        return KeysWanted(
            who.line.words().strip(),
            who.name.words(),
            who.holder.words(),
            who.root_holder.words(),
            self.words.words(),
            self.root_words.words(),
        )

    def _next(self) -> None:
        if self.front is self.who:
            self.who.check(self._check_line)
        elif self.front is self.root_words:
            self.root_words.check(partial(self._go_from, self.root_words))
        elif self.front is self.words:
            self.words.check(self._ask_where)

    def _check_line(self) -> None:
        line = self.who.line.words().strip()
        self._asked.ask(
            lambda: self._services.publishing.must_be_short_name(line),
            then=lambda _: self._go_from(self.who),
            otherwise=lambda error: self.who.line.tell(words_for(error)),
        )

    def _go_from(self, step: Step) -> None:
        if step is self.front:  # nobody went elsewhere while it was checked
            self._show(self.steps[self.steps.index(step) + 1])

    def _back(self) -> None:
        self._show(self.steps[self.steps.index(self.front) - 1])

    def _ask_where(self) -> None:
        files.ask_for_folder(self, tr("Choose an empty folder for the keys"), self.make_in)

    def _show_made(self, made: "KeysMade") -> None:
        self._rest()
        self._keys = made
        for each in (self.root_words, self.words):
            each.forget()
        self.done.show_made(made)
        self._show(self.done, focus=self.isVisible())

    def _hand_on(self) -> None:
        if self._keys is not None:
            self.made.emit(self._keys.publisher_file)

    def _ask_where_paper(self) -> None:
        files.ask_where_to_save(
            self,
            tr("Save this file"),
            tr("Our publishing keys") + ".pdf",
            tr("PDF (*.pdf)"),
            self._save_paper,
        )

    def _save_paper(self, path: str) -> None:
        made, out = self._keys, Path(path)
        if made is not None:
            self._asked.ask(
                lambda: self._services.publishing.write_key_paper(out, made),
                then=lambda _: self.message.tell(
                    tr("Saved: {name}", name=out.name), "ok", tr("Open it"),
                    lambda: files.open_file(out),
                ),
                otherwise=self._tell,
                lane="work",
            )  # fmt: skip

    def _tell(self, error: Exception) -> None:
        self._rest()
        if not self.isVisible():  # every word was taken away meanwhile
            self.forget()
        self.message.tell(words_for(error), "bad")

    def _rest(self) -> None:
        self.is_making = False
        self.progress.finish()
        self._ways.setEnabled(True)

    def _show(self, step: Step, *, focus: bool = True) -> None:
        self.front = step
        for each in self.steps:
            each.setVisible(each is step)
        asked = self.steps[:-1]
        self.number.setVisible(step in asked)
        if step in asked:
            place = asked.index(step) + 1
            self.number.setText(tr("Step {number} of {count}", number=place, count=len(asked)))
        self.title.setText(step.title)
        self._ways.setVisible(step in asked)
        self.back_button.setVisible(step is not self.who)
        last = step is self.words
        self.next_button.setText(tr("Choose the folder, and make them") if last else tr("Next"))
        if focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
