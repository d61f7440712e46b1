"""A field for a number of things: whole, and never less than none."""

from PySide6.QtWidgets import QLineEdit

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.form_field import FormField

MOST = 99_999
_WIDTH = 100


class CountField(FormField):
    """A whole number. Empty is none."""

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        super().__init__(title, hint, optional=optional)
        self.box = QLineEdit()
        self.hold(self.box, stops=(self.box,))
        self.box.textEdited.connect(self.on_edited)
        look.changed.connect(self._fit)
        self._fit()

    def count(self) -> int:
        """Return the number; none while what stands there is not one."""
        return 0 if self.problem() else int(self._typed() or 0)

    def set_count(self, count: int) -> None:
        """Show a number that is kept; none is empty."""
        if count != self.count() or self.problem():
            self.box.setText(str(count) if count else "")
        self.set_error("")

    def problem(self) -> str:
        """Return why what is typed is no number."""
        typed = self._typed()
        if not typed or (typed.isascii() and typed.isdigit() and int(typed[:9]) <= MOST):
            return ""
        return tr("Type a whole number, such as 12.")

    def _typed(self) -> str:
        return "".join(self.box.text().replace(",", "").split())

    def _fit(self) -> None:
        self.box.setFixedWidth(look.px(_WIDTH))
