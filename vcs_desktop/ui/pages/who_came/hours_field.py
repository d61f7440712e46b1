"""A field for how long somebody helped."""

from PySide6.QtWidgets import QLineEdit

from vcs_desktop.domain.durations import NotADuration, read_duration, typed_duration
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.form_field import FormField

_WIDTH = 110


class HoursField(FormField):
    """Hours and minutes, kept in minutes. Empty is that nobody has said."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self.box = QLineEdit()
        self._minutes: int | None = None
        self.hold(self.box, stops=(self.box,))
        self.box.textEdited.connect(self._read)
        look.changed.connect(self._fit)
        self._fit()

    def minutes(self) -> int | None:
        """Return the minutes; while what stands there is wrong, the last that were right."""
        return self._minutes

    def set_minutes(self, minutes: int | None) -> None:
        """Show a length of time that is kept; None is empty."""
        self._minutes = minutes
        self.box.setText(typed_duration(minutes))
        self.set_error("")

    def problem(self) -> str:
        """Return why what is typed is no length of time."""
        try:
            read_duration(self.box.text())
        except NotADuration as error:
            return f"{error.message} {error.advice}"
        return ""

    def on_left(self) -> None:
        """Write the time as it was understood."""
        if not self.problem():
            self.box.setText(typed_duration(self._minutes))
        super().on_left()

    def _read(self) -> None:
        if not self.problem():
            self._minutes = read_duration(self.box.text())
        self.on_edited()

    def _fit(self) -> None:
        self.box.setFixedWidth(look.px(_WIDTH))
