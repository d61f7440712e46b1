"""The meetings in a list, and beside it the one that is open."""

from typing import Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr
from vcs_desktop.services.meetings import MeetingLine
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.meeting_form import MeetingForm
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.rows import rows_of
from vcs_desktop.ui.pages.meetings.view_model import MeetingsViewModel, Seen
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.title_list import RowRole, TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines


class MeetingsView(GroupPart):
    """``remove_asked`` carries an id and a name; ``acted`` says that something was kept.

    ``record_asked`` carries the kind and id of a record that another page shows.
    """

    record_asked = Signal(str, str)
    remove_asked = Signal(str, str)
    taken_away = Signal(str, object)
    acted = Signal()
    failed = Signal(object)

    def __init__(self, view_model: MeetingsViewModel, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.view_model = view_model
        self.empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="messages-square")
        self.titles = TitlesAndCard(tr("Meetings"), self.empty)
        self.form: MeetingForm | None = None
        self._lines: tuple[MeetingLine, ...] = ()
        self._listed: object = None
        self._fresh = ""
        draw_in_two_lines(self.titles.list)
        self.setLayout(column(self.titles))
        self.titles.card_asked.connect(self._open_row)
        self.titles.all_asked.connect(view_model.add)
        self.titles.again_asked.connect(view_model.look)
        view_model.meeting.answered.connect(self._show_meeting)
        view_model.meeting.failed.connect(self.titles.show_problem_of_one)

    def show_seen(self, seen: Seen) -> None:
        """Show every meeting; what is open stays open."""
        self._lines = seen.lines
        if seen.last_open:
            self.titles.open(seen.last_open)
        if not seen.lines:
            self.close_form()
            self.titles.say_nothing(
                tr("No meetings yet"),
                tr("Plan the next one here. Its agenda becomes the minutes."),
                tr("Add a meeting"),
            )
        self.titles.show_rows(rows_of(seen.lines, seen.today), (self._lines, seen.today))
        if self.form is not None:
            self.form.editing.look()

    def lines(self) -> tuple[MeetingLine, ...]:
        """Return the meetings as they stand in the list."""
        return self._lines

    def open(self, meeting_id: str) -> None:
        """Open one meeting, now or as soon as it is in the list."""
        self.titles.open(meeting_id)

    def open_new(self, meeting_id: str) -> None:
        """Open a meeting that was just added, and begin with its day."""
        self._fresh = meeting_id
        self.titles.open(meeting_id)

    def step_off(self, meeting_id: str) -> None:
        """Take away the form of a meeting that is about to go, and choose the row beside it."""
        if self.form is not None and self.form.meeting_id == meeting_id:
            self.close_form()
        if self.titles.shown_id != meeting_id:
            return
        model = self.titles.list.model()
        row = self.titles.list.currentIndex().row()
        for place in (row + 1, row - 1, row + 2, row - 2):
            beside = model.index(place, 0).data(RowRole) if 0 <= place < model.rowCount() else None
            if isinstance(beside, TitleRow) and beside.id not in (meeting_id, ""):
                self.titles.open(beside.id)
                return

    def put_away(self) -> None:
        """Keep what is half written, and that it was open."""
        if self.form is not None:
            self.form.editing.put_away()
            self.form.editing.note_open()

    def close_form(self) -> None:
        """Keep what is in the form, and let go of it."""
        form, self.form = self.form, None
        if form is not None:
            form.editing.end()
            form.setEnabled(False)

    def _open_row(self, meeting_id: str) -> None:
        if self.form is not None and self.form.meeting_id == meeting_id:
            return
        self.close_form()
        self.view_model.open(meeting_id)

    def _show_meeting(self, opened: Opened) -> None:
        meeting_id = opened.held.record.id
        if opened.held.record.binned_at is not None:
            self.view_model.look()
            return
        if meeting_id != self.titles.shown_id:
            return
        if self.form is not None and self.form.meeting_id == meeting_id:
            return
        editing = Editing(self.services, self.tasks, opened, self)
        editing.kept.connect(self._hear_kept)
        editing.looked.connect(self._hear_looked)
        editing.acted.connect(self._hear_acted)
        editing.failed.connect(self.failed)
        history = HistoryButton(self.services, self.tasks, self.session)
        versions = TwoVersions(self.services, self.tasks, self.session)
        versions.settled.connect(self.acted)
        versions.settled.connect(self.view_model.look)
        self._listed = _listed(opened)
        self.form = MeetingForm(editing, opened, (self.services, self.tasks), history, versions)
        self.form.taken_away.connect(self.taken_away)
        self.form.remove_asked.connect(self._ask_remove)
        self.form.record_asked.connect(self.record_asked)
        self.titles.show_card(self.form)
        if self._fresh == meeting_id:
            self._fresh = ""
            self.form.take_focus()

    def _ask_remove(self) -> None:
        if self.form is not None:
            self.remove_asked.emit(self.form.meeting_id, self.form.opened.meeting.name)

    def _hear_kept(self, opened: Opened) -> None:
        """Look at the list again only where it may say something else."""
        self.acted.emit()
        listed, self._listed = self._listed, _listed(opened)
        if listed != self._listed:
            self.view_model.look()

    def _hear_acted(self) -> None:
        self.acted.emit()
        self.view_model.look()

    def _hear_looked(self, opened: Opened) -> None:
        """Let go of a meeting that was put in the bin, as by undo."""
        self._listed = _listed(opened)
        if opened.held.record.binned_at is not None:
            self.close_form()
            self.view_model.look()


def _listed(opened: Opened) -> object:
    """Return what the list says of a meeting."""
    meeting = opened.meeting
    open_actions = sum(each.done_on is None for each in meeting.actions)
    said = (meeting.name, meeting.on, meeting.starts, meeting.place, meeting.kind)
    return said, meeting.agreed_on, open_actions
