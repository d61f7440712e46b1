"""One meeting, open to be planned and written down. What is typed is kept: no Save button."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.services import meeting_papers as papers
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.minutes_section import MinutesSection
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.papers_section import PapersSection
from vcs_desktop.ui.pages.meetings.plan_section import PlanSection
from vcs_desktop.ui.pages.meetings.section import Section
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.autosave import SavedLine
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import WIDEST
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.sections import Sections

PLAN, MINUTES, PAPERS = "plan", "minutes", "papers"
_OF_PLAN = frozenset({"name", "kind", "on", "starts", "place", "notice_on"})
_ROUND = 22
"""What the card round a field takes, at 100 %."""


class MeetingForm(QWidget):
    """Three parts: the plan, the meeting itself, its papers. Each is made when it is opened.

    ``remove_asked`` wants the meeting in the bin; ``taken_away`` says what was taken out of
    a list, and how it comes back. ``record_asked`` wants a record that another page shows.
    """

    remove_asked = Signal()
    record_asked = Signal(str, str)
    taken_away = Signal(str, object)

    def __init__(
        self,
        editing: Editing,
        opened: Opened,
        asked: tuple[Services, Tasks],
        history: HistoryButton,
        versions: TwoVersions,
    ) -> None:
        super().__init__()
        self.editing = editing
        self.opened = opened
        self.made: dict[str, Section] = {}
        self._draft = opened.draft
        self._asked = asked
        self._versions = versions
        self.title = label("", "title", wrap=True)
        self.when = label("", "muted", wrap=True)
        self.saved_line = SavedLine(editing.autosave)
        self.history_button = history
        self.remove_button = button(tr("Put in the bin"), "quiet", icon="trash-2")
        self.sections = Sections(tr("Parts of the meeting"))
        self.sections.add(PLAN, tr("Plan"), lambda: self._make(PLAN))
        self.sections.add(MINUTES, tr("At the meeting"), lambda: self._make(MINUTES))
        self.sections.add(PAPERS, tr("Papers"), lambda: self._make(PAPERS))
        self.setLayout(
            column(
                self.versions_area(),
                self.title,
                self.when,
                self.saved_line,
                panel(FlowLayout(self.history_button, self.remove_button)),
                self.sections,
                gap=8,
            )
        )
        FocusInSight(self)
        self.editing.draft = self.draft
        self.editing.kept.connect(self.show_opened)
        self.editing.looked.connect(self.show_opened)
        self.remove_button.clicked.connect(self.remove_asked)
        self._show_head()
        self._scale()
        look.changed.connect(self._scale)
        self.sections.open(first_part(opened.meeting, opened.today))

    @property
    def meeting_id(self) -> str:
        """The id of the meeting."""
        return self.opened.held.record.id

    def versions_area(self) -> QWidget:
        """Return where two versions are chosen from, if there are two of something."""
        record = self.opened.held.record
        if record.choices or record.returned:
            self._versions.show_versions(record.id)
        else:
            self._versions.hide()
        return self._versions

    def show_opened(self, opened: Opened) -> None:
        """Show what is kept now; what is being typed stays."""
        self.opened = opened
        self._show_head()
        for section in self.made.values():
            section.show_opened(opened)

    def draft(self) -> Mapping[str, Any]:
        """Return the bare words of what is wrong as yet, and those of parts not opened again."""
        found = {
            name: words for name, words in self._draft.items() if _part_of(name) not in self.made
        }
        for section in self.made.values():
            found |= section.draft()
            if isinstance(section, PlanSection):
                found |= section.agenda.draft()
        return found

    def open_part(self, part_id: str) -> None:
        """Bring one of the parts to the front."""
        self.sections.open(part_id)

    def print_paper(self) -> None:
        """Print what belongs to the part in front: the notice of a plan, else the minutes."""
        paper = papers.NOTICE if self.sections.current_id() == PLAN else papers.MINUTES
        section = self.sections.open(PAPERS)
        if isinstance(section, PapersSection):
            section.print_paper(paper)

    def take_focus(self) -> None:
        """Go to the day of a meeting that has none, else to the line of parts."""
        section = self.sections.current()
        if isinstance(section, PlanSection):
            section.day_field.take_focus()
        else:
            self.sections.buttons[self.sections.current_id()].setFocus()

    def _make(self, part_id: str) -> Section:
        section: Section
        if part_id == PLAN:
            section = PlanSection(self.editing, self.opened)
        elif part_id == MINUTES:
            section = MinutesSection(self.editing, self.opened)
            section.applied.record_asked.connect(self.record_asked)
        else:
            section = PapersSection(self.editing, self.opened, *self._asked)
        section.taken_away.connect(self.taken_away)
        self.made[part_id] = section
        return section

    def _show_head(self) -> None:
        meeting = self.opened.meeting
        name = short_prose(meeting.name)
        self.title.setText(name)
        self.when.setText(when_words(meeting))
        self.history_button.set_record(self.meeting_id, meeting.name)
        self.remove_button.setAccessibleName(tr("Put {name} in the bin", name=name))

    def _scale(self) -> None:
        self.setMaximumWidth(look.px(WIDEST + _ROUND))


def first_part(meeting: Meeting, today: date) -> str:
    """Return which part is wanted: the plan before the day, the meeting from that day on."""
    return PLAN if meeting.on is None or meeting.on > today else MINUTES


def _part_of(name: str) -> str:
    """Return which part has the field of this name."""
    if name in _OF_PLAN or name.startswith("agenda/"):
        return PLAN
    return PAPERS if name == "agreed_on" else MINUTES


def when_words(meeting: Meeting) -> str:
    """Return when and where it is."""
    day = in_words(meeting.on) if meeting.on else tr("No day yet")
    return short_prose(", ".join(filter(None, (day, time_in_words(meeting.starts), meeting.place))))
