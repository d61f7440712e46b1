"""The list, or in its place words about why there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.ui.widgets.empty_state import EmptyState


class ListOrWords(QWidget):
    """Shows the list or ``words``; the focus goes from the one to the button of the other."""

    def __init__(self, listed: QWidget, words: EmptyState) -> None:
        super().__init__()
        self._listed = listed
        self._words = words
        self._states = QStackedLayout(self)
        self._states.addWidget(listed)
        self._states.addWidget(words)

    def shows_list(self) -> bool:
        """Say whether the list is in front."""
        return self._states.currentWidget() is self._listed

    def show_list(self) -> None:
        """Bring the list to the front."""
        had_focus = self._words.button.hasFocus()
        self._states.setCurrentWidget(self._listed)
        if had_focus:
            self._listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, title: str, text: str, button_text: str) -> None:
        """Bring words to the front."""
        had_focus = self._listed.hasFocus()
        self._words.set_words(title, text, button_text)
        self._states.setCurrentWidget(self._words)
        if had_focus:
            self._words.button.setFocus(Qt.FocusReason.OtherFocusReason)
