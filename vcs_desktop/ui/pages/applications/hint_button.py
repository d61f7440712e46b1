"""A button that opens what the funder says about a question, where there is little room."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.applications.editor_panes import EditorPanes
from vcs_desktop.ui.widgets.basics import Button


class HintButton(Button):
    """Where there is room the hint always shows, and this button does not."""

    def __init__(self, panes: EditorPanes) -> None:
        super().__init__(tr("Hint"), "quiet", "info")
        self.setCheckable(True)
        self._panes = panes
        self._hint: QWidget | None = None
        panes.add_to_bar(self)
        self.hide()
        self.toggled.connect(self._fold)
        panes.turned.connect(self._fold)

    def show_hint(self, hint: QWidget | None) -> None:
        """Open and close another hint; None is that there is none."""
        self._hint = hint
        self.setChecked(False)
        self._fold()

    def _fold(self) -> None:
        narrow = self._panes.is_narrow()
        self.setVisible(narrow and self._hint is not None)
        if self._hint is not None:
            self._hint.setVisible(not narrow or self.isChecked())
