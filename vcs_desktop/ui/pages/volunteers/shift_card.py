"""One shift: who is down for it, what they said, and everything about it to change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.rota import missing_words
from vcs_desktop.domain.volunteering import Shift, VolunteerRole
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.bound_fields import (
    NeededDateField,
    NeededTextField,
    bound_choice,
    bound_count,
    bound_day,
    bound_time,
    bound_words,
    count_check,
    offered,
)
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.pages.volunteers.card_parts import (
    bin_button,
    find_everybody,
    history_button,
    versions_above,
)
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.services.rota import Down
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift as it was read, with who is down for it."""

    held: "Held[Shift]"
    down: "Sequence[Down]"
    roles: Sequence[VolunteerRole]
    today: date


class ShiftCard(QWidget):
    """Who is down stands first. What is pressed is asked for by signals, with ids."""

    put_on_asked = Signal(str)
    new_person_asked = Signal(str)
    take_off_asked = Signal(str, str)
    answered = Signal(str, object)
    helped_asked = Signal()
    remove_asked = Signal()

    def __init__(self, part: "ListPart", opened: OpenShift) -> None:
        super().__init__()
        shift = opened.held.thing
        self.shift = shift
        self.person_field = PersonField(tr("Put somebody on"), empties=True)
        self.person_field.box.setObjectName("put-on")
        find_everybody(self.person_field, part)
        self.person_field.picked.connect(self.put_on_asked)
        self.person_field.new_wanted.connect(self.new_person_asked)
        self.helped_button = button(tr("Write down who helped"), "primary", icon="clipboard-check")
        self.helped_button.setObjectName("helped")
        self.helped_button.setVisible(False)
        self.form = _form(part, opened)
        self.remove_button = bin_button(shift.name)
        buttons = panel(FlowLayout(history_button(part, shift.id, shift.name), self.remove_button))
        is_over = shift.on is not None and shift.on <= opened.today
        who = column(*self._who(opened.down), gap=6)
        self._title = label("", "title", wrap=True)
        self._missing = label("", "strong", wrap=True)
        self.show_kept(shift)
        top = card(
            label(tr("Who is down for it"), "heading", wrap=True),
            self._missing,
            panel(who),
            self.person_field,
            panel(FlowLayout(self.helped_button)),
            gap=10,
        )
        self.setLayout(
            column(
                *versions_above(part, opened.held.record),
                self._title,
                top,
                card(self.form),
                buttons,
                gap=12,
            )
        )
        self.helped_button.setVisible(is_over)
        self.helped_button.clicked.connect(self.helped_asked)
        self.remove_button.clicked.connect(self.remove_asked)

    def show_kept(self, shift: Shift) -> None:
        """Say what the shift is called now, and who is missing at it."""
        self._title.setText(short_prose(shift.name))
        self._missing.setText(missing_words(shift) or tr("Nobody is missing."))

    def _who(self, down: "Sequence[Down]") -> list[QWidget]:
        if not down:
            return [label(tr("Nobody yet."), "muted", wrap=True)]
        return [self._line(each) for each in down]

    def _line(self, down: "Down") -> QWidget:
        """Return somebody with what they said, and what can be pressed about it."""
        name = short_prose(down.name)
        said = {
            True: tr("{name} said yes.", name=name),
            False: tr("{name} said no.", name=name),
            None: tr("{name} has not answered yet.", name=name),
        }[down.has_agreed]
        buttons: list[QWidget] = []
        choices = (
            (True, "yes", tr("Said yes"), tr("{name} said yes", name=name)),
            (False, "no", tr("Said no"), tr("{name} said no", name=name)),
            (None, "open", tr("No answer yet"), tr("{name} has not answered", name=name)),
        )
        for value, key, words, spoken in choices:
            if value is not down.has_agreed:
                made = button(words, "quiet", name=spoken)
                made.setObjectName(f"{key}/{down.person}")
                made.clicked.connect(partial(self.answered.emit, down.person, value))
                buttons.append(made)
        off = button(tr("Take off"), "quiet", name=tr("Take {name} off the rota", name=name))
        off.setObjectName(f"off/{down.person}")
        off.clicked.connect(partial(self.take_off_asked.emit, down.person, down.name))
        return panel(column(prose(said), panel(FlowLayout(*buttons, off)), gap=2))


def _form(part: "ListPart", opened: OpenShift) -> KeptForm:
    today = opened.today
    name = NeededTextField(tr("What it is"))
    on = NeededDateField(tr("Day"), today, toward=Toward.FUTURE)
    starts, ends = (
        TimeField(tr("Starts at"), optional=True),
        TimeField(tr("Ends at"), optional=True),
    )
    needed = TextField(tr("How many people it needs"), check=count_check())
    role = ChoiceField(
        tr("Role"),
        offered(tr("None of our roles"), ((each.id, each.name) for each in opened.roles)),
    )
    notes = LongTextField(tr("Notes"), optional=True)
    watch_words(notes)
    form = KeptForm(
        part.services,
        part.tasks,
        opened.held,
        _save,
        {
            "name": bound_words(name, "name"),
            "on": bound_day(on, "on"),
            "starts": bound_time(starts, "starts"),
            "ends": bound_time(ends, "ends"),
            "needed": bound_count(needed, "needed"),
            "role": bound_choice(role, "role"),
            "notes": bound_words(notes, "notes"),
        },
    )
    said = label(
        sentences(tr("What you type is kept as you go."), tr("Hours stand in “Who came” only.")),
        "muted",
        wrap=True,
    )
    form.lay_out((said, name, on, starts, ends, needed, role, notes, form.saved_line))
    return form


def _save(inside: "InGroup", held: "Held[Any]", after: Any) -> "Held[Any]":
    return inside.rota.save_shift(held, after)
