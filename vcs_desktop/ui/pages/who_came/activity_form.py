"""One activity: its name, its day, its times and its place. Saved as it is typed."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import WEEKDAYS
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.widgets.autosave import Autosave, SavedLine
from vcs_desktop.ui.widgets.basics import button, card, column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vcs_desktop.domain.attendance import Activity
    from vcs_desktop.services.offer import Services
    from vcs_desktop.services.records import Held

    Change = Callable[[Activity], Activity]

_NO_DAY = "none"


class ActivityForm(GroupPart):
    """``kept`` says that something was kept; the other signals carry an id and a name."""

    kept = Signal()
    bin_asked = Signal(str, str)
    sign_in_asked = Signal(str, str)

    def __init__(self, held: "Held[Activity]", today: "date", *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.activity_id = held.record.id
        self._shown = held.thing
        self._line = _Line(self.services, held)
        self.autosave = Autosave(self.tasks, self._take, self)
        self.saved = SavedLine(self.autosave)
        self.name = TextField(tr("What is it called?"), tr("For example, Thursday lunch"))
        days = [(str(n), tr_marked(day)) for n, day in enumerate(WEEKDAYS)]
        self.weekday = ChoiceField(
            tr("On which day of the week?"), [(_NO_DAY, tr("No fixed day")), *days], optional=True
        )
        self.starts = TimeField(tr("When does it start?"), optional=True)
        self.ends = TimeField(
            tr("When does it end?"),
            tr("Who helps is down for this long, unless you say otherwise."),
            optional=True,
        )
        self.place = TextField(tr("Where is it?"), optional=True)
        self.notes = LongTextField(tr("Notes"), optional=True)
        watch_words(self.notes)
        self.ended = DateField(
            tr("Last day, if it has ended"), today, optional=True, toward=Toward.PAST
        )
        self.sign_in_button = button(tr("Sign-in sheet for next time"), icon="printer")
        self.history_button = HistoryButton(*asked)
        self.versions = TwoVersions(*asked)
        self.bin_button = button(tr("Put this activity in the bin"), "link")
        self.versions.hide()
        self._fields = (
            self.name, self.weekday, self.starts, self.ends, self.place, self.notes, self.ended,
        )  # fmt: skip
        ways = panel(FlowLayout(self.sign_in_button, self.history_button))
        self.setLayout(
            column(
                card(ways, self.versions, *self._fields, self.saved,
                     panel(FlowLayout(self.bin_button)), gap=14)
            )
        )  # fmt: skip
        self.autosave.watch(*self._fields)
        self.autosave.saved.connect(self._hear_saved)
        self.sign_in_button.clicked.connect(self._ask_sign_in)
        self.bin_button.clicked.connect(self._ask_bin)
        self.take_in(held)

    def take_in(self, held: "Held[Activity]") -> None:
        """Show what is kept, but where somebody is typing or not all is kept."""
        if not self.autosave.is_settled:
            return
        self._line.held = held
        self._shown = thing = held.thing
        self._put(self.name, lambda: self.name.set_words(thing.name))
        self._put(self.place, lambda: self.place.set_words(thing.place))
        self._put(self.notes, lambda: self.notes.set_words(thing.notes))
        self._put(self.starts, lambda: self.starts.set_time(thing.starts))
        self._put(self.ends, lambda: self.ends.set_time(thing.ends))
        self._put(self.ended, lambda: self.ended.set_day(thing.ended_on))
        self.weekday.choose(_NO_DAY if thing.weekday is None else str(thing.weekday))
        self.history_button.set_record(self.activity_id, thing.name)
        self.versions.show_versions(self.activity_id)

    def put_away(self) -> None:
        """Keep what is half typed."""
        self.autosave.now()

    def end(self) -> None:
        """Keep what is typed; another form takes the place of this one."""
        self.autosave.now()

    def _put(self, field: Any, show: "Callable[[], None]") -> None:
        if not field.box.hasFocus():
            show()

    def _take(self) -> "Callable[[], Held[Activity]] | None":
        """Return what keeps each field that was changed; a name that went stays as it was."""
        said: dict[str, Any] = {
            "weekday": _weekday(self.weekday.chosen_id()),
            "place": self.place.words(),
            "notes": self.notes.words(),
        }
        if self.name.words():
            said["name"] = self.name.words()
        for name, field in (("starts", self.starts), ("ends", self.ends)):
            if not field.problem():
                said[name] = field.time()
        if not self.ended.problem():
            said["ended_on"] = self.ended.day()
        changed = {name: each for name, each in said.items() if each != getattr(self._shown, name)}
        if not changed:
            return None
        self._shown = replace(self._shown, **changed)
        return partial(self._line.keep, changed)

    def _hear_saved(self, _held: object) -> None:
        self.kept.emit()

    def _ask_sign_in(self) -> None:
        self.autosave.now()
        self.sign_in_asked.emit(self.activity_id, self.name.words())

    def _ask_bin(self) -> None:
        self.bin_asked.emit(self.activity_id, self.name.words())


class _Line:
    """The activity as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: "Services", held: "Held[Activity]") -> None:
        self._services = services
        self.held = held

    def keep(self, changed: dict[str, Any]) -> "Held[Activity]":
        attendance = self._services.space.inside().attendance
        self.held = attendance.save_activity(self.held, replace(self.held.thing, **changed))
        return self.held


def _weekday(chosen: str) -> int | None:
    return int(chosen) if chosen.isdigit() else None
