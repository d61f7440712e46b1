"""What is settled before a meeting: when, where, who is told, and the agenda."""

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.meeting_kinds import KIND_NAMES
from vcs_desktop.domain.meetings import MeetingKind
from vcs_desktop.ui.pages.meetings.agenda_field import AgendaField
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import (
    Bound,
    NeededField,
    Section,
    bound_words,
    boxed,
    set_one,
)
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.time_field import TimeField


class PlanSection(Section):
    """Name, kind, day, time, place, notice, agenda."""

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.name_field = NeededField(tr("Name of the meeting"))
        self.kind_field = ChoiceField(
            tr("What kind of meeting?"),
            [(kind.value, tr_marked(words)) for kind, words in KIND_NAMES.items()],
        )
        self.day_field = DateField(tr("Day"), opened.today, toward=Toward.FUTURE, optional=True)
        self.time_field = TimeField(tr("Starts at"), optional=True)
        self.place_field = TextField(
            tr("Where"), tr("A room, or how to join online."), optional=True
        )
        self.notice_field = DateField(
            tr("Day people were told"),
            opened.today,
            tr("Your rules (constitution) say how early. Look there for “notice”."),
            optional=True,
        )
        self.agenda = AgendaField(editing, opened)
        self.agenda.taken_away.connect(self.taken_away)
        self.setLayout(
            column(
                boxed(
                    self.name_field,
                    self.kind_field,
                    self.day_field,
                    self.time_field,
                    self.place_field,
                    self.notice_field,
                    gap=16,
                ),
                boxed(self.agenda),
                gap=12,
            )
        )
        self._bind()

    def show_opened(self, opened: Opened) -> None:
        """Show what is kept."""
        super().show_opened(opened)
        self.agenda.show_opened(opened)

    def _bind(self) -> None:
        kind, day, notice = self.kind_field, self.day_field, self.notice_field
        self.bind("name", bound_words(self.name_field, "name"))
        self.bind("place", bound_words(self.place_field, "place"))
        self.bind(
            "kind",
            Bound(
                kind,
                lambda meeting: kind.choose(meeting.kind.value),
                lambda: set_one("kind", MeetingKind(kind.chosen_id())),
            ),
        )
        self.bind(
            "on",
            Bound(day, lambda meeting: day.set_day(meeting.on), lambda: set_one("on", day.day())),
        )
        self.bind(
            "starts",
            Bound(
                self.time_field,
                lambda meeting: self.time_field.set_time(meeting.starts),
                lambda: set_one("starts", self.time_field.time()),
            ),
        )
        self.bind(
            "notice_on",
            Bound(
                notice,
                lambda meeting: notice.set_day(meeting.notice_on),
                lambda: set_one("notice_on", notice.day()),
            ),
        )
