"""After a shift: who helped, and for how long. It goes into "Who came" of that day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.durations import NotADuration, read_duration, typed_duration
from vcs_desktop.domain.milestones import hours_words
from vcs_desktop.domain.rota import day_and_month
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.volunteer_hours import HelpedDay, HelpedLine


class HelpedCard(QWidget):
    """A field for each person. ``written`` carries the minutes by their ids; None: did not help."""

    written = Signal(object)
    left = Signal()

    def __init__(self, day: "HelpedDay") -> None:
        super().__init__()
        self.fields: dict[str, TextField] = {}
        on = day_and_month(day.shift.on) if day.shift.on else ""
        title = tr("Who helped with {what}?", what=short_prose(day.shift.name))
        said = sentences(
            tr("Write the hours of the whole day, such as 2 or 1.5."),
            tr("They go into “Who came” of {day}, and are counted there.", day=on),
            tr("Leave it empty for who did not come."),
        )
        self.write_button = button(tr("Write it down"), "primary", icon="check")
        self.leave_button = button(tr("Not now"), "quiet")
        rows = [self._field(each) for each in day.people]
        if not rows:
            nobody = tr("Nobody was down for this. Write hours down in “Who came”.")
            rows = [label(nobody, wrap=True)]
            self.write_button.hide()
        buttons = panel(FlowLayout(self.write_button, self.leave_button))
        self.setLayout(
            column(
                card(
                    label(title, "heading", wrap=True), label(said, "muted", wrap=True),
                    *rows, buttons, gap=12,
                )
            )
        )  # fmt: skip
        self.write_button.setVisible(bool(self.fields))
        self.write_button.clicked.connect(self._write)
        self.leave_button.clicked.connect(self.left)

    def take_focus(self) -> None:
        """Go to the first field."""
        for field in self.fields.values():
            field.take_focus()
            return

    def _field(self, line: "HelpedLine") -> QWidget:
        hint = ""
        if line.written is not None:
            hint = tr("Written down already: {hours}.", hours=hours_words(line.written))
        elif line.proposed is not None:
            hint = tr("The shift was {hours} long.", hours=hours_words(line.proposed))
        field = TextField(
            tr("Hours of {name}", name=short_prose(line.name)), hint, optional=True, check=_check
        )
        minutes = line.written if line.written is not None else line.proposed
        field.set_words(typed_duration(minutes))
        self.fields[line.person] = field
        return field

    def _write(self) -> None:
        wrong = [each for each in self.fields.values() if each.show_problem()]
        if wrong:
            wrong[0].take_focus()
            return
        told = {person: read_duration(field.words()) for person, field in self.fields.items()}
        self.written.emit(told)


def _check(words: str) -> str:
    try:
        read_duration(words)
    except NotADuration as error:
        return f"{error.message} {error.advice}"
    return ""
