"""The text field that a person is in, and what can be done in it now."""

from typing import Protocol

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid


class Field(Protocol):
    """What Qt's fields for one line and for several have in common."""

    def undo(self) -> None:
        """Take back what was typed last."""

    def redo(self) -> None:
        """Do again what was taken back last."""

    def cut(self) -> None:
        """Take away what is selected, and keep it on the clipboard."""

    def copy(self) -> None:
        """Copy what is selected to the clipboard."""

    def paste(self) -> None:
        """Put in what is on the clipboard."""

    def selectAll(self) -> None:
        """Select everything."""

    def isReadOnly(self) -> bool:
        """Say whether nothing can be typed."""


class FieldInHand:
    """Remembers the last text field that had the focus; menus do not count as leaving it."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def enter(self, widget: QWidget | None) -> None:
        """Follow the focus to a widget that may be a field, or not."""
        self._widget = widget

    @property
    def field(self) -> Field | None:
        """The field, None where the person is in none."""
        widget = self._widget
        if widget is None or not isValid(widget) or not widget.isVisible():
            return None
        if isinstance(widget, QComboBox | QAbstractSpinBox):
            widget = widget.findChild(QLineEdit)
        return widget if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) else None

    def can_undo(self) -> bool:
        """Say whether something was typed in it that can be taken back."""
        match self.field:
            case QLineEdit() as line:
                return line.isUndoAvailable() and not line.isReadOnly()
            case QTextEdit() | QPlainTextEdit() as text:
                return text.document().isUndoAvailable() and not text.isReadOnly()
        return False

    def can_redo(self) -> bool:
        """Say whether something was taken back in it that can be done again."""
        match self.field:
            case QLineEdit() as line:
                return line.isRedoAvailable() and not line.isReadOnly()
            case QTextEdit() | QPlainTextEdit() as text:
                return text.document().isRedoAvailable() and not text.isReadOnly()
        return False

    def can_copy(self) -> bool:
        """Say whether something is selected that may be copied; secret words may not."""
        match self.field:
            case QLineEdit() as line:
                return line.hasSelectedText() and line.echoMode() == QLineEdit.EchoMode.Normal
            case QTextEdit() | QPlainTextEdit() as text:
                return text.textCursor().hasSelection()
        return False

    def can_cut(self) -> bool:
        """Say whether something is selected that may be taken away."""
        field = self.field
        return field is not None and self.can_copy() and not field.isReadOnly()

    def can_paste(self) -> bool:
        """Say whether there are words on the clipboard that could be put in."""
        field = self.field
        if field is None or field.isReadOnly():
            return False
        return bool(QApplication.clipboard().text())

    def can_select(self) -> bool:
        """Say whether there is anything to be selected."""
        match self.field:
            case QLineEdit() as line:
                return bool(line.text())
            case QTextEdit() | QPlainTextEdit() as text:
                return not text.document().isEmpty()
        return False
