"""A field for several lines, as high as its text needs."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from vcs_desktop.ui.sight import InSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.form_field import Check, FormField, fits_all

_LEAST_LINES = 3
_MOST_LINES = 14
_SPARE = 2  # without it, Qt takes the last line for one that is not seen


class GrowingText(QPlainTextEdit):
    """Plain text that grows line by line up to a height, and scrolls then. Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the lines, which break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        first = self.document().firstBlock().layout()
        # Of plain text, Qt says the height of its document in lines.
        lines = min(max(round(self.document().size().height()), _LEAST_LINES), _MOST_LINES)
        line = first.lineAt(0).height() if first.lineCount() else self.fontMetrics().lineSpacing()
        # Before it is laid out the pane inside may still be the higher one.
        edges = max(0, self.height() - self.viewport().height())
        margins = 2 * self.document().documentMargin()
        height = ceil(lines * line + edges + margins) + _SPARE
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class PlainTextField(FormField):
    """Several lines of text in a box that its owner gives."""

    def __init__(
        self, title: str, box: QPlainTextEdit, hint: str = "", *, optional: bool = False
    ) -> None:
        super().__init__(title, hint, optional=optional)
        self.box = box
        self._is_set = False
        self.hold(box, stops=(box,))
        box.textChanged.connect(self._tell)
        InSight(box)

    def words(self) -> str:
        """Return what is in it, without empty lines round it."""
        return self.box.toPlainText().strip()

    def set_words(self, words: str) -> None:
        """Put words in it, as those that are kept; they are not edited by that."""
        if words != self.words():
            self._is_set = True
            self.box.setPlainText(words)
            self._is_set = False
        self.set_error("")

    def _tell(self) -> None:
        if not self._is_set:
            self.on_edited()


class LongTextField(PlainTextField):
    """Several lines of text, as high as they need. ``check`` says what is wrong with it."""

    def __init__(
        self, title: str, hint: str = "", *, optional: bool = False, check: Check = fits_all
    ) -> None:
        super().__init__(title, GrowingText(), hint, optional=optional)
        self._check = check

    def problem(self) -> str:
        """Return what the check says of the words."""
        words = self.words()
        return self._check(words) if words else ""
