"""The box above a form that could not go on: what is wrong, each with a way to its field."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.form_field import WIDEST, FormField
from vcs_desktop.ui.widgets.wrapped_button import WrappedButton


class ErrorSummary(QWidget):
    """Says "There is a problem", and leads to each field that has one."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(tr("There is a problem"), "title", wrap=True)
        self.links: list[WrappedButton] = []
        self._ways = column(gap=4)
        self.box = QFrame()
        self.box.setProperty("kind", "errors")
        self.box.setAccessibleName(self.title.text())
        self.box.setLayout(column(self.title, panel(self._ways), margins=(16, 14, 16, 14)))
        self.setLayout(column(self.box))
        self.hide()
        self._scale()
        look.changed.connect(self._scale)

    def show_problems(self, fields: Iterable[FormField]) -> bool:
        """Have every field say what is wrong; return whether something is, and move the focus.

        The same words stand in the box and above the field.
        """
        wrong = [field for field in fields if field.show_problem()]
        self._ways.clear()
        self.links = []
        for field in wrong:
            link = WrappedButton(field.error, "badLink")
            link.clicked.connect(field.take_focus)
            self.links.append(link)
            self._ways.put(link)
        self.setVisible(bool(wrong))
        if wrong:
            self._go_in()
        return bool(wrong)

    def _go_in(self) -> None:
        """Take the focus, so that a screen reader begins here and Tab leads to the first link."""
        said = " ".join(link.accessibleName() for link in self.links)
        self.box.setAccessibleDescription(said)
        self.box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scale(self) -> None:
        self.setMaximumWidth(look.px(WIDEST))
