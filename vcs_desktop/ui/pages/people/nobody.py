"""What the list of people says while there is nobody in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.empty_state import EmptyState


class Nobody(EmptyState):
    """Begins with "Looking". ``bring_in_button`` is seen only where there is nobody at all."""

    def __init__(self) -> None:
        super().__init__(tr("Looking"), tr("This takes a moment."), icon="users")
        self.bring_in_button = button(tr("Bring in a spreadsheet"), icon="upload")
        inner = self.layout()
        if isinstance(inner, QBoxLayout):
            place = inner.indexOf(self.button) + 1
            inner.insertWidget(place, self.bring_in_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.bring_in_button.hide()

    def set_words(self, title: str, text: str, button_text: str = "") -> None:
        """Say something else; the second button goes, ``offer_both`` brings it back."""
        super().set_words(title, text, button_text)
        self.bring_in_button.hide()

    def offer_both(self) -> None:
        """Show the second button too."""
        self.bring_in_button.show()
