"""The week of the open group on Home: what is next, who is missing, what is half written."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.week import Week
    from vcs_desktop.ui.pages.home.thing_row import ThingRow

DATES = "dates"
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "person": "people",
        "people": "people",
        "own_date": DATES,
        "document": "documents",
        "group_profile": "our-group",
    }
)
"""Where a new record of a kind is written, by the kind that its draft is kept under."""


class WeekCard(GroupPart):
    """``record_asked`` carries the kind and id of a record, ``place_asked`` a page and a part."""

    record_asked = Signal(str, str)
    place_asked = Signal(str, str)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._look = Question(tasks, self)
        self.kind_words = label("", wrap=True)
        self.rows: list[ThingRow] = []
        self._dates, self._gaps, self._drafts = column(gap=8), column(gap=8), column(gap=8)
        self._gaps_title = label(tr("Who is missing"), "strong", wrap=True)
        self._drafts_title = label(tr("Left half written"), "strong", wrap=True)
        self.all_dates = button(tr("See all dates"), "inline")
        self.older = button("", "inline", icon="clock")
        self._older_part = panel(FlowLayout(self.older))
        self._gaps_part = panel(column(self._gaps_title, self._gaps, gap=10))
        self._drafts_part = panel(column(self._drafts_title, self._drafts, gap=10))
        self.setLayout(
            column(
                card(
                    label(tr("Your week"), "heading", wrap=True),
                    self.kind_words,
                    self._older_part,
                    panel(self._dates),
                    panel(FlowLayout(self.all_dates)),
                    self._gaps_part,
                    self._drafts_part,
                    gap=10,
                )
            )
        )
        self.hide()
        for to_dates in (self.older, self.all_dates):
            to_dates.clicked.connect(partial(self.place_asked.emit, DATES, ""))
        self._look.answered.connect(self._show)
        self._look.failed.connect(self.hide)

    def shown(self) -> None:
        """Look again: something may have been done meanwhile."""
        self._look.ask(lambda: self.services.space.inside().week.look(self.services.dates))

    def _show(self, week: "Week") -> None:
        # Imported here, so that Home stands before what only its rows need is there.
        from vcs_desktop.domain.due_words import far_in_words, when_in_words
        from vcs_desktop.ui.pages.home.thing_row import ThingRow

        self.rows.clear()
        for box in (self._dates, self._gaps, self._drafts):
            box.clear()
        self.kind_words.setText(week.kind_words)
        self.kind_words.setVisible(bool(week.kind_words))
        self.older.setText(_older_words(week))
        self._older_part.setVisible(bool(week.missed or week.left_over))
        for line in week.dates:
            due = line.due
            when = tr(
                "{when}, {far}", when=when_in_words(due), far=far_in_words(due.on, week.today)
            )
            self._put(
                self._dates,
                ThingRow(due.record_kind, due.record_id, due.what, label(when, "muted", wrap=True)),
            )
        if not week.dates:
            words = tr("Nothing is due. Dates of papers, meetings and filings will stand here.")
            self._dates.put(label(words, "muted", wrap=True))
        for gap in week.gaps:
            self._put(self._gaps, ThingRow("shift", gap.shift_id, gap.words))
        for left in week.half_written:
            title = left.title or tr("{kind}: not saved yet", kind=kind_words(left.kind)[1])
            self._put(self._drafts, ThingRow(left.kind, left.id, title))
        self._gaps_part.setVisible(bool(week.gaps))
        self._drafts_part.setVisible(bool(week.half_written))
        self.show()

    def _put(self, box: Box, made: "ThingRow") -> None:
        made.open_asked.connect(self._open)
        self.rows.append(made)
        box.put(made)

    def _open(self, kind: str, record_id: str) -> None:
        """Open the record, or the page where a new one is written, or the list of all dates."""
        if record_id:
            self.record_asked.emit(kind, record_id)
        else:
            self.place_asked.emit(_PLACES.get(kind, DATES), "")


def _older_words(week: "Week") -> str:
    """Return what is still open from before: what was missed in a long absence comes first."""
    if week.missed:
        return tr_count(
            "{count} date passed while nobody looked: go through it",
            "{count} dates passed while nobody looked: go through them",
            week.missed,
        )
    return tr_count(
        "{count} earlier date is still open",
        "{count} earlier dates are still open",
        week.left_over,
    )
