"""Dates: everything that falls due, as a list, as a month, and what must be filed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.kinds import OWN_DATE
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.dates.acts import DateActs
from vcs_desktop.ui.pages.dates.aside import Aside
from vcs_desktop.ui.pages.dates.asides import Asides
from vcs_desktop.ui.pages.dates.away_card import AwayCard
from vcs_desktop.ui.pages.dates.date_sections import FILING, LIST, MONTH, DateSections
from vcs_desktop.ui.pages.dates.drafts import NEW
from vcs_desktop.ui.pages.dates.paper_out import PaperOut
from vcs_desktop.ui.pages.dates.phone_view import PhoneView
from vcs_desktop.ui.pages.dates.view_model import DatesViewModel, Seen
from vcs_desktop.ui.places import Places
from vcs_desktop.ui.widgets.basics import button

_OUR_GROUP, _ABOUT = "our-group", "about/"


class DatesPage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Dates"), tr("Looking"))
        asked = (services, tasks, session)
        self._session = session
        self.view_model = DatesViewModel(services, tasks, session, self)
        self.acts = DateActs(self.view_model, session, self)
        self.sections = DateSections(*asked)
        self.list_part = self.sections.list_part
        self.places = Places(self.sections)
        self.asides = Asides(self.places, *asked)
        self.list_out = ListOut(services, tasks, self.sections.what_is_shown)
        self.paper_out = PaperOut(
            self, services, tasks, self.acts.message, self.sections.day_in_front
        )
        self.bring_in_button = button(tr("Bring in a spreadsheet"), "quiet", icon="upload")
        self.phone_button = button(tr("Put these on my phone"), icon="calendar-plus")
        self.add_button = button(tr("Add a date"), "primary", icon="plus")
        self.away_card = AwayCard()
        self._seen: Seen | None = None
        self._headline = tr("Looking")
        self.add_actions(
            self.bring_in_button,
            self.list_out.button,
            self.paper_out.button,
            self.phone_button,
            self.add_button,
        )
        self.body.put(self.away_card)
        self.body.put(self.places, 1)
        self.foot.put(self.acts.undo_bar)
        for bar in (self.acts.message, self.list_out):
            self.body.put(bar)
        self._connect()

    def shown(self) -> None:
        """Look again: something may have been changed meanwhile."""
        if not self.sections.current_id():
            self.sections.open(LIST)
        self.view_model.look()
        self.sections.look_again()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        for part in self.places.made():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Bring a part to the front, or show the date of a record of the group's own."""
        self.places.go_back()
        if thing_id in self.sections.buttons:
            self.sections.open(thing_id)
            self.sections.buttons[thing_id].setFocus(Qt.FocusReason.OtherFocusReason)
        elif thing_id:
            self.sections.open(LIST)
            self.list_part.open_record(thing_id)

    def show_record(self, kind: str, record_id: str) -> None:
        """Show a date of the group's own; what says that one is done has no card itself."""
        self.show_thing(record_id if kind == OWN_DATE else LIST)

    def first_focus(self) -> QWidget | None:
        """Start at the name of the part in front."""
        front = self.places.front()
        if isinstance(front, Aside):
            return front.first_focus()
        if not self.places.is_back():
            return front
        return self.sections.buttons[self.sections.front_id()]

    def find_here(self) -> QWidget | None:
        """Return the field that looks for a date."""
        self.places.go_back()
        self.sections.open(LIST)
        return self.list_part.find_field.box

    def print_act(self) -> Callable[[], None] | None:
        """Print the codes, the month or the list, whichever is in front."""
        front, part = self.places.front(), self.sections.front_id()
        if isinstance(front, PhoneView):
            return front.print_all
        if not self.places.is_back() or part == FILING:
            return None
        return self.paper_out.print_month if part == MONTH else self.list_out.print_list

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the names of the parts and at the part in front, or at what is in place."""
        front, part = self.places.front(), self.sections.current()
        bars = (self.away_card, self.acts.undo_bar, self.acts.message)
        if not self.places.is_back() or part is None:
            return (front, *bars)
        return (self.sections.bar, part, *bars)

    def _connect(self) -> None:
        QShortcut(QKeySequence.StandardKey.New, self, partial(self._write, NEW))
        sections, acts = self.sections, self.acts
        self.add_button.clicked.connect(lambda: self._write(NEW))
        self.bring_in_button.clicked.connect(self.asides.bring_in)
        self.phone_button.clicked.connect(self._show_phone)
        self.away_card.asked.connect(self.asides.go_through)
        self.view_model.agenda.answered.connect(self._show_seen)
        self.view_model.agenda.failed.connect(self._show_problem)
        sections.changed.connect(sections.look_again)
        sections.changed.connect(self._follow_place)
        sections.ticked.connect(acts.tick)
        sections.remove_asked.connect(acts.remove)
        sections.change_asked.connect(self._write)
        sections.open_asked.connect(self._open)
        sections.phone_asked.connect(lambda due: self.asides.show_codes([due]))
        sections.about_asked.connect(self._ask_about)
        self.places.changed.connect(self._follow_place)
        acts.looked_for.connect(sections.look_again)
        self.asides.acted.connect(self._session.tell_acted)
        self.asides.came_back.connect(self._come_back)
        self.asides.kept_late.connect(self.list_part.open_record)
        self.asides.kept_late.connect(lambda _: self.view_model.look())
        self.list_part.counted.connect(self._say_count)
        self.list_part.add_asked.connect(lambda: self._write(NEW))
        self.list_part.again_asked.connect(self.view_model.look)
        for leaving in (
            acts.undo_bar.undo_button,
            acts.undo_bar.close_button,
            acts.message.close_button,
            self.list_out.message.close_button,
        ):
            leaving.clicked.connect(self._focus_front)
        self.list_part.titles.came_forward.connect(partial(self.bring_to_top, sections))

    def _ask_about(self, question: str) -> None:
        self.place_asked.emit(_OUR_GROUP, f"{_ABOUT}{question}")

    def _show_seen(self, seen: Seen) -> None:
        is_first, self._seen = self._seen is None, seen
        self.list_part.show_listing(seen.listing)
        self.away_card.show_away(seen.away)
        self._follow_place()
        if is_first and seen.form_open:
            self._write(seen.form_open)
        if seen.listing.is_whole:
            self.ready.emit()

    def _show_problem(self, error: Exception) -> None:
        self._say_count("")
        self.list_part.show_problem(error)
        self.ready.emit()

    def _follow_place(self) -> None:
        """Offer what belongs to what is in front."""
        is_back, part = self.places.is_back(), self.sections.front_id()
        is_list, has_dates = is_back and part == LIST, is_back and part != FILING
        self.subtitle = self._headline if is_list else ""
        self.add_button.setVisible(is_back)
        self.list_out.button.setVisible(is_list)
        self.bring_in_button.setVisible(is_list)
        self.paper_out.button.setVisible(has_dates)
        self.phone_button.setVisible(has_dates)
        self.away_card.setVisible(is_back and self.away_card.away is not None)

    def _say_count(self, words: str) -> None:
        self._headline = words
        self._follow_place()

    def _write(self, record_id: str) -> None:
        if self._seen is not None:
            self.asides.write(record_id, self._seen.today)

    def _show_phone(self) -> None:
        if dues := self.sections.open_dues():
            self.asides.show_codes(dues)
        else:
            self.acts.message.tell(tr("There is no open date to put on a phone here."), "info")

    def _come_back(self, record_id: str) -> None:
        """Show the dates again, and of them the one that was written."""
        if record_id:
            self.list_part.open_record(record_id)
        self.view_model.look()
        self.sections.look_again()
        self._focus_front()

    def _focus_front(self) -> None:
        """Give the focus a place when what had it has gone."""
        if (there := self.first_focus()) is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, due: Due) -> None:
        if due.kind is DueKind.FILING:
            self.sections.open(FILING)
        else:
            self.record_asked.emit(due.record_kind, due.record_id)
