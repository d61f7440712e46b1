"""A button with many words, which take two lines where text is large."""

from typing import Final

from PySide6.QtCore import QSize

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button

_LARGE: Final = 175
"""Per cent of the usual size of text from which on a narrow window has no room for one line."""
_FEW: Final = 24
"""So many letters stay on one line."""
_ROOM: Final = 8


class LongButton(Button):
    """Qt's own words on a button break only where they are told to."""

    def __init__(self, words: str, kind: str = "", icon: str = "") -> None:
        super().__init__(words, kind, icon)
        self._words = words
        self.setAccessibleName(words)
        look.changed.connect(self._break)
        self._break()

    def sizeHint(self) -> QSize:
        """Leave room over and under two lines, as there is round one."""
        return super().sizeHint() + QSize(0, look.px(_ROOM) if "\n" in self.text() else 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self.sizeHint()

    def _break(self) -> None:
        """Break at the space that is nearest to the middle."""
        words, middle = self._words, len(self._words) // 2
        spaces = [at for at, letter in enumerate(words) if letter == " "]
        if look.text_size < _LARGE or len(words) <= _FEW or not spaces:
            self.setText(words)
            return
        at = min(spaces, key=lambda place: abs(place - middle))
        self.setText(f"{words[:at]}\n{words[at + 1 :]}")
