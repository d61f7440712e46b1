"""A field for a time of day, typed as people say it."""

from PySide6.QtWidgets import QLineEdit

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_times import NotATime, in_words, parse
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.form_field import FormField

_WIDTH = 140


class TimeField(FormField):
    """One time of day, kept as "10:30". Empty is that nobody has said."""

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        super().__init__(
            title, hint or tr("For example, 10:30 or “half past ten”"), optional=optional
        )
        self.box = QLineEdit()
        self.echo = label("", "muted", wrap=True)
        self._time = ""
        self.hold(self.box, self.echo, stops=(self.box,))
        self.echo.hide()
        self.box.textEdited.connect(self._read)
        look.changed.connect(self._fit)
        self._fit()

    def time(self) -> str:
        """Return the time; while what stands there is wrong, the last one that was right."""
        return self._time

    def set_time(self, time: str) -> None:
        """Show a time that is kept, such as "19:30"; an empty text is none."""
        self._time = time
        self.box.setText(time)
        self._show_echo()
        self.set_error("")

    def problem(self) -> str:
        """Return why what is typed is no time."""
        try:
            parse(self.box.text())
        except NotATime as error:
            return f"{error.message} {error.advice}"
        return ""

    def on_left(self) -> None:
        """Write the time as it was understood."""
        if not self.problem():
            self.box.setText(self._time)
        super().on_left()

    def _read(self) -> None:
        if not self.problem():
            self._time = parse(self.box.text())
        self._show_echo()
        self.on_edited()

    def _show_echo(self) -> None:
        """Say the time in words; nothing while what is typed is none."""
        is_time = bool(self.box.text().strip()) and not self.problem()
        self.echo.setText(in_words(self._time) if is_time else "")
        self.echo.setVisible(is_time)

    def _fit(self) -> None:
        self.box.setFixedWidth(look.px(_WIDTH))
