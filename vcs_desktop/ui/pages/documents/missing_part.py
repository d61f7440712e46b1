"""What funders ask for often and the group has no paper of."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.ui.pages.documents.words import kind_in_words
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold


class MissingPart(QWidget):
    """A fold with a button for each; nothing at all where nothing is missing.

    ``wanted`` carries the kind of a paper that should be written down.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.fold = Fold("")
        self.buttons: dict[DocumentKind, Button] = {}
        self._missing: tuple[DocumentKind, ...] = ()
        self.setLayout(column(self.fold))
        self.hide()

    def show_missing(self, missing: tuple[DocumentKind, ...]) -> None:
        """Name what is missing."""
        self.setVisible(bool(missing))
        if missing == self._missing:
            return
        self._missing = missing
        self.fold.set_title(
            tr_count(
                "Funders ask for {count} more paper",
                "Funders ask for {count} more papers",
                len(missing),
            )
        )
        self.fold.content.clear()
        self.buttons = {}
        for kind in missing:
            name = kind_in_words(kind)
            self.buttons[kind] = button(name, icon="plus", name=tr("Write down: {name}", name=name))
            self.buttons[kind].clicked.connect(partial(self.wanted.emit, kind))
        said = tr("No hurry: most groups get these one by one. Do you have one already?")
        self.fold.content.put(label(said, "muted", wrap=True))
        self.fold.content.put(panel(FlowLayout(*self.buttons.values())))
