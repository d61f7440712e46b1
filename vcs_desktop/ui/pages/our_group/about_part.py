"""About our group: what it is, in its own words; fit is judged by it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group_gaps import Step, steps_of
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.our_group.about_form import AboutForm
from vcs_desktop.ui.pages.our_group.about_keeping import Keeping, Opened
from vcs_desktop.ui.pages.our_group.about_overview import Overview
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.message_bar import MessageBar


class AboutPart(GroupPart):
    """Cards with what was told and what is missing, or the questions, one at a time.

    ``history_asked`` carries the id of the record whose history was opened.
    """

    history_asked = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._opened: Opened | None = None
        self._has_resumed = False
        self._wanted_step = ""
        self.keeping = Keeping(services, tasks, self)
        self.message = MessageBar()
        self.history_button = HistoryButton(services, tasks, session)
        self.versions = TwoVersions(services, tasks, session)
        self.empty = EmptyState(
            tr("Tell us about your group"),
            tr(
                "We ask one thing at a time, and you can stop at any time. "
                "Then we show which grants fit you."
            ),
            tr("Start with our name"),
            icon="users",
        )
        self.overview = Overview(self.history_button)
        self.form = AboutForm(self.keeping)
        self._shown = (self.empty, self.overview, self.form)
        self.setLayout(column(self.message, self.versions, *self._shown, None, gap=12))
        self._show_only(None)
        self._connect()

    def shown(self) -> None:
        """Read the group again."""
        self.keeping.autosave.now()
        self.keeping.look()

    def put_away(self) -> None:
        """Keep what is typed, and note the question that is open."""
        self.form.put_away()

    def open_step(self, step: Step) -> None:
        """Ask one question."""
        if self._opened is not None:
            self._show_only(self.form)
            self.form.open_step(step, self._opened)

    def ask_step(self, step: str) -> None:
        """Ask the question of this name, now or as soon as the group is read."""
        self._wanted_step = step
        self.shown()

    def _connect(self) -> None:
        self.keeping.looked.connect(self._show_opened)
        self.keeping.failed.connect(self._tell_problem)
        self.keeping.kept.connect(self.session.tell_acted)
        self.keeping.autosave.failed.connect(self._tell_not_kept)
        self.session.changed.connect(self.shown)
        self.empty.button.clicked.connect(lambda: self.open_step(Step.NAME))
        self.overview.step_asked.connect(lambda step: self.open_step(Step(step)))
        self.history_button.clicked.connect(lambda: self.history_asked.emit(OUR_GROUP))
        self.form.closed.connect(self._show_cards)

    def _show_opened(self, opened: Opened) -> None:
        self._opened = opened
        if self.keeping.autosave.is_settled:
            self.message.hide()
        self.history_button.set_record("" if opened.is_new else OUR_GROUP, opened.ours.name)
        self.history_button.setVisible(not opened.is_new)
        self.versions.show_versions("" if opened.is_new else OUR_GROUP)
        self.overview.show_group(opened)
        step, self._wanted_step = self._wanted_step, ""
        if step in steps_of(opened.ours, opened.papers):
            self._has_resumed = True
            self.open_step(Step(step))
        elif self.form.question is not None:
            self.form.take_in(opened)
        elif not self._resumes(opened):
            self._show_only(self.empty if opened.is_new else self.overview)

    def _resumes(self, opened: Opened) -> bool:
        """Open the question that was open when the group was locked; only the first time."""
        draft, is_first, self._has_resumed = opened.draft, not self._has_resumed, True
        if is_first and draft.is_open and draft.step in steps_of(opened.ours, opened.papers):
            self.open_step(Step(draft.step))
            return True
        return False

    def _show_cards(self) -> None:
        """Show the cards as they are now, and begin where one goes on."""
        self._show_only(self.overview)
        self.overview.go_on_button.setFocus()
        self.shown()

    def _show_only(self, shown: QWidget | None) -> None:
        for each in self._shown:
            each.setVisible(each is shown)

    def _tell_not_kept(self, error: Exception) -> None:
        """Say that an answer is not kept, where the form does not say it itself."""
        if not self.form.isVisible():
            words = sentences(words_for(error), tr("Your last answer is not saved yet."))
            self.message.tell(words, "bad", tr("Try again"), self.shown)

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad", tr("Try again"), self.shown)
