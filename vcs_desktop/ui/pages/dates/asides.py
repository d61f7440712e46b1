"""The ways from the dates to what is shown in their place for a while, and back."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import Due
from vcs_desktop.ui.bring_in.plain import plain_manner
from vcs_desktop.ui.bring_in.view import BringInView
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.pages.dates.aside import Aside
from vcs_desktop.ui.pages.dates.catch_up_view import CatchUpView
from vcs_desktop.ui.pages.dates.own_form import OwnForm
from vcs_desktop.ui.pages.dates.phone_view import PhoneView
from vcs_desktop.ui.places import Places

if TYPE_CHECKING:
    from vcs_desktop.services.absence import Away

FORM, PHONE, CATCH_UP, BRING_IN = "form", "phone", "catch-up", "bring-in"


class Asides(QObject):
    """Makes them when they are first wanted.

    ``acted`` says that something was kept. ``came_back`` says that the dates are in front
    again, with the id of the date of the group's own that was written, or nothing;
    ``kept_late`` carries that id where it was kept after the form was left.
    """

    acted = Signal()
    came_back = Signal(str)
    kept_late = Signal(str)

    def __init__(self, places: Places, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(places)
        self._places = places
        self._asked = asked
        self._today = date.min
        self.form: OwnForm | None = None
        self.phone: PhoneView | None = None
        self.catch_up: CatchUpView | None = None
        self.coming: BringInView | None = None
        places.add(BRING_IN, self._make_bring_in)
        places.add(FORM, self._make_form)
        places.add(PHONE, self._make_phone)
        places.add(CATCH_UP, self._make_catch_up)

    def bring_in(self) -> None:
        """Begin to bring a table of dates in."""
        self._places.go(BRING_IN)
        if self.coming is not None:
            self.coming.begin()

    def write(self, record_id: str, today: date) -> None:
        """Open the form of a date of the group's own, or of a new one."""
        self._today = today
        self._places.go(FORM)
        if self.form is not None:
            self.form.begin(record_id)
            self._enter(self.form)

    def show_codes(self, dues: Sequence[Due]) -> None:
        """Show the codes of some dates; there is at least one."""
        self._places.go(PHONE)
        if self.phone is not None:
            self.phone.begin(dues)
            self._enter(self.phone)

    def go_through(self, away: "Away") -> None:
        """Go through what was missed."""
        self._places.go(CATCH_UP)
        if self.catch_up is not None:
            self.catch_up.begin(away)
            self._enter(self.catch_up)

    def _enter(self, aside: Aside) -> None:
        aside.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_bring_in(self) -> GroupPart:
        manner = plain_manner(
            "dates", back=tr("Back to the dates"), see=tr("See the dates"), see_icon="list"
        )
        self.coming = BringInView(manner, *self._asked)
        self.coming.back_asked.connect(self._places.go_back)
        self.coming.back_asked.connect(self._come_back)
        self.coming.taken_in.connect(lambda _: self.acted.emit())
        return self.coming

    def _make_form(self) -> Aside:
        self.form = OwnForm(self._today, *self._asked)
        self.form.acted.connect(self.acted)
        self.form.back_asked.connect(self._places.go_back)
        self.form.back_asked.connect(self._leave_form)
        self.form.kept_late.connect(self.kept_late)
        return self.form

    def _make_phone(self) -> Aside:
        self.phone = PhoneView(*self._asked)
        self.phone.back_asked.connect(self._places.go_back)
        self.phone.back_asked.connect(self._come_back)
        return self.phone

    def _make_catch_up(self) -> Aside:
        self.catch_up = CatchUpView(*self._asked)
        self.catch_up.acted.connect(self.acted)
        for over in (self.catch_up.left, self.catch_up.back_asked):
            over.connect(self._places.go_back)
            over.connect(self._come_back)
        return self.catch_up

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form.leave()
            self.came_back.emit(self.form.record_id)

    def _come_back(self) -> None:
        self.came_back.emit("")
