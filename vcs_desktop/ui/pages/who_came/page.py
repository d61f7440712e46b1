"""Who came: sheets of one day and one activity, what they come to, and what the group runs."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.kinds import ACTIVITY
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.who_came.activities_part import ActivitiesPart
from vcs_desktop.ui.pages.who_came.acts import WhoCameActs
from vcs_desktop.ui.pages.who_came.sheets_part import SheetsPart
from vcs_desktop.ui.pages.who_came.sign_in import SignIn
from vcs_desktop.ui.pages.who_came.totals_part import TotalsPart
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.sections import Sections

SHEETS, TOTALS, ACTIVITIES = "sheets", "totals", "activities"


class WhoCamePage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Who came"))
        self._asked = (services, tasks, session)
        self._parts: dict[str, GroupPart] = {}
        self.acts = WhoCameActs(services, tasks, session, self)
        self.sheets = SheetsPart(*self._asked)
        self.sign_in = SignIn(services, tasks)
        self.new_button = button(tr("New sheet"), icon="plus")
        self.add_actions(self.new_button)
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(SHEETS, tr("Sheets"), lambda: self._keep(SHEETS, self.sheets))
        self.sections.add(TOTALS, tr("Totals"), self._make_totals)
        self.sections.add(ACTIVITIES, tr("Activities"), self._make_activities)
        # Above, for a sheet is higher than the window.
        for line in (self.acts.message, self.sign_in):
            self.body.put(line)
        self.foot.put(self.acts.undo_bar)
        self.body.put(self.sections, 1)
        self._connect()

    def shown(self) -> None:
        """Look again at the part in front; the first time it is the sheets."""
        if self.sections.current_id():
            self._parts[self.sections.current_id()].shown()
        else:
            self.sections.open(SHEETS)

    def put_away(self) -> None:
        """Have every part keep what is half written."""
        for part in self._parts.values():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Bring a part to the front; any other id is that of a sheet."""
        if thing_id in self.sections.buttons:
            self.sections.open(thing_id)
        elif thing_id:
            self.sections.open(SHEETS)
            self.sheets.open(thing_id)

    def show_record(self, kind: str, record_id: str) -> None:
        """Open a sheet or an activity."""
        if kind == ACTIVITY:
            part = self.sections.open(ACTIVITIES)
            if isinstance(part, ActivitiesPart):
                part.open(record_id)
        else:
            self.show_thing(record_id)

    def first_focus(self) -> QWidget | None:
        """Start where the next thing is typed."""
        part = self._parts.get(self.sections.current_id(), self.sheets)
        if isinstance(part, SheetsPart | TotalsPart | ActivitiesPart):
            return part.first_focus()
        return None

    def find_here(self) -> QWidget | None:
        """Return the field for names, or the one for an activity."""
        self.sections.open(SHEETS)
        sheet = self.sheets.sheet
        return self.sheets.start.activity.box if sheet is None else sheet.field.box

    def print_act(self) -> Callable[[], None] | None:
        """Print the sign-in sheet of what is open, or the list that is in front."""
        part = self._parts.get(self.sections.current_id())
        if isinstance(part, SheetsPart):
            if part.sheet is not None:
                return part.sheet.sign_in_asked.emit
            return part.list_out.print_list if part.list_out.button.isVisible() else None
        if isinstance(part, TotalsPart | ActivitiesPart) and part.list_out.button.isVisible():
            return part.list_out.print_list
        return None

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the lines above, at the names of the parts, and at the part in front."""
        front = self._parts.get(self.sections.current_id())
        lines = (self.acts.undo_bar, self.acts.message, self.sign_in)
        if isinstance(front, SheetsPart):
            return (*lines, self.sections.bar, *front.parts())
        return (*lines, self.sections.bar, *(() if front is None else (front,)))

    def _connect(self) -> None:
        QShortcut(QKeySequence.StandardKey.New, self, self._begin)
        self.new_button.clicked.connect(self._begin)
        self.sections.changed.connect(self._look)
        self.sheets.filled.connect(self._tell_ready)
        self.sheets.turned.connect(self._follow)
        self.sheets.acted.connect(self.acts.tell_acted)
        self.sheets.sign_in_asked.connect(self.sign_in.offer)
        self.sheets.bin_asked.connect(self._bin_sheet)
        self.acts.undone.connect(self._take_focus)
        self.acts.undo_bar.close_button.clicked.connect(self._take_focus)
        self.sign_in.close_button.clicked.connect(self._take_focus)

    def _begin(self) -> None:
        self.sections.open(SHEETS)
        self.sheets.begin()

    def _look(self, part_id: str) -> None:
        self._parts[part_id].shown()
        self._follow()

    def _follow(self) -> None:
        """Offer a new sheet where none is begun already."""
        is_begun = self.sections.current_id() == SHEETS and self.sheets.sheet is None
        self.new_button.setVisible(not is_begun)

    def _tell_ready(self) -> None:
        self.ready.emit()

    def _bin_sheet(self, sheet_id: str, name: str) -> None:
        self.acts.put_in_bin(sheet_id, name, self.sheets.go_back)

    def _bin_activity(self, activity_id: str, name: str) -> None:
        part = self._parts[ACTIVITIES]
        self.acts.put_in_bin(activity_id, name, part.shown)

    def _make_totals(self) -> QWidget:
        return self._keep(TOTALS, TotalsPart(*self._asked))

    def _make_activities(self) -> QWidget:
        made = ActivitiesPart(*self._asked)
        made.acted.connect(self.acts.tell_acted)
        made.bin_asked.connect(self._bin_activity)
        made.sign_in_asked.connect(self.sign_in.offer)
        return self._keep(ACTIVITIES, made)

    def _keep(self, part_id: str, part: GroupPart) -> QWidget:
        self._parts[part_id] = part
        return part

    def _take_focus(self, *_: Any) -> None:
        """Give the focus a place when the line that had it has gone."""
        there = self.first_focus()
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)
